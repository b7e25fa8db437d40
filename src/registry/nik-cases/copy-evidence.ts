import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type BlobStore, newBlobName } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Key } from "../../platform/keys/seal.ts";
import { personKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { openName, openPage, sealName, sealOriginal, sealPage } from "../documents/seals.ts";
import type { HeldTicket } from "../tickets/hold.ts";
import { openTicketKey } from "../tickets/ticket.ts";
import { type EvidenceSlot, evidenceSlots } from "./case.ts";

interface Services {
  readonly db: Transaction<DB>;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
}

interface Copying {
  readonly ticket: HeldTicket;
  readonly caseId: string;
  readonly claimantId: string;
  readonly actorId: string;
  /** Which files of the ticket are which evidence. */
  readonly slots: Readonly<Record<EvidenceSlot, string>>;
  /** Blobs that were written, to be removed where the transaction fails. */
  readonly stored: string[];
}

/**
 * Makes the latest readable files of a ticket the claimant's evidence, sealed anew with their key at the institution; what
 * is missing stays missing. The first picture stands for the file as it was sent, which the helpdesk destroyed when it was
 * rebuilt.
 */
export async function copyEvidence(services: Services, copying: Copying): Promise<void> {
  const { db, keyring } = services;
  const { ticket, claimantId } = copying;
  const from = await openTicketKey({ db, keyring }, ticket);
  const to = await personKey(db, keyring, { accountId: claimantId, institutionId: ticket.institution_id });
  for (const slot of evidenceSlots) {
    const file = await db
      .selectFrom("ticket_documents")
      .select(["id", "name_sealed"])
      .where("ticket_id", "=", ticket.id)
      .where("slot", "=", copying.slots[slot])
      .where("status", "=", "ready")
      .orderBy("sent_at", "desc")
      .orderBy("id", "desc")
      .executeTakeFirst();
    if (file) await copyFile(services, copying, { slot, file, from, to });
  }
}

async function copyFile(
  { db, blobs }: Services,
  { ticket, caseId, claimantId, actorId, stored }: Copying,
  copied: {
    readonly slot: EvidenceSlot;
    readonly file: { readonly id: string; readonly name_sealed: Uint8Array };
    readonly from: Key;
    readonly to: Key;
  },
): Promise<void> {
  const { slot, file, from, to } = copied;
  const rows = await db
    .selectFrom("ticket_document_pages")
    .select(["page", "blob", "media_type", "width", "height"])
    .where("document_id", "=", file.id)
    .orderBy("page")
    .execute();
  const pages = await Promise.all(
    rows.map(async (row) => ({ ...row, bytes: openPage(from, file.id, row.page, await blobs.get(row.blob)) })),
  );
  const [first] = pages;
  if (!first) return;
  const id = uuidv7();
  const put = async (sealed: Buffer): Promise<string> => {
    const blob = newBlobName();
    stored.push(blob);
    await blobs.put(blob, sealed);
    return blob;
  };
  const institutionId = ticket.institution_id;
  const original = await put(sealOriginal(to, id, first.bytes));
  await db
    .insertInto("documents")
    .values((eb) => ({
      id,
      account_id: claimantId,
      application_id: null,
      nik_case_id: caseId,
      institution_id: institutionId,
      slot,
      status: "ready",
      name_sealed: sealName(to, id, openName(from, file)),
      media_type: first.media_type,
      size: first.bytes.length,
      sha256: createHash("sha256").update(first.bytes).digest(),
      original_blob: original,
      checked_at: eb.fn<Date>("app_now"),
    }))
    .execute();
  for (const { page, bytes, media_type, width, height } of pages) {
    const blob = await put(sealPage(to, id, page, bytes));
    await db
      .insertInto("document_pages")
      .values({ document_id: id, institution_id: institutionId, page, blob, media_type, width, height })
      .execute();
  }
  await recordAudit(db, {
    actorId,
    actorKind: "staff",
    action: "document.reuse",
    institutionId,
    subjectKind: "document",
    subjectId: id,
    data: { nik_case: caseId, slot, ticket: ticket.id, from: file.id },
  });
}
