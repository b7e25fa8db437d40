import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict, notAllowed } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { endSessions } from "../sessions/session.ts";
import { releaseAll } from "../tickets/release-all.ts";
import { findAccountByEmail } from "./account.query.ts";
import type { Role } from "./permissions.ts";

/** Who changes roles, and where they may. `db` is a connection of `daftar_staff`. */
export interface RoleAct {
  readonly actorId: string;
  /** Institutions in which the actor may manage staff. */
  readonly institutions: readonly string[];
  readonly institutionId: string;
  readonly role: Role;
}

/**
 * Gives a role to whoever has the address, if that is an active account; says nothing about whether
 * it is. Who was no member of staff before must log in anew, under the limits of staff. Refuses
 * (403) another institution and (409) the actor's own roles.
 */
export async function grantRole(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  act: RoleAct & { readonly email: string },
): Promise<void> {
  if (!act.institutions.includes(act.institutionId)) throw notAllowed();
  await services.db.transaction().execute(async (trx) => {
    const account = await findAccountByEmail(trx, services.keyring, act.email);
    if (account?.status !== "active") return;
    if (account.id === act.actorId) throw conflict("own_roles");
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("staff_roles")
      .values({ account_id: account.id, institution_id: act.institutionId, role: act.role, granted_by: act.actorId })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return;
    if (!account.staff) await endSessions(trx, account.id);
    await record(trx, act, account.id, "staff.grant");
  });
}

/**
 * Takes a role away, and gives back the tickets of whoever may answer none any more; doing it twice does no harm. Refuses (403) another institution, and (409) the
 * actor's own roles and the last administrator: somebody must be able to give roles back.
 */
export async function revokeRole(db: Kysely<DB>, act: RoleAct & { readonly accountId: string }): Promise<void> {
  if (!act.institutions.includes(act.institutionId)) throw notAllowed();
  if (act.accountId === act.actorId) throw conflict("own_roles");
  await withStaff(db, [act.institutionId], async (trx) => {
    if (act.role === "institution_admin") {
      // Locked, so that two administrators who revoke each other cannot both succeed.
      const admins = await trx
        .selectFrom("staff_roles")
        .select("account_id")
        .where("institution_id", "=", act.institutionId)
        .where("role", "=", "institution_admin")
        .orderBy("account_id")
        .forUpdate()
        .execute();
      const others = admins.filter(({ account_id }) => account_id !== act.accountId);
      if (others.length === 0) throw conflict("last_admin");
      // The lock may have been waited for while this person's own role was taken away.
      if (!others.some(({ account_id }) => account_id === act.actorId)) throw notAllowed();
    }
    const { numDeletedRows } = await trx
      .deleteFrom("staff_roles")
      .where("account_id", "=", act.accountId)
      .where("institution_id", "=", act.institutionId)
      .where("role", "=", act.role)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) return;
    await record(trx, act, act.accountId, "staff.revoke");
    await releaseAll(trx, act);
  });
}

function record(trx: Kysely<DB>, act: RoleAct, accountId: string, action: string): Promise<void> {
  return recordAudit(trx, {
    actorId: act.actorId,
    actorKind: "staff",
    action,
    institutionId: act.institutionId,
    subjectKind: "account",
    subjectId: accountId,
    data: { role: act.role },
  });
}
