import { sql, type Kysely } from "kysely";
import type { Program } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

/** What an account lacks for a program: a proven address or telephone, the question to its source, or a passkey. */
export type Need = "email" | "phone" | "lookup" | "passkey";

const needsOf: Readonly<Record<Program["identity"], readonly Need[]>> = {
  simple: [],
  verified: ["email", "phone"],
  linked: ["email", "lookup"],
  // Every passkey asked for a fingerprint, a face or a PIN when it was made.
  biometric: ["email", "passkey"],
};

/**
 * What is still missing before this account may begin the program, by the program's kind, in the order in which it is
 * asked for. A source that was asked counts whatever it said: nobody is turned away by a table.
 */
export async function listNeeds(
  db: Kysely<DB>,
  input: { readonly accountId: string; readonly programId: string; readonly identity: Program["identity"] },
): Promise<readonly Need[]> {
  const wanted = needsOf[input.identity];
  if (wanted.length === 0) return [];
  const { accountId, programId } = input;
  const proven = (kind: string) => sql<boolean>`exists (select from account_identifiers
    where account_id = ${accountId} and kind = ${kind} and verified_at is not null)`;
  const { rows } = await sql<Record<Need, boolean>>`
    select ${proven("email")} as email, ${proven("phone")} as phone,
      exists (select from source_lookups where account_id = ${accountId} and program_id = ${programId}) as lookup,
      exists (select from passkeys where account_id = ${accountId}) as passkey`.execute(db);
  const [has] = rows;
  return wanted.filter((need) => !has?.[need]);
}
