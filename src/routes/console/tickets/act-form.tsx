import type { Ticket } from "../../../registry/tickets/ticket.ts";
import { Details } from "../../../ui/details/details.tsx";
import type { Slot } from "../../../ui/slot.ts";
import type { StaffVisit } from "../../route.ts";
import { fieldError } from "../accounts/asking-fields.tsx";
import type { CategoryNames } from "./category-names.ts";
import type { Further } from "./further.query.ts";

/** What is wrong with a form on a ticket's page, at its field. */
export interface TicketProblem {
  readonly field: "words" | "canned" | "to" | "pass_words" | "into" | "merge_words" | "number" | "account" | "nik_case";
  readonly text: string;
  /** Of the answer, where it is another than that of a form that is filled in wrongly. */
  readonly status?: number;
}

export interface FurtherProps {
  readonly visit: StaffVisit;
  readonly ticket: Ticket;
  readonly names: CategoryNames;
  readonly further: Further;
  readonly problem: TicketProblem | undefined;
}

/** A form behind its name, open where something is wrong with it. */
export function Act(props: {
  readonly visit: StaffVisit;
  readonly title: string;
  readonly shortcut: string;
  readonly action: string;
  readonly open: boolean;
  readonly children: Slot;
}) {
  return (
    <Details summaryText={<span data-shortcut={props.shortcut}>{props.title}</span>} open={props.open}>
      <form method="post" action={props.action} novalidate>
        <input type="hidden" name="csrf" value={props.visit.csrf} />
        {props.children}
      </form>
    </Details>
  );
}

/** What is wrong with one of its fields. */
export function at(visit: StaffVisit, problem: TicketProblem | undefined, field: TicketProblem["field"]) {
  return fieldError(visit, problem?.field === field ? problem.text : undefined);
}
