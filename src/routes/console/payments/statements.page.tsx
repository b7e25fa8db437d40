import { paths } from "../../../paths.ts";
import type { ListedStatement } from "../../../registry/fees/statement.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Details } from "../../../ui/details/details.tsx";
import { FileUpload } from "../../../ui/file-upload/file-upload.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { fieldError, FormErrors } from "../accounts/asking-fields.tsx";

/** What was typed beside the file. */
export type StatementTyped = Readonly<Record<"institution" | "day" | "amount", string>>;
export type StatementFaults = Readonly<Record<string, string>>;

export interface StatementsPageProps {
  readonly visit: StaffVisit;
  readonly past: readonly ListedStatement[];
  readonly institutions: readonly {
    readonly id: string;
    readonly name: { readonly id: string; readonly en: string };
  }[];
  readonly typed: StatementTyped;
  readonly errors: StatementFaults;
}

/** Uploading a statement, and those before. */
export function StatementsPage(props: StatementsPageProps) {
  const { visit, past, errors } = props;
  const { say, language } = visit;
  return (
    <>
      <FormErrors visit={visit} errors={errors} />
      <h1 class="govuk-heading-l">{say("console.statements.title")}</h1>
      <p class="govuk-body">{say("console.statements.lead")}</p>
      <UploadStatement {...props} />
      <h2 class="govuk-heading-m">{say("console.statements.past")}</h2>
      {past.length === 0 ? (
        <p class="govuk-body">{say("console.statements.none")}</p>
      ) : (
        <Table
          firstCellIsHeader
          head={[
            { text: say("console.statements.at") },
            { text: say("console.statements.lines"), format: "numeric" },
            { text: say("console.statements.matches"), format: "numeric" },
          ]}
          rows={past.map(({ id, uploadedAt, zone, lines, matches }) => [
            { text: <Link href={paths.console.statement(id)}>{shortMoment(uploadedAt, zone, language)}</Link> },
            { text: String(lines), format: "numeric" },
            { text: String(matches), format: "numeric" },
          ])}
        />
      )}
    </>
  );
}

/** Small fields come first in the body, so that the server knows the form before the file arrives. */
function UploadStatement({ visit, institutions, typed, errors }: StatementsPageProps) {
  const { say, language, csrf } = visit;
  const [only, ...others] = institutions;
  return (
    <form method="post" action={paths.console.statements} enctype="multipart/form-data" novalidate>
      <input type="hidden" name="csrf" value={csrf} />
      {others.length === 0 ? (
        <input type="hidden" name="institution" value={only?.id ?? ""} />
      ) : (
        <Select
          name="institution"
          label={{ text: say("console.statements.institution") }}
          value={typed.institution}
          items={institutions.map(({ id, name }) => ({ value: id, text: name[language] }))}
        />
      )}
      <Details summaryText={say("console.statements.columns")} open={errors["statement"] !== undefined}>
        {(["day", "amount"] as const).map((name) => (
          <Input
            name={name}
            label={{ text: say(`console.statements.${name}`) }}
            hint={{ text: say("console.statements.column_hint") }}
            value={typed[name]}
            autocomplete="off"
            spellcheck={false}
            classes="govuk-input--width-20"
          />
        ))}
      </Details>
      <FileUpload
        name="statement"
        label={{ text: say("console.statements.file") }}
        hint={{ text: say("console.statements.file_hint") }}
        attributes={{ accept: ".csv,text/csv,text/plain" }}
        {...fieldError(visit, errors["statement"])}
      />
      <Button text={say("console.statements.upload")} preventDoubleClick />
    </form>
  );
}
