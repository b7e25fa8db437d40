import * as z from "zod";
import type { Answer, Answers, TypedPage } from "../answers.ts";
import type { ErrorCode } from "../error-codes.ts";
import { Id } from "../ids.ts";
import type { PersonalRule } from "../personal-email.ts";
import type { Regions } from "../regions.ts";
import { type Language, Text } from "../text.ts";

/** What every field has, whatever its type. */
export const fieldBase = {
  id: Id,
  label: Text.describe("The question, shown above the field."),
  hint: Text.optional().describe("Help shown under the label."),
  optional: z.boolean().default(false).describe("An empty answer is allowed. Fields are required unless this is true."),
  when: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe("A condition over earlier answers; the field is asked only when it holds."),
  from: z
    .enum(["account.name", "account.nik", "account.kk", "account.birth_date", "account.email", "account.phone"])
    .optional()
    .describe("Where the first value comes from; the person can change it."),
  data: z
    .enum(["general", "specific"])
    .default("general")
    .describe(
      "The class of personal data under Law 27 of 2022; specific data are masked in the console and never projected.",
    ),
};

export interface Finding {
  /** The form name of the input it is about. */
  readonly name: string;
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Outcome {
  readonly answer?: Answer;
  readonly errors: readonly Finding[];
  readonly warnings?: readonly Finding[];
}

export interface CheckContext {
  readonly now: Date;
  readonly regions: Regions;
  /** What the institution takes for personal addresses; see `judgeDomain`. */
  readonly emailLists?: readonly PersonalRule[] | undefined;
}

export interface ViewContext {
  readonly language: Language;
  readonly regions: Regions;
}

/** The type of a field's answer in conditions. */
export type ConditionType = "string" | "double" | "bool" | "list<string>" | "Date";

/** Everything the engine knows about one type of field, `D` being its definition in the program file. */
export interface Field<D> {
  readonly definition: z.ZodObject;
  /** Every code that check or crossCheck may give, so that texts and tests can be complete. */
  readonly codes: readonly ErrorCode[];
  readonly condition: ConditionType;
  /** What `project` may say for this type. */
  readonly projections: readonly string[];
  /** The names of its inputs in a form. */
  names(definition: D): readonly string[];
  /** Must accept anything at all in `typed` and never throw. Is not called for an answer that is wholly empty. */
  check(definition: D, typed: TypedPage, context: CheckContext): Outcome;
  /** The code for an answer that is wholly empty though required, and the input it is about. */
  missing(definition: D): Finding;
  /** Compares a valid answer with the other valid answers. */
  crossCheck?(definition: D, answer: Answer, others: Answers): readonly Finding[];
  show(definition: D, answer: Answer, context: ViewContext): string;
  /** What a person would have typed for this answer: the opposite of check. */
  type(definition: D, answer: Answer): TypedPage;
  /** Something valid to type; another number gives another person where that matters. */
  sample(definition: D, context: CheckContext, person: number): TypedPage;
  project?(definition: D, answer: Answer, projection: string): string | number | boolean;
}

/** Ties the methods of a field type to the type of its own definition. */
export function defineField<S extends z.ZodObject>(
  field: Omit<Field<z.output<S>>, "definition"> & { readonly definition: S },
): Field<z.output<S>> & { readonly definition: S } {
  return field;
}

export function finding(name: string, code: ErrorCode, params: Finding["params"] = {}): Finding {
  return { name, code, params };
}

/** An outcome with one error and no answer. */
export function wrong(name: string, code: ErrorCode, params: Finding["params"] = {}): Outcome {
  return { errors: [finding(name, code, params)] };
}

/** An outcome with an answer and nothing to say. */
export function right(answer: Answer): Outcome {
  return { answer, errors: [] };
}
