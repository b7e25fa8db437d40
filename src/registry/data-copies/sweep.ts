import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";

/** Removes the bytes of copies whose seven days are over; gives how many. */
export async function sweepDataCopies(services: {
  readonly db: Kysely<DB>;
  readonly blobs: BlobStore;
}): Promise<number> {
  return services.db.transaction().execute(async (trx) => {
    const over = await trx
      .selectFrom("data_copies")
      .select(["id", "blob"])
      .where("expires_at", "<=", sql<Date>`app_now()`)
      .where("swept_at", "is", null)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id, blob } of over) {
      if (blob !== null) await services.blobs.remove(blob);
      await trx
        .updateTable("data_copies")
        .set({ blob: null, swept_at: sql`app_now()` })
        .where("id", "=", id)
        .execute();
    }
    return over.length;
  });
}
