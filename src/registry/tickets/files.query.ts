import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { checkId } from "../documents/place.ts";
import type { ReadFile } from "../documents/read.ts";
import { openName, openPage } from "../documents/seals.ts";
import { openTicketKey, type TicketFile } from "./ticket.ts";

/** The files of a ticket in the order in which they were sent. */
export async function listTicketFiles(db: Kysely<DB>, ticketId: string): Promise<TicketFile[]> {
  const rows = await db
    .selectFrom("ticket_documents as d")
    .select(["d.id", "slot", "status", "problem", "size", "sent_at"])
    .select((eb) =>
      eb
        .selectFrom("ticket_document_pages as p")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("p.document_id", "=", "d.id")
        .as("pages"),
    )
    .where("ticket_id", "=", ticketId)
    .orderBy("sent_at")
    .orderBy("d.id")
    .execute();
  return rows.map(({ id, slot, status, problem, size, sent_at: sentAt, pages }) => ({
    id,
    slot,
    status,
    problem,
    size: Number(size),
    sentAt,
    pages: Number(pages ?? 0),
  }));
}

/** One rebuilt picture of a file of this ticket that passed its check; anything else is not found (404). */
export async function readTicketFilePage(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly blobs: BlobStore },
  { ticketId, documentId, page }: { readonly ticketId: string; readonly documentId: string; readonly page: number },
): Promise<ReadFile & { readonly institutionId: string }> {
  checkId(ticketId);
  checkId(documentId);
  if (!Number.isInteger(page) || page < 1 || page > 1000) throw notFound();
  const row = await services.db
    .selectFrom("ticket_documents as d")
    .innerJoin("ticket_document_pages as p", "p.document_id", "d.id")
    .innerJoin("tickets as t", "t.id", "d.ticket_id")
    .select(["t.id", "t.institution_id", "t.key_wrapped", "d.name_sealed", "p.blob", "p.media_type"])
    .where("d.id", "=", documentId)
    .where("t.id", "=", ticketId)
    .where("p.page", "=", page)
    .executeTakeFirst();
  if (!row) throw notFound();
  const key = await openTicketKey(services, row);
  return {
    bytes: openPage(key, documentId, page, await services.blobs.get(row.blob)),
    mediaType: row.media_type,
    name: openName(key, { id: documentId, name_sealed: row.name_sealed }),
    institutionId: row.institution_id,
  };
}
