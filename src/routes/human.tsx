import { first } from "../platform/http/form.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import { networkOf, type Limits } from "../platform/limits.ts";
import { checkProblem, isCrowded, makeCheck, type HumanCheck } from "../registry/accounts/human-check.ts";
import { giveBackQuestion, spendQuestion, type HumanProblem } from "../registry/accounts/human-question.ts";
import { HumanCheck as HumanCheckField } from "../ui/human-check/human-check.tsx";
import type { Visit } from "./route.ts";

interface HumanServices {
  readonly keyring: Keyring;
  readonly limits: Limits;
}

/** What a form asks a human: what it asked before while that is good, so that other errors cost nobody a second answer. */
export function askOnForm(services: HumanServices, visit: Visit): Promise<HumanCheck> {
  return makeCheck(services, { ticket: first(visit.form, "ticket"), network: networkOf(visit.address) });
}

/** Something new to answer, and harder to work on: somebody guesses. */
export function askAnew(services: HumanServices, visit: Visit): Promise<HumanCheck> {
  return makeCheck(services, { ticket: "", network: networkOf(visit.address), guessed: true });
}

/** The same for forms that ask only where many letters were asked for from one network; undefined elsewhere. */
export async function askIfCrowded(
  services: HumanServices,
  visit: Visit,
  problem?: HumanProblem,
): Promise<HumanCheck | undefined> {
  if (!(await isCrowded(services.limits, networkOf(visit.address)))) return undefined;
  return problem === "expired" ? askAnew(services, visit) : askOnForm(services, visit);
}

/**
 * Whether a form of `askIfCrowded` may do its deed: undefined when it may, and its answer is used up then. A used answer
 * has expired: unlike a registration, a second letter may be wanted.
 */
export async function passesCrowd(services: HumanServices, visit: Visit): Promise<HumanProblem | undefined> {
  if (!(await isCrowded(services.limits, networkOf(visit.address)))) return undefined;
  const problem = first(visit.form, "ticket") === "" ? "missing" : await humanProblemOf(services, visit);
  return problem ?? ((await spendHuman(services, visit)) ? undefined : "expired");
}

/** Why the posted form is not taken for a human's, by answer or by work; undefined when it is. Uses nothing up. */
export function humanProblemOf({ keyring }: Pick<HumanServices, "keyring">, { form }: Visit) {
  const [ticket, answer, proof] = [first(form, "ticket"), first(form, "human"), first(form, "proof")];
  return checkProblem(keyring, { ticket, answer, proof });
}

/** Uses the posted answer up, right before the deed. False when it was used before: a double click, or a replay. */
export function spendHuman({ limits }: Pick<HumanServices, "limits">, { form }: Visit): Promise<boolean> {
  return spendQuestion(limits, first(form, "ticket"));
}

/**
 * Does what the posted answer was given for, and nothing when it was used before: the second post of a double click is
 * answered like the first. Where it fails the answer is good for whoever sends the form again.
 */
export async function onceForHuman(
  services: Pick<HumanServices, "limits">,
  visit: Visit,
  deed: () => Promise<void>,
): Promise<void> {
  if (!(await spendHuman(services, visit))) return;
  try {
    await deed();
  } catch (failure) {
    await giveBackQuestion(services.limits, first(visit.form, "ticket"));
    throw failure;
  }
}

/** The field of the form, named `human`, with what is wrong with it. */
export function HumanField(props: {
  readonly visit: Visit;
  readonly check: HumanCheck;
  readonly problem?: HumanProblem | undefined;
}) {
  const { check, problem } = props;
  const { say, language, form } = props.visit;
  const same = first(form, "ticket") === check.ticket;
  return (
    <HumanCheckField
      ticket={check.ticket}
      work={check.work}
      proof={same && problem === undefined ? first(form, "proof") : ""}
      question={say("human.label", { question: check.text[language] })}
      hint={say("human.hint")}
      value={same ? first(form, "human") : ""}
      error={problem && say(`human.${problem}`)}
      errorPrefix={say("frame.error_prefix")}
      texts={{
        waiting: say("human.waiting"),
        working: say("human.working"),
        done: say("human.done"),
        failed: say("human.failed"),
      }}
    />
  );
}
