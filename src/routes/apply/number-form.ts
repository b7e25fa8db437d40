import type { TypedPage } from "../../program/answers.ts";
import type { ErrorCode } from "../../program/error-codes.ts";
import type { Finding } from "../../program/fields/field.ts";
import { FieldDefinition, fieldOf } from "../../program/fields/index.ts";
import { isBlank } from "../../program/fields/plain-text.ts";
import type { Regions } from "../../program/regions.ts";
import type { Form } from "../../platform/http/form.ts";
import { readEmail } from "../../registry/identifiers/email.ts";
import { readLoginName } from "../../registry/identifiers/login-name.ts";
import type { Stated } from "../../registry/members/stated.ts";
import type { Visit } from "../route.ts";
import type { WordedError } from "../field-errors.ts";

/** The three questions to somebody who has a number of before. */
export const numberFields: readonly FieldDefinition[] = [
  FieldDefinition.parse({
    type: "text",
    id: "number",
    max_length: 60,
    label: { id: "Nomor registrasi", en: "Registration number" },
    hint: { id: "Seperti di kartu atau surat Anda.", en: "As on your card or letter." },
  }),
  FieldDefinition.parse({
    type: "date",
    id: "birth_date",
    past: true,
    label: { id: "Tanggal lahir", en: "Date of birth" },
    hint: { id: "Misalnya 17 5 1990.", en: "For example 17 5 1990." },
  }),
  FieldDefinition.parse({
    type: "text",
    id: "second",
    max_length: 254,
    label: { id: "NIK atau alamat e-mail yang tercatat", en: "NIK or e-mail address on file" },
    hint: {
      id: "Salah satu yang Anda berikan ke sekretariat dulu.",
      en: "One of those that you gave to the secretariat then.",
    },
  }),
];

const nikField = FieldDefinition.parse({ type: "nik", id: "second", label: { id: "NIK", en: "NIK" } });

/** Reads what was typed: a statement, or what is wrong with which field in words. */
export function readNumberForm(
  { form, say, language }: Pick<Visit, "form" | "say" | "language">,
  regions: Regions,
): { readonly typed: TypedPage; readonly errors: readonly WordedError[]; readonly stated: Stated | undefined } {
  const typed = typedOf(form);
  const errors: WordedError[] = [];
  const told = (definition: FieldDefinition, { name, code, params }: Finding) => {
    const label = definition.label[language];
    errors.push({ field: name, text: say(`field.${code satisfies ErrorCode}`, { ...params, label }) });
  };
  const read = (definition: FieldDefinition): string => {
    const field = fieldOf(definition);
    const empty = field.names(definition).every((name) => isBlank(typed, name));
    const outcome = empty
      ? { answer: undefined, errors: [field.missing(definition)] }
      : field.check(definition, typed, { now: new Date(), regions });
    for (const error of outcome.errors) told(definition, error);
    return outcome.errors.length === 0 && typeof outcome.answer === "string" ? outcome.answer : "";
  };
  const [number = "", birthDate = "", secondTyped = ""] = numberFields.map(read);
  const name = number === "" ? undefined : readLoginName(number);
  if (number !== "" && name?.kind !== "number") errors.push({ field: "number", text: say("number.error.number") });
  const email = readEmail(secondTyped);
  let second: Stated["second"] | undefined;
  if (email !== undefined) second = { kind: "email", value: email };
  else if (/^[\d\s.-]+$/.test(secondTyped)) second = { kind: "nik", value: read(nikField) };
  else if (secondTyped !== "") errors.push({ field: "second", text: say("number.error.second") });
  const stated = second && errors.length === 0 && name ? { number: name.value, birthDate, second } : undefined;
  return { typed, errors, stated };
}

function typedOf(form: Form): TypedPage {
  const names = numberFields.flatMap((definition) => fieldOf(definition).names(definition));
  return Object.fromEntries(
    names.map((name) => {
      const values = Object.hasOwn(form, name) ? (form[name] ?? []) : [];
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}
