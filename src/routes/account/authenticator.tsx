import * as z from "zod";
import { paths } from "../../paths.ts";
import { getProfile } from "../../registry/accounts/account.query.ts";
import { authenticatorUri, confirmAuthenticator, prepareAuthenticator } from "../../registry/accounts/authenticator.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { QrCode } from "../../ui/qr-code/qr-code.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { CodeField } from "./factor.tsx";
import { PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import { nextOf } from "./login.tsx";
import type { AccountRouteServices } from "./services.ts";
import { sessionCookie } from "./session-cookie.ts";
import { codeTyped, readTyped, type Problems } from "./typed.ts";

const Code = z.object({ code: codeTyped });

/** Sets up an authenticator: staff must have one, others may. Who has one already gave it at the login. */
export function showAuthenticator(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  return drawSetUp(services, visit, {});
}

export async function postAuthenticator(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(Code, visit.form);
  if ("problems" in typed) return drawSetUp(services, visit, typed.problems);
  const token = await confirmAuthenticator(services, visit.session, typed.value.code);
  if (token === undefined) return drawSetUp(services, visit, { code: { key: "account.error.code_wrong" } });
  const { staff } = visit.session;
  const next = nextOf(visit) ?? (staff ? paths.console.start : `${paths.account.security}?done=authenticator`);
  return redirect(next, [sessionCookie(token)]);
}

async function drawSetUp(services: AccountRouteServices, visit: PersonVisit, problems: Problems): Promise<Response> {
  const { say, session } = visit;
  const secret = await prepareAuthenticator(services.db, services.keyring, session.accountId);
  const { email } = await getProfile(services.db, services.keyring, session.accountId);
  const next = nextOf(visit);
  return services.draw(
    visit,
    { title: say("account.authenticator.title"), errors: Object.keys(problems).length > 0 },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.authenticator.title")}</h1>
      <p class="govuk-body">{say(session.staff ? "account.authenticator.text" : "account.authenticator.text_own")}</p>
      {session.factor && <InsetText text={say("account.authenticator.replace")} />}
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        <li>
          {say("account.authenticator.step_scan")}
          <QrCode text={authenticatorUri(secret, email)} label={say("account.authenticator.qr")} />
        </li>
        <li>
          {say("account.authenticator.step_type")}
          <br />
          <code>{inGroups(secret)}</code>
        </li>
        <li>{say("account.authenticator.step_code")}</li>
      </ol>
      <PostForm visit={visit} action={paths.account.authenticator} hidden={next === undefined ? {} : { next }}>
        <CodeField visit={visit} problems={problems} />
        <SubmitButton text={say("account.authenticator.submit")} />
      </PostForm>
    </>,
  );
}

/** In fours, as people type a long key. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
