import { type Kysely, sql, type SqlBool } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { openContent, openTicketKey, type TicketStatus } from "./ticket.ts";

/** What the same person asked. */
export interface RelatedTicket {
  readonly id: string;
  readonly institutionId: string;
  readonly number: string;
  readonly category: string;
  readonly status: TicketStatus;
  readonly askedAt: Date;
  readonly merged: boolean;
}

/** So many are shown, the newest first. */
const SHOWN = 20;

/**
 * Other tickets of whoever has the same account, NIK, e-mail address, or name and birth date, as far as the transaction of
 * `withStaff` sees them; nothing is opened to compare.
 */
export async function listRelated(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  ticketId: string,
): Promise<readonly RelatedTicket[]> {
  const rows = await services.db
    .selectFrom("tickets")
    .select(["id", "institution_id", "category", "status", "asked_at", "merged_into", "key_wrapped", "content_sealed"])
    .where("id", "<>", ticketId)
    .where((eb) =>
      eb.or([
        eb("account_id", "=", eb.selectFrom("tickets as own").select("own.account_id").where("own.id", "=", ticketId)),
        eb(
          "id",
          "in",
          eb
            .selectFrom("ticket_facts as o")
            .innerJoin("ticket_facts as f", "f.kind", "o.kind")
            .select("o.ticket_id")
            .where("f.ticket_id", "=", ticketId)
            .where("f.kind", "in", ["nik", "email", "person"])
            .where(sql<SqlBool>`(o.blind_index = f.blind_index or o.blind_index_b = f.blind_index_b)`),
        ),
      ]),
    )
    .orderBy("id", "desc")
    .limit(SHOWN)
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      institutionId: row.institution_id,
      number: openContent(await openTicketKey(services, row), row.id, row.content_sealed).number,
      category: row.category,
      status: row.status,
      askedAt: row.asked_at,
      merged: row.merged_into !== null,
    })),
  );
}
