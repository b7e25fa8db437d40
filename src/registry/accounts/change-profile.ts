import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import { nameContext } from "./account.query.ts";
import { accountKey } from "./keys.ts";

/** Changes what people may change about themselves: the name, and the language of letters. */
export async function changeProfile(
  db: Kysely<DB>,
  keyring: Keyring,
  accountId: string,
  profile: { readonly name: string; readonly language: "id" | "en" },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const key = await accountKey(trx, keyring, accountId);
    await trx
      .updateTable("accounts")
      .set({ name_sealed: seal(key, profile.name, nameContext(accountId)), language: profile.language })
      .where("id", "=", accountId)
      .execute();
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: "applicant",
      action: "account.change_profile",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
}
