import { paths } from "../../paths.ts";
import type { HumanCheck } from "../../registry/accounts/human-check.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { HumanField } from "../human.tsx";
import type { Visit } from "../route.ts";
import { PasskeyForm } from "../../ui/passkey-form/passkey-form.tsx";
import { PasswordField, PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import type { Problems } from "./typed.ts";

interface LoginPageProps {
  readonly visit: Visit;
  readonly problems: Problems;
  /** Where the person wanted to go. */
  readonly next: string | undefined;
  /** Asked where strangers have guessed at this address too often. */
  readonly check: HumanCheck | undefined;
  readonly human: HumanProblem | undefined;
}

export function LoginPage({ visit, problems, next, check, human }: LoginPageProps) {
  const { say } = visit;
  const hidden: Record<string, string> = next === undefined ? {} : { next };
  const field = { visit, problems };
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.login.title")}</h1>
      {next !== undefined && <InsetText text={say("account.login.next")} />}
      <PostForm visit={visit} action={paths.account.login} hidden={hidden}>
        <TextField {...field} name="identifier" hint autocomplete="username" />
        <PasswordField {...field} name="password" autocomplete="current-password" />
        {check && <HumanField visit={visit} check={check} problem={human} />}
        <p class="govuk-body">
          <Link href={paths.account.forgot}>{say("account.login.forgot")}</Link> ·{" "}
          <Link href={paths.account.forgotNames}>{say("account.login.forgot_names")}</Link>
        </p>
        <SubmitButton text={say("account.login.submit")} />
      </PostForm>
      <PasskeyLogin visit={visit} next={next} />
      <p class="govuk-body">
        {say("account.login.no_account")} <Link href={paths.account.register}>{say("account.login.register")}</Link>
      </p>
      <p class="govuk-hint">{say("account.login.phishing")}</p>
    </>
  );
}

/** Signing in by a passkey, in place of password and code, where the browser knows passkeys. */
export function PasskeyLogin({ visit, next }: Pick<LoginPageProps, "visit" | "next">) {
  const { say } = visit;
  return (
    <PasskeyForm
      kind="login"
      ask={paths.account.askForPasskeyLogin}
      action={paths.account.passkeyLogin}
      csrf={visit.csrf}
      button={say("account.passkeys.login")}
      secondary
      hidden={next === undefined ? {} : { next }}
      texts={{ failed: say("account.passkeys.login_failed"), cut: say("account.passkeys.cut") }}
    />
  );
}
