import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** Which second factors an account can give. */
export interface Factors {
  readonly authenticator: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** Reads them in one statement. */
export async function readFactors(db: Kysely<DB>, accountId: string): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select exists (select from account_factors where account_id = ${accountId} and confirmed_at is not null) as authenticator,
      (select count(*)::int from passkeys where account_id = ${accountId}) as passkeys,
      (select count(*)::int from recovery_codes where account_id = ${accountId} and used_at is null) as "recoveryCodes"`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error("A statement without a condition gave no row.");
  return row;
}

/** Whether the account has a second factor: an authenticator or a passkey. Recovery codes only stand in for one. */
export async function hasSecondFactor(db: Kysely<DB>, accountId: string): Promise<boolean> {
  const { authenticator, passkeys } = await readFactors(db, accountId);
  return authenticator || passkeys > 0;
}
