import { v7 as uuidv7 } from "uuid";
import { findAccount } from "../accounts/account.query.ts";
import { recordAudit } from "../audit/record.ts";
import type { LoginName } from "../identifiers/login-name.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { placeOf } from "./place.query.ts";
import { deskRules } from "./rules.ts";
import type { DeskActor, DeskServices, RequestKind } from "./services.ts";

/**
 * Finds the account of an exact name for an officer who says what for, and opens its masked facts to them for half an
 * hour; gives the id of that look. Undefined for names of nobody, of strangers to the officer's institutions (see
 * `place.query.ts`), of closed accounts and of anybody who is staff: all the same to the officer. Every look is written down,
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
