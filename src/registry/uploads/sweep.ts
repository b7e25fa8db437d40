import { sql } from "kysely";
import { discard } from "./discard.ts";
import type { UploadServices } from "./begin.ts";

/** Forgets files that nobody has added to for a day, with their bytes. Gives how many. */
export async function sweepUploads({ db, blobs }: Pick<UploadServices, "db" | "blobs">): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const stale = await trx
      .selectFrom("uploads")
      .select("id")
      .where("touched_at", "<", sql<Date>`app_now() - interval '1 day'`)
      .forUpdate()
      .skipLocked()
      .execute();
    const pieces = await discard(
      trx,
      stale.map(({ id }) => id),
    );
    // Before the end of the transaction: a sweep that is killed here finds the rows again, and no bytes without one.
    for (const blob of pieces) await blobs.remove(blob);
    return stale.length;
  });
}
