import type { TypedPage } from "../../program/answers.ts";
import { appealPage } from "../../program/appeal.ts";
import type { CompiledProgram } from "../../program/compile.ts";
import { shownFields } from "../../program/journey.ts";
import { paths } from "../../paths.ts";
import type { Appeal } from "../../registry/appeals/appeal.query.ts";
import { appealWords } from "../../registry/appeals/words.ts";
import type { Application } from "../../registry/applications/load.query.ts";
import { lastMoment, momentWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { ReceiptPanel } from "../../ui/receipt-panel/receipt-panel.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { WarningText } from "../../ui/warning-text/warning-text.tsx";
import type { PersonVisit } from "../route.ts";
import type { WordedError } from "../field-errors.ts";
import { drawField, fieldHref } from "../field-views.tsx";

interface Shown {
  readonly visit: PersonVisit;
  readonly application: Application;
}

type WithForm = Shown & { readonly form: CompiledProgram };

function Head({ visit, application, text }: Shown & { readonly text: string }) {
  return (
    <>
      <span class="govuk-caption-l">{application.compiled.program.title[visit.language]}</span>
      <h1 class="govuk-heading-l">{text}</h1>
    </>
  );
}

/** The form, with until when it may be sent. */
export function WriteAppeal(
  props: WithForm & {
    readonly closesAt: Date | null;
    readonly typed: TypedPage;
    readonly errors: readonly WordedError[];
  },
) {
  const { visit, application, form, closesAt, typed, errors } = props;
  const { say, language } = visit;
  const messages = new Map(errors.map(({ field, text }) => [field, text]));
  const intro = form.program.tasks[0]?.pages[0]?.intro;
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: errors.length })}
          errorList={errors.map(({ field, text }) => ({ href: fieldHref({ field }), text }))}
        />
      )}
      <Head visit={visit} application={application} text={say("appeal.title")} />
      {closesAt && (
        <p class="govuk-body-l">{say("appeal.until", { moment: lastMoment(closesAt, application.zone, language) })}</p>
      )}
      <p class="govuk-body">{say("appeal.intro")}</p>
      {intro && <p class="govuk-body">{intro[language]}</p>}
      <form method="post" action={paths.apply.appeal(application.id)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        {shownFields(form, appealPage, {}).map((definition) =>
          drawField({ definition, typed, errors: messages, say, language, regions: form.regions }),
        )}
        <Button text={say("appeal.go_on")} preventDoubleClick />
      </form>
    </>
  );
}

/** What was written, once more before it is sent: it can be sent only once. */
export function CheckAppeal({ visit, application, form, typed }: WithForm & { readonly typed: TypedPage }) {
  const { say } = visit;
  return (
    <>
      <Head visit={visit} application={application} text={say("appeal.check_title")} />
      <Written visit={visit} application={application} form={form} typed={typed} />
      <WarningText text={say("appeal.check_text")} iconFallbackText={say("apply.warning")} />
      <form method="post" action={paths.apply.appeal(application.id)}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        {Object.entries(typed).flatMap(([name, value]) =>
          (typeof value === "string" ? [value] : value).map((one) => <input type="hidden" name={name} value={one} />),
        )}
        <div class="govuk-button-group">
          <Button text={say("appeal.send")} name="step" value="send" preventDoubleClick />
          <Button text={say("appeal.edit")} name="step" value="edit" classes="govuk-button--secondary" />
        </div>
      </form>
    </>
  );
}

/** The receipt of an appeal, and its answer once there is one. */
export function SentAppeal({ visit, application, form, appeal }: WithForm & { readonly appeal: Appeal }) {
  const { say, language } = visit;
  const { zone } = application;
  return (
    <>
      {appeal.answer === null ? (
        <>
          <ReceiptPanel
            said={say("appeal.sent_said")}
            number={application.number ?? application.receipt}
            note={say("appeal.sent_note", { moment: momentWords(appeal.sentAt, zone, language) })}
          />
          <p class="govuk-body">{say("appeal.next")}</p>
        </>
      ) : (
        <>
          <Head visit={visit} application={application} text={say(`appeal.answer_${appeal.answer}`)} />
          <SummaryList
            rows={[
              {
                key: { text: say("appeal.sent_at") },
                value: { text: momentWords(appeal.sentAt, zone, language) },
              },
              appeal.answeredAt && {
                key: { text: say("appeal.answered_at") },
                value: { text: momentWords(appeal.answeredAt, zone, language) },
              },
              { key: { text: say("appeal.words") }, value: { text: appeal.words } },
            ]}
          />
          <Button href={paths.apply.appealAnswer(application.id)} text={say("appeal.paper")} />
        </>
      )}
      <h2 class="govuk-heading-m">{say("appeal.what")}</h2>
      <Written visit={visit} application={application} form={form} typed={appeal.typed} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.apply.status(application.id)}>
          {say("apply.see_status")}
        </a>
      </p>
    </>
  );
}

/** That no appeal can be sent, and until when it could have been. */
export function ClosedAppeal({ visit, application, closesAt }: Shown & { readonly closesAt: Date | null }) {
  const { say, language } = visit;
  return (
    <>
      <Head visit={visit} application={application} text={say("appeal.closed_title")} />
      {closesAt && (
        <p class="govuk-body">{say("appeal.over", { moment: lastMoment(closesAt, application.zone, language) })}</p>
      )}
      <p class="govuk-body">{say("appeal.closed_text")}</p>
    </>
  );
}

function Written({ visit, application, form, typed }: WithForm & { readonly typed: TypedPage }) {
  const { language } = visit;
  return (
    <SummaryList
      rows={appealWords(form, typed, { now: application.now, language }).map(({ label, text }) => ({
        key: { text: label },
        value: { text },
      }))}
    />
  );
}
