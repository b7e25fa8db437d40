import { sql, type Kysely } from "kysely";
import type { Program } from "../../program/definition.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

/** What an account lacks for a program: a proven address or telephone, the question to its source, a passkey, or any second factor. */
export type Need = "email" | "phone" | "lookup" | "passkey" | "factor";

const needsOf: Readonly<Record<Program["identity"], readonly Need[]>> = {
  simple: [],
  verified: ["email", "phone"],
  linked: ["email", "lookup"],
  // Every passkey asked for a fingerprint, a face or a PIN when it was made.
  biometric: ["email", "passkey"],
};

type Wanting = Pick<Program, "identity" | "second_factor">;

/**
 * What is still missing before this account may begin the program, by the program's kind and by whether it demands a
 * second factor, in the order in which it is asked for. A source that was asked counts whatever it said: nobody is turned away by a table.
 */
export async function listNeeds(
  db: Kysely<DB>,
  input: { readonly accountId: string; readonly programId: string; readonly program: Wanting },
): Promise<readonly Need[]> {
  const { identity, second_factor } = input.program;
  const wanted = [...needsOf[identity], ...(second_factor === "required" ? (["factor"] as const) : [])];
  if (wanted.length === 0) return [];
  const { accountId, programId } = input;
  const proven = (kind: string) => sql<boolean>`exists (select from account_identifiers
    where account_id = ${accountId} and kind = ${kind} and verified_at is not null)`;
  const { rows } = await sql<Record<Need, boolean>>`
    select ${proven("email")} as email, ${proven("phone")} as phone,
      exists (select from source_lookups where account_id = ${accountId} and program_id = ${programId}) as lookup,
      exists (select from passkeys where account_id = ${accountId}) as passkey,
      has_second_factor(${accountId}) as factor`.execute(db);
  const [has] = rows;
  return wanted.filter((need) => !has?.[need]);
}
