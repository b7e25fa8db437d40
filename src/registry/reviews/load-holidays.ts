import { parse } from "csv-parse/sync";
import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import { strangeSigns } from "../../program/fields/plain-text.ts";
import { recordAudit } from "../audit/record.ts";

const Lines = z
  .array(
    z.object({
      day: z.iso.date("day is no date as 2027-03-10"),
      name: z
        .string()
        .min(1, "name is empty")
        .max(120, "name is too long")
        .refine((name) => !strangeSigns.test(name), "name holds a sign that no text has, or is not UTF-8"),
    }),
  )
  .min(1, "there is no line");

/** What a load made of the table. */
export interface LoadedHolidays {
  readonly years: readonly string[];
  readonly days: number;
  readonly removed: number;
}

/**
 * Takes the holidays of whole years from CSV with the columns day and name: of each year that the file names, the table
 * holds these days and no others afterwards. Throws, with the line, and changes nothing when a line is wrong: a decree has
 * twenty-five. Needs the owner's connection.
 */
export async function loadHolidays(owner: Kysely<DB>, csv: string): Promise<LoadedHolidays> {
  const read = Lines.safeParse(parse(csv, { bom: true, columns: true, trim: true, skip_empty_lines: true }));
  if (!read.success) {
    const [issue] = read.error.issues;
    const at = typeof issue?.path[0] === "number" ? `line ${issue.path[0] + 2}: ` : "";
    throw new Error(`${at}${issue?.message ?? "wrong"}`);
  }
  const rows = [...new Map(read.data.map((line) => [line.day, line])).values()];
  const years = [...new Set(rows.map(({ day }) => day.slice(0, 4)))].toSorted();
  return owner.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom("holidays")
      .where((eb) => eb(eb.fn<string>("to_char", ["day", eb.val("YYYY")]), "in", years))
      .where((eb) =>
        eb(
          eb.fn<string>("to_char", ["day", eb.val("YYYY-MM-DD")]),
          "not in",
          rows.map(({ day }) => day),
        ),
      )
      .executeTakeFirst();
    await trx
      .insertInto("holidays")
      .values(rows)
      .onConflict((clash) => clash.column("day").doUpdateSet((eb) => ({ name: eb.ref("excluded.name") })))
      .execute();
    const loaded = { years, days: rows.length, removed: Number(gone.numDeletedRows) };
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "holiday.load",
      subjectKind: "holiday",
      subjectId: null,
      data: { ...loaded },
    });
    return loaded;
  });
}
