import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { hashToken, isToken } from "../../platform/http/tokens.ts";

/** What can be proved on the way to a new password. */
export const proofs = ["email", "sms", "authenticator", "recovery_code"] as const;
export type Proof = (typeof proofs)[number];

/** What may be proved first. */
export const firstProofs = ["sms", "recovery_code", "email"] as const;
export type FirstProof = (typeof firstProofs)[number];

/** A browser on its way to a new password. */
export interface Recovery {
  readonly tokenHash: Buffer;
  /** Undefined where the name is nobody's: then nothing is ever right. */
  readonly accountId: string | undefined;
  /** Under what wrong codes are counted. */
  readonly countedAs: string;
  /** What the person chose to prove first. */
  readonly way: FirstProof;
  /** By which way the last code went, if one went. */
  readonly codeWay: "email" | "sms" | undefined;
  readonly proved: readonly Proof[];
}

/** The recovery of the token in a browser's cookie; undefined when there is none or its half hour is over. */
export async function findRecovery(db: Kysely<DB>, token: string | undefined): Promise<Recovery | undefined> {
  if (token === undefined || !isToken(token)) return undefined;
  const row = await db
    .selectFrom("recoveries")
    .select(["token_hash", "account_id", "counted_as", "way", "code_way", "proved"])
    .where("token_hash", "=", hashToken(token))
    .where("expires_at", ">", sql<Date>`app_now()`)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    tokenHash: row.token_hash,
    accountId: row.account_id ?? undefined,
    countedAs: row.counted_as,
    way: firstProofs.find((way) => way === row.way) ?? "email",
    codeWay: row.code_way === "email" || row.code_way === "sms" ? row.code_way : undefined,
    proved: proofs.filter((proof) => row.proved.includes(proof)),
  };
}

/** Ends those of an account: what was proved by an address or a telephone of before proves nothing any more. */
export async function endRecoveries(trx: Kysely<DB>, accountId: string): Promise<void> {
  await trx.deleteFrom("recoveries").where("account_id", "=", accountId).execute();
}

/** Forgets those whose half hour is over. */
export async function sweepRecoveries(db: Kysely<DB>): Promise<void> {
  await sql`delete from recoveries where expires_at < app_now()`.execute(db);
}
