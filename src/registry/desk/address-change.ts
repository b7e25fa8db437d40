import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken, isToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { findAccountByEmail } from "../accounts/account.query.ts";
import { accountKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { valueContext } from "./ask.ts";
import { moveAddressJob } from "./move-address.ts";

/** How long somebody at the old address may object before anything is changed. */
const OBJECTION = "72 hours";
/** How long the link to prove the new address works. */
const PROOF = "7 days";

/** Which of the two letters a link came in. */
export type Side = "proof" | "objection";

/** A change of address as both addresses may see it. */
export interface AddressChange {
  readonly state: "open" | "proved" | "objected" | "done" | "late";
  readonly email: string;
  /** Not before that moment is anything changed. */
  readonly from: Date;
}

interface AddressServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** The change that a link is about; undefined for one that we never sent. */
export async function findAddressChange(
  { db, keyring }: AddressServices,
  side: Side,
  token: string,
): Promise<AddressChange | undefined> {
  if (!isToken(token)) return undefined;
  const row = await db
    .selectFrom("account_requests")
    .select(["id", "account_id", "value_sealed", "proved_at", "objected_at", "done_at"])
    .select(sql<Date>`told_at + ${OBJECTION}::interval`.as("from"))
    .select(sql<boolean>`told_at <= app_now() - ${PROOF}::interval`.as("late"))
    .where(`${side}_hash`, "=", hashToken(token))
    .where("account_id", "in", db.selectFrom("accounts").select("id").where("status", "!=", "closed"))
    .executeTakeFirst();
  if (!row?.value_sealed) return undefined;
  const key = await accountKey(db, keyring, row.account_id);
  const email = open(key, row.value_sealed, valueContext(row.id)).toString("utf8");
  const ended = row.done_at ? "done" : row.objected_at ? "objected" : undefined;
  return { state: ended ?? (row.proved_at ? "proved" : row.late ? "late" : "open"), email, from: row.from };
}

/**
 * Notes that somebody answered the letter to the new address; the change is made when its time has come. `taken` where
 * another account has the address, which only whoever can be reached there hears; `dead` when the link does nothing any more.
 */
export async function proveNewAddress(services: AddressServices, token: string): Promise<"proved" | "taken" | "dead"> {
  const { db, keyring } = services;
  const change = await findAddressChange(services, "proof", token);
  if (change?.state !== "open") return "dead";
  if (await findAccountByEmail(db, keyring, change.email)) return "taken";
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable("account_requests")
      .set({ proved_at: sql`app_now()` })
      .where("proof_hash", "=", hashToken(token))
      .where("proved_at", "is", null)
      .where("objected_at", "is", null)
      .where("done_at", "is", null)
      .where("told_at", ">", sql<Date>`app_now() - ${PROOF}::interval`)
      .returning(["id", "account_id", "institution_id"])
      .executeTakeFirst();
    if (!row) return "dead";
    await record(trx, row, "account.prove_address");
    await enqueue(
      trx,
      moveAddressJob,
      { requestId: row.id },
      { key: `${moveAddressJob} ${row.id}`, runAt: change.from },
    );
    return "proved";
  });
}

/** Ends a change for good, by the letter to the old address. False when there is nothing to end any more. */
export async function objectToAddress({ db }: AddressServices, token: string): Promise<boolean> {
  if (!isToken(token)) return false;
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable("account_requests")
      .set({ objected_at: sql`app_now()` })
      .where("objection_hash", "=", hashToken(token))
      .where("objected_at", "is", null)
      .where("done_at", "is", null)
      .returning(["id", "account_id", "institution_id"])
      .executeTakeFirst();
    if (row) await record(trx, row, "account.object_to_address");
    return row !== undefined;
  });
}

function record(
  trx: Kysely<DB>,
  row: { readonly id: string; readonly account_id: string; readonly institution_id: string },
  action: string,
): Promise<void> {
  return recordAudit(trx, {
    actorId: null,
    actorKind: "visitor",
    action,
    institutionId: row.institution_id,
    subjectKind: "account",
    subjectId: row.account_id,
    data: { request: row.id },
  });
}
