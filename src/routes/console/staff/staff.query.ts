import type { Kysely } from "kysely";
import type { Language } from "../../../program/definition.ts";
import type { DB } from "../../../platform/db/generated/schema.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import { listProfiles } from "../../../registry/accounts/account.query.ts";
import type { Role } from "../../../registry/accounts/permissions.ts";
import { maskEmail } from "../../../registry/identifiers/email.ts";

export interface StaffRow {
  readonly accountId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}

export interface InstitutionStaff {
  readonly institutionId: string;
  readonly name: string;
  readonly staff: readonly StaffRow[];
}

/** The staff of these institutions with their roles; addresses are masked. */
export async function listStaff(
  db: Kysely<DB>,
  keyring: Keyring,
  input: { readonly institutions: readonly string[]; readonly language: Language },
): Promise<InstitutionStaff[]> {
  const institutions = await db
    .selectFrom("institutions")
    .select(["id", "name"])
    .where("id", "in", [...input.institutions])
    .orderBy("slug")
    .execute();
  const roles = await db
    .selectFrom("staff_roles")
    .select(["account_id", "institution_id", "role"])
    .where("institution_id", "in", [...input.institutions])
    .orderBy("granted_at")
    .orderBy("account_id")
    .execute();
  const accounts = new Set(roles.map(({ account_id }) => account_id));
  const profiles = await listProfiles(db, keyring, accounts);
  return institutions.map((institution) => ({
    institutionId: institution.id,
    name: (institution.name as Record<Language, string>)[input.language],
    staff: roles
      .filter(({ institution_id }) => institution_id === institution.id)
      .map(({ account_id, role }) => {
        const { name = "", email = "" } = profiles.get(account_id) ?? {};
        return { accountId: account_id, role, name, email: maskEmail(email) };
      }),
  }));
}
