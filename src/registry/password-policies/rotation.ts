import { sql, type Kysely, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { conflict } from "../../platform/refusals.ts";
import type { Role } from "../accounts/permissions.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { allowPolicyAct, recordPolicy, type PolicyAct } from "./policy-act.ts";

/** How old a password may grow, in days (security.md 2.2). */
export const rotationDays = { least: 90, most: 365 } as const;

/** That passwords of a role expire. */
export interface Rotation extends PolicyAct {
  readonly role: Role;
  /** 90 to 365. */
  readonly maxDays: number;
  /** The regulation that asks for it. */
  readonly rule: string;
  /** Why; never about a person. */
  readonly reason: string;
}

/**
 * Lets the passwords of a role expire, or changes their age. Nobody's expires within 14 days of it. One administrator
 * may do so; it deviates from the standards and stands on a public page with their name in the console. Refuses (403)
 * another institution. `db` is a connection of `daftar_staff`.
 */
export async function turnRotationOn(db: Kysely<DB>, rotation: Rotation): Promise<void> {
  allowPolicyAct(rotation);
  const { institutionId, actorId, role, maxDays, rule, reason } = rotation;
  await withStaff(db, rotation.institutions, async (trx) => {
    await oneAtATime(trx, institutionId);
    const before = await trx
      .updateTable("password_rotations")
      .set({ replaced: true, ended_by: actorId, ended_at: sql<Date>`app_now()` })
      .where("institution_id", "=", institutionId)
      .where("role", "=", role)
      .where("ended_at", "is", null)
      .returning("max_days")
      .executeTakeFirst();
    await trx
      .insertInto("password_rotations")
      .values({
        id: uuidv7(),
        institution_id: institutionId,
        role,
        max_days: maxDays,
        rule,
        reason,
        set_by: actorId,
      })
      .execute();
    await recordPolicy(trx, rotation, "passwords.rotation_on", { role, maxDays, daysBefore: before?.max_days ?? null });
  });
}

/** A rotation that somebody wants to end. */
export interface RotationEnd extends PolicyAct {
  readonly role: Role;
}

/** Asks to turn a rotation off; a colleague must agree. Asking twice, or for what is off, does no harm. */
export async function askRotationEnd(db: Kysely<DB>, end: RotationEnd & { readonly reason: string }): Promise<void> {
  allowPolicyAct(end);
  await withStaff(db, end.institutions, async (trx) => {
    const { numUpdatedRows } = await inForce(trx, end)
      .set({ end_asked_by: end.actorId, end_asked_at: sql<Date>`app_now()`, end_reason: end.reason })
      .where("end_asked_by", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) await recordPolicy(trx, end, "passwords.rotation_end_asked", { role: end.role });
  });
}

/** Agrees that a rotation ends. Refuses (409) whoever asked for it: turning it off needs two people. */
export async function agreeRotationEnd(db: Kysely<DB>, end: RotationEnd): Promise<void> {
  allowPolicyAct(end);
  await withStaff(db, end.institutions, async (trx) => {
    await oneAtATime(trx, end.institutionId);
    const asked = await trx
      .selectFrom("password_rotations")
      .select("end_asked_by")
      .where("institution_id", "=", end.institutionId)
      .where("role", "=", end.role)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (!asked?.end_asked_by) return;
    if (asked.end_asked_by === end.actorId) throw conflict("own_request");
    await inForce(trx, end)
      .set({ ended_by: end.actorId, ended_at: sql<Date>`app_now()` })
      .execute();
    await recordPolicy(trx, end, "passwords.rotation_off", { role: end.role, askedBy: asked.end_asked_by });
  });
}

/** Leaves a rotation on after all, which whoever asked may say as well as a colleague. */
export async function keepRotation(db: Kysely<DB>, end: RotationEnd): Promise<void> {
  allowPolicyAct(end);
  await withStaff(db, end.institutions, async (trx) => {
    const { numUpdatedRows } = await inForce(trx, end)
      .set({ end_asked_by: null, end_asked_at: null, end_reason: null })
      .where("end_asked_by", "is not", null)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) await recordPolicy(trx, end, "passwords.rotation_kept", { role: end.role });
  });
}

function inForce(trx: Transaction<DB>, { institutionId, role }: RotationEnd) {
  return trx
    .updateTable("password_rotations")
    .where("institution_id", "=", institutionId)
    .where("role", "=", role)
    .where("ended_at", "is", null);
}

/** Two administrators at once: the second sees what the first did. */
async function oneAtATime(trx: Transaction<DB>, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`password_rotations ${institutionId}`}, 0))`.execute(trx);
}
