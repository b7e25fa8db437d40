import type { Readable } from "node:stream";
import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { readCsv } from "../../platform/files/read-csv.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { Program } from "../../program/definition.ts";
import { institutionKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import type { Member } from "./member.ts";
import { moveSeries } from "./move-series.ts";
import { memberColumns, readMember } from "./read-member.ts";
import { storeMembers, type BadMember, type Batch, type Imported } from "./store-members.ts";

const BATCH = 500;

interface Services {
  readonly owner: Kysely<DB>;
  readonly keyring: Keyring;
}

interface Input {
  /** Slug of the program whose numbers they are. */
  readonly program: string;
  readonly csv: Readable;
  /** Everything is looked at, and nothing written. */
  readonly dryRun: boolean;
  onBadLine(bad: BadMember): void;
}

/** Undoes the transaction of a dry run. */
class DryRun extends Error {}

/**
 * Imports members with the numbers that they had before, from CSV with the columns of `memberColumns`. Streamed, in one
 * transaction; the same file again changes nothing. Numbers that are not in the file stay. The program's series gives none
 * of the numbers again. Needs the owner's connection, of a pool of two at least. Throws when the program does not exist or
 * its numbers are no names to log in with, or the heading is wrong, and then nothing has changed.
 */
export async function importMembers(services: Services, input: Input): Promise<Imported> {
  const { owner, keyring } = services;
  const program = await getProgram(owner, input.program);
  const key = await institutionKey(owner, keyring, program.institutionId);
  const load = uuidv7();
  const counts: Imported = { added: 0, changed: 0, unchanged: 0, proved: 0, badLines: 0 };
  const onBadLine = (bad: BadMember) => {
    counts.badLines++;
    input.onBadLine(bad);
  };
  const work = async (trx: Kysely<DB>) => {
    // One import of a program after the other: each looks at what is there before it writes.
    await sql`select pg_advisory_xact_lock(hashtext(${`members ${program.id}`}))`.execute(trx);
    const importing = { keyring, key, program, load, counts, onBadLine };
    const later: Batch[number][] = [];
    const store = async (lines: Batch) => {
      if (!input.dryRun) {
        await moveSeries(
          owner,
          program,
          lines.map(({ member }) => member.number),
        );
      }
      later.push(...(await storeMembers(trx, importing, lines)));
    };
    await readLines(input.csv, { store, onBadLine });
    await storeMembers(trx, importing, later, true);
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "members.import",
      institutionId: program.institutionId,
      subjectKind: "program",
      subjectId: program.id,
      data: { ...counts },
    });
    if (input.dryRun) throw new DryRun();
  };
  try {
    await owner.transaction().execute(work);
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return counts;
}

async function readLines(
  csv: Readable,
  to: { store(lines: Batch): Promise<void>; onBadLine(bad: BadMember): void },
): Promise<void> {
  let batch: { line: number; member: Member }[] = [];
  const flush = async () => {
    if (batch.length > 0) await to.store(batch);
    batch = [];
  };
  await readCsv(csv, {
    needed: memberColumns,
    onBadLine: (bad) => to.onBadLine(bad),
    onRecord: async (record, line) => {
      const read = readMember(record);
      if ("member" in read) batch.push({ line, member: read.member });
      else {
        const [first] = read.problems;
        const also = read.problems.slice(1).map(({ column, problem }) => `; ${column} ${problem}`);
        if (first) to.onBadLine({ line, ...first, problem: first.problem + also.join("") });
      }
      if (batch.length === BATCH) await flush();
    },
  });
  await flush();
}

async function getProgram(owner: Kysely<DB>, slug: string) {
  const row = await owner
    .selectFrom("programs as p")
    .innerJoin("institutions as i", "i.id", "p.institution_id")
    .innerJoin("program_versions as v", "v.id", "p.version_id")
    .select(["p.id", "p.institution_id as institutionId", "i.zone", "v.definition"])
    .where("p.slug", "=", slug)
    .executeTakeFirst();
  if (!row) throw new Error(`there is no program ${slug}`);
  const { number } = Program.parse(row.definition);
  if (number?.username !== true) throw new Error(`the numbers of ${slug} are no names to log in with`);
  return { id: row.id, institutionId: row.institutionId, zone: row.zone, pattern: number.pattern };
}
