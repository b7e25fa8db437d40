import * as z from "zod";
import { paths } from "../../paths.ts";
import { networkOf } from "../../platform/limits.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import { askNames } from "../../registry/accounts/forgotten-names.ts";
import { Link } from "../../ui/link/link.tsx";
import { askIfCrowded, HumanField, passesCrowd } from "../human.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";
import { readTyped, reachTyped, type Problems } from "./typed.ts";

const Forgot = z.object({ reach: reachTyped });

/** Asks where the names of an account are to be sent, which somebody may log in with and has forgotten. */
export async function showForgotNames(
  services: AccountRouteServices,
  visit: Visit,
  problems: Problems = {},
  human?: HumanProblem,
): Promise<Response> {
  const { say } = visit;
  const check = await askIfCrowded(services, visit, human);
  return services.draw(
    visit,
    {
      title: say("account.forgot_names.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.login },
    },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.forgot_names.title")}</h1>
      <p class="govuk-body">{say("account.forgot_names.intro")}</p>
      <PostForm visit={visit} action={paths.account.forgotNames}>
        <TextField visit={visit} problems={problems} name="reach" autocomplete="email" />
        {check && <HumanField visit={visit} check={check} problem={human} />}
        <SubmitButton text={say("account.forgot_names.submit")} />
      </PostForm>
    </>,
  );
}

export async function postForgotNames(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const typed = readTyped(Forgot, visit.form);
  if ("problems" in typed) return showForgotNames(services, visit, typed.problems);
  const human = await passesCrowd(services, visit);
  if (human) return showForgotNames(services, visit, { human: { key: `human.${human}` } }, human);
  await askNames(services, { to: typed.value.reach, network: networkOf(visit.address) });
  return redirect(paths.account.forgotNamesSent);
}

/** The same page whether what was typed is known or not. */
export function showNamesSent(services: AccountRouteServices, visit: Visit): Response {
  const { say } = visit;
  return services.draw(
    visit,
    { title: say("account.forgot_names.sent_title") },
    <>
      <h1 class="govuk-heading-l">{say("account.forgot_names.sent_title")}</h1>
      <p class="govuk-body-l">{say("account.forgot_names.sent")}</p>
      <p class="govuk-body">{say("account.sent.missing")}</p>
      <p class="govuk-body">
        <Link href={paths.account.login}>{say("account.login.title")}</Link>
      </p>
    </>,
  );
}
