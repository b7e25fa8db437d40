import * as z from "zod";
import { paths } from "../../paths.ts";
import { giveCode, hasAuthenticator } from "../../registry/accounts/authenticator.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import { nextOf } from "./login.tsx";
import type { AccountRouteServices } from "./services.ts";
import { sessionCookie } from "./session-cookie.ts";
import { codeTyped, readTyped, type Problems } from "./typed.ts";

const Code = z.object({ code: codeTyped });

/** The page between password and console. Without an authenticator it leads to setting one up. */
export async function showFactor(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  if (visit.session.factor) return redirect(nextOf(visit) ?? paths.console.queue);
  if (!(await hasAuthenticator(services.db, visit.session.accountId))) return redirect(paths.account.authenticator);
  return drawFactor(services, visit, {});
}

export async function postFactor(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(Code, visit.form);
  if ("problems" in typed) return drawFactor(services, visit, typed.problems);
  const token = await giveCode(services, visit.session, typed.value.code);
  if (token === undefined) return drawFactor(services, visit, { code: { key: "account.error.code_wrong" } });
  return redirect(nextOf(visit) ?? paths.console.queue, [sessionCookie(token)]);
}

function drawFactor(services: AccountRouteServices, visit: PersonVisit, problems: Problems): Response {
  const { say } = visit;
  const next = nextOf(visit);
  return services.draw(
    visit,
    { title: say("account.factor.title"), errors: Object.keys(problems).length > 0 },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.factor.title")}</h1>
      <PostForm visit={visit} action={paths.account.factor} hidden={next === undefined ? {} : { next }}>
        <CodeField visit={visit} problems={problems} />
        <SubmitButton text={say("account.factor.submit")} />
      </PostForm>
      <p class="govuk-hint">{say("account.factor.lost")}</p>
    </>,
  );
}

/** The field for the six digits, as telephones fill it in by themselves. */
export function CodeField({ visit, problems }: { readonly visit: PersonVisit; readonly problems: Problems }) {
  return (
    <TextField
      visit={visit}
      problems={problems}
      name="code"
      hint
      inputmode="numeric"
      autocomplete="one-time-code"
      classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
    />
  );
}
