import type { Readable } from "node:stream";
import { sql, type Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type BadLine, readCsv } from "../../platform/files/read-csv.ts";
import type { Regions } from "../../program/regions.ts";
import { recordAudit } from "../audit/record.ts";
import { Office } from "./dukcapil-file.ts";

type Known = z.output<typeof Office>;

/** What a load made of the table of offices. */
interface LoadedOffices {
  readonly loaded: number;
  readonly badLines: number;
  /** Offices that were there and are not in the file. */
  readonly removed: number;
}

/**
 * Loads what is known of Dukcapil offices from CSV with the column code (32.73 for a regency or city) and any of the keys
 * that `helpdesk/dukcapil.yaml` has for an office. The file is the whole truth of what was loaded; that one holds beneath
 * it. Needs the owner's connection. Throws when the heading is wrong or no line is good, and then nothing has changed.
 */
export async function loadOffices(
  owner: Kysely<DB>,
  input: { readonly regions: Regions; readonly csv: Readable; onBadLine(bad: BadLine): void },
): Promise<LoadedOffices> {
  // Five hundred at most: there are no more regencies and cities than that.
  const offices = new Map<string, Known>();
  let badLines = 0;
  const onBadLine = (bad: BadLine) => {
    badLines++;
    input.onBadLine(bad);
  };
  await readCsv(input.csv, {
    needed: ["code"],
    onBadLine,
    onRecord: (record, line) => {
      const read = readOffice(record, input.regions);
      if ("problem" in read) onBadLine({ line, problem: read.problem });
      else if (offices.has(read.code)) onBadLine({ line, problem: "this code stands on an earlier line" });
      else offices.set(read.code, read.office);
    },
  });
  if (offices.size === 0) throw new Error("no line of the file is good; nothing was changed");
  return owner.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom("dukcapil_offices")
      .where("code", "not in", [...offices.keys()])
      .executeTakeFirst();
    const rows = [...offices].map(([code, office]) => ({ code, office, loaded_at: sql<Date>`app_now()` }));
    await trx
      .insertInto("dukcapil_offices")
      .values(rows)
      .onConflict((clash) =>
        clash.column("code").doUpdateSet((eb) => ({
          office: eb.ref("excluded.office"),
          loaded_at: eb.ref("excluded.loaded_at"),
        })),
      )
      .execute();
    const counts = { loaded: rows.length, badLines, removed: Number(gone.numDeletedRows) };
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "offices.load",
      subjectKind: "source",
      subjectId: null,
      data: { ...counts },
    });
    return counts;
  });
}

function readOffice(
  record: unknown,
  regions: Regions,
): { readonly code: string; readonly office: Known } | { readonly problem: string } {
  const { code = "", ...typed } = z.record(z.string(), z.string()).parse(record);
  if (regions.find(code)?.level !== "regency") return { problem: "code is no regency or city, as 32.73" };
  const read = Office.safeParse(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== "")));
  if (read.success)
    return Object.keys(read.data).length > 0 ? { code, office: read.data } : { problem: "says nothing of the office" };
  const wrong = read.error.issues.map(({ path, message, code: kind }) =>
    kind === "unrecognized_keys" ? "has a column that is not known" : `${path.join(".")}: ${message}`,
  );
  return { problem: wrong.join("; ") };
}
