import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse, type CsvError } from "csv-parse";
import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { ensureSource, sealPerson } from "./people.ts";
import { readLine } from "./read-line.ts";

const BATCH = 1000;

/** A line that was left out, from 1 with the heading, and why; never what stands in it. */
export interface BadLine {
  readonly line: number;
  readonly problem: string;
}

/**
 * Loads the people of a source from CSV with the columns nik, kk, name, birth_place and birth_date, of which nik must
 * be there. The file is the whole truth: whom it does not have is gone afterwards, and until the end the old people
 * answer. Streamed, so that the size of the file does not matter. Needs the owner's connection. Throws when the heading
 * is wrong or no line is good, and then nothing has changed.
 */
export async function loadSource(
  services: { readonly owner: Kysely<DB>; readonly keyring: Keyring },
  input: { readonly source: string; readonly csv: Readable; onBadLine(bad: BadLine): void },
): Promise<{ readonly people: number; readonly badLines: number; readonly removed: number }> {
  const { source } = input;
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(source)) throw new Error("a source is named in small letters, as dukcapil");
  return services.owner.transaction().execute(async (trx) => {
    const key = await ensureSource(trx, services.keyring, source);
    const load = uuidv7();
    let people = 0;
    let badLines = 0;
    const bad = (line: number, problem: string) => {
      badLines++;
      input.onBadLine({ line, problem });
    };
    let batch = new Map<string, { line: number; row: ReturnType<typeof sealPerson> }>();
    const write = async () => {
      const written = await writeBatch(
        trx,
        [...batch.values()].map(({ row }) => row),
        load,
      );
      for (const [index, { line }] of batch) if (!written.has(index)) bad(line, "this NIK stands on an earlier line");
      people += written.size;
      batch = new Map();
    };
    const parser = parse({
      bom: true,
      columns: (heading: string[]) => checkHeading(heading),
      info: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: 10_000,
      on_skip: (error: CsvError | undefined) => {
        bad(typeof error?.["lines"] === "number" ? error["lines"] : 0, "is not a line of this table");
        return undefined;
      },
    });
    await pipeline(input.csv, parser, async (rows: AsyncIterable<{ info: { lines: number }; record: unknown }>) => {
      for await (const { info, record } of rows) {
        const read = readLine(record);
        if ("problem" in read) {
          bad(info.lines, read.problem);
          continue;
        }
        const row = sealPerson({ key, source }, read.nik, read.person);
        const index = row.nik_index.toString("hex");
        if (batch.has(index)) bad(info.lines, "this NIK stands on an earlier line");
        else batch.set(index, { line: info.lines, row });
        if (batch.size === BATCH) await write();
      }
    });
    await write();
    if (people === 0) throw new Error("no line of the file is good; nothing was changed");
    const gone = await trx
      .deleteFrom("source_people")
      .where("source", "=", source)
      .where("load", "<>", load)
      .executeTakeFirst();
    await trx
      .updateTable("sources")
      .set({ people, loaded_at: sql`app_now()` })
      .where("source", "=", source)
      .execute();
    const removed = Number(gone.numDeletedRows);
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "source.load",
      subjectKind: "source",
      subjectId: null,
      data: { source, people, badLines, removed },
    });
    return { people, badLines, removed };
  });
}

function checkHeading(heading: string[]): string[] {
  const names = heading.map((name) => name.trim().toLowerCase());
  if (!names.includes("nik")) throw new Error("the first line must name the columns, and one of them nik");
  if (new Set(names).size < names.length) throw new Error("the first line names a column twice");
  return names;
}

/** Gives the indexes in hexadecimal that were written: one that an earlier batch of the same load wrote is left as it is. */
async function writeBatch(
  trx: Kysely<DB>,
  rows: readonly ReturnType<typeof sealPerson>[],
  load: string,
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const written = await trx
    .insertInto("source_people")
    .values(rows.map((row) => ({ ...row, load })))
    .onConflict((conflict) =>
      conflict
        .columns(["source", "nik_index"])
        .doUpdateSet((eb) => ({ sealed: eb.ref("excluded.sealed"), load: eb.ref("excluded.load") }))
        .where("source_people.load", "<>", load),
    )
    .returning("nik_index")
    .execute();
  return new Set(written.map(({ nik_index }) => Buffer.from(nik_index).toString("hex")));
}
