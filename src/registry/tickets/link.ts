import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { type AgentAct, holdTicket } from "./hold.ts";

/**
 * Puts a ticket beside the application with this exact registration or receipt number at the same institution, or beside
 * none where `number` is empty. False where there is no such application. `db` is a connection of `daftar_staff`.
 */
export async function linkApplication(
  db: Kysely<DB>,
  { ticketId, actorId, institutions, number }: AgentAct & { readonly number: string },
): Promise<boolean> {
  return withStaff(db, institutions, async (trx) => {
    const ticket = await holdTicket(trx, ticketId);
    const { institution_id: institutionId } = ticket;
    const found = number === "" ? null : await findApplication(trx, institutionId, number);
    if (found === undefined) return false;
    await trx.updateTable("tickets").set({ application_id: found }).where("id", "=", ticket.id).execute();
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "ticket.link",
      institutionId,
      subjectKind: "ticket",
      subjectId: ticket.id,
      data: { application: found },
    });
    return true;
  });
}

async function findApplication(trx: Kysely<DB>, institutionId: string, number: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("applications")
    .select("id")
    .where("institution_id", "=", institutionId)
    .where("round", ">", 0)
    .where("erased_at", "is", null)
    .where(sql<boolean>`(number = ${number} or receipt = ${number})`)
    .executeTakeFirst();
  return row?.id;
}
