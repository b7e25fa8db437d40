import { paths } from "../../../paths.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { errorOf } from "../moment-fields.tsx";
import { Files } from "./files.tsx";

const zone = "Asia/Jakarta";
/** Titles of categories by their names. */
export type CategoryNames = ReadonlyMap<string, { readonly id: string; readonly en: string }>;

/** That the last act was done. */
export function Done({ visit: { say, url } }: { readonly visit: StaffVisit }) {
  if (!url.searchParams.has("done")) return <></>;
  return <NotificationBanner type="success" titleText={say("console.success")} text={say("tickets.saved")} />;
}

interface AgentTicketProps {
  readonly visit: StaffVisit;
  readonly ticket: Ticket;
  readonly names: CategoryNames;
  readonly typed: string;
  readonly error: string | undefined;
}

/** One ticket: what was asked, what was written since, and what an agent may do now. */
export function AgentTicketPage(props: AgentTicketProps) {
  const { visit, ticket, names, error } = props;
  const { say, language } = visit;
  const { number, answers } = ticket.content;
  return (
    <>
      {error !== undefined && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: 1 })}
          errorList={[{ href: "#words", text: error }]}
        />
      )}
      <Done visit={visit} />
      <span class="govuk-caption-l">{names.get(ticket.category)?.[language] ?? ticket.category}</span>
      <h1 class="govuk-heading-l">{say("tickets.title", { number })}</h1>
      <h2 class="govuk-heading-m">{say("tickets.asked_what")}</h2>
      <SummaryList
        rows={answers.map(({ label, shown }) => ({ key: { text: label[language] }, value: { text: shown } }))}
      />
      <Files visit={visit} ticket={ticket} />
      {ticket.messages.length > 0 && <h2 class="govuk-heading-m">{say("tickets.messages")}</h2>}
      {ticket.messages.map(({ author, text, at }) => (
        <article>
          <h3 class="govuk-heading-s">
            {say(`tickets.by_${author}`)} · {shortMoment(at, zone, language)}
          </h3>
          {text.split("\n").map((line) => (
            <p class="govuk-body">{line}</p>
          ))}
        </article>
      ))}
      <Acts {...props} />
    </>
  );
}

function Acts({ visit, ticket, typed, error }: AgentTicketProps) {
  const { say, session, csrf } = visit;
  const isOwn = ticket.agentId === session.accountId;
  const isColleagues = ticket.agentId !== null && !isOwn;
  return (
    <form method="post" action={paths.console.ticket(ticket.id)} novalidate>
      <input type="hidden" name="csrf" value={csrf} />
      {isColleagues && <InsetText text={say("tickets.held")} />}
      <Textarea
        name="words"
        rows={6}
        label={{ text: say("tickets.words"), classes: "govuk-label--m" }}
        hint={{ text: say("tickets.words_hint") }}
        value={typed}
        {...errorOf(say, error)}
      />
      <div class="govuk-button-group">
        {!isColleagues && <Button name="act" value="answer" text={say("tickets.answer")} preventDoubleClick />}
        <Button name="act" value="note" text={say("tickets.note")} classes="govuk-button--secondary" />
        {!isColleagues && (
          <Button
            name="act"
            value={isOwn ? "release" : "take"}
            text={say(isOwn ? "tickets.release" : "tickets.take")}
            classes="govuk-button--secondary"
          />
        )}
      </div>
    </form>
  );
}
