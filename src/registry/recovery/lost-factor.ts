import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken } from "../../platform/http/tokens.ts";
import { inGroups, newWrittenCode, readWrittenCode } from "../../platform/http/written-codes.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { findChannel } from "../accounts/code-channels.ts";
import { readFactors } from "../accounts/factors.query.ts";
import { recordAudit } from "../audit/record.ts";
import type { NoticeData } from "../notices/notice-kinds.ts";
import { notify } from "../notices/notify.ts";
import { sendText } from "../notices/send-text.ts";

/** Name of the job that removes lost factors when the time to object is over. */
export const removeFactorsJob = "remove-factors";

/** How long whoever has an address of the account may object. */
const OBJECTION = "72 hours";

/**
 * Begins to remove the authenticator, passkeys and recovery codes of an account whose owner lost them; address and telephone
 * are told at once, with a link and a code to object. False where there is nothing of the kind, where it waits already,
 * and for staff, who need the operator. Prove the owner by two ways, or by two officers, first.
 */
export async function beginRemoval(
  trx: Kysely<DB>,
  keyring: Keyring,
  given: {
    readonly accountId: string;
    /** What two officers agreed on, and of which institution they are. */
    readonly request?: { readonly id: string; readonly institution: NoticeData<"factor_leaving">["institution"] };
  },
): Promise<boolean> {
  const { accountId, request } = given;
  if (!(await canLoseFactor(trx, accountId))) return false;
  const code = newWrittenCode();
  const row = await trx
    .insertInto("factor_removals")
    .values({
      id: uuidv7(),
      account_id: accountId,
      request_id: request?.id ?? null,
      objection_hash: hashToken(code),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .returning(sql<Date>`told_at + ${OBJECTION}::interval`.as("from"))
    .executeTakeFirst();
  if (!row) return false;
  const institution = request ? { institution: request.institution } : {};
  await notify(trx, keyring, { accountId, kind: "factor_leaving", data: { token: code, ...institution } });
  const to = await findChannel({ db: trx, keyring }, accountId, "sms");
  if (to !== undefined) {
    await sendText(trx, keyring, { accountId, kind: "factor_leaving", to, data: { code: inGroups(code) } });
  }
  await enqueue(
    trx,
    removeFactorsJob,
    { removalId: row.id },
    { key: `${removeFactorsJob} ${row.id}`, runAt: row.from },
  );
  return true;
}

/** Whether the account has an authenticator or a passkey that can be lost; staff's are the operator's to remove. */
export async function canLoseFactor(db: Kysely<DB>, accountId: string): Promise<boolean> {
  const { authenticator, passkeys } = await readFactors(db, accountId);
  const staff = await db
    .selectFrom("staff_roles")
    .select("role")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return (authenticator || passkeys > 0) && staff === undefined;
}

/** How a removal stands, for whoever has the link or the code. */
export interface Removal {
  readonly state: "open" | "objected" | "void" | "done";
  /** Not before that moment is anything removed. */
  readonly from: Date;
}

/** The removal that a link, or a code from a message, is about; undefined for one that we never sent. */
export async function findRemoval(db: Kysely<DB>, token: string): Promise<Removal | undefined> {
  const row = await db
    .selectFrom("factor_removals")
    .select(["objected_at", "void_at", "done_at"])
    .select(sql<Date>`told_at + ${OBJECTION}::interval`.as("from"))
    .where("objection_hash", "=", hashOf(token))
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.done_at ? "done" : row.objected_at ? "objected" : row.void_at ? "void" : "open";
  return { state, from: row.from };
}

/** Ends a removal for good. False when there is nothing to end any more. */
export async function objectToRemoval(db: Kysely<DB>, token: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await openOnes(trx, "objected_at").where("objection_hash", "=", hashOf(token)).executeTakeFirst();
    if (row) await record(trx, row.account_id, "account.object_to_removal");
    return row !== undefined;
  });
}

/** The owner has given the factor: it is not lost, or was found again. */
export async function endRemoval(trx: Kysely<DB>, accountId: string): Promise<void> {
  const row = await openOnes(trx, "void_at").where("account_id", "=", accountId).executeTakeFirst();
  if (row) await record(trx, accountId, "account.keep_factor");
}

function openOnes(trx: Kysely<DB>, ends: "objected_at" | "void_at") {
  return trx
    .updateTable("factor_removals")
    .set({ [ends]: sql`app_now()` })
    .where("objected_at", "is", null)
    .where("void_at", "is", null)
    .where("done_at", "is", null)
    .returning("account_id");
}

function hashOf(token: string): Buffer {
  return hashToken(readWrittenCode(token.slice(0, 60)));
}

function record(trx: Kysely<DB>, accountId: string, action: string): Promise<void> {
  return recordAudit(trx, {
    actorId: null,
    actorKind: "visitor",
    action,
    subjectKind: "account",
    subjectId: accountId,
  });
}
