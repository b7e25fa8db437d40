import * as z from "zod";
import type { TypedPage } from "../answers.ts";
import { fullYears, isoDate, isRealDate, showDate, today } from "./calendar.ts";
import { defineField, fieldBase, finding, right, wrong } from "./field.ts";
import { cleanText, isBlank } from "./plain-text.ts";

const parts = ["day", "month", "year"] as const;
const ranges = { day: [1, 31], month: [1, 12], year: [1900, 2100] } as const;

const IsoDate = z.iso.date().describe("A date as 2026-12-31.");

export const date = defineField({
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("date"),
      min: IsoDate.optional().describe("The earliest date allowed, as 2026-12-31."),
      max: IsoDate.optional().describe("The latest date allowed, as 2026-12-31."),
      past: z.boolean().default(false).describe("The date must not be in the future; today is allowed."),
      min_age: z
        .int()
        .min(1)
        .max(120)
        .optional()
        .describe("For a date of birth: the least age in years on the day of filling."),
      project: z.enum(["year"]).optional().describe("What stands in plain beside the sealed answers: the year."),
    })
    .describe("A date in three inputs: day, month and year."),
  codes: [
    "date_required",
    "repeated",
    "characters",
    "too_long",
    "date_part_missing",
    "date_part",
    "date_not_real",
    "date_too_early",
    "date_too_late",
    "date_in_future",
    "too_young",
  ],
  condition: "Date",
  projections: ["year"],
  names: ({ id }) => parts.map((part) => `${id}.${part}`),
  missing: ({ id }) => finding(`${id}.day`, "date_required"),
  check(definition, typed, { now }) {
    const { id } = definition;
    const numbers: number[] = [];
    for (const part of parts) {
      const read = readPart(typed, `${id}.${part}`, part);
      if (typeof read !== "number") return read;
      numbers.push(read);
    }
    const [day = 0, month = 0, year = 0] = numbers;
    if (!isRealDate(year, month, day)) return wrong(`${id}.day`, "date_not_real");
    const iso = isoDate(year, month, day);
    if (definition.min !== undefined && iso < definition.min)
      return wrong(`${id}.day`, "date_too_early", { min: definition.min });
    if (definition.max !== undefined && iso > definition.max)
      return wrong(`${id}.day`, "date_too_late", { max: definition.max });
    const limit = today(now);
    if ((definition.past || definition.min_age !== undefined) && iso > limit)
      return wrong(`${id}.year`, "date_in_future");
    if (definition.min_age !== undefined && fullYears(iso, limit) < definition.min_age) {
      return wrong(`${id}.year`, "too_young", { min: definition.min_age });
    }
    return right(iso);
  },
  show: (_definition, answer, { language }) => showDate(String(answer), language),
  type: ({ id }, answer) => typeDate(id, String(answer)),
  sample(definition) {
    const iso = [definition.min ?? "1990-05-17", "1990-05-17"].toSorted().at(-1) ?? "";
    const within = definition.max !== undefined && iso > definition.max ? definition.max : iso;
    return typeDate(definition.id, within);
  },
  project: (_definition, answer) => Number(String(answer).slice(0, 4)),
});

function readPart(typed: TypedPage, name: string, part: (typeof parts)[number]): number | ReturnType<typeof wrong> {
  if (isBlank(typed, name)) return wrong(name, "date_part_missing", { part });
  const cleaned = cleanText(typed, name, { max: 20 });
  if ("outcome" in cleaned) return cleaned.outcome;
  const [least, most] = ranges[part];
  const value = /^[0-9]{1,4}$/.test(cleaned.text) ? Number(cleaned.text) : Number.NaN;
  return value >= least && value <= most ? value : wrong(name, "date_part", { part });
}

function typeDate(id: string, iso: string): TypedPage {
  const [year = "", month = "", day = ""] = iso.split("-");
  return { [`${id}.day`]: String(Number(day)), [`${id}.month`]: String(Number(month)), [`${id}.year`]: year };
}
