import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { bytesOf, type DocumentSlot } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { newBlobName, type BlobStore } from "../../platform/files/blob-store.ts";
import type { Upload } from "../../platform/http/upload.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits, Rule } from "../../platform/limits.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { inspectFile } from "../documents/inspect-file.ts";
import type { DocumentProblem } from "../documents/problem.ts";
import { sealName, sealOriginal } from "../documents/seals.ts";
import { openTicketKey } from "./ticket.ts";

/** Files of one ticket, those that are refused included. */
const files: Rule = { name: "ticket-file", most: 20, seconds: 86_400 };

/** Name of the job that rebuilds a file of a ticket. */
export const checkTicketFileJob = "check-ticket-file";

export interface AttachServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
  readonly limits: Limits;
}

/**
 * Takes a file with a ticket into quarantine, and orders its check; gives its id. Lets go of the upload whatever happens.
 * Refuses (409) a ticket that is answered, which a reply opens again, and (429) a flood.
 */
export async function attachFile(
  services: AttachServices,
  { ticketId, slot, upload }: { readonly ticketId: string; readonly slot: DocumentSlot; readonly upload: Upload },
): Promise<{ readonly id: string } | { readonly problem: DocumentProblem }> {
  const { db, blobs, limits } = services;
  return inspectFile(upload, { formats: slot.formats, maxBytes: bytesOf(slot.max) }, async (inspected) => {
    const { file, bytes, mediaType } = inspected;
    await limits.spend(files, ticketId);
    const [id, blob] = [uuidv7(), newBlobName()];
    const row = await db
      .selectFrom("tickets")
      .select(["id", "institution_id", "key_wrapped"])
      .where("id", "=", ticketId)
      .executeTakeFirstOrThrow(notFound);
    const key = await openTicketKey(services, row);
    await blobs.put(blob, sealOriginal(key, id, bytes));
    try {
      await db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ institution_id: string }>`
          select institution_id from tickets where id = ${ticketId} and status <> 'answered' for update`.execute(trx);
        const [open] = rows;
        if (!open) throw conflict("ticket_answered");
        // Whose it is now: it may have been passed on since it was read.
        const { institution_id: institutionId } = open;
        await trx
          .insertInto("ticket_documents")
          .values({
            id,
            ticket_id: ticketId,
            institution_id: institutionId,
            slot: slot.id,
            status: "quarantined",
            name_sealed: sealName(key, id, file.name),
            media_type: mediaType,
            size: file.size,
            sha256: file.sha256,
            original_blob: blob,
          })
          .execute();
        await enqueue(trx, checkTicketFileJob, { documentId: id, maxPages: slot.pages });
        await recordAudit(trx, {
          actorId: null,
          actorKind: "visitor",
          action: "ticket.attach",
          institutionId,
          subjectKind: "ticket",
          subjectId: ticketId,
          data: { document: id, slot: slot.id, sha256: file.sha256.toString("hex") },
        });
      });
    } catch (cause) {
      await blobs.remove(blob);
      throw cause;
    }
    return { id };
  });
}
