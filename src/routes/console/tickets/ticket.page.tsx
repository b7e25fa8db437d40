import { paths } from "../../../paths.ts";
import { countAsked } from "../../../registry/tickets/seen.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Message } from "../../../ui/message/message.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { FormErrors } from "../accounts/asking-fields.tsx";
import { type Key, Keys } from "../keys.tsx";
import { errorOf } from "../moment-fields.tsx";
import { Files } from "./files.tsx";
import { stateTag } from "../states.ts";
import { leftTag } from "../times.ts";
import { TicketCase } from "./case.page.tsx";
import type { CategoryNames } from "./category-names.ts";
import { AccountLine } from "./account-form.tsx";
import type { Further } from "./further.query.ts";
import { type InboxFilter, ticketHref } from "./inbox-filter.ts";
import { pageTitle } from "./page-title.ts";
import type { TicketProblem } from "./act-form.tsx";
import { FurtherActs } from "./further.tsx";

const keys = [
  { key: "R", does: "ticket_acts.key_words" },
  { key: "C", does: "canned.choose" },
  { key: "T", does: "ticket_acts.key_take" },
  { key: "N", does: "ticket_acts.next" },
  { key: "P", does: "ticket_acts.pass" },
  { key: "M", does: "ticket_acts.merge" },
  { key: "H", does: "ticket_acts.link" },
  { key: "A", does: "ticket_account.key" },
] as const satisfies readonly Key[];

/** That the last act was done. */
export function Done({ visit: { say, url } }: { readonly visit: StaffVisit }) {
  if (!url.searchParams.has("done")) return <></>;
  return <NotificationBanner type="success" titleText={say("console.success")} text={say("tickets.saved")} />;
}

interface AgentTicketProps {
  readonly visit: StaffVisit;
  /** The list that it was opened from. */
  readonly filter: InboxFilter;
  /** The ticket after it there that this agent may answer. */
  readonly next: string | undefined;
  readonly ticket: Ticket;
  readonly names: CategoryNames;
  readonly typed: string;
  readonly further: Further;
  readonly problem: TicketProblem | undefined;
}

/** One ticket: what was asked, what was written since, and what an agent may do now. */
export function AgentTicketPage(props: AgentTicketProps) {
  const { visit, ticket, names, further, problem } = props;
  const { say, language } = visit;
  const { number, answers } = ticket.content;
  return (
    <>
      {problem && <FormErrors visit={visit} errors={{ [problem.field]: problem.text }} />}
      <Done visit={visit} />
      <span class="govuk-caption-l">{names.get(ticket.category)?.[language] ?? ticket.category}</span>
      <h1 class="govuk-heading-l">{say("tickets.title", { number })}</h1>
      {props.next !== undefined && (
        <p class="govuk-body">
          <Link href={ticketHref(props.next, props.filter)} attributes={{ "data-shortcut": "n" }}>
            {say("ticket_acts.next")}
          </Link>
        </p>
      )}
      <Standing {...props} />
      <h2 class="govuk-heading-m">{say("tickets.asked_what")}</h2>
      <SummaryList
        rows={answers.map(({ label, shown }) => ({ key: { text: label[language] }, value: { text: shown } }))}
      />
      <Files visit={visit} ticket={ticket} />
      {ticket.messages.length > 0 && <h2 class="govuk-heading-m">{say("tickets.messages")}</h2>}
      {ticket.messages.map(({ author, text, at, rating }) => (
        <Message
          who={say(`tickets.by_${author}`)}
          when={shortMoment(at, further.zone, language)}
          text={text}
          isAnswer={author === "agent" || author === "check"}
        >
          {rating && (
            <p class="govuk-body daftar-quiet">
              {say(rating.helped ? "tickets.rating_yes" : "tickets.rating_no")} {rating.words}
            </p>
          )}
        </Message>
      ))}
      <TicketCase visit={visit} ticket={ticket} standing={further.nikCase} problem={problem} />
      <Acts {...props} />
      <FurtherActs visit={visit} ticket={ticket} names={names} further={further} problem={problem} />
      <Keys say={say} keys={keys} />
    </>
  );
}

/** Until when it is due, and what it belongs to. */
function Standing({ visit, ticket, further }: AgentTicketProps) {
  const { say, language } = visit;
  const { due, status } = ticket;
  const { application, mergedInto, mergedHere, zone, now } = further;
  return (
    <>
      {due !== null && status !== "answered" && (
        <p class="govuk-body">
          {say("ticket_acts.due", { moment: shortMoment(due, zone, language) })}{" "}
          <StatusTag {...leftTag(due, now, say)} />
        </p>
      )}
      {ticket.mergedInto !== null && mergedInto !== undefined && (
        <InsetText>
          {say("ticket_acts.merged", { number: mergedInto })}{" "}
          <Link href={paths.console.ticket(ticket.mergedInto)}>{mergedInto}</Link>
        </InsetText>
      )}
      {mergedHere.length > 0 && (
        <p class="govuk-body">{say("ticket_acts.merged_here", { numbers: mergedHere.join(", ") })}</p>
      )}
      <AccountLine visit={visit} account={further.account} />
      <CameFrom visit={visit} further={further} />
      {application && (
        <p class="govuk-body">
          {say("ticket_acts.application")}:{" "}
          {application.opens ? (
            <Link href={paths.console.application(application.id)}>{application.number}</Link>
          ) : (
            application.number
          )}
          , {application.title} <StatusTag {...stateTag(application.status, say)} />
        </p>
      )}
    </>
  );
}

/** Which page of a program made somebody ask, to look at what they saw. */
function CameFrom({ visit: { say }, further: { cameFrom } }: Pick<AgentTicketProps, "visit" | "further">) {
  if (!cameFrom) return <></>;
  return (
    <p class="govuk-body">
      {say("ticket_acts.came_from")}: <Link href={paths.program(cameFrom.slug)}>{cameFrom.title}</Link>
      {cameFrom.page !== null && `, ${pageTitle(say, cameFrom.page, cameFrom.step)}`}
    </p>
  );
}

function Acts({ visit, ticket, typed, further, problem, filter, next }: AgentTicketProps) {
  const { say, session, csrf } = visit;
  const error = problem?.field === "words" ? problem.text : undefined;
  const isOwn = ticket.agentId === session.accountId;
  const isColleagues = ticket.agentId !== null && !isOwn;
  return (
    <form method="post" action={ticketHref(ticket.id, filter)} novalidate>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="seen" value={String(countAsked(ticket.messages))} />
      {isColleagues && <InsetText text={say("tickets.held")} />}
      {further.canned.length > 0 && (
        <>
          <Select
            name="canned"
            label={{ text: say("canned.choose") }}
            attributes={{ "data-shortcut": "c" }}
            items={[
              { value: "", text: say("canned.choose_none") },
              ...further.canned.map(({ id, title }) => ({ value: id, text: title })),
            ]}
            {...errorOf(say, problem?.field === "canned" ? problem.text : undefined)}
          />
          <Button name="act" value="insert" text={say("canned.insert")} classes="govuk-button--secondary" />
        </>
      )}
      <Textarea
        name="words"
        rows={6}
        label={{ text: say("tickets.words"), classes: "govuk-label--m" }}
        hint={{ text: say("tickets.words_hint") }}
        attributes={{ "data-shortcut": "r" }}
        value={typed}
        {...errorOf(say, error)}
      />
      <div class="govuk-button-group">
        {!isColleagues && <Button name="act" value="answer" text={say("tickets.answer")} preventDoubleClick />}
        {!isColleagues && next !== undefined && (
          <Button
            name="act"
            value="answer_next"
            text={say("ticket_acts.answer_next")}
            classes="govuk-button--secondary"
            preventDoubleClick
          />
        )}
        <Button name="act" value="note" text={say("tickets.note")} classes="govuk-button--secondary" />
        {!isColleagues && (
          <Button
            name="act"
            value={isOwn ? "release" : "take"}
            attributes={{ "data-shortcut": "t" }}
            text={say(isOwn ? "tickets.release" : "tickets.take")}
            classes="govuk-button--secondary"
          />
        )}
      </div>
    </form>
  );
}
