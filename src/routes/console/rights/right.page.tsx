import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { articlesFor } from "../../../registry/rights/articles.ts";
import type { OpenedRight } from "../../../registry/rights/staff-requests.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { isTextKey } from "../../../texts/texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { Slot } from "../../../ui/slot.ts";
import type { StaffVisit } from "../../route.ts";
import { ZONE } from "../accounts/facts.tsx";
import { fieldError, FormErrors } from "../accounts/asking-fields.tsx";
import { changeRow } from "../../change-row.ts";
import { ClockTag } from "./rights.page.tsx";

/** What may be wrong with the forms, by field. */
export type RightFaults = Partial<Readonly<Record<"answer" | "article" | "note" | "why", string>>>;

interface Props {
  readonly visit: StaffVisit;
  readonly request: OpenedRight;
  readonly errors: RightFaults;
  /** Set where a colleague was faster: what the officer had written, if anything. */
  readonly meanwhile?: string | undefined;
}

/** What somebody asked about their data, and the forms by which an officer answers. */
export function RightPage({ visit, request, errors, meanwhile }: Props) {
  const { say, language } = visit;
  const { words } = request;
  const row = (
    name: "asker" | "application" | "fact" | "wish" | "why" | "article" | "note" | "taken_back",
    text?: string | null,
  ) =>
    text === undefined || text === null || text === ""
      ? null
      : { key: { text: say(`rights.desk.row_${name}`) }, value: { text } };
  return (
    <>
      <FormErrors visit={visit} errors={errors} />
      {meanwhile !== undefined && <Meanwhile visit={visit} written={meanwhile} />}
      <span class="govuk-caption-l">{request.number}</span>
      <h1 class="govuk-heading-l">{say(`rights.kind.${request.kind}`)}</h1>
      <SummaryList
        rows={[
          {
            key: { text: say("rights.desk.column_state") },
            value: { text: <ClockTag say={say} request={request} /> },
          },
          row("asker", request.asker),
          row("application", request.title && `${request.title[language]}, ${request.receipt ?? ""}`),
          {
            key: { text: say("rights.row.asked") },
            value: { text: shortMoment(request.askedAt, ZONE, language) },
          },
          {
            key: { text: say("rights.row.due") },
            value: { text: shortMoment(request.clock.dueAt, ZONE, language) },
          },
          row("fact", words?.fact),
          row("wish", words?.wish),
          row("why", words?.why),
          ...request.changes.map((change) => changeRow(visit, change)),
          row("article", request.article === null ? null : articleText(visit, request.article)),
          row("note", request.note),
          row("taken_back", request.takenBack),
        ]}
      />
      {request.answer === null && request.liftedAt === null && <Work visit={visit} request={request} errors={errors} />}
    </>
  );
}

/** A colleague was faster: the page says how it stands now, and what was written is not lost. */
function Meanwhile({ visit: { say }, written }: { readonly visit: StaffVisit; readonly written: string }) {
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{say("refusal.right_meanwhile.title")}</strong>. {say("rights.desk.meanwhile")}
      </p>
      {written !== "" && (
        <p class="govuk-body">
          {say("rights.desk.written")} {written}
        </p>
      )}
    </InsetText>
  );
}

function Work(props: Props) {
  const { visit, request } = props;
  const { say, session } = visit;
  if (request.accountId === session.accountId) return <InsetText text={say("rights.desk.own")} />;
  if (request.refusalBy === session.accountId) return <TakeBackForm {...props} />;
  if (request.refusalBy !== null) return <SecondForm {...props} />;
  if (request.takenBy === session.accountId) return <AnswerForm {...props} />;
  return (
    <Act {...props} act="take">
      <p class="govuk-body">{say(`rights.desk.hint_${request.kind}`)}</p>
      <Button text={say(request.takenBy === null ? "rights.desk.take" : "rights.desk.take_over")} preventDoubleClick />
    </Act>
  );
}

function AnswerForm(props: Props) {
  const { visit, request, errors } = props;
  const { say, form } = visit;
  return (
    <Act {...props} act="answer">
      <p class="govuk-body">{say(`rights.desk.hint_${request.kind}`)}</p>
      {request.kind === "correction" && request.receipt !== null && (
        <p class="govuk-body">
          <Link href={paths.console.correctRight(request.id)}>{say("rights.correct.title")}</Link>
        </p>
      )}
      <Radios
        name="answer"
        fieldset={{ legend: { text: say("rights.desk.answer"), classes: "govuk-fieldset__legend--m" } }}
        value={first(form, "answer")}
        {...fieldError(visit, errors.answer)}
        items={[
          { value: "fulfilled", text: say("rights.desk.fulfil") },
          { value: "refused", text: say("rights.desk.refuse"), hint: { text: say("rights.desk.refuse_hint") } },
        ]}
      />
      <Radios
        name="article"
        fieldset={{ legend: { text: say("rights.desk.article"), classes: "govuk-fieldset__legend--s" } }}
        hint={{ text: say("rights.desk.article_hint") }}
        value={first(form, "article")}
        {...fieldError(visit, errors.article)}
        items={articlesFor(request.kind).map((code) => ({ value: code, text: say(`rights.article.${code}`) }))}
      />
      <Textarea
        name="note"
        rows={5}
        label={{ text: say("rights.desk.note"), classes: "govuk-label--s" }}
        hint={{ text: say("rights.desk.note_hint") }}
        value={first(form, "note")}
        {...fieldError(visit, errors.note)}
      />
      <Button text={say("rights.desk.button")} preventDoubleClick />
    </Act>
  );
}

/** For the first officer, while the refusal that they proposed waits. */
function TakeBackForm(props: Props) {
  const { visit, errors } = props;
  const { say, form } = visit;
  return (
    <>
      <InsetText text={say("rights.desk.own_refusal")} />
      <Act {...props} act="take_back">
        <Textarea
          name="why"
          rows={3}
          label={{ text: say("rights.desk.why_back"), classes: "govuk-label--s" }}
          hint={{ text: say("rights.desk.why_back_hint") }}
          value={first(form, "why")}
          {...fieldError(visit, errors.why)}
        />
        <Button text={say("rights.desk.take_back")} classes="govuk-button--secondary" preventDoubleClick />
      </Act>
    </>
  );
}

function SecondForm(props: Props) {
  const { visit, errors } = props;
  const { say } = visit;
  return (
    <Act {...props} act="second">
      <input type="hidden" name="proposal" value={props.request.refusalAt?.toISOString() ?? ""} />
      <Radios
        name="answer"
        fieldset={{ legend: { text: say("rights.desk.second"), classes: "govuk-fieldset__legend--m" } }}
        {...fieldError(visit, errors.answer)}
        items={[
          { value: "confirmed", text: say("rights.desk.confirm") },
          { value: "returned", text: say("rights.desk.return") },
        ]}
      />
      <Button text={say("rights.desk.button")} preventDoubleClick />
    </Act>
  );
}

function Act(props: Props & { readonly act: "take" | "answer" | "second" | "take_back"; readonly children: Slot }) {
  return (
    <form method="post" action={paths.console.right(props.request.id)} novalidate>
      <input type="hidden" name="csrf" value={props.visit.csrf} />
      <input type="hidden" name="act" value={props.act} />
      {props.children}
    </form>
  );
}

function articleText({ say }: StaffVisit, code: string): string {
  const key = `rights.article.${code}`;
  return isTextKey(key) ? say(key) : code;
}
