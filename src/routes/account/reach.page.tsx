import { paths } from "../../paths.ts";
import type { Reach, ReachProof } from "../../registry/accounts/reach-proof.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import { SentCodeField } from "./sent-code.tsx";
import type { Problems } from "./typed.ts";

/** The field in which each is typed. */
export const fieldOf = { email: "new_email", phone: "phone" } as const;

/** Words and places of each. */
export const textsOf = {
  email: {
    title: "account.change_email.title",
    why: "account.change_email.why",
    now: "account.change_email.now",
    both: "account.change_email.both",
    taken: "account.error.email_taken",
    page: paths.account.email,
    prove: paths.account.proveEmail,
  },
  phone: {
    title: "account.phone.title",
    why: "account.phone.why",
    now: "account.phone.now",
    both: "account.phone.both",
    taken: "account.error.phone_taken",
    page: paths.account.phone,
    prove: paths.account.provePhone,
  },
} as const;

interface Props {
  readonly visit: PersonVisit;
  readonly kind: Reach["kind"];
  readonly problems: Problems;
  /** Whether codes can be sent that way. */
  readonly sends: boolean;
  /** What the account has, with its middle hidden. */
  readonly present: string | undefined;
  /** What is being proved. */
  readonly proof: ReachProof | undefined;
  /** Where the person goes on. */
  readonly next: string | undefined;
}

export function ReachPage(props: Props) {
  const { visit, kind, problems, present, proof, sends } = props;
  const { say } = visit;
  const texts = textsOf[kind];
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say(texts.title)}</h1>
      <p class="govuk-body">{say(texts.why)}</p>
      {present !== undefined && (
        <>
          <InsetText text={say(texts.now, { to: present })} />
          <p class="govuk-body">{say(texts.both)}</p>
        </>
      )}
      {!sends ? (
        <InsetText text={say("account.phone.none_sent")} />
      ) : proof ? (
        <Prove {...props} proof={proof} />
      ) : (
        <Ask {...props} />
      )}
    </>
  );
}

function Ask({ visit, kind, problems, next }: Props) {
  return (
    <PostForm visit={visit} action={textsOf[kind].page} hidden={hiddenOf(next)}>
      <TextField
        visit={visit}
        problems={problems}
        name={fieldOf[kind]}
        hint
        type={kind === "email" ? "email" : "tel"}
        autocomplete={kind === "email" ? "email" : "tel"}
        classes={kind === "email" ? "" : "govuk-input--width-20"}
      />
      <SubmitButton text={visit.say("account.reach.send")} />
    </PostForm>
  );
}

function Prove({ visit, kind, problems, proof, next }: Props & { readonly proof: ReachProof }) {
  const { say } = visit;
  const { page, prove } = textsOf[kind];
  return (
    <>
      <p class="govuk-body">
        {say("account.reach.sent", { to: proof.value })}{" "}
        <Link href={`${page}?other`}>{say("account.reach.other")}</Link>
      </p>
      <PostForm visit={visit} action={prove} hidden={hiddenOf(next)}>
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
        <SubmitButton text={say("account.reach.prove")} />
      </PostForm>
      <PostForm visit={visit} action={page} hidden={{ ...hiddenOf(next), [fieldOf[kind]]: proof.value }}>
        <Button type="submit" preventDoubleClick classes="govuk-button--secondary" text={say("account.reach.again")} />
      </PostForm>
    </>
  );
}

function hiddenOf(next: string | undefined): Readonly<Record<string, string>> {
  return next === undefined ? {} : { next };
}
