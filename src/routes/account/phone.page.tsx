import { paths } from "../../paths.ts";
import type { PhoneProof } from "../../registry/accounts/phone-proof.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import { SentCodeField } from "./sent-code.tsx";
import type { Problems } from "./typed.ts";

interface Props {
  readonly visit: PersonVisit;
  readonly problems: Problems;
  readonly sendsTexts: boolean;
  /** The number that the account has, with its middle hidden. */
  readonly present: string | undefined;
  /** The number that is being proved. */
  readonly proof: PhoneProof | undefined;
  /** Where the person goes on. */
  readonly next: string | undefined;
}

export function PhonePage(props: Props) {
  const { visit, problems, present, proof, sendsTexts } = props;
  const { say } = visit;
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.phone.title")}</h1>
      <p class="govuk-body">{say("account.phone.why")}</p>
      {present !== undefined && (
        <>
          <InsetText text={say("account.phone.now", { phone: present })} />
          <p class="govuk-body">{say("account.phone.both")}</p>
        </>
      )}
      {!sendsTexts ? (
        <InsetText text={say("account.phone.none_sent")} />
      ) : proof ? (
        <Prove {...props} proof={proof} />
      ) : (
        <Ask {...props} />
      )}
    </>
  );
}

function Ask({ visit, problems, next }: Props) {
  return (
    <PostForm visit={visit} action={paths.account.phone} hidden={hiddenOf(next)}>
      <TextField
        visit={visit}
        problems={problems}
        name="phone"
        hint
        type="tel"
        autocomplete="tel"
        classes="govuk-input--width-20"
      />
      <SubmitButton text={visit.say("account.phone.send")} />
    </PostForm>
  );
}

function Prove({ visit, problems, proof, next }: Props & { readonly proof: PhoneProof }) {
  const { say } = visit;
  return (
    <>
      <p class="govuk-body">
        {say("account.phone.sent", { phone: proof.phone })}{" "}
        <Link href={`${paths.account.phone}?other`}>{say("account.phone.other")}</Link>
      </p>
      <PostForm visit={visit} action={paths.account.provePhone} hidden={hiddenOf(next)}>
        {proof.needsOld && (
          <TextField
            visit={visit}
            problems={problems}
            name="old_code"
            inputmode="numeric"
            autocomplete="off"
            classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
          />
        )}
        <SentCodeField visit={visit} problems={problems} />
        <SubmitButton text={say("account.phone.prove")} />
      </PostForm>
      <PostForm visit={visit} action={paths.account.phone} hidden={{ ...hiddenOf(next), phone: proof.phone }}>
        <Button type="submit" preventDoubleClick classes="govuk-button--secondary" text={say("account.phone.again")} />
      </PostForm>
    </>
  );
}

function hiddenOf(next: string | undefined): Readonly<Record<string, string>> {
  return next === undefined ? {} : { next };
}
