import { sql } from "kysely";
import { newBlobName } from "../../platform/files/blob-store.ts";
import { accountKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { sealPieces } from "./pieces.ts";
import type { CopyServices } from "./services.ts";

/** A copy that waits to be made. */
export interface AskedCopy {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly language: "id" | "en";
}

/**
 * Makes a copy that was asked for: `archive` gives its bytes, which are sealed as they come. When it is there its owner
 * is told by letter. One that was made already stays as it is; what a broken try left of bytes is removed.
 */
export async function makeCopy(
  { db, keyring, blobs }: CopyServices,
  copyId: string,
  archive: (copy: AskedCopy) => AsyncIterable<Uint8Array>,
): Promise<void> {
  const row = await db
    .selectFrom("data_copies as c")
    .innerJoin("accounts as a", "a.id", "c.account_id")
    .select(["c.id", "c.number", "c.account_id", "c.language"])
    .where("c.id", "=", copyId)
    .where("c.ready_at", "is", null)
    .where("a.status", "=", "active")
    .executeTakeFirst();
  if (!row) return;
  const accountId = row.account_id;
  const key = await accountKey(db, keyring, accountId);
  const blob = newBlobName();
  const counts = { pieces: 0, size: 0 };
  const copy = { id: row.id, number: row.number, accountId, language: row.language };
  await blobs.put(blob, sealPieces(key, row.id, archive(copy), counts));
  const kept = await db.transaction().execute(async (trx) => {
    const done = await trx
      .updateTable("data_copies")
      .set({
        ready_at: sql`app_now()`,
        expires_at: sql`app_now() + interval '7 days'`,
        blob,
        pieces: counts.pieces,
        size: counts.size,
      })
      .where("id", "=", copyId)
      .where("ready_at", "is", null)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return false;
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "account.make_copy",
      subjectKind: "account",
      subjectId: accountId,
      data: { copy: copyId },
    });
    await notify(trx, keyring, { accountId, kind: "copy_ready", data: { number: row.number } });
    return true;
  });
  if (!kept) await blobs.remove(blob);
}
