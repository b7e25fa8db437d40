import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import type { HumanCheck } from "../../registry/accounts/human-check.ts";
import type { HumanProblem } from "../../registry/accounts/human-question.ts";
import { Checkboxes } from "../../ui/checkboxes/checkboxes.tsx";
import { Link } from "../../ui/link/link.tsx";
import { HumanField } from "../human.tsx";
import type { Visit } from "../route.ts";
import { fieldParts, PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import { NewPasswordField } from "./new-password.tsx";
import type { Problems } from "./typed.ts";

interface RegisterPageProps {
  readonly visit: Visit;
  readonly problems: Problems;
  readonly check: HumanCheck;
  readonly human: HumanProblem | undefined;
  /** Fewest characters of the password. */
  readonly least: number;
}

export function RegisterPage({ visit, problems, check, human, least }: RegisterPageProps) {
  const { say } = visit;
  const field = { visit, problems };
  const agree = fieldParts({ ...field, name: "agree" });
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.register.title")}</h1>
      <p class="govuk-body">{say("account.register.intro")}</p>
      <PostForm visit={visit} action={paths.account.register}>
        <TextField {...field} name="name" hint autocomplete="name" />
        <TextField {...field} name="email" hint type="email" autocomplete="email" />
        <NewPasswordField {...field} name="password" context={{ least }} />
        <HumanField visit={visit} check={check} problem={human} />
        <p class="govuk-body">
          <Link href={paths.privacy}>{say("account.agree.read")}</Link>
        </p>
        <Checkboxes
          name="agree"
          values={[first(visit.form, "agree")]}
          {...(agree.errorMessage ? { errorMessage: agree.errorMessage } : {})}
          items={[{ value: "yes", text: say("account.agree.item") }]}
        />
        <SubmitButton text={say("account.register.submit")} />
      </PostForm>
      <p class="govuk-body">
        {say("account.register.have")} <Link href={paths.account.login}>{say("account.login.submit")}</Link>
      </p>
    </>
  );
}
