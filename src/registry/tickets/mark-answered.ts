import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Notes that a ticket is answered by something else than the agent who has it, who stays the same. */
export async function markAnswered(trx: Kysely<DB>, ticketId: string): Promise<void> {
  await trx
    .updateTable("tickets")
    .set({
      status: "answered",
      received_at: sql<Date>`coalesce(received_at, app_now())`,
      working_at: sql<Date>`coalesce(working_at, app_now())`,
      answered_at: sql<Date>`app_now()`,
    })
    .where("id", "=", ticketId)
    .execute();
}
