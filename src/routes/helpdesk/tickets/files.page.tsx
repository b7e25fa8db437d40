import { paths } from "../../../paths.ts";
import type { DocumentSlot } from "../../../program/definition.ts";
import { otherFile } from "../../../registry/tickets/category-file.ts";
import { fileProblemText, SlotUpload } from "../../slot-upload.tsx";
import { missingSlots, TicketFiles } from "../../ticket-files.tsx";
import type { TicketPageProps } from "./ticket-page-props.ts";

/** The documents that the category asks for and that are not there yet, each with its form. */
export function WantedFiles(props: TicketPageProps) {
  const { visit, ticket, category } = props;
  const { say, language } = visit;
  const missing = missingSlots(category, ticket.files);
  if (ticket.status === "answered" || missing.length === 0) return <></>;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{say("tickets.wanted")}</h2>
      <p class="govuk-body">{say("tickets.wanted_lead")}</p>
      {missing.map((slot, at) => (
        <Upload page={props} slot={slot} label={slot.label[language]} isSecondary={at > 0} />
      ))}
    </section>
  );
}

/** What was sent with the ticket, and the form for more as long as it is not answered. */
export function SentFiles(props: TicketPageProps) {
  const { visit, ticket, door, category } = props;
  const { say } = visit;
  const isAnswered = ticket.status === "answered";
  if (isAnswered && ticket.files.length === 0) return <></>;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{say("tickets.files")}</h2>
      <TicketFiles
        visit={visit}
        category={category}
        files={ticket.files}
        hrefOf={(file, page) => paths.helpdesk.ticketFile(door, file, page)}
      />
      {!isAnswered && <Upload page={props} slot={otherFile} label={say("tickets.file_more")} isSecondary />}
    </section>
  );
}

function Upload(props: {
  readonly page: TicketPageProps;
  readonly slot: DocumentSlot;
  readonly label: string;
  readonly isSecondary: boolean;
}) {
  const { page, slot } = props;
  const { visit, problems, ticket, door } = page;
  const last = ticket.files.findLast((file) => file.slot === slot.id);
  const refusal = last?.problem ? fileProblemText(visit.say, last.problem, slot) : undefined;
  return (
    <SlotUpload
      visit={visit}
      slot={slot}
      action={paths.helpdesk.attach(door, slot.id)}
      name={slot.id}
      label={props.label}
      hint={slot.hint?.[visit.language]}
      error={problems.find(({ field }) => field === slot.id)?.text ?? refusal}
      isSecondary={props.isSecondary}
    />
  );
}
