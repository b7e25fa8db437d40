import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** What a number says of its series; undefined for one of another form, which no series gives. */
export function placeInSeries(
  pattern: string,
  number: string,
): { readonly year: number | undefined; readonly sequence: number } | undefined {
  const source = pattern
    .split(/(\{(?:year|region|sequence)(?::[0-9])?\})/)
    .map((part) => {
      if (part === "{year}") return "(?<year>[0-9]{4})";
      if (part.startsWith("{region")) return "[0-9]+";
      return part.startsWith("{sequence") ? "(?<sequence>[0-9]{1,12})" : part.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
    })
    .join("");
  const groups = new RegExp(`^${source}$`, "i").exec(number)?.groups;
  if (!groups) return undefined;
  const { year, sequence } = groups;
  return { year: year === undefined ? undefined : Number(year), sequence: Number(sequence) };
}

/**
 * Moves the series of a program on, so that none of these numbers is given again. Series of years that are over give
 * nothing and are left alone; numbers without a year count for this year and the next. Needs the owner's connection, and
 * is no part of the caller's transaction: numbers that nobody has are harmless, and nobody who takes one waits for the caller.
 */
export async function moveSeries(
  owner: Kysely<DB>,
  program: { readonly id: string; readonly zone: string; readonly pattern: string },
  numbers: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ year: number }>`
    select extract(year from app_now() at time zone ${program.zone})::int as year`.execute(owner);
  const present = rows[0]?.year ?? 0;
  const past = new Map<number, number>();
  for (const number of numbers) {
    const place = placeInSeries(program.pattern, number);
    if (!place) continue;
    for (const year of place.year === undefined ? [present, present + 1] : [place.year]) {
      if (year >= present) past.set(year, Math.max(past.get(year) ?? 0, place.sequence));
    }
  }
  for (const [year, sequence] of past) {
    await sql`select move_number_series(${program.id}::uuid, ${String(year)}, ${sequence})`.execute(owner);
  }
}
