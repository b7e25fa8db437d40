import type { CompiledProgram } from "../../program/compile.ts";
import { inLanguage, type Language } from "../../program/definition.ts";

/** What is known of every application beside its answers. */
export const exportFacts = ["receipt", "number", "status", "submitted_at"] as const;
export type ExportFact = (typeof exportFacts)[number];

/** A column that may be chosen: a fact, or a field of the program by its id. */
export interface ExportColumn {
  readonly id: string;
  /** The question; undefined for a fact, whose name is ours. */
  readonly label: string | undefined;
  /** Specific personal data, which need a tick of their own. */
  readonly specific: boolean;
}

/** Everything that an export of the program may hold, in the order of the program. Documents never leave by export. */
export function exportColumns(compiled: CompiledProgram, language: Language): ExportColumn[] {
  const facts = exportFacts.map((id): ExportColumn => ({ id, label: undefined, specific: false }));
  const fields = [...compiled.fieldsById.values()];
  const labels = fields.map(({ definition }) => inLanguage(definition.label, language));
  const columns = fields.map(({ definition, step }, at): ExportColumn => {
    const label = labels[at] ?? "";
    const alone = labels.indexOf(label) === labels.lastIndexOf(label);
    const page = compiled.stepsById.get(step)?.step.title;
    return {
      id: fieldColumn(definition.id),
      // A table has no page around a question that says whose street is meant.
      label: alone || page === undefined ? label : `${label} (${inLanguage(page, language)})`,
      specific: definition.data === "specific",
    };
  });
  return [...facts, ...columns];
}

// A field may be called as a fact is.
const PREFIX = "field.";

function fieldColumn(id: string): string {
  return PREFIX + id;
}

/** The field that a column shows, or undefined for a fact. */
export function columnField(column: string): string | undefined {
  return column.startsWith(PREFIX) ? column.slice(PREFIX.length) : undefined;
}
