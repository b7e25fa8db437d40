import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import { AccountForm } from "./account-form.tsx";
import { Act, at, type FurtherProps } from "./act-form.tsx";

/** What this person asked before, and where a ticket can go besides its answer. */
export function FurtherActs(props: FurtherProps) {
  const { say } = props.visit;
  return (
    <section class="daftar-section" aria-labelledby="related">
      <h2 class="govuk-heading-m" id="related">
        {say("ticket_acts.related")}
      </h2>
      <Related {...props} />
      <h2 class="govuk-heading-m">{say("ticket_acts.title")}</h2>
      <Pass {...props} />
      <Merge {...props} />
      <LinkForm {...props} />
      <AccountForm {...props} />
    </section>
  );
}

function Related({ visit, names, further }: FurtherProps) {
  const { say, language } = visit;
  if (further.related.length === 0) return <p class="govuk-body">{say("ticket_acts.related_none")}</p>;
  return (
    <Table
      caption={say("ticket_acts.related_hint")}
      captionClasses="govuk-hint"
      firstCellIsHeader
      stacked
      head={(["number", "category", "status", "since"] as const).map((column) => ({
        text: say(`tickets.column.${column}`),
      }))}
      rows={further.related.map((one) => [
        { text: <Link href={paths.console.ticket(one.id)}>{one.number}</Link> },
        { text: names.get(one.category)?.[language] ?? one.category },
        {
          text: `${say(`tickets.status.${one.status}`)}${one.merged ? ` (${say("ticket_acts.is_merged")})` : ""}`,
        },
        { text: shortMoment(one.askedAt, further.zone, language) },
      ])}
    />
  );
}

function Pass({ visit, ticket, further, problem }: FurtherProps) {
  const { say, form } = visit;
  const isOwn = ticket.agentId === null || ticket.agentId === visit.session.accountId;
  if (ticket.status === "answered" || !isOwn) return <></>;
  return (
    <Act
      visit={visit}
      title={say("ticket_acts.pass")}
      shortcut="p"
      action={paths.console.passTicket(ticket.id)}
      open={problem?.field === "to" || problem?.field === "pass_words"}
    >
      <Select
        name="to"
        label={{ text: say("ticket_acts.pass_to") }}
        value={first(form, "to")}
        items={[
          { value: "", text: say("ticket_acts.pass_none") },
          ...further.colleagues.map(({ id, name }) => ({
            value: `account.${id}`,
            text: say("ticket_acts.pass_colleague", { name }),
          })),
          ...further.helpdesks.map(({ id, name }) => ({
            value: `institution.${id}`,
            text: say("ticket_acts.pass_institution", { name }),
          })),
        ]}
        {...at(visit, problem, "to")}
      />
      <Textarea
        name="pass_words"
        rows={3}
        label={{ text: say("ticket_acts.pass_words") }}
        hint={{ text: say("ticket_acts.pass_words_hint") }}
        value={"pass_words" in form ? first(form, "pass_words") : say("ticket_acts.pass_words_text")}
        {...at(visit, problem, "pass_words")}
      />
      <Button text={say("ticket_acts.pass_button")} classes="govuk-button--secondary" preventDoubleClick />
    </Act>
  );
}

function Merge({ visit, ticket, further, problem }: FurtherProps) {
  const { say, form } = visit;
  const others = further.related.filter((one) => !one.merged && one.institutionId === ticket.institutionId);
  const isOwn = ticket.agentId === null || ticket.agentId === visit.session.accountId;
  if (others.length === 0 || ticket.mergedInto !== null || !isOwn) return <></>;
  return (
    <Act
      visit={visit}
      title={say("ticket_acts.merge")}
      shortcut="m"
      action={paths.console.mergeTicket(ticket.id)}
      open={problem?.field === "into" || problem?.field === "merge_words"}
    >
      <Select
        name="into"
        label={{ text: say("ticket_acts.merge_into") }}
        value={first(form, "into")}
        items={others.map(({ id, number }) => ({ value: id, text: number }))}
        {...at(visit, problem, "into")}
      />
      <Textarea
        name="merge_words"
        rows={3}
        label={{ text: say("ticket_acts.merge_words") }}
        hint={{ text: say("ticket_acts.merge_words_hint") }}
        value={"merge_words" in form ? first(form, "merge_words") : say("ticket_acts.merge_words_text")}
        {...at(visit, problem, "merge_words")}
      />
      <Button text={say("ticket_acts.merge_button")} classes="govuk-button--secondary" preventDoubleClick />
    </Act>
  );
}

function LinkForm({ visit, ticket, further, problem }: FurtherProps) {
  const { say, form } = visit;
  return (
    <Act
      visit={visit}
      title={say("ticket_acts.link")}
      shortcut="h"
      action={paths.console.linkTicket(ticket.id)}
      open={problem?.field === "number"}
    >
      <Input
        name="number"
        classes="govuk-input--width-20"
        label={{ text: say("ticket_acts.link_number") }}
        hint={{ text: say("ticket_acts.link_hint") }}
        value={"number" in form ? first(form, "number") : (further.application?.number ?? "")}
        autocomplete="off"
        spellcheck={false}
        {...at(visit, problem, "number")}
      />
      <Button text={say("ticket_acts.link_button")} classes="govuk-button--secondary" preventDoubleClick />
    </Act>
  );
}
