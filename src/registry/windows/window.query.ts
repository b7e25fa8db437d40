import { sql, type Kysely, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { getName } from "../accounts/name.query.ts";

/** A window as its officers see it. */
export interface WindowView {
  /** By the program file, before any extension. */
  readonly fileClosesAt: Date | null;
  readonly drafts: number;
  readonly locked: number;
  readonly extensions: readonly {
    readonly at: Date;
    readonly by: string;
    /** Receipt number of the one application; null for all. */
    readonly receipt: string | null;
    readonly closesAt: Date;
    readonly reason: string;
  }[];
}

/** Reads a window with its history, newest first. `trx` must come from `withStaff`. */
export async function readWindow(trx: Transaction<DB>, keyring: Keyring, programId: string): Promise<WindowView> {
  const program = await trx
    .selectFrom("programs as p")
    .select("p.file_closes_at")
    .select(
      sql<number>`(select count(*) from applications a where a.program_id = p.id and a.status = 'draft')`.as("drafts"),
    )
    .select(
      sql<number>`(select count(*) from applications a where a.program_id = p.id and a.status = 'locked')`.as("locked"),
    )
    .where("p.id", "=", programId)
    .executeTakeFirstOrThrow();
  const rows = await trx
    .selectFrom("program_extensions as e")
    .leftJoin("applications as a", "a.id", "e.application_id")
    .select(["e.at", "e.extended_by", "e.closes_at", "e.reason", "a.receipt"])
    .where("e.program_id", "=", programId)
    .orderBy("e.at", "desc")
    .execute();
  const names = new Map<string, string>();
  for (const id of new Set(rows.map(({ extended_by }) => extended_by))) names.set(id, await getName(trx, keyring, id));
  return {
    fileClosesAt: program.file_closes_at,
    drafts: Number(program.drafts),
    locked: Number(program.locked),
    extensions: rows.map((row) => ({
      at: row.at,
      by: names.get(row.extended_by) ?? "",
      receipt: row.receipt,
      closesAt: row.closes_at,
      reason: row.reason,
    })),
  };
}

/** The draft or locked application of a program with this receipt number; undefined when there is none. */
export async function findWaiting(
  trx: Transaction<DB>,
  input: { readonly programId: string; readonly receipt: string },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom("applications")
    .select("id")
    .where("program_id", "=", input.programId)
    .where("receipt", "=", input.receipt)
    .where("status", "in", ["draft", "locked"])
    .executeTakeFirst();
  return row?.id;
}

/** The moment of a day and time of a zone's clocks, both checked for their form beforehand. */
export async function momentIn(db: Kysely<DB>, input: { day: string; time: string; zone: string }): Promise<Date> {
  const { rows } = await sql<{ moment: Date }>`
    select (${`${input.day} ${input.time}`}::timestamp at time zone ${input.zone}) as moment`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("the database gave no moment");
  return row.moment;
}
