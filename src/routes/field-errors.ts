import type { CompiledProgram } from "../program/compile.ts";
import type { PageError } from "../registry/applications/save-page.ts";
import { dayWords } from "../texts/dates.ts";
import type { Language, Say } from "../texts/texts.ts";

/** A wrong field in words, with the control that the summary links to. */
export interface WordedError {
  readonly field: string;
  readonly text: string;
}

/** Words errors of the engine in the person's language, naming the field by its label. */
export function wordErrors(
  compiled: CompiledProgram,
  errors: readonly PageError[],
  { say, language }: { readonly say: Say; readonly language: Language },
): WordedError[] {
  return errors.map((error) => {
    const label = compiled.fieldsById.get(error.id)?.definition.label[language] ?? "";
    const params = Object.fromEntries(
      Object.entries(error.params).map(([name, value]) => [name, readable(value, language)]),
    );
    return { field: error.field, text: say(`field.${codeFor(error.code, label)}`, { ...params, label }) };
  });
}

/** "Isi {label}." does not read well with a label that is a question. */
function codeFor(code: PageError["code"], label: string): PageError["code"] | "question_required" {
  return code === "required" && label.endsWith("?") ? "question_required" : code;
}

/** An ISO date among the parameters is written as people write dates. */
function readable(value: string | number, language: Language): string | number {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return dayWords(new Date(`${value}T00:00:00Z`), "UTC", language);
}
