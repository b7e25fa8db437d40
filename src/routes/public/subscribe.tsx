import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { Clock } from "../../platform/clock.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { first } from "../../platform/http/form.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { networkOf, type Limits } from "../../platform/limits.ts";
import { notFound } from "../../platform/refusals.ts";
import { inLanguage } from "../../program/definition.ts";
import { checkPage, readPage } from "../../program/journey.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import type { Catalog, ListedProgram } from "../../registry/programs/catalog.ts";
import { subscribe } from "../../registry/subscriptions/subscribe.ts";
import type { Draw } from "../draw.tsx";
import { askOnForm, humanProblemOf, onceForHuman } from "../human.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { rememberSentTo } from "../sent-to.ts";
import { ProgramHero } from "./program-hero.page.tsx";
import { ProgramSide } from "./program-side.page.tsx";
import { SubscribeBody, type SubscribeProblem } from "./subscribe.page.tsx";

export interface SubscribeServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly draw: Draw;
  readonly keyring: Keyring;
  readonly limits: Limits;
}

/** The page of a program without accounts: it shows the two fields itself. */
export async function showSubscribe(
  services: Pick<SubscribeServices, "keyring" | "limits" | "clock" | "draw">,
  visit: Visit,
  program: ListedProgram,
  problems: readonly SubscribeProblem[] = [],
  human?: HumanProblem,
): Promise<Response> {
  const check = await askOnForm(services, visit);
  const ways = { mayStart: false, signedOut: true };
  const shown = { program, visit, now: services.clock.now(), ways, requirements: [], questions: [] };
  return services.draw(
    visit,
    {
      title: inLanguage(program.compiled.program.title, visit.language),
      errors: problems.length > 0,
      hero: <ProgramHero {...shown} />,
      side: <ProgramSide {...shown} />,
    },
    <SubscribeBody program={program} visit={visit} check={check} problems={problems} human={human} />,
  );
}

/** Takes the two fields. Whoever asks is answered the same: known or not is told by letter only. */
export async function postSubscribe(services: SubscribeServices, visit: Visit): Promise<Response> {
  const program = await services.catalog.get(visit.params["program"] ?? "");
  if (program.compiled.program.account !== "none") throw notFound();
  const read = readSubscriber(program, visit);
  const human = await humanProblemOf(services, visit);
  const problems = [...read.problems, ...humanProblems(human, visit), ...consentProblems(visit)];
  if (problems.length > 0 || read.subscriber === undefined) {
    return showSubscribe(services, visit, program, problems, human);
  }
  const { subscriber } = read;
  const { language, address } = visit;
  await onceForHuman(services, visit, () =>
    subscribe(services, { ...subscriber, program, language, network: networkOf(address) }),
  );
  return redirect(paths.subscriptions.sent, [rememberSentTo(services.keyring, subscriber.email)]);
}

interface ReadSubscriber {
  readonly problems: readonly SubscribeProblem[];
  readonly subscriber: { readonly name: string; readonly email: string } | undefined;
}

/** Reads the one page of the program by the rules of its fields. */
function readSubscriber({ compiled }: ListedProgram, { form, say, language }: Visit): ReadSubscriber {
  const [step] = compiled.compiledSteps;
  if (!step) throw notFound();
  const typed = readPage(compiled, step.step.id, form);
  const { errors, answers } = checkPage(compiled, step.step.id, typed, { now: new Date(), others: {} });
  const problems = errors.map(({ field, id, code, params }) => ({
    field,
    text: say(`field.${code}`, { ...params, label: compiled.fieldsById.get(id)?.definition.label[language] ?? "" }),
  }));
  const answerOf = (type: "name" | "email") => {
    const field = step.fields.find(({ definition }) => definition.type === type);
    return field && answers[field.definition.id];
  };
  const [name, email] = [answerOf("name"), answerOf("email")];
  return { problems, subscriber: typeof name === "string" && typeof email === "string" ? { name, email } : undefined };
}

function humanProblems(problem: HumanProblem | undefined, { say }: Visit): SubscribeProblem[] {
  return problem ? [{ field: "human", text: say(`human.${problem}`) }] : [];
}

function consentProblems({ form, say }: Visit): SubscribeProblem[] {
  return first(form, "agree") === "yes" ? [] : [{ field: "agree", text: say("subscribe.agree_missing") }];
}
