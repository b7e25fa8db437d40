import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken, isToken } from "../../platform/http/tokens.ts";
import { readWrittenCode } from "../../platform/http/written-codes.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { findAccount } from "../accounts/account.query.ts";
import { accountKey } from "../accounts/keys.ts";
import type { Reach } from "../accounts/reach-proof.ts";
import { recordAudit } from "../audit/record.ts";
import { valueContext } from "./ask.ts";
import { moveAddressJob } from "./move-address.ts";
import { takeNumberCode } from "./number-code.ts";

/** How long somebody at the old address or number may object before anything is changed. */
const OBJECTION = "72 hours";
/** How long the link to prove the new one works. */
const PROOF = "7 days";

/** Which of the two letters a link came in. */
export type Side = "proof" | "objection";

/** A change of address or telephone as everybody may see it who was told of it. */
export interface AddressChange {
  readonly id: string;
  readonly accountId: string;
  readonly state: "open" | "proved" | "objected" | "done" | "void" | "late";
  /** The new one. */
  readonly to: Reach;
  /** Whether a code is on its way to the new number. */
  readonly codeSent: boolean;
  /** Not before that moment is anything changed. */
  readonly from: Date;
}

interface AddressServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** The change that a link, or a code from a message, is about; undefined for one that we never sent. */
export async function findAddressChange(
  { db, keyring }: AddressServices,
  side: Side,
  token: string,
): Promise<AddressChange | undefined> {
  const hash = hashOf(token);
  if (!hash) return undefined;
  const row = await db
    .selectFrom("account_requests")
    .select(["id", "account_id", "kind", "value_sealed", "proved_at", "objected_at", "done_at", "void_at"])
    .select(sql<Date>`told_at + ${OBJECTION}::interval`.as("from"))
    .select(sql<boolean>`told_at <= app_now() - ${PROOF}::interval`.as("late"))
    .select(sql<boolean>`coalesce(code_until > app_now(), false)`.as("codeSent"))
    .where(`${side}_hash`, "=", hash)
    .where("account_id", "in", db.selectFrom("accounts").select("id").where("status", "!=", "closed"))
    .executeTakeFirst();
  if (!row?.value_sealed) return undefined;
  const key = await accountKey(db, keyring, row.account_id);
  const value = open(key, row.value_sealed, valueContext(row.id)).toString("utf8");
  const ended = row.done_at ? "done" : row.objected_at ? "objected" : row.void_at ? "void" : undefined;
  return {
    id: row.id,
    accountId: row.account_id,
    state: ended ?? (row.proved_at ? "proved" : row.late ? "late" : "open"),
    to: { kind: row.kind === "phone" ? "phone" : "email", value },
    codeSent: row.codeSent,
    from: row.from,
  };
}

/**
 * Notes that somebody answered the letter to the new address, or typed the code that came to the new number; the change is
 * made when its time has come. `wrong` for another code; `taken` where another account has it, which only whoever can be
 * reached there hears; `dead` when the link does nothing any more.
 */
export async function proveNewAddress(
  services: AddressServices,
  token: string,
  code = "",
): Promise<"proved" | "wrong" | "taken" | "dead"> {
  const { db, keyring } = services;
  const change = await findAddressChange(services, "proof", token);
  if (change?.state !== "open") return "dead";
  if (change.to.kind === "phone" && !(await takeNumberCode(services, change.id, code))) return "wrong";
  if (await findAccount(db, keyring, change.to)) return "taken";
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable("account_requests")
      .set({ proved_at: sql`app_now()` })
      .where("id", "=", change.id)
      .where("proved_at", "is", null)
      .where("objected_at", "is", null)
      .where("done_at", "is", null)
      .where("void_at", "is", null)
      .where("told_at", ">", sql<Date>`app_now() - ${PROOF}::interval`)
      .returning(["id", "account_id", "institution_id"])
      .executeTakeFirst();
    if (!row) return "dead";
    await record(trx, row, change.to.kind === "email" ? "account.prove_address" : "account.prove_telephone");
    await enqueue(
      trx,
      moveAddressJob,
      { requestId: row.id },
      { key: `${moveAddressJob} ${row.id}`, runAt: change.from },
    );
    return "proved";
  });
}

/** Ends a change for good, by whoever has the old address or number. False when there is nothing to end any more. */
export async function objectToAddress({ db }: AddressServices, token: string): Promise<boolean> {
  const hash = hashOf(token);
  if (!hash) return false;
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable("account_requests")
      .set({ objected_at: sql`app_now()` })
      .where("objection_hash", "=", hash)
      .where("objected_at", "is", null)
      .where("done_at", "is", null)
      .where("void_at", "is", null)
      .returning(["id", "account_id", "institution_id", "kind"])
      .executeTakeFirst();
    if (row) await record(trx, row, row.kind === "email" ? "account.object_to_address" : "account.object_to_telephone");
    return row !== undefined;
  });
}

/** Of the token of a link, or of a code that was copied from a message; undefined for what is neither. */
function hashOf(token: string): Buffer | undefined {
  if (isToken(token)) return hashToken(token);
  const code = token.length > 60 ? "" : readWrittenCode(token);
  return code.length === 16 ? hashToken(code) : undefined;
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
