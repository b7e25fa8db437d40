import type { DeskAccount } from "../../../registry/desk/account.query.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import type { StaffVisit } from "../../route.ts";
import { AskingFields, fieldError, FormErrors } from "./asking-fields.tsx";
import { AccountFacts } from "./facts.tsx";

type Field = "email" | "nik" | "number" | "reason";
export type AddressErrors = Partial<Readonly<Record<Field, string>>>;

interface AddressPageProps {
  readonly visit: StaffVisit;
  readonly account: DeskAccount;
  /** Address of this page. */
  readonly action: string;
  readonly typed: Readonly<Record<Field, string>>;
  readonly errors: AddressErrors;
}

/** The form by which the secretariat asks for another e-mail address of an account. */
export function AddressPage({ visit, account, action, typed, errors }: AddressPageProps) {
  const { say } = visit;
  return (
    <>
      <FormErrors visit={visit} errors={errors} />
      <span class="govuk-caption-l">{say("desk.account.title", { name: account.name })}</span>
      <h1 class="govuk-heading-l">{say("desk.address.title")}</h1>
      <p class="govuk-body">{say("desk.address.text")}</p>
      <AccountFacts visit={visit} account={account} />
      {account.open.includes("email") && <InsetText text={say("desk.account.open_email")} />}
      <form method="post" action={action} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Input
          name="email"
          type="email"
          inputmode="email"
          label={{ text: say("desk.address.email") }}
          hint={{ text: say("desk.address.email_hint") }}
          value={typed.email}
          autocomplete="off"
          spellcheck={false}
          {...fieldError(visit, errors.email)}
        />
        <AskingFields visit={visit} typed={typed} errors={errors} some={false} />
        <Button text={say("desk.ask.button")} preventDoubleClick />
      </form>
    </>
  );
}
