import type { Kysely } from "kysely";
import type { CompiledProgram } from "../../program/compile.ts";
import { domainOf, judgeDomain, type PersonalRule } from "../../program/personal-email.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { accountKey } from "../accounts/keys.ts";
import { getEmail } from "../identifiers/identifier.ts";

/**
 * The domain of the account's own address where the program takes it for an office's, and so lets nobody begin;
 * undefined when all is well. One that is not known is no hindrance: officers see it beside the answer.
 */
export async function findOfficeDomain(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  { accountId, compiled }: { readonly accountId: string; readonly compiled: CompiledProgram },
): Promise<string | undefined> {
  const rule = ruleOf(compiled);
  if (!rule) return undefined;
  const domain = domainOf(await getEmail(db, await accountKey(db, keyring, accountId), accountId));
  return judgeDomain(domain, rule) === "office" ? domain : undefined;
}

function ruleOf(compiled: CompiledProgram): PersonalRule | undefined {
  for (const { definition } of compiled.fieldsById.values()) {
    if (definition.type === "email" && definition.from === "account.email" && definition.personal)
      return definition.personal;
  }
  return undefined;
}
