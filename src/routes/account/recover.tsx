import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { networkOf } from "../../platform/limits.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import { beginRecovery } from "../../registry/recovery/begin.ts";
import { firstProofs } from "../../registry/recovery/recovery.query.ts";
import { Radios } from "../../ui/radios/radios.tsx";
import { askIfCrowded, HumanField, passesCrowd } from "../human.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { fieldParts, PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import { recoveryCookie } from "./recovery-cookie.ts";
import type { AccountRouteServices } from "./services.ts";
import { identifierTyped, readTyped, wayTyped, type Problems } from "./typed.ts";

const Recover = z.object({ identifier: identifierTyped, way: wayTyped });

/** Asks whose account it is, by any of its names, and what its owner can prove. */
export async function showRecover(
  services: AccountRouteServices,
  visit: Visit,
  problems: Problems = {},
  human?: HumanProblem,
): Promise<Response> {
  const { say } = visit;
  const check = await askIfCrowded(services, visit, human);
  const ways = firstProofs.filter((way) => way !== "sms" || services.sendsTexts);
  const { label, ...way } = fieldParts({ visit, name: "way", problems });
  return services.draw(
    visit,
    {
      title: say("account.recover.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.forgot },
    },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.recover.title")}</h1>
      <p class="govuk-body">{say("account.recover.intro")}</p>
      <PostForm visit={visit} action={paths.account.recover}>
        <TextField visit={visit} problems={problems} name="identifier" hint autocomplete="username" />
        <Radios
          {...way}
          fieldset={{ legend: label }}
          value={first(visit.form, "way")}
          items={ways.map((one) => ({ value: one, text: say(`account.way.${one}`) }))}
        />
        {check && <HumanField visit={visit} check={check} problem={human} />}
        <SubmitButton text={say("account.recover.go_on")} />
      </PostForm>
    </>,
  );
}

export async function postRecover(services: AccountRouteServices, visit: Visit): Promise<Response> {
  const typed = readTyped(Recover, visit.form);
  if ("problems" in typed) return showRecover(services, visit, typed.problems);
  const human = await passesCrowd(services, visit);
  if (human) return showRecover(services, visit, { human: { key: `human.${human}` } }, human);
  const { identifier: name, way } = typed.value;
  const token = await beginRecovery(services, { name, way, network: networkOf(visit.address) });
  return redirect(paths.account.recoverProof, [recoveryCookie(token)]);
}
