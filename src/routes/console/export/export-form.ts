import { cleanText } from "../../../program/fields/plain-text.ts";
import { first, type Form } from "../../../platform/http/form.ts";
import { exportSelections, type ExportSelection } from "../../../registry/reviews/export.ts";
import type { ExportColumn } from "../../../registry/reviews/export-columns.ts";
import type { Say } from "../../../texts/texts.ts";

const purposeLength = { least: 10, most: 500 } as const;

export type ExportField = "selection" | "columns" | "purpose" | "format";

/** A form for an export as it came; what goes back into the page when something is wrong. */
export interface TypedExport {
  readonly selection: string;
  readonly part: number;
  readonly columns: readonly string[];
  readonly purpose: string;
  readonly format: string;
}

export interface ReadExport {
  readonly typed: TypedExport;
  readonly errors: Partial<Readonly<Record<ExportField, string>>>;
  /** What was asked for, when nothing is wrong. */
  readonly wanted:
    | {
        readonly selection: ExportSelection;
        readonly part: number;
        /** In the order of the program, whatever the order of the form. */
        readonly columns: readonly ExportColumn[];
        readonly purpose: string;
        readonly format: "csv" | "xlsx";
      }
    | undefined;
}

/** The page before anything was chosen: general data are ticked, specific data are not. */
export function freshExport(columns: readonly ExportColumn[]): TypedExport {
  const general = columns.filter(({ specific }) => !specific).map(({ id }) => id);
  return { selection: "", part: 1, columns: general, purpose: "", format: "" };
}

/** Reads the form. Specific data count only where they are ticked among the specific ones. */
export function readExport(form: Form, columns: readonly ExportColumn[], say: Say): ReadExport {
  const general = form["columns"] ?? [];
  const specific = form["specific"] ?? [];
  const chosen = columns.filter((column) => (column.specific ? specific : general).includes(column.id));
  const part = first(form, "part");
  const typed = {
    selection: first(form, "selection"),
    part: /^[1-9]\d{0,3}$/.test(part) ? Number(part) : 1,
    columns: chosen.map(({ id }) => id),
    purpose: first(form, "purpose"),
    format: first(form, "format"),
  };
  const selection = (Object.keys(exportSelections) as ExportSelection[]).find((known) => known === typed.selection);
  const format = (["csv", "xlsx"] as const).find((known) => known === typed.format);
  const unknown = chosen.length < new Set([...general, ...specific]).size;
  const purpose = readPurpose(typed.purpose, say);
  const errors: Partial<Record<ExportField, string>> = {};
  if (!selection) errors.selection = say("console.export.error.selection");
  if (chosen.length === 0 || unknown) errors.columns = say("console.export.error.columns");
  if ("error" in purpose) errors.purpose = purpose.error;
  if (!format) errors.format = say("console.export.error.format");
  const wanted =
    selection && format && "text" in purpose && Object.keys(errors).length === 0
      ? { selection, part: typed.part, columns: chosen, purpose: purpose.text, format }
      : undefined;
  return { typed, errors, wanted };
}

function readPurpose(typed: string, say: Say): { readonly text: string } | { readonly error: string } {
  const cleaned = cleanText({ purpose: typed }, "purpose", { max: purposeLength.most, lines: true });
  if (!("text" in cleaned)) {
    const tooLong = cleaned.outcome.errors[0]?.code === "too_long";
    const key = tooLong ? "console.export.error.purpose_long" : "console.export.error.purpose_characters";
    return { error: say(key, { max: purposeLength.most }) };
  }
  if (cleaned.text.length < purposeLength.least) {
    return { error: say("console.export.error.purpose", { min: purposeLength.least }) };
  }
  return { text: cleaned.text };
}
