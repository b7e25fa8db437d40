import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { accountKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import type { Session } from "../sessions/session.ts";
import { openPieces } from "./pieces.ts";

/** An archive on its way to its owner. */
export interface FetchedCopy {
  readonly number: string;
  readonly size: number;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/** The latest copy of the person who asks, opened piece by piece, with a record of each fetch. Throws not found when none is here. */
export async function fetchCopy(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly blobs: BlobStore },
  session: Session,
): Promise<FetchedCopy> {
  const { accountId } = session;
  const { db, keyring, blobs } = services;
  const row = await db
    .selectFrom("data_copies")
    .select(["id", "number", "blob", "pieces"])
    .select(sql<number>`size::float8`.as("size"))
    .where("account_id", "=", accountId)
    .where("blob", "is not", null)
    .where("expires_at", ">", sql<Date>`app_now()`)
    .orderBy("asked_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row?.blob || row.pieces === null) throw notFound();
  const key = await accountKey(db, keyring, accountId);
  await recordAudit(db, {
    actorId: accountId,
    actorKind: session.staff ? "staff" : "applicant",
    action: "account.fetch_copy",
    subjectKind: "account",
    subjectId: accountId,
    data: { copy: row.id },
  });
  return { number: row.number, size: row.size, bytes: openPieces(key, row.id, blobs.stream(row.blob), row.pieces) };
}
