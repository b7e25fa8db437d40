import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { accountKey, institutionKey } from "../accounts/keys.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { memberIndex, openMember, type Member } from "./member.ts";

interface Services {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** The member of a program whose number this is and who has not proved it; undefined when there is none. */
export async function findMember(
  { db, keyring }: Services,
  program: { readonly id: string; readonly institutionId: string },
  number: string,
): Promise<{ readonly id: string; readonly member: Member } | undefined> {
  const index = memberIndex(keyring, program.id, "number", number);
  const row = await db
    .selectFrom("members")
    .select(["id", "person_sealed"])
    .where("program_id", "=", program.id)
    .where((one) => one.or([one("number_index", "=", index), one("number_index_b", "=", index)]))
    .where("account_id", "is", null)
    .executeTakeFirst();
  if (!row?.person_sealed) return undefined;
  const key = await institutionKey(db, keyring, program.institutionId);
  return { id: row.id, member: openMember(key, row.id, row.person_sealed) };
}

/** The number that an account has in a program, given there or of before; undefined when it has none. */
export async function findOwnNumber(
  { db, keyring }: Services,
  of: { readonly accountId: string; readonly programId: string },
): Promise<string | undefined> {
  const given = await db
    .selectFrom("applications")
    .select("number")
    .where("account_id", "=", of.accountId)
    .where("program_id", "=", of.programId)
    .where("status", "=", "accepted")
    .where("number", "is not", null)
    .executeTakeFirst();
  if (given?.number) return given.number;
  if (!(await isMember(db, of))) return undefined;
  const key = await accountKey(db, keyring, of.accountId);
  const names = await db
    .selectFrom("account_identifiers")
    .select(["id", "sealed"])
    .where("account_id", "=", of.accountId)
    .where("kind", "=", "number")
    .execute();
  for (const { id, sealed } of names) {
    const number = open(key, sealed, identifierContext("number", id)).toString("utf8");
    const index = memberIndex(keyring, of.programId, "number", number);
    const { rows } = await sql`select from members where program_id = ${of.programId}::uuid
      and account_id = ${of.accountId}::uuid and (number_index = ${index} or number_index_b = ${index})`.execute(db);
    if (rows.length > 0) return number;
  }
  return undefined;
}

/** Whether an account has proved a number of before in a program. */
export async function isMember(
  db: Kysely<DB>,
  of: { readonly accountId: string; readonly programId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom("members")
    .select("id")
    .where("account_id", "=", of.accountId)
    .where("program_id", "=", of.programId)
    .executeTakeFirst();
  return row !== undefined;
}
