import { type Answer, type Answers, type FieldError, type TypedPage, typedList } from "./answers.ts";
import type { CompiledField, CompiledProgram, CompiledStep } from "./compile.ts";
import type { Finding } from "./fields/field.ts";
import { isBlank } from "./fields/plain-text.ts";

export interface CheckedPage {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** Worth a reviewer's look, but no reason to stop the person. */
  readonly warnings: readonly FieldError[];
}

/** Checks the fields of a page in order and adds each valid answer to `answers`, which later conditions read. */
export function checkFields(
  compiled: CompiledProgram,
  page: CompiledStep,
  typed: TypedPage,
  now: Date,
  answers: Record<string, Answer>,
): Omit<CheckedPage, "answers"> {
  const errors: FieldError[] = [];
  const warnings: FieldError[] = [];
  const context = { now, regions: compiled.regions, emailLists: compiled.emailLists };
  for (const field of page.fields) {
    const { definition, module } = field;
    if (field.condition?.holds(answers) === false) continue;
    if (isUnanswered(field, typed)) {
      if (!definition.optional) errors.push(fieldError(definition.id, module.missing(definition)));
      continue;
    }
    const outcome = module.check(definition, typed, context);
    if (outcome.answer !== undefined) answers[definition.id] = outcome.answer;
    for (const error of outcome.errors) errors.push(fieldError(definition.id, error));
    for (const warning of outcome.warnings ?? []) warnings.push(fieldError(definition.id, warning));
  }
  for (const { definition, module } of page.fields) {
    const answer = module.crossCheck === undefined ? undefined : answers[definition.id];
    if (answer === undefined) continue;
    const found = module.crossCheck?.(definition, answer, answers) ?? [];
    if (found.length > 0) delete answers[definition.id];
    for (const error of found) errors.push(fieldError(definition.id, error));
  }
  return { errors, warnings };
}

function isUnanswered({ names }: CompiledField, typed: TypedPage): boolean {
  return names.every((name) => typedList(typed, name).length === 0 || isBlank(typed, name));
}

function fieldError(id: string, { name, code, params }: Finding): FieldError {
  return { field: name, id, code, params };
}
