import type { Readable } from "node:stream";
import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type BadLine, readCsv } from "../../platform/files/read-csv.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { ensureSource, sealPerson } from "./people.ts";
import { readLine } from "./read-line.ts";

const BATCH = 1000;

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
    await readCsv(input.csv, {
      needed: ["nik"],
      onBadLine: ({ line, problem }) => bad(line, problem),
      onRecord: async (record, line) => {
        const read = readLine(record);
        if ("problem" in read) {
          bad(line, read.problem);
          return;
        }
        const row = sealPerson({ key, source }, read.nik, read.person);
        const index = row.nik_index.toString("hex");
        if (batch.has(index)) bad(line, "this NIK stands on an earlier line");
        else batch.set(index, { line, row });
        if (batch.size === BATCH) await write();
      },
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
