import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { findAccount } from "../accounts/account.query.ts";
import { recordAudit } from "../audit/record.ts";
import type { LoginName } from "../identifiers/login-name.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { deskRules } from "./rules.ts";
import type { DeskActor, DeskServices, RequestKind } from "./services.ts";

/**
 * Finds the account of an exact name for an officer who says what for, and opens its masked facts to them for half an
 * hour; gives the id of that look. Undefined for names of nobody, of people without an application at the officer's
 * institutions, of closed accounts and of anybody who is staff: all the same to the officer. Every look is written down,
 * found or not. Refuses (429) too many in an hour.
 */
export async function lookUpAccount(
  { db, keyring, limits }: DeskServices,
  look: DeskActor & { readonly name: LoginName; readonly purpose: RequestKind },
): Promise<string | undefined> {
  const { actorId, institutions, name, purpose } = look;
  await limits.spend(deskRules.lookups, actorId);
  return withStaff(db, institutions, async (trx) => {
    const account = await findAccount(trx, keyring, name);
    const helped = account && !account.staff && account.status !== "closed" && account.id !== actorId;
    // Looked for whoever it is, and the officer themselves where it is nobody: the clock tells no stranger from nobody.
    const place = await placeOf(trx, account?.id ?? actorId);
    const institutionId = helped ? place : undefined;
    const found = account && institutionId ? { id: uuidv7(), accountId: account.id, institutionId } : undefined;
    if (found) {
      await trx
        .insertInto("account_lookups")
        .values({
          id: found.id,
          institution_id: found.institutionId,
          account_id: found.accountId,
          officer_id: actorId,
          purpose,
        })
        .execute();
    }
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "account.look_up",
      institutionId: found?.institutionId ?? null,
      subjectKind: "account",
      subjectId: found?.accountId ?? null,
      data: { purpose, by: name.kind, found: found !== undefined },
    });
    return found?.id;
  });
}

/** Where the person has an application, of the institutions that the transaction sees. */
async function placeOf(trx: Kysely<DB>, accountId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("applications")
    .select("institution_id")
    .where("account_id", "=", accountId)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.institution_id;
}
