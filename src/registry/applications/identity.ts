import type { Kysely } from "kysely";
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

/** Whether this NIK belongs to another account already. */
export async function isIdentityTaken(db: Kysely<DB>, index: Buffer, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("account_identifiers")
    .select("id")
    .where("kind", "=", "nik")
    .where(isIndex("account_identifiers", index))
    .where("account_id", "!=", accountId)
    .executeTakeFirst();
  return row !== undefined;
}
