import { sql, type Kysely, type Selectable, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { type AuditRecord, recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import { notify } from "../notices/notify.ts";
import { isWhole, listEvidence } from "./case.ts";

/**
 * `wanting` while evidence is missing or being checked; `busy` where another case about the NIK is open; `free` where no
 * other account states it any more, and then the case is over; `none` where there is nothing to send.
 */
export type Opened = "opened" | "wanting" | "busy" | "free" | "none";

/**
 * Sends a case with its evidence: from now on neither side can change the NIK or submit with it, the deadlines of both
 * stand still, and the other side is told that there is a case, without being told who.
 */
export async function openNikCase(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  claimantId: string,
): Promise<Opened> {
  return db.transaction().execute(async (trx) => {
    const matter = await trx
      .selectFrom("nik_cases")
      .select(["id", "institution_id", "claimant_id", "blind_index", "blind_index_b"])
      .where("claimant_id", "=", claimantId)
      .where("status", "=", "gathering")
      .forUpdate()
      .executeTakeFirst();
    if (!matter) return "none";
    return openCase(trx, keyring, matter, { actorId: claimantId, actorKind: "applicant" });
  });
}

type Matter = Pick<
  Selectable<DB["nik_cases"]>,
  "id" | "institution_id" | "claimant_id" | "blind_index" | "blind_index_b"
>;

/** The same for a case that the transaction holds, as its claimant or an agent whom they asked sends it. */
export async function openCase(
  trx: Transaction<DB>,
  keyring: Keyring,
  matter: Matter,
  actor: Pick<AuditRecord, "actorId" | "actorKind">,
): Promise<Exclude<Opened, "none">> {
  const { claimant_id: claimantId } = matter;
  if (!isWhole(await listEvidence(trx, matter.id, claimantId))) return "wanting";
  const holderId = await findHolder(trx, matter, claimantId);
  const { institution_id: institutionId } = matter;
  const recorded = { institutionId, subjectKind: "nik_case", subjectId: matter.id } as const;
  if (holderId === undefined) {
    await trx
      .updateTable("nik_cases")
      .set({ status: "withdrawn", closed_at: sql`app_now()` })
      .where("id", "=", matter.id)
      .execute();
    await recordAudit(trx, { ...recorded, actorId: null, actorKind: "system", action: "nik_case.void" });
    return "free";
  }
  if (await isOpen(trx, matter)) return "busy";
  await trx
    .updateTable("nik_cases")
    .set({ status: "open", holder_id: holderId, opened_at: sql`app_now()` })
    .where("id", "=", matter.id)
    .execute();
  await sql`select pause_deadlines(${matter.id}::uuid)`.execute(trx);
  await recordAudit(trx, { ...recorded, ...actor, action: "nik_case.open" });
  const institution = await institutionName(trx, institutionId);
  await notify(trx, keyring, { accountId: claimantId, kind: "nik_case_opened", data: { institution } });
  await notify(trx, keyring, { accountId: holderId, kind: "nik_case_told", data: { institution } });
  return "opened";
}

type Indexed = { readonly blind_index: Buffer | null; readonly blind_index_b: Buffer | null };

/** The other account: that which has proved the NIK, or else stated it first. */
async function findHolder(trx: Kysely<DB>, nik: Indexed, claimantId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("account_identifiers")
    .select("account_id")
    .where("kind", "=", "nik")
    .where(sameNik(nik))
    .where("account_id", "<>", claimantId)
    .orderBy(sql`verified_at is null`)
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  return row?.account_id;
}

/** Whether another case about the NIK is open, at whatever institution. Two that are sent at once wait for each other here. */
async function isOpen(trx: Kysely<DB>, { id, ...nik }: Matter): Promise<boolean> {
  const name = (nik.blind_index ?? nik.blind_index_b ?? Buffer.alloc(0)).toString("hex");
  await sql`select pg_advisory_xact_lock(hashtextextended(${`nik_cases ${name}`}, 0))`.execute(trx);
  const { rows } = await sql<{ waits: boolean }>`select waits_for_other_case(${id}::uuid) as waits`.execute(trx);
  return rows[0]?.waits === true;
}

function sameNik({ blind_index: a, blind_index_b: b }: Indexed) {
  return sql<boolean>`(blind_index = ${a} or blind_index_b = ${b})`;
}
