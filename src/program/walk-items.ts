import type { Answer, FieldError, Typed } from "./answers.ts";
import { checkFields } from "./check-fields.ts";
import type { CompiledProgram, CompiledStep } from "./compile.ts";
import type { Page } from "./definition.ts";
import { itemKey, itemNumbers } from "./repeat.ts";

/** Checks each item of a repeated page; what is answered in one is known under its number only. */
export function walkItems(
  compiled: CompiledProgram,
  page: CompiledStep,
  { min, max }: NonNullable<Page["repeat"]>,
  { typed, now }: { readonly typed: Typed; readonly now: Date },
  found: {
    readonly answers: Record<string, Answer>;
    readonly errors: Record<string, readonly FieldError[]>;
    readonly warnings: Record<string, readonly FieldError[]>;
  },
): "done" | "todo" | "invalid" {
  const { id } = page.step;
  const items = itemNumbers(typed, id);
  let valid = items.length <= max;
  for (const item of items) {
    const key = itemKey(id, item);
    const own: Record<string, Answer> = { ...found.answers };
    const checked = checkFields(compiled, page, typed[key] ?? {}, now, own);
    if (checked.errors.length > 0) found.errors[key] = checked.errors;
    if (checked.warnings.length > 0) found.warnings[key] = checked.warnings;
    valid &&= checked.errors.length === 0;
    for (const { definition } of page.fields) {
      const answer = Object.hasOwn(own, definition.id) ? own[definition.id] : undefined;
      if (answer !== undefined) found.answers[itemKey(definition.id, item)] = answer;
    }
  }
  const gonePast = Object.hasOwn(typed, id);
  if (!valid) return "invalid";
  if (items.length < min) return gonePast ? "invalid" : "todo";
  return items.length > 0 || gonePast ? "done" : "todo";
}
