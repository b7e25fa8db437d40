import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { blindIndexes } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { newKey, seal } from "../../platform/keys/seal.ts";
import type { Limits, Rule } from "../../platform/limits.ts";
import { institutionKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { contentContext, numberPurpose, ticketKeyContext, type TicketContent } from "./ticket.ts";
import { getDue } from "./due.query.ts";
import { writeFacts } from "./facts.ts";
import { newTicketNumber } from "./ticket-number.ts";

/** Tickets from one network; whole schools share one. */
const network: Rule = { name: "ticket-network", most: 60, seconds: 3600 };

interface Asked {
  readonly institutionId: string;
  readonly category: string;
  readonly language: "id" | "en";
  readonly content: Omit<TicketContent, "number">;
  /** By which agents find it again, where the category asks for it. */
  readonly nik?: string | undefined;
  /** The program whose page led to the question. */
  readonly programSlug?: string | undefined;
  /** Where it comes from, for the limit. */
  readonly network: string;
}

/** Takes a question to an institution's helpdesk; returns the ticket's id. Refuses (429) a flood from one network. */
export async function askHelpdesk(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly limits: Limits },
  asked: Asked,
): Promise<string> {
  const { db, keyring, limits } = services;
  await limits.spend(network, asked.network);
  const id = uuidv7();
  const number = newTicketNumber();
  const key = newKey();
  const wrapping = await institutionKey(db, keyring, asked.institutionId);
  await db.transaction().execute(async (trx) => {
    const due = await getDue(trx, asked);
    await trx
      .insertInto("tickets")
      .values({
        id,
        institution_id: asked.institutionId,
        category: asked.category,
        language: asked.language,
        program_slug: asked.programSlug ?? null,
        due_at: due,
        first_due_at: due,
        ...blindIndexes(keyring, numberPurpose, number),
        key_wrapped: seal(wrapping, key.bytes, ticketKeyContext(id)),
        content_sealed: seal(key, JSON.stringify({ ...asked.content, number }), contentContext(id)),
      })
      .execute();
    await writeFacts(trx, keyring, { id, ...asked });
    await recordAudit(trx, {
      actorId: null,
      actorKind: "visitor",
      action: "ticket.ask",
      institutionId: asked.institutionId,
      subjectKind: "ticket",
      subjectId: id,
      data: { category: asked.category },
    });
  });
  return id;
}
