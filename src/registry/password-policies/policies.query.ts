import { sql, type Kysely, type Selectable } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Role } from "../accounts/permissions.ts";

/** A rotation in force. */
export interface RotationInForce {
  readonly role: Role;
  readonly maxDays: number;
  readonly rule: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Date;
  /** Who asked to turn it off, when, and why. */
  readonly end: { readonly by: string; readonly at: Date; readonly reason: string } | undefined;
}

/** What an institution asks of its staff's passwords. */
export interface PasswordPolicy {
  readonly institutionId: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly zone: string;
  readonly rule:
    | {
        readonly least: number;
        readonly kinds: number;
        readonly reason: string;
        readonly setBy: string;
        readonly setAt: Date;
      }
    | undefined;
  readonly rotations: readonly RotationInForce[];
}

/** The password policies of these institutions, or of all that have one. People are account ids. */
export async function listPolicies(db: Kysely<DB>, institutions?: readonly string[]): Promise<PasswordPolicy[]> {
  const places = await db
    .selectFrom("institutions as i")
    .select(["i.id", "i.name", "i.zone"])
    .$if(institutions !== undefined, (query) => query.where("i.id", "in", [...(institutions ?? [])]))
    .orderBy("i.slug")
    .execute();
  const rules = await db.selectFrom("staff_password_rules").selectAll().execute();
  const rotations = await db
    .selectFrom("password_rotations")
    .selectAll()
    .where("ended_at", "is", null)
    .orderBy("set_at")
    .execute();
  const policies = places.map(({ id, name, zone }) => ({
    institutionId: id,
    name: name as PasswordPolicy["name"],
    zone,
    rule: rules
      .filter(({ institution_id }) => institution_id === id)
      .map(({ least, kinds, reason, set_by, set_at }) => ({ least, kinds, reason, setBy: set_by, setAt: set_at }))[0],
    rotations: rotations.filter(({ institution_id }) => institution_id === id).map(inForce),
  }));
  return institutions ? policies : policies.filter(({ rule, rotations: on }) => rule !== undefined || on.length > 0);
}

function inForce(row: Selectable<DB["password_rotations"]>): RotationInForce {
  const { end_asked_by: by, end_asked_at: at, end_reason: reason } = row;
  return {
    role: row.role,
    maxDays: row.max_days,
    rule: row.rule,
    reason: row.reason,
    setBy: row.set_by,
    setAt: row.set_at,
    end: by !== null && at !== null && reason !== null ? { by, at, reason } : undefined,
  };
}

/** The strictest rule for an account's new password among the institutions where it has a role; nothing asked is 0 and 1. */
export async function readStaffRule(
  db: Kysely<DB>,
  accountId: string,
): Promise<{ readonly least: number; readonly kinds: number }> {
  const { rows: found } = await sql<{ least: number; kinds: number }>`
    select coalesce(max(least), 0) as least, coalesce(max(kinds), 1) as kinds from staff_password_rules
      where institution_id in (select institution_id from staff_roles where account_id = ${accountId})`.execute(db);
  return found[0] ?? { least: 0, kinds: 1 };
}
