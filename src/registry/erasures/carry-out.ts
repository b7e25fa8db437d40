import { type Kysely, sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { accountKey, forgetKeys, newAccountKey } from "../accounts/keys.ts";
import { getName } from "../accounts/name.query.ts";
import { recordAudit } from "../audit/record.ts";
import { getEmail } from "../identifiers/identifier.ts";
import { notify } from "../notices/notify.ts";
import { cutIdentifiers } from "./cut-identifiers.ts";

interface ErasureServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
}

interface Due {
  readonly id: string;
  readonly number: string;
  readonly account_id: string;
  readonly institution_id: string | null;
}

/**
 * Does every erasure whose 72 hours are over, each in a transaction of its own, and then removes the sealed files that
 * nobody can open any more. Gives how many were done.
 */
export async function carryOutErasures(services: ErasureServices): Promise<number> {
  let done = 0;
  while (await services.db.transaction().execute((trx) => carryOutNext(trx, services))) done++;
  await removeFiles(services);
  return done;
}

async function carryOutNext(trx: Transaction<DB>, { keyring }: ErasureServices): Promise<boolean> {
  const due = await trx
    .selectFrom("erasures")
    .select(["id", "number", "account_id", "institution_id"])
    .where("due_at", "<=", sql<Date>`app_now()`)
    .where("undone_at", "is", null)
    .where("void_at", "is", null)
    .where("done_at", "is", null)
    .orderBy("due_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!due) return false;
  if (await isHeldUp(trx, due)) await callOff(trx, keyring, due);
  else if (due.institution_id === null) await eraseAccount(trx, keyring, due);
  else await eraseAt(trx, keyring, { ...due, institution_id: due.institution_id });
  return true;
}

/** Whether something was submitted, or a role given, since it was asked for. Locks the applications, so that none is submitted meanwhile. */
async function isHeldUp(trx: Transaction<DB>, { account_id, institution_id }: Due): Promise<boolean> {
  await sql`select from applications where account_id = ${account_id}::uuid for update`.execute(trx);
  const { rows } = await sql<{ held: boolean }>`
    select is_in_review(${account_id}::uuid, ${institution_id}::uuid)
      or ${institution_id}::uuid is null and exists (select from staff_roles r where r.account_id = ${account_id}::uuid)
      as held`.execute(trx);
  return rows[0]?.held === true;
}

async function callOff(trx: Transaction<DB>, keyring: Keyring, due: Due): Promise<void> {
  await trx
    .updateTable("erasures")
    .set({ void_at: sql`app_now()` })
    .where("id", "=", due.id)
    .execute();
  await record(trx, due, "account.void_erasure");
  await notify(trx, keyring, { accountId: due.account_id, kind: "erasure_void", data: { number: due.number } });
}

async function eraseAt(
  trx: Transaction<DB>,
  keyring: Keyring,
  due: Due & { readonly institution_id: string },
): Promise<void> {
  const nobody = uuidv7();
  await sql`select begin_nobody(${nobody}::uuid, ${newAccountKey(keyring, nobody).wrapped})`.execute(trx);
  await sql`select forget_ticket_links(${due.account_id}::uuid, ${due.institution_id}::uuid)`.execute(trx);
  const { rows } = await sql<{ blobs: string[] }>`
    select erase_applications(${due.account_id}::uuid, ${due.institution_id}::uuid, ${nobody}::uuid)
      || erase_evidence(${due.account_id}::uuid, ${due.institution_id}::uuid) || erase_copies(${due.account_id}::uuid)
      || erase_tickets(${due.account_id}::uuid, ${due.institution_id}::uuid) as blobs`.execute(trx);
  await cutIdentifiers(trx, keyring, due.account_id);
  await finish(trx, due, rows[0]?.blobs ?? []);
  forgetKeys(keyring, due.account_id, due.institution_id);
  await notify(trx, keyring, { accountId: due.account_id, kind: "erased", data: { number: due.number } });
}

async function eraseAccount(trx: Transaction<DB>, keyring: Keyring, due: Due): Promise<void> {
  const accountId = due.account_id;
  const to = await getEmail(trx, await accountKey(trx, keyring, accountId), accountId);
  const name = await getName(trx, keyring, accountId);
  const { rows: places } = await sql<{ institution_id: string }>`
    select institution_id from person_keys where account_id = ${accountId}::uuid`.execute(trx);
  await sql`select forget_ticket_links(${accountId}::uuid, null)`.execute(trx);
  const { rows } = await sql<{ blobs: string[] }>`
    select erase_evidence(${accountId}::uuid, null)
      || erase_account(${accountId}::uuid, ${newAccountKey(keyring, accountId).wrapped})
      || erase_copies(${accountId}::uuid) || erase_tickets(${accountId}::uuid, null) as blobs`.execute(trx);
  await finish(trx, due, rows[0]?.blobs ?? []);
  forgetKeys(keyring, accountId, ...places.map(({ institution_id }) => institution_id));
  // The one thing that is left: name and address of the last letter, sealed with the new key, until it has gone out.
  await notify(trx, keyring, { accountId, kind: "closed", data: { number: due.number, to, name } });
}

async function finish(trx: Transaction<DB>, due: Due, blobs: readonly string[]): Promise<void> {
  await trx
    .updateTable("erasures")
    .set({ done_at: sql`app_now()`, blobs: blobs.length > 0 ? [...blobs] : null })
    .where("id", "=", due.id)
    .execute();
  await record(trx, due, due.institution_id === null ? "account.close" : "account.erase");
}

function record(trx: Transaction<DB>, due: Due, action: string): Promise<void> {
  return recordAudit(trx, {
    actorId: null,
    actorKind: "system",
    action,
    institutionId: due.institution_id,
    subjectKind: "account",
    subjectId: due.account_id,
    data: { erasure: due.id },
  });
}

/** After the keys are gone for good: a worker that dies here finds the names of the files again. */
async function removeFiles({ db, blobs }: ErasureServices): Promise<void> {
  const left = await db
    .selectFrom("erasures")
    .select(["id", "blobs"])
    .where("done_at", "is not", null)
    .where("blobs", "is not", null)
    .execute();
  for (const { id, blobs: names } of left) {
    for (const name of names ?? []) await blobs.remove(name);
    await db.updateTable("erasures").set({ blobs: null }).where("id", "=", id).execute();
  }
}
