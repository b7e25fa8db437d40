import { paths } from "../../paths.ts";
import type { CodeKind } from "../../registry/accounts/factors.query.ts";
import type { Proof, Recovery } from "../../registry/recovery/recovery.query.ts";
import { Button } from "../../ui/button/button.tsx";
import { Link } from "../../ui/link/link.tsx";
import type { Visit } from "../route.ts";
import { PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import type { Problems } from "./typed.ts";

/** The field in which each is typed. */
export const fieldOfProof = {
  email: "sent_code",
  sms: "sent_code",
  authenticator: "code",
  recovery_code: "recovery",
} as const satisfies Record<Proof, string>;

interface Props {
  readonly visit: Visit;
  readonly problems: Problems;
  readonly recovery: Recovery;
  /** What can be proved beside what was; empty before anything was proved. */
  readonly more: readonly { readonly proof: Proof; readonly masked?: string }[];
}

export function RecoverProofPage(props: Props) {
  const { visit, problems, recovery, more } = props;
  const { say } = visit;
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.recover.title")}</h1>
      {recovery.proved.length === 0 ? <First {...props} /> : <More {...props} />}
      {recovery.proved.length > 0 && more.length === 0 && (
        <p class="govuk-body">
          {say("account.recover.none_left")} <Link href={paths.help}>{say("account.recover.help")}</Link>
        </p>
      )}
      <p class="govuk-body">
        <Link href={paths.account.recover}>{say("account.recover.begin_anew")}</Link>
      </p>
    </>
  );
}

function First({ visit, problems, recovery: { way } }: Props) {
  if (way === "recovery_code") return <Prove visit={visit} problems={problems} proof={way} />;
  return (
    <>
      <p class="govuk-body">{visit.say(`account.recover.sent_${way}`)}</p>
      <Prove visit={visit} problems={problems} proof={way} />
      <Send visit={visit} kind={way} text={visit.say(`account.factor.again_${way}`)} />
    </>
  );
}

function More({ visit, problems, recovery, more }: Props) {
  const { say } = visit;
  return (
    <>
      <p class="govuk-body-l">{say("account.recover.more")}</p>
      {more.map(({ proof, masked }) => {
        if (masked === undefined || (proof !== "email" && proof !== "sms")) {
          return <Prove visit={visit} problems={problems} proof={proof} />;
        }
        const sent = recovery.codeWay === proof;
        return (
          <>
            {sent && <p class="govuk-body">{say("account.factor.sent_to", { to: masked })}</p>}
            {sent && <Prove visit={visit} problems={problems} proof={proof} />}
            <Send
              visit={visit}
              kind={proof}
              text={sent ? say(`account.factor.again_${proof}`) : say(`account.factor.send_${proof}`, { to: masked })}
            />
          </>
        );
      })}
      <p class="govuk-hint">{say("account.recover.more_why")}</p>
    </>
  );
}

/** The form for one proof. */
function Prove({ visit, problems, proof }: Pick<Props, "visit" | "problems"> & { readonly proof: Proof }) {
  const field = fieldOfProof[proof];
  return (
    <PostForm visit={visit} action={paths.account.recoverProof} hidden={{ proof }}>
      <TextField
        visit={visit}
        problems={problems}
        name={field}
        hint
        {...(field === "recovery" ? {} : { inputmode: "numeric" })}
        autocomplete={field === "recovery" ? "off" : "one-time-code"}
        classes={`${field === "recovery" ? "govuk-input--width-20" : "govuk-input--width-10"} govuk-input--extra-letter-spacing`}
      />
      <SubmitButton text={visit.say("account.recover.prove")} />
    </PostForm>
  );
}

function Send({ visit, kind, text }: Pick<Props, "visit"> & { readonly kind: CodeKind; readonly text: string }) {
  return (
    <PostForm visit={visit} action={paths.account.recoverSend} hidden={{ kind }}>
      <Button type="submit" preventDoubleClick classes="govuk-button--secondary" text={text} />
    </PostForm>
  );
}
