import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { forgetMarks } from "./forget-marks.ts";
import { forgetDevices } from "./remembered-devices.ts";
import type { AccountServices } from "./services.ts";

/** So many passwords before the present one may not come back (BSSN 4/2021 art. 27(1)c leaves the number to us). */
const REMEMBERED = 5;

/**
 * Whether this is the account's present password or one of the five before it. Costs up to six
 * hashes, one after the other, so it is asked only of somebody who has proved to be the owner.
 */
export async function wasUsed(
  services: Pick<AccountServices, "db" | "passwords">,
  accountId: string,
  candidate: string,
): Promise<boolean> {
  const { rows } = await sql<{ password_hash: string }>`
    select password_hash from accounts where id = ${accountId} and password_hash is not null
    union all
    select password_hash from former_passwords where account_id = ${accountId}`.execute(services.db);
  for (const { password_hash } of rows) {
    if (await services.passwords.matches(password_hash, candidate)) return true;
  }
  return false;
}

/**
 * Gives the account its new password, remembers the one that it replaces, and forgets devices that did with the old one
 * alone, and marks of browsers; gives the epoch of new marks.
 */
export async function replacePassword(trx: Kysely<DB>, accountId: string, hash: string): Promise<number> {
  // The wall clock, because two changes at one moment of a clock that tests hold still are two rows.
  await sql`
    insert into former_passwords (account_id, password_hash, replaced_at)
    select id, password_hash, clock_timestamp() from accounts where id = ${accountId} and password_hash is not null
    for update`.execute(trx);
  await sql`
    delete from former_passwords where account_id = ${accountId} and replaced_at not in (
      select replaced_at from former_passwords where account_id = ${accountId}
      order by replaced_at desc limit ${REMEMBERED})`.execute(trx);
  await forgetDevices(trx, accountId);
  await trx
    .updateTable("accounts")
    .set({ password_hash: hash, password_changed_at: sql`app_now()` })
    .where("id", "=", accountId)
    .execute();
  return forgetMarks(trx, accountId);
}

/** Whether two passwords are the same but for digits, signs, spaces and capitals, as in "kucing-2026" after "Kucing 2025". */
export function isNearly(present: string, next: string): boolean {
  const letters = (text: string) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}]/gu, "");
  const [a, b] = [letters(present), letters(next)];
  return a === b && a !== "";
}
