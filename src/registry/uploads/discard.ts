import type { Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/**
 * Forgets files on their way, and gives the names of the blobs that nobody knows any more; remove them once the
 * transaction has ended.
 */
export async function discard(trx: Transaction<DB>, uploads: readonly string[]): Promise<readonly string[]> {
  if (uploads.length === 0) return [];
  // Whoever adds a piece at this moment holds its file; waiting for that keeps its blob from being left behind.
  await trx.selectFrom("uploads").select("id").where("id", "in", uploads).orderBy("id").forUpdate().execute();
  const pieces = await trx.deleteFrom("upload_pieces").where("upload_id", "in", uploads).returning("blob").execute();
  await trx.deleteFrom("uploads").where("id", "in", uploads).execute();
  return pieces.map(({ blob }) => blob);
}
