import type { VerdictWords } from "../../../registry/tickets/answer-of-case.ts";
import { sayIn } from "../../../texts/texts.ts";

/** The answer on the ticket from which a case was begun. */
export const verdictWords: VerdictWords = ({ moves, reason }, language) =>
  sayIn(language)(moves ? "ticket_case.answer_moved" : "ticket_case.answer_kept", { reason });
