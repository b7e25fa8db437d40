import { sql, type Kysely, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { BlobStore } from "../../platform/files/blob-store.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { conflict, notAllowed } from "../../platform/refusals.ts";
import { accountKey, ensurePersonKey, forgetKeys } from "../accounts/keys.ts";
import { findNikElsewhere, identityIndex, identityIndexes } from "../applications/identity.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import { identifierContext } from "../identifiers/identifier.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { getHeldContent } from "../tickets/held-content.query.ts";
import { type AgentAct, holdOwnTicket } from "../tickets/hold.ts";
import { hasOpenCase } from "../tickets/open-case.query.ts";
import { addCase } from "./add-case.ts";
import type { EvidenceSlot } from "./case.ts";
import { copyEvidence } from "./copy-evidence.ts";
import { openCase } from "./open.ts";
import { hasProvenNik } from "./proven.query.ts";
import { withdrewOften } from "./withdrawn.query.ts";

/** `db` is a connection of `daftar_staff`. */
interface TicketCaseServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly blobs: BlobStore;
}

/**
 * `opened`: the case is with its officers; `begun`: the person is asked for the evidence that is missing; `waiting`: none
 * is missing, but another case about the NIK is open, and the person sends theirs when that is over; `free` where no other account states the NIK; `proven` where theirs is proven; `already` where a case of theirs is not closed; `often`
 * where they withdrew three in 30 days.
 */
export type BegunFromTicket = "opened" | "begun" | "waiting" | "free" | "proven" | "already" | "often";

/**
 * Begins a case for whoever's account a ticket stands in, about the NIK that was sent with it: its pictures become their
 * evidence without being sent again (`slots` says which files of the ticket), and where they are whole the case is open at
 * once. Refuses (404) other institutions' tickets, (409) a colleague's, those without account or NIK and those of people who
 * have restricted the institution, and (403) agents about themselves.
 */
export async function beginCaseFromTicket(
  services: TicketCaseServices,
  act: AgentAct & { readonly slots: Readonly<Record<EvidenceSlot, string>> },
): Promise<BegunFromTicket> {
  const { db, blobs, keyring } = services;
  const stored: string[] = [];
  let whose: readonly [string, string] | undefined;
  try {
    return await withStaff(db, act.institutions, async (trx) => {
      const ticket = await holdOwnTicket(trx, act);
      const { account_id: claimantId, institution_id: institutionId } = ticket;
      const { nik } = await getHeldContent({ db: trx, keyring }, ticket);
      if (claimantId === null || nik === undefined || ticket.merged_into !== null) throw conflict("ticket_changed");
      if (claimantId === act.actorId) throw notAllowed();
      await checkUnrestricted(trx, claimantId, institutionId);
      if (await hasOpenCase(trx, ticket)) return "already";
      if (await hasProvenNik(trx, claimantId)) return "proven";
      const index = identityIndex(keyring, nik);
      if ((await findNikElsewhere(trx, index, claimantId)) === undefined) return "free";
      if (await withdrewOften(trx, claimantId, index)) return "often";
      const indexes = identityIndexes(keyring, nik);
      const caseId = await addCase(trx, keyring, { institutionId, claimantId, ...indexes });
      if (caseId === undefined) return "already";
      whose = [claimantId, institutionId];
      await noteClaim(trx, keyring, { caseId, claimantId, nik });
      await ensurePersonKey(trx, keyring, { accountId: claimantId, institutionId });
      await copyEvidence(
        { db: trx, keyring, blobs },
        { ticket, caseId, claimantId, slots: act.slots, actorId: act.actorId, stored },
      );
      await trx.updateTable("tickets").set({ nik_case_id: caseId }).where("id", "=", ticket.id).execute();
      await recordAudit(trx, {
        actorId: act.actorId,
        actorKind: "staff",
        action: "nik_case.begin",
        institutionId,
        subjectKind: "nik_case",
        subjectId: caseId,
        data: { ticket: ticket.id },
      });
      const matter = { id: caseId, institution_id: institutionId, claimant_id: claimantId, ...indexes };
      const opened = await openCase(trx, keyring, matter, { actorId: act.actorId, actorKind: "staff" });
      if (opened === "opened") return "opened";
      if (opened === "busy") return "waiting";
      const institution = await institutionName(trx, institutionId);
      await notify(trx, keyring, { accountId: claimantId, kind: "nik_case_begun", data: { institution } });
      return "begun";
    });
  } catch (cause) {
    await Promise.all(stored.map((blob) => blobs.remove(blob)));
    // A key that was made here was never kept.
    if (whose) forgetKeys(keyring, ...whose);
    throw cause;
  }
}

/** Refuses (409) to do more with the data of somebody who has restricted that: they end the restriction, or begin themselves. */
async function checkUnrestricted(trx: Transaction<DB>, accountId: string, institutionId: string): Promise<void> {
  const { rows } = await sql<{ restricted: boolean }>`
    select is_restricted(${accountId}::uuid, ${institutionId}::uuid) as restricted`.execute(trx);
  if (rows[0]?.restricted === true) throw conflict("restricted");
}

/** The claim that the case is about; it may stand there already. */
async function noteClaim(
  trx: Transaction<DB>,
  keyring: Keyring,
  { caseId, claimantId, nik }: { readonly caseId: string; readonly claimantId: string; readonly nik: string },
): Promise<void> {
  const id = uuidv7();
  const sealed = seal(await accountKey(trx, keyring, claimantId), nik, identifierContext("nik", id));
  await sql`select note_claim(${caseId}::uuid, ${id}::uuid, ${sealed})`.execute(trx);
}
