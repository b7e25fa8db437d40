import { typedList, type FieldError, type TypedPage } from "../../program/answers.ts";
import type { CompiledField, CompiledProgram } from "../../program/compile.ts";
import { isBlank } from "../../program/fields/plain-text.ts";
import { first, type Form } from "../../platform/http/form.ts";
import { notFound } from "../../platform/refusals.ts";
import type { LookedUp } from "./look-up.ts";

/** The two questions before a program that begins with a source; they are asked as the program itself asks them. */
export interface LookupForm {
  readonly source: string;
  readonly nik: CompiledField;
  readonly kk: CompiledField;
}

/** The questions of a program; 404 where it does not begin with a source. */
export function getLookupForm({ program, fieldsById }: CompiledProgram): LookupForm {
  const [check] = program.checks ?? [];
  const nik = fieldsById.get(check?.facts.nik ?? "");
  const kk = fieldsById.get(check?.facts.kk ?? "");
  if (program.identity !== "linked" || !check || !nik || !kk) throw notFound();
  return { source: check.source, nik, kk };
}

/** Reads what was typed: both numbers, or what is wrong with which. */
export function readLookupForm(
  compiled: CompiledProgram,
  { nik, kk }: LookupForm,
  form: Form,
): { readonly typed: TypedPage; readonly errors: readonly FieldError[]; readonly numbers: LookedUp } {
  const typed: Record<string, string | readonly string[]> = {};
  for (const { definition } of [nik, kk]) {
    const values = Object.hasOwn(form, definition.id) ? (form[definition.id] ?? []) : [];
    typed[definition.id] = values.length > 1 ? values : first(form, definition.id);
  }
  const read = [nik, kk].map((field) => readOne(compiled, field, typed));
  const [nikRead, kkRead] = read;
  return {
    typed,
    errors: read.flatMap(({ errors }) => errors),
    numbers: { nik: nikRead?.answer ?? "", kk: kkRead?.answer ?? "" },
  };
}

function readOne(
  { regions }: CompiledProgram,
  { definition, module }: CompiledField,
  typed: TypedPage,
): { readonly answer: string; readonly errors: readonly FieldError[] } {
  const { id } = definition;
  const isEmpty = typedList(typed, id).length === 0 || isBlank(typed, id);
  const outcome = isEmpty
    ? { answer: undefined, errors: [module.missing(definition)] }
    : module.check(definition, typed, { now: new Date(), regions });
  return {
    answer: typeof outcome.answer === "string" ? outcome.answer : "",
    errors: outcome.errors.map(({ name, code, params }) => ({ field: name, id, code, params })),
  };
}
