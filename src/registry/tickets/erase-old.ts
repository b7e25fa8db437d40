import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import { recordAudits } from "../audit/record.ts";

/** So many in one transaction, beside those that were merged into them. */
const SET = 200;

/**
 * Removes answered tickets whose time at their institution is over, with keys, files and all that was written, each with
 * an audit record; what figures count of them stays. Gives how many that were. A worker that dies in between leaves no
 * file behind: what is owed stands in the database. `db` is a connection of the worker.
 */
export async function eraseOldTickets({
  db,
  blobs,
}: {
  readonly db: Kysely<DB>;
  readonly blobs: BlobStore;
}): Promise<number> {
  let all = 0;
  for (let count = SET; count >= SET; all += count) count = await db.transaction().execute(eraseSet);
  const owed = await db.selectFrom("forgotten_blobs").select("blob").execute();
  for (const { blob } of owed) {
    await blobs.remove(blob);
    await db.deleteFrom("forgotten_blobs").where("blob", "=", blob).execute();
  }
  return all;
}

async function eraseSet(trx: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ id: string; institution_id: string }>`
    select id, institution_id from erase_old_tickets(${SET})`.execute(trx);
  await recordAudits(
    trx,
    rows.map(({ id, institution_id: institutionId }) => ({
      actorId: null,
      actorKind: "system",
      action: "ticket.erase",
      institutionId,
      subjectKind: "ticket",
      subjectId: id,
    })),
  );
  return rows.length;
}
