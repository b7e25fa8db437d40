import { paths } from "../../paths.ts";
import { notFound } from "../../platform/refusals.ts";
import { getProfile } from "../../registry/accounts/account.query.ts";
import { findChannel } from "../../registry/accounts/code-channels.ts";
import { answerProblem, plainAnswer } from "../../registry/questions/answers.ts";
import { chooseQuestions, removeQuestions } from "../../registry/questions/choose.ts";
import { listQuestions } from "../../registry/questions/questions.query.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { doneBanner } from "./form-parts.tsx";
import { QuestionsPage } from "./questions.page.tsx";
import type { AccountRouteServices } from "./services.ts";
import { Choosing } from "./typed-facts.ts";
import { readTyped, type Problems } from "./typed.ts";

const dones = { saved: "questions.saved", removed: "questions.removed" } as const;

/** Two security questions, where the platform turned them on. */
export async function showQuestions(
  services: AccountRouteServices,
  visit: PersonVisit,
  problems: Problems = {},
): Promise<Response> {
  if (services.asksQuestions !== true) throw notFound();
  const { say, session } = visit;
  const done = Object.entries(dones).find(([name]) => name === visit.url.searchParams.get("done"))?.[1];
  const chosen = await listQuestions(services.db, session.accountId);
  return services.draw(
    visit,
    {
      title: say("questions.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.security },
      ...(done ? { banner: doneBanner(say, done) } : {}),
    },
    <QuestionsPage visit={visit} problems={problems} chosen={chosen} />,
  );
}

export async function postQuestions(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  if (services.asksQuestions !== true) throw notFound();
  const typed = readTyped(Choosing, visit.form);
  if ("problems" in typed) return showQuestions(services, visit, typed.problems);
  const { kk, birth_place: birthPlace, birth_date: birthDate, ...chosen } = typed.value;
  const answers = [
    { question: chosen.question_1, answer: chosen.answer_1 },
    { question: chosen.question_2, answer: chosen.answer_2 },
  ];
  const own = [...(await ownValues(services, visit)), kk, birthPlace, birthDate];
  const problems = problemsOf(answers, own);
  if (Object.keys(problems).length > 0) return showQuestions(services, visit, problems);
  await chooseQuestions(services, visit.session, { answers, facts: { kk, birthPlace, birthDate } });
  return redirect(`${paths.account.questions}?done=saved`);
}

export async function postRemoveQuestions(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  await removeQuestions(services, visit.session);
  return redirect(`${paths.account.questions}?done=removed`);
}

type Answers = readonly { readonly question: string; readonly answer: string }[];

function problemsOf(answers: Answers, own: readonly string[]): Problems {
  const [one, two] = answers;
  const problems: Record<string, Problems[string]> = {};
  answers.forEach(({ answer }, at) => {
    const problem = answerProblem(answer, own);
    if (problem) problems[`answer_${at + 1}`] = { key: `account.error.answer_${problem}` };
  });
  if (one && two && one.question === two.question) problems["question_2"] = { key: "account.error.question_same" };
  if (one && two && !("answer_2" in problems) && plainAnswer(one.answer) === plainAnswer(two.answer)) {
    problems["answer_2"] = { key: "account.error.answer_same" };
  }
  return problems;
}

async function ownValues(services: AccountRouteServices, { session }: PersonVisit): Promise<string[]> {
  const { name, email } = await getProfile(services.db, services.keyring, session.accountId);
  return [name, email, (await findChannel(services, session.accountId, "sms")) ?? ""];
}
