import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open } from "../../platform/keys/seal.ts";
import { notFound } from "../../platform/refusals.ts";
import { accountKey } from "../accounts/keys.ts";
import { getName } from "../accounts/name.query.ts";
import { reasonContext, valueContext } from "./ask.ts";
import type { RequestKind } from "./services.ts";

/** A request that waits for the second officer. */
export interface OpenRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly institutionId: string;
  readonly accountId: string;
  readonly askedBy: string;
  /** Name of the officer who asked. */
  readonly asker: string;
  readonly askedAt: Date;
  /** Asked so long ago that it can only be refused: what the officer saw then may not hold any more. */
  readonly stale: boolean;
}

/** What the second officer reads before they decide. */
export interface AskedFor {
  readonly reason: string;
  /** The new address or telephone, where one is asked for. */
  readonly value: string | undefined;
}

/** What waits at the institutions that the transaction sees, oldest first. */
export async function listRequests(trx: Kysely<DB>, keyring: Keyring): Promise<OpenRequest[]> {
  const rows = await waiting(trx).orderBy("asked_at").orderBy("id").limit(100).execute();
  const names = new Map<string, string>();
  for (const { askedBy } of rows) names.set(askedBy, names.get(askedBy) ?? (await getName(trx, keyring, askedBy)));
  return rows.map((row) => ({ ...row, asker: names.get(row.askedBy) ?? "" }));
}

/** One of them with its reason. Throws (404) when it is answered, or of another institution. */
export async function getRequest(trx: Kysely<DB>, keyring: Keyring, id: string): Promise<OpenRequest & AskedFor> {
  const row = await waiting(trx).select(["reason_sealed", "value_sealed"]).where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound();
  const { reason_sealed, value_sealed, ...request } = row;
  const key = await accountKey(trx, keyring, row.accountId);
  return {
    ...request,
    asker: await getName(trx, keyring, row.askedBy),
    reason: open(key, reason_sealed, reasonContext(id)).toString("utf8"),
    value: value_sealed ? open(key, value_sealed, valueContext(id)).toString("utf8") : undefined,
  };
}

function waiting(trx: Kysely<DB>) {
  return (
    trx
      .selectFrom("account_requests")
      .select(["id", "kind", "institution_id as institutionId", "account_id as accountId"])
      .select(["asked_by as askedBy", "asked_at as askedAt"])
      .select(sql<boolean>`asked_at <= app_now() - interval '3 days'`.as("stale"))
      .where("answer", "is", null)
      // A closed account can be helped no more, and what is sealed of it may be gone with its key.
      .where("account_id", "in", trx.selectFrom("accounts").select("id").where("status", "!=", "closed"))
  );
}
