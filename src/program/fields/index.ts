import * as z from "zod";
import { choice } from "./choice.ts";
import { choices } from "./choices.ts";
import { date } from "./date.ts";
import { email } from "./email.ts";
import type { Field } from "./field.ts";
import { kk } from "./kk.ts";
import { money } from "./money.ts";
import { name } from "./name.ts";
import { nik } from "./nik.ts";
import { npwp } from "./npwp.ts";
import { number } from "./number.ts";
import { phone } from "./phone.ts";
import { postcode } from "./postcode.ts";
import { region } from "./region.ts";
import { text } from "./text.ts";
import { textarea } from "./textarea.ts";
import { year } from "./year.ts";
import { yesNo } from "./yes-no.ts";

/** A field in a program file. */
export const FieldDefinition = z.discriminatedUnion("type", [
  text.definition,
  textarea.definition,
  name.definition,
  email.definition,
  phone.definition,
  number.definition,
  money.definition,
  date.definition,
  year.definition,
  choice.definition,
  choices.definition,
  yesNo.definition,
  nik.definition,
  kk.definition,
  npwp.definition,
  postcode.definition,
  region.definition,
]);
export type FieldDefinition = z.output<typeof FieldDefinition>;
export type FieldType = FieldDefinition["type"];

/** Every field type once. A new type is its module, a line above and a line here; the compiler names what is missing. */
export const fields = {
  text,
  textarea,
  name,
  email,
  phone,
  number,
  money,
  date,
  year,
  choice,
  choices,
  yes_no: yesNo,
  nik,
  kk,
  npwp,
  postcode,
  region,
} as const satisfies { [T in FieldType]: Field<Extract<FieldDefinition, { type: T }>> };

/** The module of a field's type. Sound because the record above ties each type to the definition of that type. */
export function fieldOf(definition: FieldDefinition): Field<FieldDefinition> {
  return fields[definition.type];
}
