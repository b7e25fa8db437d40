import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Ways by which a code of six digits reaches a person. */
export const codeKinds = ["email", "sms"] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Which second factors an account can give. */
export interface Factors {
  readonly authenticator: boolean;
  /** Ways by which a code is sent; none for staff, whom they do not protect enough. */
  readonly codes: readonly CodeKind[];
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** Reads them in one statement. */
export async function readFactors(db: Kysely<DB>, accountId: string): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select exists (select from account_factors where account_id = ${accountId} and kind = 'totp' and confirmed_at is not null) as authenticator,
      array(select c.kind from code_factors c where c.account_id = ${accountId}
        and not exists (select from staff_roles r where r.account_id = c.account_id)
        and (c.kind = 'email' or exists (select from account_identifiers i
          where i.account_id = c.account_id and i.kind = 'phone' and i.verified_at is not null))
        order by c.kind) as codes,
      (select count(*)::int from passkeys where account_id = ${accountId}) as passkeys,
      (select count(*)::int from recovery_codes where account_id = ${accountId} and used_at is null) as "recoveryCodes"`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error("A statement without a condition gave no row.");
  return row;
}

/** Whether the account has a second factor that counts, by the database's own rule. Recovery codes only stand in for one. */
export async function hasSecondFactor(db: Kysely<DB>, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select has_second_factor(${accountId}) as has`.execute(db);
  return rows[0]?.has === true;
}
