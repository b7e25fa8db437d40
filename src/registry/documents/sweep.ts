import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";

/**
 * Removes the bytes of documents that were taken back or replaced more than a day ago. What a
 * submitted round speaks of stays: a reviewer may ask what a correction changed. It looks back a
 * fortnight, so that a worker that stood still for a week leaves nothing behind. Gives the number of blobs.
 */
export async function sweepDocuments(services: {
  readonly db: Kysely<DB>;
  readonly blobs: BlobStore;
}): Promise<number> {
  const { rows } = await sql<{ blob: string }>`
    with swept as (
      select d.id, d.original_blob from documents d
      where d.status = 'removed' and d.removed_at between app_now() - interval '14 days' and app_now() - interval '1 day'
        and not exists (
          select from application_rounds r
          where r.application_id = d.application_id and position(d.id::text in r.pages::text) > 0))
    select original_blob as blob from swept
    union all
    select p.blob from swept join document_pages p on p.document_id = swept.id`.execute(services.db);
  for (const { blob } of rows) await services.blobs.remove(blob);
  return rows.length;
}
