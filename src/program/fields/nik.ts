import * as z from "zod";
import type { Regions } from "../regions.ts";
import { Id } from "../ids.ts";
import { isRealDate } from "./calendar.ts";
import { readDigits } from "./digits.ts";
import { defineField, fieldBase, finding, wrong } from "./field.ts";
import { single } from "./single.ts";

export const nik = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("nik"),
      matches_birth_date: Id.optional().describe(
        "A date field on this or an earlier page with which digits 7 to 12 must agree.",
      ),
    })
    .describe(
      "The 16 digits of the identity card: six for the district, six for the date of birth (a woman's day has 40 added), " +
        "four for the serial. A district that is not known is a warning, since districts are renamed and split.",
    ),
  codes: [
    "required",
    "repeated",
    "characters",
    "too_long",
    "digits_only",
    "digits_count",
    "nik_birth_date",
    "nik_birth_date_differs",
    "nik_serial",
    "nik_region_unknown",
  ],
  condition: "string",
  check({ id }, typed, { regions }) {
    const read = readDigits(typed, id, 16);
    if ("outcome" in read) return read.outcome;
    const birth = read.digits.slice(6, 12);
    if (!isBirthDate(birth)) return wrong(id, "nik_birth_date", { digits: birth });
    if (read.digits.endsWith("0000")) return wrong(id, "nik_serial", { digits: "0000" });
    const district = read.digits.slice(0, 6);
    const warnings = isDistrict(district, regions) ? [] : [finding(id, "nik_region_unknown", { digits: district })];
    return { answer: read.digits, errors: [], warnings };
  },
  crossCheck({ id, matches_birth_date: other }, answer, others) {
    const birth = other === undefined ? undefined : others[other];
    if (typeof birth !== "string") return [];
    const digits = String(answer).slice(6, 12);
    const day = (Number(digits.slice(0, 2)) % 40).toString().padStart(2, "0");
    const same = `${digits.slice(4)}-${digits.slice(2, 4)}-${day}` === birth.slice(2);
    return same ? [] : [finding(id, "nik_birth_date_differs", { digits })];
  },
  sample: ({ id }, _context, person) => ({ [id]: `317101170590${String((person % 9999) + 1).padStart(4, "0")}` }),
});

/** The century is not in the number, so a date is real if it is in one of the two that living people know. */
function isBirthDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const born = day > 40 ? day - 40 : day;
  const month = Number(digits.slice(2, 4));
  const year = Number(digits.slice(4));
  return isRealDate(1900 + year, month, born) || isRealDate(2000 + year, month, born);
}

function isDistrict(digits: string, regions: Regions): boolean {
  const code = `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4)}`;
  return regions.find(code)?.level === "district";
}
