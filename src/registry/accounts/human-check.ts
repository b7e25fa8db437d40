import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import { askHuman, humanProblem, repeatQuestion, type HumanProblem, type HumanQuestion } from "./human-question.ts";
import { rules } from "./rules.ts";
import { provesWork, setWork, type Effort } from "./work-proof.ts";

/** What a form asks: a question that anybody can answer, and work that a browser may do instead. */
export interface HumanCheck extends HumanQuestion {
  /** For the script, as JSON. */
  readonly work: string;
}

/** What came back with a form. */
export interface HumanAnswer {
  readonly ticket: string;
  /** What the person typed. */
  readonly answer: string;
  /** What the browser worked out. */
  readonly proof: string;
}

/** From so many letters and registrations of one network in an hour on, its browsers work harder. */
const CROWDED = 60;
const FLOOD = 150;

/**
 * The question of a form, the same one again while `ticket` (of the form that came) is good. How hard the work is follows
 * from what the network did this hour; an account that strangers guess at asks for `raised` work at least.
 */
export async function makeCheck(
  { keyring, limits }: { readonly keyring: Keyring; readonly limits: Limits },
  asked: { readonly ticket: string; readonly network: string; readonly guessed?: boolean },
): Promise<HumanCheck> {
  const question = repeatQuestion(keyring, asked.ticket) ?? askHuman(keyring);
  const letters = await limits.countOf(rules.letterNetwork, asked.network);
  const effort: Effort = letters >= FLOOD ? "heavy" : letters >= CROWDED || asked.guessed === true ? "raised" : "light";
  return { ...question, work: await setWork(keyring, question.ticket, question.until, effort) };
}

/** Whether forms that send letters ask this network for proof: one that asked for few has better things to do. */
export async function isCrowded(limits: Limits, network: string): Promise<boolean> {
  return (await limits.countOf(rules.letterNetwork, network)) >= CROWDED;
}

/** Why the form does not count as a human's, or undefined when it does: by the work or by the answer. Uses nothing up. */
export async function checkProblem(keyring: Keyring, given: HumanAnswer): Promise<HumanProblem | undefined> {
  const byAnswer = humanProblem(keyring, given.ticket, given.answer);
  if (byAnswer === undefined || byAnswer === "expired") return byAnswer;
  return (await provesWork(keyring, given.ticket, given.proof)) ? undefined : byAnswer;
}
