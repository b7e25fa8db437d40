import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import type { StaffVisit } from "../../route.ts";
import { Act, at, type FurtherProps } from "./act-form.tsx";
import type { Further } from "./further.query.ts";

/** The form that links a ticket to an account, or takes that back. */
export function AccountForm({ visit, ticket, further, problem }: FurtherProps) {
  const { say, form } = visit;
  const { account } = further;
  if (account && !account.byAgent) return <></>;
  return (
    <Act
      visit={visit}
      title={say(account ? "ticket_account.unlink" : "ticket_account.link")}
      shortcut="a"
      action={paths.console.ticketAccount(ticket.id)}
      open={problem?.field === "account"}
    >
      {account ? (
        <>
          <p class="govuk-body">{say("ticket_account.unlink_text")}</p>
          <Button
            name="act"
            value="unlink"
            text={say("ticket_account.unlink_button")}
            classes="govuk-button--secondary"
            preventDoubleClick
          />
        </>
      ) : (
        <>
          <Input
            name="account"
            classes="govuk-input--width-20"
            label={{ text: say("ticket_account.name") }}
            hint={{ text: say("ticket_account.hint") }}
            value={first(form, "account")}
            autocomplete="off"
            spellcheck={false}
            {...at(visit, problem, "account")}
          />
          <Button text={say("ticket_acts.link_button")} classes="govuk-button--secondary" preventDoubleClick />
        </>
      )}
    </Act>
  );
}

/** Which account a ticket belongs to, masked. */
export function AccountLine({ visit, account }: { readonly visit: StaffVisit; readonly account: Further["account"] }) {
  const { say } = visit;
  if (!account) return <></>;
  const state = account.kept
    ? ({ text: say("ticket_account.kept"), tone: "good" } as const)
    : ({ text: say("ticket_account.waits"), tone: "info" } as const);
  return (
    <p class="govuk-body">
      {say("ticket_account.line")}: {account.name}, {account.email} <StatusTag {...state} />
    </p>
  );
}
