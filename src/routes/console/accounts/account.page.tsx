import type { DeskAccount } from "../../../registry/desk/account.query.ts";
import { Button } from "../../../ui/button/button.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import type { StaffVisit } from "../../route.ts";
import { AskingFields, fieldError, FormErrors, type AskingField } from "./asking-fields.tsx";
import { AccountFacts } from "./facts.tsx";

/** What this form asks for; another address has a form of its own. */
export const askedHere = ["unlock", "reset", "factor"] as const;

type Field = "kind" | AskingField;
export type AskErrors = Partial<Readonly<Record<Field, string>>>;

interface AccountPageProps {
  readonly visit: StaffVisit;
  readonly account: DeskAccount;
  /** Address of this page. */
  readonly action: string;
  /** Where another address and another telephone are asked for, for who may. */
  readonly moves: readonly { readonly kind: "email" | "phone"; readonly href: string }[];
  readonly typed: Readonly<Record<Field, string>>;
  readonly errors: AskErrors;
}

/** The masked facts of an account, and the form by which something is asked for its owner. */
export function AccountPage({ visit, account, action, moves, typed, errors }: AccountPageProps) {
  const { say } = visit;
  return (
    <>
      <FormErrors visit={visit} errors={errors} />
      <h1 class="govuk-heading-l">{say("desk.account.title", { name: account.name })}</h1>
      <p class="govuk-body">{say("desk.account.half_hour")}</p>
      <h2 class="govuk-heading-m">{say("desk.account.caption")}</h2>
      <AccountFacts visit={visit} account={account} />
      {account.open.map((kind) => (
        <InsetText text={say(`desk.account.open_${kind}`)} />
      ))}
      <form method="post" action={action} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <h2 class="govuk-heading-m">{say("desk.ask.title")}</h2>
        <p class="govuk-body">{say("desk.ask.text")}</p>
        {moves.map(({ kind, href }) => (
          <p class="govuk-body">
            <Link href={href}>{say(kind === "email" ? "desk.address.link" : "desk.telephone.link")}</Link>
          </p>
        ))}
        <Radios
          name="kind"
          fieldset={{ legend: { text: say("desk.ask.kind") } }}
          value={typed.kind}
          items={askedHere.map((kind) => ({
            value: kind,
            text: say(`desk.ask.kind_${kind}`),
            hint: { text: say(`desk.ask.kind_${kind}_hint`) },
          }))}
          {...fieldError(visit, errors.kind)}
        />
        <AskingFields visit={visit} paper={account.paper} typed={typed} errors={errors} some />
        <Button text={say("desk.ask.button")} preventDoubleClick />
      </form>
    </>
  );
}
