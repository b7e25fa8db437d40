import * as z from "zod";
import { paths } from "../../paths.ts";
import { networkOf } from "../../platform/limits.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import { askReset } from "../../registry/accounts/reset.ts";
import { Link } from "../../ui/link/link.tsx";
import { askIfCrowded, HumanField, passesCrowd } from "../human.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { addresses } from "./addresses.ts";
import { PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import { rememberSentTo } from "../sent-to.ts";
import type { AccountRouteServices } from "./services.ts";
import { identifierTyped, readTyped, type Problems } from "./typed.ts";

const Forgot = z.object({ identifier: identifierTyped });

export async function showForgot(
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
      title: say("account.forgot.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.login },
    },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.forgot.title")}</h1>
      <p class="govuk-body">{say("account.forgot.intro")}</p>
      <PostForm visit={visit} action={paths.account.forgot}>
        <TextField visit={visit} problems={problems} name="identifier" hint autocomplete="username" />
        {check && <HumanField visit={visit} check={check} problem={human} />}
        <SubmitButton text={say("account.forgot.submit")} />
      </PostForm>
      <h2 class="govuk-heading-m">{say("account.forgot.other_title")}</h2>
      <p class="govuk-body">
        <Link href={paths.account.recover}>{say("account.forgot.other")}</Link>
      </p>
      <h2 class="govuk-heading-m">{say("objection.link_title")}</h2>
      <p class="govuk-body">
        <Link href={addresses.objection}>{say("objection.link")}</Link>
      </p>
    </>,
  );
}

export async function postForgot(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const typed = readTyped(Forgot, visit.form);
  if ("problems" in typed) return showForgot(services, visit, typed.problems);
  const human = await passesCrowd(services, visit);
  if (human) return showForgot(services, visit, { human: { key: `human.${human}` } }, human);
  const { identifier: name } = typed.value;
  await askReset(services, { name, network: networkOf(visit.address) });
  const remembered = name.kind === "email" ? [rememberSentTo(services.keyring, name.value)] : [];
  return redirect(`${paths.account.forgotSent}${name.kind === "email" ? "" : "?name"}`, remembered);
}
