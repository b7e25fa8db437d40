import type { TypedPage } from "../../../program/answers.ts";
import type { Regions } from "../../../program/regions.ts";
import type { TicketCategory } from "../../../registry/tickets/category-file.ts";
import type { DukcapilOffices } from "../../../registry/tickets/dukcapil-file.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import type { Visit } from "../../route.ts";
import type { FieldProblem } from "./fields.tsx";

/** What the page of a ticket is drawn from. */
export interface TicketPageProps {
  readonly visit: Visit;
  readonly ticket: Ticket;
  /** Undefined where its file has gone. */
  readonly category: TicketCategory | undefined;
  readonly dukcapil: DukcapilOffices;
  readonly typed: TypedPage;
  readonly problems: readonly FieldProblem[];
  readonly regions: Regions;
}
