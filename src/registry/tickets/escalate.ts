import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { openContent, openTicketKey } from "./ticket.ts";

/** Name of the job that tells the operator of the platform. */
export const tellOfTicketsJob = "tell-operator-of-tickets";

/** So many are told of in one letter; further ones come with the next. */
const PER_LETTER = 50;

interface EscalationServices {
  /** A connection that sees tickets of all institutions. */
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/**
 * Tells the administrators of each institution once of every ticket whose answer is overdue, and the operator of the
 * platform where it has none; gives how many tickets that were. Each is noted in the transaction that writes the letters,
 * so a worker that dies in between loses and repeats none.
 */
export async function escalateTickets(services: EscalationServices): Promise<number> {
  const institutions = await services.db
    .selectFrom("tickets")
    .select("institution_id")
    .distinct()
    .where("status", "<>", "answered")
    .where("escalated_at", "is", null)
    .where("due_at", "<", sql<Date>`app_now()`)
    .execute();
  let all = 0;
  for (const { institution_id } of institutions) {
    for (let count = PER_LETTER; count === PER_LETTER; all += count) {
      count = await services.db
        .transaction()
        .execute((trx) => tellAdministrators({ db: trx, keyring: services.keyring }, institution_id));
    }
  }
  return all;
}

async function tellAdministrators(services: EscalationServices, institutionId: string): Promise<number> {
  const { db, keyring } = services;
  const rows = await db
    .selectFrom("tickets")
    .select(["id", "institution_id", "key_wrapped", "content_sealed"])
    .where("institution_id", "=", institutionId)
    .where("status", "<>", "answered")
    .where("escalated_at", "is", null)
    .where("due_at", "<", sql<Date>`app_now()`)
    .orderBy("due_at")
    .limit(PER_LETTER)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length === 0) return 0;
  const numbers: string[] = [];
  for (const row of rows) {
    numbers.push(openContent(await openTicketKey(services, row), row.id, row.content_sealed).number);
    await recordAudit(db, {
      actorId: null,
      actorKind: "system",
      action: "ticket.escalate",
      institutionId,
      subjectKind: "ticket",
      subjectId: row.id,
    });
  }
  const ids = rows.map(({ id }) => id);
  await db
    .updateTable("tickets")
    .set({ escalated_at: sql`app_now()` })
    .where("id", "in", ids)
    .execute();
  const administrators = await db
    .selectFrom("staff_roles")
    .select("account_id")
    .where("institution_id", "=", institutionId)
    .where("role", "=", "institution_admin")
    .execute();
  for (const { account_id: accountId } of administrators)
    await notify(db, keyring, { accountId, kind: "tickets_overdue", data: { numbers } });
  if (administrators.length === 0) await enqueue(db, tellOfTicketsJob, { institutionId, count: rows.length });
  return rows.length;
}
