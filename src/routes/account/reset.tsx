import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { findLink } from "../../registry/accounts/link-tokens.ts";
import { passwordContextOf } from "../../registry/accounts/password-context.ts";
import type { PasswordContext } from "../../registry/accounts/password-rules.ts";
import { resetPassword } from "../../registry/accounts/reset.ts";
import { Button } from "../../ui/button/button.tsx";
import { spendHuman } from "../human.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { addresses, loginAfter } from "./addresses.ts";
import { PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import { newPasswordProblems, NewPasswordField } from "./new-password.tsx";
import { checkOf, drawQuestionEnded, QuestionFields, readAsked, readGiven, type Asked } from "./question-form.tsx";
import type { AccountRouteServices } from "./services.ts";
import { noSessionCookie } from "./session-cookie.ts";
import type { Problems } from "./typed.ts";

export async function showReset(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = visit.url.searchParams.get("token") ?? "";
  const link = await findLink(services.db, "reset", token);
  if (link?.state !== "valid") return showDead(services, visit);
  const context = await passwordContextOf(services, link.accountId);
  const asked = await readAsked(services, link.accountId);
  return showForm(services, visit, { token, context, asked, problems: {} });
}

export async function postReset(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const token = first(visit.form, "token");
  const password = first(visit.form, "next");
  const link = await findLink(services.db, "reset", token);
  if (link?.state !== "valid") return showDead(services, visit);
  const context = await passwordContextOf(services, link.accountId);
  const asked = await readAsked(services, link.accountId);
  const again = (problems: Problems) => showForm(services, visit, { token, context, asked, problems });
  const { given: answer, problems: typed } = await readGiven(services, visit, asked);
  const problems = { ...typed, ...newPasswordProblems("next", password, context) };
  if (Object.keys(problems).length > 0) return again(problems);
  const network = networkOf(visit.address);
  const done = await resetPassword(services, { token, password, network, answer });
  if (done === "used") return again({ next: { key: "account.problem.used" } });
  if (done === "wrong") return again({ answer: { key: "account.error.answer_wrong" } });
  if (done === "ended") return drawQuestionEnded(services, visit);
  if (done === "dead") return showDead(services, visit);
  if (asked) await spendHuman(services, visit);
  return redirect(loginAfter("reset"), [noSessionCookie()]);
}

interface FormProps {
  readonly token: string;
  readonly context: PasswordContext;
  /** The security question and what is asked with it, where there is one. */
  readonly asked: Asked | undefined;
  readonly problems: Problems;
}

async function showForm(
  services: AccountRouteServices,
  visit: Visit,
  { token, context, asked, problems }: FormProps,
): Promise<Response> {
  const { say } = visit;
  const check = await checkOf(services, visit, asked);
  return services.draw(
    visit,
    { title: say("account.reset.title"), errors: Object.keys(problems).length > 0 },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.reset.title")}</h1>
      <p class="govuk-body">{say("account.reset.note")}</p>
      <PostForm visit={visit} action={addresses.reset} hidden={{ token }}>
        {asked && check && <QuestionFields visit={visit} problems={problems} asked={asked} check={check} />}
        <NewPasswordField visit={visit} problems={problems} name="next" context={context} />
        <SubmitButton text={say("account.reset.submit")} />
      </PostForm>
    </>,
  );
}

function showDead(services: AccountRouteServices, visit: Visit): Response {
  const { say } = visit;
  return services.draw(
    visit,
    { title: say("account.reset.dead_title"), status: 404 },
    <>
      <h1 class="govuk-heading-l">{say("account.reset.dead_title")}</h1>
      <p class="govuk-body">{say("account.reset.dead")}</p>
      <Button href={paths.account.forgot} text={say("account.reset.again")} />
    </>,
  );
}
