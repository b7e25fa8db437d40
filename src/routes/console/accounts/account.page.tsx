import type { DeskAccount } from "../../../registry/desk/account.query.ts";
import { requestKinds } from "../../../registry/desk/services.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { AccountFacts } from "./facts.tsx";

type Field = "kind" | "nik" | "number" | "reason";
export type AskErrors = Partial<Readonly<Record<Field, string>>>;

interface AccountPageProps {
  readonly visit: StaffVisit;
  readonly account: DeskAccount;
  /** Address of this page. */
  readonly action: string;
  readonly typed: Readonly<Record<Field, string>>;
  readonly errors: AskErrors;
}

/** The masked facts of an account, and the form by which something is asked for its owner. */
export function AccountPage(props: AccountPageProps) {
  const { visit, account, errors } = props;
  const { say } = visit;
  const found = Object.entries(errors);
  return (
    <>
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <h1 class="govuk-heading-l">{say("desk.account.title", { name: account.name })}</h1>
      <p class="govuk-body">{say("desk.account.half_hour")}</p>
      <h2 class="govuk-heading-m">{say("desk.account.caption")}</h2>
      <AccountFacts visit={visit} account={account} />
      {account.open.map((kind) => (
        <InsetText text={say(`desk.account.open_${kind}`)} />
      ))}
      <AskForm {...props} />
    </>
  );
}

function AskForm({ visit, action, typed, errors }: AccountPageProps) {
  const { say } = visit;
  const error = (text: string | undefined) =>
    text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("console.error_sign") } };
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <h2 class="govuk-heading-m">{say("desk.ask.title")}</h2>
      <p class="govuk-body">{say("desk.ask.text")}</p>
      <Radios
        name="kind"
        fieldset={{ legend: { text: say("desk.ask.kind") } }}
        value={typed.kind}
        items={requestKinds.map((kind) => ({
          value: kind,
          text: say(`desk.ask.kind_${kind}`),
          hint: { text: say(`desk.ask.kind_${kind}_hint`) },
        }))}
        {...error(errors.kind)}
      />
      {(["nik", "number"] as const).map((name) => (
        <Input
          name={name}
          label={{ text: say(`desk.ask.${name}`) }}
          hint={{ text: say(`desk.ask.${name}_hint`) }}
          value={typed[name]}
          {...(name === "nik" ? { inputmode: "numeric" as const } : {})}
          classes="govuk-input--width-20"
          autocomplete="off"
          spellcheck={false}
          {...error(errors[name])}
        />
      ))}
      <Textarea
        name="reason"
        rows={4}
        label={{ text: say("desk.ask.reason") }}
        hint={{ text: say("desk.ask.reason_hint") }}
        value={typed.reason}
        {...error(errors.reason)}
      />
      <Button text={say("desk.ask.button")} preventDoubleClick />
    </form>
  );
}
