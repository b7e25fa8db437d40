import { paths } from "../../../paths.ts";
import type { TicketStatus } from "../../../registry/tickets/ticket.ts";
import { dayWords, shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Message } from "../../../ui/message/message.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { ReceiptPanel } from "../../../ui/receipt-panel/receipt-panel.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Timeline } from "../../../ui/timeline/timeline.tsx";
import type { Visit } from "../../route.ts";
import { SentFiles, WantedFiles } from "./files.page.tsx";
import { ProveEmail } from "./prove-email.page.tsx";
import { Rating } from "./rating.page.tsx";
import { CaseText } from "./case.page.tsx";
import { KeepOffer } from "./keep.page.tsx";
import type { TicketPageProps } from "./ticket-page-props.ts";
import { Referral } from "./referral.page.tsx";
import { replyField } from "./contact-fields.ts";
import { Fields, Problems } from "./fields.tsx";

const zone = "Asia/Jakarta";
const way = ["asked", "received", "working", "answered"] as const satisfies readonly TicketStatus[];

/** What the page may say was done, by what stands in its address. */
const dones = [
  ["replied", "tickets.replied"],
  ["rated", "tickets.rated"],
  ["received", "tickets.file_received"],
  ["proved", "ticket_email.proved"],
] as const;

/** How far a question has come, what was answered, and the form for a reply. */
export function TicketPage(props: TicketPageProps) {
  const { visit, ticket, door, category, typed, problems, regions } = props;
  const { say, language, url } = visit;
  const { content } = ticket;
  const done = dones.find(([name]) => url.searchParams.has(name));
  const title = category?.title[language] ?? ticket.category;
  // An answer is what somebody comes for; as long as there is none, how far the question has come.
  const isAnswered = ticket.status === "answered";
  return (
    <>
      <Problems visit={visit} problems={problems} />
      {done && <NotificationBanner type="success" titleText={say("tickets.success")} text={say(done[1])} />}
      {url.searchParams.has("sent") ? (
        <>
          <ReceiptPanel said={say("tickets.sent")} number={content.number} note={say("tickets.keep")} />
          {category && <InsetText text={category.after[language]} />}
        </>
      ) : (
        <>
          <span class="govuk-caption-l">{title}</span>
          <h1 class="govuk-heading-l">{say("tickets.title", { number: content.number })}</h1>
          <p class="govuk-body-l">{say(`tickets.now.${ticket.status}`)}</p>
        </>
      )}
      <KeepOffer {...props} />
      <CaseText {...props} />
      <Referral {...props} />
      <WantedFiles {...props} />
      {isAnswered && (
        <>
          <Messages {...props} />
          <Rating {...props} />
        </>
      )}
      <h2 class="govuk-heading-m">{say("tickets.way")}</h2>
      <Timeline items={wayOf(props)} stateTexts={statesOf(visit)} />
      {!isAnswered && <Messages {...props} />}
      <form method="post" action={paths.helpdesk.ticket(door)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Fields visit={visit} definitions={[replyField]} typed={typed} problems={problems} regions={regions} />
        <Button text={say("tickets.reply")} classes="govuk-button--secondary" preventDoubleClick />
      </form>
      <ProveEmail {...props} />
      <SentFiles {...props} />
      <h2 class="govuk-heading-m">{say("tickets.what_you_sent")}</h2>
      <SummaryList
        rows={content.answers.map(({ label, shown }) => ({ key: { text: label[language] }, value: { text: shown } }))}
      />
      <Retention {...props} />
    </>
  );
}

/** Until when all of this can be read. */
function Retention({ visit, ticket }: TicketPageProps) {
  const { say, language } = visit;
  const { keptUntil, keptMonths: months } = ticket;
  const until =
    keptUntil === null
      ? say("ticket_retention.open", { months })
      : say("ticket_retention.until", { day: dayWords(keptUntil, zone, language) });
  return (
    <p class="govuk-body daftar-quiet">
      {until} {say("ticket_retention.longer")}
    </p>
  );
}

function wayOf({ visit, ticket }: TicketPageProps) {
  const { say, language } = visit;
  const reached = way.indexOf(ticket.status);
  return way.map((status, at) => {
    const when = ticket.times[status];
    const promised = status === "answered" ? ticket.due : null;
    return {
      what: say(`tickets.status.${status}`),
      state: at < reached ? ("done" as const) : at === reached ? ("current" as const) : ("todo" as const),
      ...(when !== null && at <= reached ? { when: shortMoment(when, zone, language) } : {}),
      ...(promised !== null && at > reached
        ? { when: say("tickets.promised", { moment: shortMoment(promised, zone, language) }) }
        : {}),
    };
  });
}

function statesOf({ say }: Visit) {
  return { done: say("tickets.done"), current: say("tickets.current"), todo: say("tickets.todo") };
}

function Messages({ visit, ticket }: TicketPageProps) {
  const { say, language } = visit;
  if (ticket.messages.length === 0) return <></>;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{say("tickets.messages")}</h2>
      {ticket.messages.map(({ author, text, at }) => (
        <Message
          who={say(author === "person" ? "tickets.by_you" : `tickets.by_${author}`)}
          when={shortMoment(at, zone, language)}
          text={text}
          isAnswer={author === "agent" || author === "check"}
        />
      ))}
    </section>
  );
}
