import type { Kysely } from "kysely";
import type { CompiledProgram } from "../../program/compile.ts";
import { domainOf, judgeDomain, type PersonalRule } from "../../program/personal-email.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { accountKey } from "../accounts/keys.ts";
import { underLists } from "../email-lists/under-lists.ts";
import { getEmail } from "../identifiers/identifier.ts";
import type { ListedProgram } from "../programs/catalog.ts";

/**
 * The domain of the account's own address where the program takes it for an office's, and so lets nobody begin;
 * undefined when all is well. One that is not known is no hindrance: officers see it beside the answer.
 */
export async function findOfficeDomain(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  {
    accountId,
    program,
  }: { readonly accountId: string; readonly program: Pick<ListedProgram, "compiled" | "institutionId"> },
): Promise<string | undefined> {
  const { emailLists, fieldsById } = await underLists(db, program.compiled, { institutionId: program.institutionId });
  const rule = ruleOf(fieldsById);
  if (!rule) return undefined;
  const domain = domainOf(await getEmail(db, await accountKey(db, keyring, accountId), accountId));
  return judgeDomain(domain, rule, emailLists) === "office" ? domain : undefined;
}

function ruleOf(fields: CompiledProgram["fieldsById"]): PersonalRule | undefined {
  for (const { definition } of fields.values()) {
    if (definition.type === "email" && definition.from === "account.email" && definition.personal)
      return definition.personal;
  }
  return undefined;
}
