import { createHmac } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { preparedKey, sameToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { GuessRule, Limits } from "../../platform/limits.ts";
import { recordAudit } from "../audit/record.ts";
import { getTicket } from "./ticket.query.ts";

/** Codes that are tried at one ticket. */
const codes: GuessRule = { name: "ticket-code", free: 5, waits: [60, 300, 3600], seconds: 7 * 86_400 };

/** The code of six digits that letters to a ticket's address carry, the same in each of them. */
export function emailCode({ signing }: Keyring, ticketId: string, email: string): string {
  const hmac = createHmac("sha256", preparedKey(signing)).update(`ticket email|${ticketId}|${email.toLowerCase()}`);
  return String(hmac.digest().readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

/**
 * Takes the code of a letter for the proof that the ticket's address is that of whoever has the ticket open: from then on
 * it is a fact that opens it. False where the code is another one, or there is no address. Refuses (429) guessing.
 */
export async function proveTicketEmail(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly limits: Limits },
  { ticketId, code }: { readonly ticketId: string; readonly code: string },
): Promise<boolean> {
  const { db, keyring, limits } = services;
  const { content, institutionId } = await getTicket(services, ticketId);
  const digits = code.replaceAll(/[\s-]/g, "");
  // What is no code at all is no guess.
  if (content.email === undefined || !/^\d{6}$/.test(digits)) return false;
  await limits.guess(codes, ticketId);
  if (!sameToken(digits, emailCode(keyring, ticketId, content.email))) return false;
  await limits.forget(codes, ticketId);
  return db.transaction().execute(async (trx) => {
    const proved = await trx
      .updateTable("tickets")
      .set({ email_proved_at: sql`app_now()` })
      .where("id", "=", ticketId)
      .where("email_proved_at", "is", null)
      .executeTakeFirst();
    if (proved.numUpdatedRows === 0n) return true;
    await recordAudit(trx, {
      actorId: null,
      actorKind: "visitor",
      action: "ticket.prove_email",
      institutionId,
      subjectKind: "ticket",
      subjectId: ticketId,
    });
    return true;
  });
}
