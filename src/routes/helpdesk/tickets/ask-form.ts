import { first, type Form } from "../../../platform/http/form.ts";
import type { Answer, FieldError, TypedPage } from "../../../program/answers.ts";
import { isBlank } from "../../../program/fields/plain-text.ts";
import { fieldOf, type FieldDefinition } from "../../../program/fields/index.ts";
import type { Regions } from "../../../program/regions.ts";
import type { TextKey, Say, Language } from "../../../texts/texts.ts";
import { dayWords } from "../../../texts/dates.ts";

/** The wrong fields of a form in words, and the answers that are right. */
export interface ReadFields {
  readonly typed: TypedPage;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  readonly answers: Readonly<Record<string, Answer>>;
}

interface Reading {
  readonly say: Say;
  readonly language: Language;
  readonly regions: Regions;
}

/** Reads fields of the program language from a posted form, by the rules of their types. */
export function readFields(definitions: readonly FieldDefinition[], form: Form, reading: Reading): ReadFields {
  const typed: Record<string, string | readonly string[]> = {};
  const answers: Record<string, Answer> = {};
  const found: FieldError[] = [];
  const note = (
    id: string,
    list: readonly { name: string; code: FieldError["code"]; params: FieldError["params"] }[],
  ) => found.push(...list.map(({ name, ...rest }) => ({ field: name, id, ...rest })));
  for (const definition of definitions) {
    const field = fieldOf(definition);
    for (const name of field.names(definition)) typed[name] = first(form, name);
    if (field.names(definition).every((name) => isBlank(typed, name))) {
      if (!definition.optional) note(definition.id, [field.missing(definition)]);
      continue;
    }
    const { answer, errors } = field.check(definition, typed, { now: new Date(), regions: reading.regions });
    note(definition.id, errors);
    if (answer !== undefined && errors.length === 0) answers[definition.id] = answer;
  }
  return {
    typed,
    answers,
    errors: found.map((error) => ({ field: error.field, text: words(error, definitions, reading) })),
  };
}

function words(error: FieldError, definitions: readonly FieldDefinition[], { say, language }: Reading): string {
  const label = definitions.find(({ id }) => id === error.id)?.label[language] ?? "";
  const asks = error.code === "required" && label.endsWith("?");
  const key: TextKey = asks ? "field.question_required" : `field.${error.code}`;
  const readable = (value: string | number) =>
    typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? dayWords(new Date(`${value}T00:00:00Z`), "UTC", language)
      : value;
  const params = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, readable(value)]));
  return say(key, { ...params, label });
}
