import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Rebuilder } from "../../platform/files/rebuild.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { pageRow, rebuildFile, type RebuiltFile } from "../documents/rebuild-file.ts";
import { openTicketKey } from "./ticket.ts";

export interface CheckFileServices {
  /** A connection of the worker. */
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
  readonly rebuild: Rebuilder;
}

/**
 * Rebuilds a file of a ticket and makes it ready or refused; from then on the file as it was sent is gone. Running it
 * again, even at the same moment, does no harm.
 */
export async function checkTicketFile(
  services: CheckFileServices,
  { documentId, maxPages }: { readonly documentId: string; readonly maxPages: number },
): Promise<void> {
  const { db, blobs } = services;
  const row = await db
    .selectFrom("ticket_documents as d")
    .innerJoin("tickets as t", "t.id", "d.ticket_id")
    .select(["t.id", "t.institution_id", "t.key_wrapped", "d.media_type", "d.original_blob"])
    .where("d.id", "=", documentId)
    .where("d.status", "=", "quarantined")
    .executeTakeFirst();
  if (!row || row.original_blob === null) return;
  const blob = row.original_blob;
  const file = { id: documentId, key: await openTicketKey(services, row), blob, mediaType: row.media_type };
  const about = { documentId, ticketId: row.id };
  await rebuildFile(services, file, { maxPages, decide: (rebuilt) => decide(db, about, rebuilt) });
  await blobs.remove(blob);
}

/** Writes the verdict. Says false when somebody else was faster. */
function decide(
  db: Kysely<DB>,
  about: { readonly documentId: string; readonly ticketId: string },
  { problem, pages }: RebuiltFile,
): Promise<boolean> {
  const { documentId, ticketId } = about;
  return db.transaction().execute(async (trx) => {
    const decided = await trx
      .updateTable("ticket_documents")
      .set({
        status: problem ? "refused" : "ready",
        problem,
        original_blob: null,
        checked_at: sql`app_now()`,
      })
      .where("id", "=", documentId)
      .where("status", "=", "quarantined")
      // Whose it is now: the ticket may have been passed on while the file was rebuilt.
      .returning("institution_id")
      .executeTakeFirst();
    if (!decided) return false;
    const { institution_id: institutionId } = decided;
    if (pages.length > 0)
      await trx
        .insertInto("ticket_document_pages")
        .values(
          pages.map((page, at) => ({
            document_id: documentId,
            institution_id: institutionId,
            ...pageRow(page, at),
          })),
        )
        .execute();
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: problem ? "ticket.refuse_file" : "ticket.pass_file",
      institutionId,
      subjectKind: "ticket",
      subjectId: ticketId,
      data: problem ? { document: documentId, problem } : { document: documentId, pages: pages.length },
    });
    return true;
  });
}
