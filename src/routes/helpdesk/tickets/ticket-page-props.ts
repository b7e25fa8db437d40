import type { TypedPage } from "../../../program/answers.ts";
import type { Regions } from "../../../program/regions.ts";
import type { TicketCategory } from "../../../registry/tickets/category-file.ts";
import type { RegistryOffice } from "../../../registry/tickets/dukcapil-file.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import type { Visit } from "../../route.ts";
import type { FieldProblem } from "./fields.tsx";

/** What the page of a ticket is drawn from. */
export interface TicketPageProps {
  readonly visit: Visit;
  readonly ticket: Ticket;
  /** The address at which it is open to this browser. */
  readonly door: string;
  /** Undefined where its file has gone. */
  readonly category: TicketCategory | undefined;
  /** Offices that the category refers to: that of the person's regency or city where it is known, and the call centre. */
  readonly referral: { readonly office: RegistryOffice | undefined; readonly nationwide: RegistryOffice } | undefined;
  readonly typed: TypedPage;
  readonly problems: readonly FieldProblem[];
  readonly regions: Regions;
}
