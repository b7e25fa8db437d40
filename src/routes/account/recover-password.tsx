import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import { passwordContextOf } from "../../registry/accounts/password-context.ts";
import { hasProvedEnough } from "../../registry/recovery/enough.ts";
import { finishRecovery, mayLoseFactor } from "../../registry/recovery/finish.ts";
import type { Recovery } from "../../registry/recovery/recovery.query.ts";
import { Checkboxes } from "../../ui/checkboxes/checkboxes.tsx";
import { spendHuman } from "../human.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { loginAfter } from "./addresses.ts";
import { PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import { newPasswordProblems, NewPasswordField } from "./new-password.tsx";
import { drawRecoveryDead } from "./recover-proof.tsx";
import { noRecoveryCookie, readRecovery } from "./recovery-cookie.ts";
import { checkOf, drawQuestionEnded, QuestionFields, readAsked, readGiven } from "./question-form.tsx";
import type { AccountRouteServices } from "./services.ts";
import { noSessionCookie } from "./session-cookie.ts";
import type { Problems } from "./typed.ts";

/** The new password, once enough is proved. */
export async function showRecoverPassword(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const owner = await findProved(services, visit);
  if (!owner) return redirect(paths.account.recoverProof);
  return drawForm(services, visit, owner, {});
}

export async function postRecoverPassword(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const owner = await findProved(services, visit);
  if (!owner) return drawRecoveryDead(services, visit);
  const { accountId, recovery } = owner;
  const password = first(visit.form, "next");
  const again = (problems: Problems) => drawForm(services, visit, owner, problems);
  const asked = await readAsked(services, accountId);
  const { given: answer, problems: typed } = await readGiven(services, visit, asked);
  const problems = { ...typed, ...newPasswordProblems("next", password, await passwordContextOf(services, accountId)) };
  if (Object.keys(problems).length > 0) return again(problems);
  const done = await finishRecovery(services, recovery, {
    password,
    network: networkOf(visit.address),
    answer,
    lostFactor: first(visit.form, "lost_factor") === "yes",
  });
  if (done === "used") return again({ next: { key: "account.problem.used" } });
  if (done === "wrong") return again({ answer: { key: "account.error.answer_wrong" } });
  if (done === "ended") return drawQuestionEnded(services, visit);
  if (done === "dead") return drawRecoveryDead(services, visit);
  if (asked) await spendHuman(services, visit);
  return redirect(loginAfter("reset"), [noSessionCookie(), noRecoveryCookie()]);
}

interface Proved {
  readonly accountId: string;
  readonly recovery: Recovery;
}

async function findProved(services: AccountRouteServices, visit: Visit): Promise<Proved | undefined> {
  const recovery = await readRecovery(services, visit);
  const accountId = recovery?.accountId;
  if (!recovery || accountId === undefined) return undefined;
  return (await hasProvedEnough(services.db, recovery)) ? { accountId, recovery } : undefined;
}

async function drawForm(
  services: AccountRouteServices,
  visit: Visit,
  { accountId, recovery }: Proved,
  problems: Problems,
): Promise<Response> {
  const { say } = visit;
  const context = await passwordContextOf(services, accountId);
  const asked = await readAsked(services, accountId);
  const check = await checkOf(services, visit, asked);
  return services.draw(
    visit,
    { title: say("account.reset.title"), errors: Object.keys(problems).length > 0 },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.reset.title")}</h1>
      <p class="govuk-body">{say("account.reset.note")}</p>
      <PostForm visit={visit} action={paths.account.recoverPassword}>
        {asked && check && <QuestionFields visit={visit} problems={problems} asked={asked} check={check} />}
        <NewPasswordField visit={visit} problems={problems} name="next" context={context} />
        {(await mayLoseFactor(services, recovery)) && (
          <Checkboxes
            name="lost_factor"
            values={[first(visit.form, "lost_factor")]}
            items={[
              { value: "yes", text: say("account.lost_factor.label"), hint: { text: say("account.lost_factor.hint") } },
            ]}
          />
        )}
        <SubmitButton text={say("account.reset.submit")} />
      </PostForm>
    </>,
  );
}
