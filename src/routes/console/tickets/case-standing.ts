import { may, type Role } from "../../../registry/accounts/permissions.ts";
import type { CannedAnswer } from "../../../registry/canned/canned.query.ts";
import { loadCategories, type TicketCategory } from "../../../registry/tickets/category-file.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import { sayIn } from "../../../texts/texts.ts";

/** How a ticket stands to a case about its NIK. */
export interface CaseStanding {
  /** Whether this agent may begin one now. */
  readonly begins: boolean;
  /** Whether it needs an account first: one that has the ticket. */
  readonly lacksAccount: boolean;
  /** Whether this agent may look at the case. */
  readonly decides: boolean;
  /** Evidence that did not come with the ticket in a readable form. */
  readonly missing: readonly ("selfie" | "ktp")[];
}

const cases = new Map(
  loadCategories().flatMap(({ category, nik_case }): [string, NonNullable<TicketCategory["nik_case"]>][] =>
    nik_case ? [[category, nik_case]] : [],
  ),
);

/** Which files of a ticket are evidence; undefined for categories without cases. */
export function evidenceOf({ category }: Pick<Ticket, "category">): TicketCategory["nik_case"] {
  return cases.get(category);
}

/** Its standing for an agent with these roles; undefined for categories without cases. */
export function standingOf(ticket: Ticket, roles: readonly Role[]): CaseStanding | undefined {
  const slots = evidenceOf(ticket);
  if (!slots || ticket.content.nik === undefined) return undefined;
  const isOver = ticket.nikCase === undefined || ticket.nikCase.status === "withdrawn";
  return {
    begins: isOver && ticket.accountId !== null && ticket.mergedInto === null && may(roles, "begin_nik_cases"),
    lacksAccount: isOver && ticket.accountId === null,
    decides: may(roles, "decide_nik_cases"),
    missing: (["selfie", "ktp"] as const).filter(
      (piece) => !ticket.files.some(({ slot, status }) => slot === slots[piece] && status === "ready"),
    ),
  };
}

/** The answer to whoever has no account, as it stands beside those that the institution wrote. */
export function makeAccount({ institutionId }: Ticket): CannedAnswer {
  const [id, en] = [sayIn("id"), sayIn("en")];
  return {
    id: "make-account",
    institutionId,
    category: null,
    title: id("ticket_case.canned_title"),
    answer: { id: id("ticket_case.canned"), en: en("ticket_case.canned") },
    version: 1,
    used: true,
    changedAt: new Date(0),
  };
}
