import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { CannedField } from "../canned/fill.ts";
import { fillCanned } from "../canned/fill.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { carryOut } from "./act.ts";
import { type AgentAct, heldColumns } from "./hold.ts";
import { openContent, openTicketKey } from "./ticket.ts";

/** So many tickets are answered in one act; what is beyond is answered with the next. */
export const mostAnswered = 200;

interface ManyAnswers extends Omit<AgentAct, "ticketId"> {
  readonly ticketIds: readonly string[];
  /** The answer; fields of canned answers in it are filled in for each ticket. */
  readonly words: string;
  /** What stands in a field beyond name and number. */
  readonly place: (ticket: {
    readonly institutionId: string;
    readonly category: string;
    readonly language: "id" | "en";
  }) => Pick<Readonly<Record<CannedField, string>>, "kategori" | "instansi">;
}

/**
 * Answers several tickets with one text, in one transaction: all of them, each with its message, audit record and letter,
 * or none. Left out are those that were answered or merged meanwhile and those that a colleague has, so that sending the
 * same form twice, or again after a failure, answers nobody twice. Gives how many were answered. `db` is a connection of
 * `daftar_staff`.
 */
export async function answerMany(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  { ticketIds, actorId, institutions, words, place }: ManyAnswers,
): Promise<number> {
  const batch = uuidv7();
  return withStaff(db, institutions, async (trx) => {
    const rows = await trx
      .selectFrom("tickets")
      .select([...heldColumns, "content_sealed"])
      .where("id", "in", ticketIds.slice(0, mostAnswered))
      .where("status", "<>", "answered")
      .where((eb) => eb.or([eb("agent_id", "is", null), eb("agent_id", "=", actorId)]))
      // In one order, so that two who answer overlapping lists do not wait for each other for ever.
      .orderBy("id")
      .forUpdate()
      .execute();
    for (const row of rows) {
      const services = { db: trx, keyring };
      const { name, number } = openContent(await openTicketKey(services, row), row.id, row.content_sealed);
      const { institution_id: institutionId, category, language } = row;
      const values = { nama: name, nomor_tiket: number, ...place({ institutionId, category, language }) };
      await carryOut(services, row, { act: "answer", actorId, text: fillCanned(words, values), batch });
    }
    return rows.length;
  });
}
