import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { TypedPage } from "../../program/answers.ts";
import { fieldOf, type FieldDefinition } from "../../program/fields/index.ts";
import { readKnown } from "./known.query.ts";

/** What a form holds before it was ever filled in: the values that the account knows already, typed as its person would. */
export async function readPrefilled(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  accountId: string,
  definitions: readonly FieldDefinition[],
): Promise<TypedPage> {
  if (definitions.every(({ from }) => from === undefined)) return {};
  const known = await readKnown(db, keyring, accountId);
  const parts = definitions.map((definition) => {
    const value = definition.from === undefined ? "" : (known[definition.from] ?? "");
    return value === "" ? {} : fieldOf(definition).type(definition, value);
  });
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}
