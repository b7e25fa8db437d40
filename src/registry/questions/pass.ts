import { spendQuietly } from "../accounts/guessed-names.ts";
import { rules } from "../accounts/rules.ts";
import type { AccountServices } from "../accounts/services.ts";
import { plainAnswer } from "./answers.ts";
import { factsMatch, type StatedFacts } from "./facts.ts";
import { findQuestion } from "./questions.query.ts";

/** What was typed into the form. */
export interface Given {
  readonly facts: StatedFacts;
  readonly answer: string;
}

interface Try {
  readonly accountId: string;
  /** Which link or recovery has opened the form: each has three tries. */
  readonly by: Buffer;
  readonly network: string;
  readonly given: Given | undefined;
}

/**
 * The extra lock before a new password, for whoever has proved a channel already (security.md 2.4). "right" also where
 * the platform asks no questions or the account has chosen none. "ended" after three tries with one link or five in a
 * day. Wrong ones count with the wrong passwords of this network (429).
 */
export async function passQuestion(services: AccountServices, attempt: Try): Promise<"right" | "wrong" | "ended"> {
  const { accountId, given } = attempt;
  if (services.asksQuestions !== true) return "right";
  const asked = await findQuestion(services.db, accountId);
  if (!asked) return "right";
  if (!given) return "wrong";
  if (!(await mayTry(services, attempt))) return "ended";
  const answered = await services.passwords.matches(asked.hash, plainAnswer(given.answer));
  const known = await factsMatch(services, accountId, given.facts);
  if (!answered || !known) return "wrong";
  await services.limits.forgetAll([
    [rules.login, `${accountId}|${attempt.network}`],
    [rules.answersOfLink, attempt.by.toString("hex")],
    [rules.answersOfDay, accountId],
  ]);
  return "right";
}

async function mayTry({ limits }: AccountServices, { accountId, by, network }: Try): Promise<boolean> {
  await limits.guess(rules.login, `${accountId}|${network}`);
  return (
    (await spendQuietly(limits, rules.answersOfLink, by.toString("hex"))) &&
    (await spendQuietly(limits, rules.answersOfDay, accountId))
  );
}
