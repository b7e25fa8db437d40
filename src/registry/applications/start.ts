import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { feeDue } from "../../program/fee-due.ts";
import { walk } from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { ensurePersonKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { feeOf } from "../fees/fee-of.ts";
import { isMember } from "../members/member.query.ts";
import type { Catalog } from "../programs/catalog.ts";
import { hasUnmet } from "../programs/requirements.ts";
import { listNeeds } from "./needs.ts";
import { findOfficeDomain } from "./personal-email.ts";
import { progressOf } from "./progress.ts";
import { newReceipt } from "./receipt.ts";

/**
 * Begins a draft of a program, or gives the person's one where the program allows only one (a
 * doubled click begins one, not two). Refuses (409) while the program is not open (`window_closed`), whoever has a number of before there (`has_number`), and whoever has
 * not come far enough in a program that it demands (`requirement`), lacks what its kind wants or the second factor that
 * it demands (`identity`), or has the address of an office where a personal one is wanted (`personal_email`).
 */
export async function startApplication(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly catalog: Catalog },
  input: { readonly accountId: string; readonly program: string; readonly language: "id" | "en" },
): Promise<{ id: string; isNew: boolean }> {
  const { db, keyring, catalog } = services;
  const program = await catalog.get(input.program);
  // Such a program has subscriptions and no applications.
  if (program.compiled.program.account === "none") throw notFound();
  const onceKey = program.compiled.program.once_per === "unlimited" ? null : `${program.id}:${input.accountId}`;
  if (onceKey) {
    const known = await findByOnceKey(db, onceKey);
    if (known) return { id: known, isNew: false };
  }
  if (program.state !== "open") throw conflict("window_closed");
  if (await isMember(db, { accountId: input.accountId, programId: program.id })) throw conflict("has_number");
  const needs = await listNeeds(db, {
    accountId: input.accountId,
    programId: program.id,
    program: program.compiled.program,
  });
  if (needs.length > 0) throw conflict("identity");
  const office = await findOfficeDomain(services, { accountId: input.accountId, program });
  if (office !== undefined) throw conflict("personal_email");
  await ensurePersonKey(db, keyring, { accountId: input.accountId, institutionId: program.institutionId });
  const id = uuidv7();
  const empty = walk(program.compiled, { typed: {}, documents: {}, now: new Date() });
  const begun = await db.transaction().execute(async (trx) => {
    if (await hasUnmet(trx, { versionId: program.versionId, accountId: input.accountId }))
      throw conflict("requirement");
    const inserted = await trx
      .insertInto("applications")
      .values({
        id,
        account_id: input.accountId,
        institution_id: program.institutionId,
        program_id: program.id,
        version_id: program.versionId,
        language: input.language,
        once_key: onceKey,
        receipt: newReceipt(),
        progress: progressOf(empty, [], feeOf(program.compiled, empty, 0)),
        fee_due: feeDue(program.compiled, empty) ?? null,
      })
      .onConflict((clash) => clash.column("once_key").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!inserted) return false;
    await trx
      .insertInto("application_events")
      .values({
        id: uuidv7(),
        application_id: id,
        institution_id: program.institutionId,
        kind: "started",
        round: 0,
        actor_id: input.accountId,
        actor_kind: "applicant",
      })
      .execute();
    await sql`
      select pause_deadlines(c.id) from nik_cases c where c.opened_at is not null and c.closed_at is null
        and (c.claimant_id = ${input.accountId}::uuid or c.holder_id = ${input.accountId}::uuid)`.execute(trx);
    await recordAudit(trx, {
      actorId: input.accountId,
      actorKind: "applicant",
      action: "application.start",
      institutionId: program.institutionId,
      subjectKind: "application",
      subjectId: id,
    });
    return true;
  });
  if (begun) return { id, isNew: true };
  const other = await findByOnceKey(db, onceKey ?? "");
  if (!other) throw conflict("busy");
  return { id: other, isNew: false };
}

async function findByOnceKey(db: Kysely<DB>, onceKey: string): Promise<string | undefined> {
  const row = await db.selectFrom("applications").select("id").where("once_key", "=", onceKey).executeTakeFirst();
  return row?.id;
}
