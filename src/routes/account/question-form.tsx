import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import type { HumanCheck } from "../../registry/accounts/human-check.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import type { Given } from "../../registry/questions/pass.ts";
import { findQuestion, hasNik } from "../../registry/questions/questions.query.ts";
import type { Question } from "../../registry/questions/question-list.ts";
import { Button } from "../../ui/button/button.tsx";
import { Input } from "../../ui/input/input.tsx";
import { Link } from "../../ui/link/link.tsx";
import { askOnForm, HumanField, humanProblemOf } from "../human.tsx";
import type { Visit } from "../route.ts";
import { fieldParts, TextField } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";
import { Answering, AnsweringWithoutNik } from "./typed-facts.ts";
import { readTyped, type Problems } from "./typed.ts";

/** What the form for a forgotten password asks beside the new password. */
export interface Asked {
  readonly question: Question;
  readonly withNik: boolean;
}

/** What it asks for this account; undefined where the platform asks no questions or none are chosen. */
export async function readAsked(services: AccountRouteServices, accountId: string): Promise<Asked | undefined> {
  if (services.asksQuestions !== true) return undefined;
  const found = await findQuestion(services.db, accountId);
  return found && { question: found.question, withNik: await hasNik(services.db, accountId) };
}

/** Reads the form; what is wrong with it uses up no try. */
export async function readGiven(
  services: AccountRouteServices,
  visit: Visit,
  asked: Asked | undefined,
): Promise<{ readonly given: Given | undefined; readonly problems: Problems }> {
  if (!asked) return { given: undefined, problems: {} };
  const typed = asked.withNik ? readTyped(Answering, visit.form) : readWithoutNik(visit);
  const human = await humanProblemOf(services, visit);
  const humans: Problems = human ? { human: { key: `human.${human}` } } : {};
  if ("problems" in typed) return { given: undefined, problems: { ...typed.problems, ...humans } };
  const { name, nik, kk, birth_place: birthPlace, birth_date: birthDate, answer } = typed.value;
  return { given: { facts: { name, nik, kk, birthPlace, birthDate }, answer }, problems: humans };
}

function readWithoutNik(visit: Visit): ReturnType<typeof readTyped<typeof Answering>> {
  const typed = readTyped(AnsweringWithoutNik, visit.form);
  return "problems" in typed ? typed : { value: { ...typed.value, nik: "" } };
}

/** The question for humans of the form: it stays until the password is set, since the tries are counted anyway. */
export async function checkOf(
  services: AccountRouteServices,
  visit: Visit,
  asked: Asked | undefined,
): Promise<HumanCheck | undefined> {
  return asked && (await askOnForm(services, visit));
}

/** The fields of the form, above the new password. */
export function QuestionFields(props: {
  readonly visit: Visit;
  readonly problems: Problems;
  readonly asked: Asked;
  readonly check: HumanCheck;
}) {
  const { visit, problems, asked, check } = props;
  const { say } = visit;
  const field = { visit, problems };
  const { label: _, ...answer } = fieldParts({ ...field, name: "answer" });
  return (
    <>
      <p class="govuk-body">{say("questions.form_note")}</p>
      <TextField {...field} name="name" autocomplete="name" />
      {asked.withNik && <TextField {...field} name="nik" hint inputmode="numeric" autocomplete="off" />}
      <FactFields {...field} />
      <Input
        {...answer}
        label={{ text: say(`questions.q.${asked.question}`) }}
        value={first(visit.form, "answer")}
        autocomplete="off"
        spellcheck={false}
      />
      <p class="govuk-body">
        <Link href={paths.helpdesk.ask("lupa-jawaban-pengaman")}>{say("questions.lost")}</Link>
      </p>
      <HumanField visit={visit} check={check} problem={humanOf(problems)} />
    </>
  );
}

/** The facts that stand in a family card and on the KTP. */
export function FactFields(field: { readonly visit: Visit; readonly problems: Problems }) {
  return (
    <>
      <TextField {...field} name="kk" hint inputmode="numeric" autocomplete="off" />
      <TextField {...field} name="birth_place" hint autocomplete="off" />
      <TextField
        {...field}
        name="birth_date"
        hint
        inputmode="numeric"
        autocomplete="bday"
        classes="govuk-input--width-10"
      />
    </>
  );
}

/** No tries are left. */
export function drawQuestionEnded(services: AccountRouteServices, visit: Visit): Response {
  const { say } = visit;
  return services.draw(
    visit,
    { title: say("questions.ended_title"), status: 429 },
    <>
      <h1 class="govuk-heading-l">{say("questions.ended_title")}</h1>
      <p class="govuk-body">{say("questions.ended")}</p>
      <Button href={paths.helpdesk.ask("lupa-jawaban-pengaman")} text={say("questions.lost")} />
    </>,
  );
}

function humanOf(problems: Problems): HumanProblem | undefined {
  const key = problems["human"]?.key;
  if (key === "human.missing" || key === "human.wrong" || key === "human.expired") {
    return key === "human.missing" ? "missing" : key === "human.wrong" ? "wrong" : "expired";
  }
  return undefined;
}
