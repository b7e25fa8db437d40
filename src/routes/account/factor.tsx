import * as z from "zod";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { giveCode } from "../../registry/accounts/authenticator.ts";
import { findSentCode, giveSentCode, requestCode } from "../../registry/accounts/factor-codes.ts";
import { codeKinds, hasSecondFactor, readFactors } from "../../registry/accounts/factors.query.ts";
import { giveRecoveryCode } from "../../registry/accounts/recovery-codes.ts";
import { Link } from "../../ui/link/link.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import { PasskeyLogin } from "./login.page.tsx";
import { nextOf } from "./login.tsx";
import { rememberCookies } from "./remembered-cookie.ts";
import { channelsOf, Remember, SendButtons, SentCodeField } from "./sent-code.tsx";
import type { AccountRouteServices } from "./services.ts";
import { sessionCookie } from "./session-cookie.ts";
import { codeTyped, readTyped, recoveryTyped, type Problems } from "./typed.ts";

const Code = z.object({ code: codeTyped });
const SentCode = z.object({ sent_code: codeTyped });
const RecoveryCode = z.object({ recovery: recoveryTyped });

/** The page between password and everything else. Staff without an authenticator are led to setting one up. */
export async function showFactor(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { session } = visit;
  if (session.factor || (!session.awaitsFactor && !session.staff)) return redirect(afterLogin(visit));
  if (await hasSecondFactor(services.db, session.accountId)) return drawFactor(services, visit, {});
  return redirect(session.staff ? paths.account.authenticator : afterLogin(visit));
}

export async function postFactor(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(Code, visit.form);
  if ("problems" in typed) return drawFactor(services, visit, typed.problems);
  const token = await giveCode(services, visit.session, typed.value.code);
  if (token === undefined) return drawFactor(services, visit, { code: { key: "account.error.code_wrong" } });
  return redirect(afterLogin(visit), [sessionCookie(token), ...(await rememberCookies(services, visit))]);
}

/** Sends a code to the address or telephone; the page then asks for it. */
export async function postSendCode(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const kind = codeKinds.find((one) => one === first(visit.form, "kind"));
  if (kind !== undefined) await requestCode(services, visit.session, { kind, purpose: "login" });
  const next = nextOf(visit);
  return redirect(next === undefined ? paths.account.factor : paths.account.factorThenGo(next));
}

/** Takes the code that was sent. */
export async function postSentCode(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(SentCode, visit.form);
  if ("problems" in typed) return drawFactor(services, visit, typed.problems);
  const token = await giveSentCode(services, visit.session, typed.value.sent_code);
  if (token === undefined) return drawFactor(services, visit, { sent_code: { key: "account.error.sent_code_wrong" } });
  return redirect(afterLogin(visit), [sessionCookie(token), ...(await rememberCookies(services, visit))]);
}

export function showRecoveryCode(services: AccountRouteServices, visit: PersonVisit): Response {
  return visit.session.factor ? redirect(afterLogin(visit)) : drawRecoveryCode(services, visit, {});
}

export async function postRecoveryCode(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const typed = readTyped(RecoveryCode, visit.form);
  if ("problems" in typed) return drawRecoveryCode(services, visit, typed.problems);
  const token = await giveRecoveryCode(services, visit.session, typed.value.recovery);
  const wrong: Problems = { recovery: { key: "account.error.recovery_wrong" } };
  return token === undefined
    ? drawRecoveryCode(services, visit, wrong)
    : redirect(paths.account.security, [sessionCookie(token)]);
}

function afterLogin(visit: PersonVisit): string {
  return nextOf(visit) ?? (visit.session.staff ? paths.console.start : paths.account.home);
}

async function drawFactor(services: AccountRouteServices, visit: PersonVisit, problems: Problems): Promise<Response> {
  const { say, session } = visit;
  const next = nextOf(visit);
  const { authenticator, passkeys, codes } = await readFactors(services.db, session.accountId);
  const sent = await findSentCode(services.db, session);
  const awaited = !session.staff && (sent?.purpose === "login" || "sent_code" in problems);
  const channels = await channelsOf(services, session.accountId, codes);
  const reached = channels.find(({ kind }) => kind === sent?.kind);
  const hidden: Readonly<Record<string, string>> = next === undefined ? {} : { next };
  const title = say(authenticator ? "account.factor.title" : "account.factor.title_code");
  return services.draw(
    visit,
    { title, errors: Object.keys(problems).length > 0 },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{title}</h1>
      {awaited && reached && <p class="govuk-body">{say("account.factor.sent_to", { to: reached.masked })}</p>}
      {awaited && (
        <PostForm visit={visit} action={paths.account.sentCode} hidden={hidden}>
          <SentCodeField visit={visit} problems={problems} />
          <Remember visit={visit} />
          <SubmitButton text={say("account.factor.submit")} />
        </PostForm>
      )}
      {authenticator && (
        <PostForm visit={visit} action={paths.account.factor} hidden={hidden}>
          <CodeField visit={visit} problems={problems} />
          {!awaited && !session.staff && <Remember visit={visit} />}
          <SubmitButton text={say("account.factor.submit")} />
        </PostForm>
      )}
      {!awaited && !authenticator && codes.length > 0 && <p class="govuk-body">{say("account.factor.choose")}</p>}
      <SendButtons visit={visit} channels={channels} again={awaited} />
      {passkeys > 0 && <PasskeyLogin visit={visit} next={next} />}
      <p class="govuk-body">
        <Link href={paths.account.recoveryCode}>{say("account.factor.to_recovery")}</Link>
      </p>
      {session.staff ? (
        <p class="govuk-hint">{say("account.factor.lost")}</p>
      ) : (
        (authenticator || passkeys > 0) && (
          <p class="govuk-body">
            <Link href={paths.account.recover}>{say("account.factor.lost_all")}</Link>
          </p>
        )
      )}
    </>,
  );
}

function drawRecoveryCode(services: AccountRouteServices, visit: PersonVisit, problems: Problems): Response {
  const { say } = visit;
  return services.draw(
    visit,
    {
      title: say("account.recovery.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.factor },
    },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.recovery.title")}</h1>
      <PostForm visit={visit} action={paths.account.recoveryCode}>
        <TextField
          visit={visit}
          problems={problems}
          name="recovery"
          hint
          autocomplete="off"
          classes="govuk-input--width-20 govuk-input--extra-letter-spacing"
        />
        <SubmitButton text={say("account.factor.submit")} />
      </PostForm>
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
