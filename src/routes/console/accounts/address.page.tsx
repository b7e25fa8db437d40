import type { Reach } from "../../../registry/accounts/reach-proof.ts";
import type { DeskAccount } from "../../../registry/desk/account.query.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import type { StaffVisit } from "../../route.ts";
import { AskingFields, fieldError, FormErrors, type AskingField } from "./asking-fields.tsx";
import { AccountFacts } from "./facts.tsx";

export type AddressErrors = Partial<Readonly<Record<Reach["kind"] | AskingField, string>>>;

/** Words of each; the field is named after the kind. */
export const moveWords = {
  email: {
    title: "desk.address.title",
    text: "desk.address.text",
    label: "desk.address.email",
    hint: "desk.address.email_hint",
    error: "desk.address.error_email",
  },
  phone: {
    title: "desk.telephone.title",
    text: "desk.telephone.text",
    label: "desk.telephone.phone",
    hint: "desk.telephone.phone_hint",
    error: "desk.telephone.error_phone",
  },
} as const;

interface AddressPageProps {
  readonly visit: StaffVisit;
  readonly kind: Reach["kind"];
  readonly account: DeskAccount;
  /** Address of this page. */
  readonly action: string;
  readonly typed: Readonly<Record<"value" | AskingField, string>>;
  readonly errors: AddressErrors;
}

/** The form by which the secretariat asks for another e-mail address or telephone of an account. */
export function AddressPage({ visit, kind, account, action, typed, errors }: AddressPageProps) {
  const { say } = visit;
  const words = moveWords[kind];
  return (
    <>
      <FormErrors visit={visit} errors={errors} />
      <span class="govuk-caption-l">{say("desk.account.title", { name: account.name })}</span>
      <h1 class="govuk-heading-l">{say(words.title)}</h1>
      <p class="govuk-body">{say(words.text)}</p>
      <AccountFacts visit={visit} account={account} />
      {account.open.includes(kind) && <InsetText text={say(`desk.account.open_${kind}`)} />}
      <form method="post" action={action} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Input
          name={kind}
          type={kind === "email" ? "email" : "tel"}
          inputmode={kind === "email" ? "email" : "tel"}
          label={{ text: say(words.label) }}
          hint={{ text: say(words.hint) }}
          value={typed.value}
          {...(kind === "phone" ? { classes: "govuk-input--width-20" } : {})}
          autocomplete="off"
          spellcheck={false}
          {...fieldError(visit, errors[kind])}
        />
        <AskingFields visit={visit} paper={account.paper} typed={typed} errors={errors} some={false} />
        <Button text={say("desk.ask.button")} preventDoubleClick />
      </form>
    </>
  );
}
