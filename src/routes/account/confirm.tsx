import * as z from "zod";
import { paths } from "../../paths.ts";
import { giveCode, hasAuthenticator } from "../../registry/accounts/authenticator.ts";
import { provePassword } from "../../registry/accounts/prove-password.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { CodeField } from "./factor.tsx";
import { PasswordField, PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import { nextOf } from "./login.tsx";
import type { AccountRouteServices } from "./services.ts";
import { sessionCookie } from "./session-cookie.ts";
import { codeTyped, passwordTyped, readTyped, type Problems } from "./typed.ts";

const Code = z.object({ code: codeTyped });
const Password = z.object({ present: passwordTyped });

/** Asks once more who it is, before something sensitive: by the authenticator where there is one, else by the password. */
export async function showConfirm(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  return drawConfirm(services, visit, await hasAuthenticator(services.db, visit.session.accountId), {});
}

export async function postConfirm(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const byCode = await hasAuthenticator(services.db, visit.session.accountId);
  return byCode ? confirmByCode(services, visit) : confirmByPassword(services, visit);
}

async function confirmByCode(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(Code, visit.form);
  if ("problems" in typed) return drawConfirm(services, visit, true, typed.problems);
  const token = await giveCode(services, visit.session, typed.value.code);
  if (token === undefined) return drawConfirm(services, visit, true, { code: { key: "account.error.code_wrong" } });
  return redirect(goOn(visit), [sessionCookie(token)]);
}

async function confirmByPassword(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(Password, visit.form);
  if ("problems" in typed) return drawConfirm(services, visit, false, typed.problems);
  if (await provePassword(services, visit.session, typed.value.present)) return redirect(goOn(visit));
  return drawConfirm(services, visit, false, { present: { key: "account.error.present_wrong" } });
}

function goOn(visit: PersonVisit): string {
  return nextOf(visit) ?? paths.account.security;
}

function drawConfirm(
  services: AccountRouteServices,
  visit: PersonVisit,
  byCode: boolean,
  problems: Problems,
): Response {
  const { say } = visit;
  const next = nextOf(visit);
  return services.draw(
    visit,
    {
      title: say("account.confirm.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.home },
    },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.confirm.title")}</h1>
      <p class="govuk-body">{say("account.confirm.note")}</p>
      <PostForm visit={visit} action={paths.account.confirm} hidden={next === undefined ? {} : { next }}>
        {byCode ? (
          <CodeField visit={visit} problems={problems} />
        ) : (
          <PasswordField visit={visit} problems={problems} name="present" autocomplete="current-password" />
        )}
        <SubmitButton text={say("account.factor.submit")} />
      </PostForm>
    </>,
  );
}
