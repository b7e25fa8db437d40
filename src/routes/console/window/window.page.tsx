import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import type { WindowView } from "../../../registry/windows/window.query.ts";
import type { ListedProgram } from "../../../registry/programs/catalog.ts";
import { momentWords, shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { WarningText } from "../../../ui/warning-text/warning-text.tsx";
import { HeldBack } from "../held-back.tsx";
import type { StaffVisit } from "../../route.ts";
import { errorOf, MomentFields } from "../moment-fields.tsx";
import type { TypedWindow, WindowErrors } from "./window-form.ts";

export interface WindowPageProps {
  /** How many are passed over, since their owners have restricted the processing. */
  readonly heldBack: number;
  readonly visit: StaffVisit;
  readonly program: ListedProgram;
  readonly window: WindowView;
  readonly typed: TypedWindow;
  readonly errors: WindowErrors;
  readonly done: boolean;
}

/** The window as it is, the form that extends it, and its history. */
export function WindowPage(props: WindowPageProps) {
  const { visit, program, window, errors } = props;
  const { say, language } = visit;
  const { zone } = program.institution;
  const found = Object.entries(errors);
  const moment = (at: Date | null) => (at ? momentWords(at, zone, language) : say("window.all_year"));
  return (
    <>
      {props.done && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say("console.window.done")} />
      )}
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <span class="govuk-caption-l">{inLanguage(program.compiled.program.title, language)}</span>
      <h1 class="govuk-heading-l">{say("console.window.title")}</h1>
      <HeldBack say={say} count={props.heldBack} />
      <SummaryList
        rows={[
          { key: { text: say("console.window.opens") }, value: { text: moment(program.opensAt) } },
          { key: { text: say("console.window.closes") }, value: { text: moment(program.closesAt) } },
          { key: { text: say("console.window.file_closes") }, value: { text: moment(window.fileClosesAt) } },
          { key: { text: say("console.window.drafts") }, value: { text: String(window.drafts) } },
          { key: { text: say("console.window.locked") }, value: { text: String(window.locked) } },
        ]}
      />
      {program.closesAt ? <ExtendForm {...props} /> : <p class="govuk-body">{say("console.window.never_closes")}</p>}
      <History {...props} />
    </>
  );
}

function ExtendForm({ visit, program, typed, errors }: WindowPageProps) {
  const { say } = visit;
  return (
    <form method="post" action={paths.console.window(program.slug)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <h2 class="govuk-heading-m">{say("console.window.extend")}</h2>
      <Radios
        name="whom"
        fieldset={{ legend: { text: say("console.window.whom") } }}
        value={typed.whom}
        items={[
          { value: "all", text: say("console.window.all") },
          { value: "one", text: say("console.window.one") },
        ]}
        {...errorOf(say, errors.whom)}
      />
      <Input
        name="receipt"
        classes="govuk-input--width-20"
        autocomplete="off"
        label={{ text: say("console.window.receipt") }}
        hint={{ text: say("console.window.receipt_hint") }}
        value={typed.receipt}
        {...errorOf(say, errors.receipt)}
      />
      <MomentFields say={say} room="console.window" zone={program.institution.zone} typed={typed} errors={errors} />
      <Button text={say("console.window.go_on")} preventDoubleClick />
    </form>
  );
}

function History({ visit, program, window }: WindowPageProps) {
  const { say, language } = visit;
  const { zone } = program.institution;
  return (
    <>
      <h2 class="govuk-heading-m">{say("console.window.history")}</h2>
      {window.extensions.length === 0 ? (
        <p class="govuk-body">{say("console.window.history_none")}</p>
      ) : (
        <Table
          stacked
          head={(["at", "by", "whom", "until", "reason"] as const).map((column) => ({
            text: say(`console.window.column.${column}`),
          }))}
          rows={window.extensions.map((extension) => [
            { text: shortMoment(extension.at, zone, language) },
            { text: extension.by },
            { text: extension.receipt ?? say("console.window.all") },
            { text: shortMoment(extension.closesAt, zone, language) },
            { text: extension.reason },
          ])}
        />
      )}
    </>
  );
}

/** Asks once more, since an extension cannot be taken back. */
export function ConfirmPage(props: {
  readonly visit: StaffVisit;
  readonly program: ListedProgram;
  readonly typed: TypedWindow;
  readonly closesAt: Date;
}) {
  const { visit, program, typed, closesAt } = props;
  const { say, language } = visit;
  return (
    <>
      <h1 class="govuk-heading-l">{say("console.window.confirm_title")}</h1>
      <SummaryList
        rows={[
          {
            key: { text: say("console.queue.column.program") },
            value: { text: inLanguage(program.compiled.program.title, language) },
          },
          {
            key: { text: say("console.window.column.whom") },
            value: { text: typed.whom === "all" ? say("console.window.all") : typed.receipt },
          },
          {
            key: { text: say("console.window.closes") },
            value: { text: momentWords(closesAt, program.institution.zone, language) },
          },
          { key: { text: say("console.window.reason") }, value: { text: typed.reason } },
        ]}
      />
      <WarningText text={say("console.window.confirm_text")} iconFallbackText={say("apply.warning")} />
      <form method="post" action={paths.console.window(program.slug)}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <input type="hidden" name="confirm" value="yes" />
        {Object.entries(typed).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="govuk-button-group">
          <Button text={say("console.window.confirm")} preventDoubleClick />
          <Button
            href={paths.console.window(program.slug)}
            text={say("console.window.back")}
            classes="govuk-button--secondary"
          />
        </div>
      </form>
    </>
  );
}
