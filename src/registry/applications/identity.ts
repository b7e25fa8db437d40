import { sql, type Kysely, type RawBuilder } from "kysely";
import type { CompiledField, CompiledProgram } from "../../program/compile.ts";
import type { Answers } from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { blindIndex, blindIndexes, isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";

/** The blind index by which a NIK is unique on the platform. `nik` is its sixteen digits. */
export function identityIndex(keyring: Keyring, nik: string): Buffer {
  return blindIndex(keyring, "nik", nik);
}

/** The index of a NIK as it is written. */
export function identityIndexes(keyring: Keyring, nik: string): ReturnType<typeof blindIndexes> {
  return blindIndexes(keyring, "nik", nik);
}

/** Context under which a draft's NIK is sealed with the account key. */
export function identityContext(applicationId: string): string {
  return `account_identifiers|nik|${applicationId}`;
}

/** The page and field that ask for the applicant's own NIK, when the program has one. */
export function identityStep(
  compiled: CompiledProgram,
): { id: string; field: CompiledField; answer(answers: Answers): string | undefined } | undefined {
  for (const field of compiled.fieldsById.values()) {
    if (field.definition.type !== "nik" || field.definition.from !== "account.nik") continue;
    const { id } = field.definition;
    return {
      id: field.step,
      field,
      answer: (answers) => (typeof answers[id] === "string" ? answers[id] : undefined),
    };
  }
  return undefined;
}

/** The applicant's own name as answered. */
export function nameField(compiled: CompiledProgram, answers: Answers): string | undefined {
  for (const { definition } of compiled.fieldsById.values()) {
    if (definition.type !== "name" || definition.from !== "account.name") continue;
    const answer = answers[definition.id];
    if (typeof answer === "string") return answer;
  }
  return undefined;
}

/** A NIK is `taken` where another account has proved it, `shared` where others claim it and nobody has proved it. */
export type NikElsewhere = "taken" | "shared";

/** What other accounts do with a NIK, over the rows `i` of `account_identifiers` that have it; null where it is nothing. */
export function nikElsewhere(accountId: RawBuilder<unknown>): RawBuilder<NikElsewhere | null> {
  return sql`case when bool_or(i.account_id <> ${accountId} and i.verified_at is not null) then 'taken'
    when bool_or(i.account_id = ${accountId} and i.verified_at is not null) then null
    when bool_or(i.account_id <> ${accountId}) then 'shared' end`;
}

/** What other accounts do with this NIK. */
export async function findNikElsewhere(
  db: Kysely<DB>,
  index: Buffer,
  accountId: string,
): Promise<NikElsewhere | undefined> {
  const row = await db
    .selectFrom("account_identifiers as i")
    .select(nikElsewhere(sql`${accountId}::uuid`).as("elsewhere"))
    .where("i.kind", "=", "nik")
    .where(isIndex("i", index))
    .executeTakeFirst();
  return row?.elsewhere ?? undefined;
}
