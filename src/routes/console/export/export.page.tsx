import { paths } from "../../../paths.ts";
import { exportSelections, mostExported, type ExportSelection } from "../../../registry/reviews/export.ts";
import type { ExportColumn, ExportFact } from "../../../registry/reviews/export-columns.ts";
import type { PastExport } from "../../../registry/reviews/export.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Checkboxes } from "../../../ui/checkboxes/checkboxes.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { HeldBack } from "../held-back.tsx";
import { Keys } from "../keys.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import { WarningText } from "../../../ui/warning-text/warning-text.tsx";
import type { StaffVisit } from "../../route.ts";
import type { ExportField, TypedExport } from "./export-form.ts";

export interface ExportPageProps {
  readonly visit: StaffVisit;
  readonly program: { readonly slug: string; readonly title: string; readonly zone: string };
  readonly columns: readonly ExportColumn[];
  readonly counts: Readonly<Record<ExportSelection, number>>;
  /** How many applications are left out, since their owners have restricted the processing. */
  readonly heldBack: number;
  readonly past: readonly PastExport[];
  readonly typed: TypedExport;
  readonly errors: Partial<Readonly<Record<ExportField, string>>>;
  /** The export that was just made, as the record has it. */
  readonly ready: PastExport | undefined;
}

/** Choosing what of a program's applications goes out in a table, and for what. */
export function ExportPage(props: ExportPageProps) {
  const { visit, program, errors, ready } = props;
  const { say } = visit;
  const found = Object.entries(errors);
  return (
    <>
      {ready && (
        <NotificationBanner type="success" titleText={say("console.success")}>
          <p class="govuk-notification-banner__heading">{say("console.export.ready", { count: ready.people })}</p>
          <p>
            <Link
              href={paths.console.exportFile(ready.id)}
              classes="govuk-notification-banner__link"
              attributes={{ "data-shortcut": "u" }}
            >
              {say("console.export.download")}
            </Link>
          </p>
          <p>{say("console.export.ready_text")}</p>
        </NotificationBanner>
      )}
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <span class="govuk-caption-l">{program.title}</span>
      <h1 class="govuk-heading-l">{say("console.export.title")}</h1>
      <WarningText
        text={say("console.export.warning", { most: mostExported })}
        iconFallbackText={say("console.warning_sign")}
      />
      <HeldBack say={say} count={props.heldBack} />
      <ExportForm {...props} />
      <PastExports {...props} />
    </>
  );
}

function ExportForm(props: ExportPageProps) {
  const { visit, program, counts, typed, errors } = props;
  const { say } = visit;
  const parts = Math.ceil(Math.max(...Object.values(counts)) / mostExported);
  return (
    <form method="post" action={paths.console.export(program.slug)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Radios
        name="selection"
        fieldset={{ legend: { text: say("console.export.selection"), classes: "govuk-fieldset__legend--m" } }}
        value={typed.selection}
        items={(Object.keys(exportSelections) as ExportSelection[]).map((value) => ({
          value,
          text: say(`console.export.selection.${value}`, { count: counts[value] }),
        }))}
        {...errorOf(say, errors.selection)}
      />
      {parts > 1 && (
        <Select
          name="part"
          label={{ text: say("console.export.part") }}
          hint={{ text: say("console.export.part_hint", { most: mostExported }) }}
          value={String(typed.part)}
          items={Array.from({ length: parts }, (_, at) => ({
            value: String(at + 1),
            text: say("console.export.part_item", { from: at * mostExported + 1, until: (at + 1) * mostExported }),
          }))}
        />
      )}
      <Columns {...props} />
      <Textarea
        name="purpose"
        rows={3}
        label={{ text: say("console.export.purpose"), classes: "govuk-label--m" }}
        hint={{ text: say("console.export.purpose_hint") }}
        value={typed.purpose}
        {...errorOf(say, errors.purpose)}
      />
      <Radios
        name="format"
        fieldset={{ legend: { text: say("console.export.format"), classes: "govuk-fieldset__legend--m" } }}
        value={typed.format}
        items={(["xlsx", "csv"] as const).map((value) => ({ value, text: say(`console.export.format.${value}`) }))}
        {...errorOf(say, errors.format)}
      />
      <Button text={say("console.export.button")} attributes={{ "data-shortcut": "y" }} preventDoubleClick />
      <Keys
        say={say}
        keys={[
          { key: "Y", does: "console.export.button" },
          { key: "U", does: "console.keys.download" },
        ]}
      />
    </form>
  );
}

function Columns({ visit, columns, typed, errors }: ExportPageProps) {
  const { say } = visit;
  const items = (specific: boolean) =>
    columns
      .filter((column) => column.specific === specific)
      .map(({ id, label }) => ({ value: id, text: label ?? say(`console.export.fact.${id as ExportFact}`) }));
  return (
    <>
      <Checkboxes
        name="columns"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: say("console.export.columns"), classes: "govuk-fieldset__legend--m" } }}
        values={typed.columns}
        items={items(false)}
        {...errorOf(say, errors.columns)}
      />
      {items(true).length > 0 && (
        <Checkboxes
          name="specific"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: say("console.export.specific"), classes: "govuk-fieldset__legend--m" } }}
          hint={{ text: say("console.export.specific_hint") }}
          values={typed.columns}
          items={items(true)}
        />
      )}
    </>
  );
}

function PastExports({ visit, past, program }: ExportPageProps) {
  const { say, language } = visit;
  if (past.length === 0) return <></>;
  return (
    <Table
      caption={say("console.export.past")}
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      stacked
      head={(["at", "by", "people", "purpose"] as const).map((column) => ({
        text: say(`console.export.column.${column}`),
      }))}
      rows={past.map((row) => [
        { text: shortMoment(row.at, program.zone, language) },
        { text: row.by === "" ? say("console.unnamed") : row.by },
        { text: String(row.people) },
        { text: row.purpose },
      ])}
    />
  );
}

function errorOf(say: StaffVisit["say"], text: string | undefined) {
  return text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("console.error_sign") } };
}
