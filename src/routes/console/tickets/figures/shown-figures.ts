import type { Misses } from "../../../../registry/faq/misses.ts";
import type { JudgedAnswer } from "../../../../registry/faq/votes.query.ts";
import type { TicketFigures } from "../../../../registry/tickets/figures.query.ts";

/** Everything that the page and the file show. */
export interface ShownFigures extends TicketFigures {
  readonly judged: readonly JudgedAnswer[];
  readonly misses: Misses;
}
