import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Rule } from "../../platform/limits.ts";
import { recordAudit } from "../audit/record.ts";
import { addIdentifier, isTaken } from "../identifiers/identifier.ts";
import { findNikElsewhere, identityIndex } from "../applications/identity.ts";
import type { Identified } from "../identifiers/login-name.ts";
import { notify } from "../notices/notify.ts";
import type { Session } from "../sessions/session.ts";
import { accountKey } from "./keys.ts";
import type { AccountServices } from "./services.ts";

const DAY = 86_400;
/** Enough for whoever mistypes; nobody learns with so few which numbers are known here. */
export const statedNumbers: Rule = { name: "state-identity", most: 5, seconds: DAY };

/**
 * Notes the NIK or the passport that a person states to be theirs, in place of one stated before, and tells them by
 * letter. A NIK that others state as well is noted all the same, and is nobody's before it is proved. `taken` where
 * another account has proved the NIK or states the passport, whose it is is said to nobody; `proven` where one that was
 * proved stands there, which is not changed so; `applied` where the account has applied with the NIK that stands there:
 * given up, it would let the same person apply with it from another account; `disputed` while the account is a side of a
 * case about its NIK. Refuses (429) more than five in a day.
 */
export async function stateIdentity(
  services: AccountServices,
  session: Session,
  stated: Identified & { readonly kind: "nik" | "passport" },
): Promise<"done" | "taken" | "proven" | "applied" | "disputed"> {
  const { db, keyring, limits } = services;
  const { accountId } = session;
  await limits.spend(statedNumbers, accountId);
  const key = await accountKey(db, keyring, accountId);
  try {
    return await db.transaction().execute(async (trx) => {
      if (stated.kind === "nik") {
        if (await isSide(trx, accountId)) return "disputed";
        const index = identityIndex(keyring, stated.value);
        if (await hasAppliedWithAnother(trx, accountId, index)) return "applied";
        if ((await findNikElsewhere(trx, index, accountId)) === "taken") return "taken";
      }
      await trx
        .deleteFrom("account_identifiers")
        .where("account_id", "=", accountId)
        .where("kind", "=", stated.kind)
        .where("verified_at", "is", null)
        .execute();
      const proven = await trx
        .selectFrom("account_identifiers")
        .select("id")
        .where("account_id", "=", accountId)
        .where("kind", "=", stated.kind)
        .executeTakeFirst();
      if (proven) return "proven";
      await addIdentifier(trx, keyring, { accountId, key, name: stated, verified: false });
      await recordAudit(trx, {
        actorId: accountId,
        actorKind: session.staff ? "staff" : "applicant",
        action: `account.state_${stated.kind}`,
        subjectKind: "account",
        subjectId: accountId,
      });
      await notify(trx, keyring, { accountId, kind: "identity_stated", data: {} });
      return "done";
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return "taken";
  }
}

/** Whether an application that is on its way or was accepted rests on a NIK of the account, and that is not this one. */
async function hasAppliedWithAnother(trx: Kysely<DB>, accountId: string, index: Buffer): Promise<boolean> {
  const row = await trx
    .selectFrom("account_identifiers as i")
    .select("i.id")
    .where("i.account_id", "=", accountId)
    .where("i.kind", "=", "nik")
    .where(sql<boolean>`rests_on_nik(i.account_id, i.blind_index, i.blind_index_b)`)
    // Null where one of the two columns is empty.
    .where(sql<boolean>`${isIndex("i", index)} is not true`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a case about the account's NIK is begun or open. */
async function isSide(trx: Kysely<DB>, accountId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("nik_cases")
    .select("id")
    .where("closed_at", "is", null)
    .where((eb) => eb.or([eb("claimant_id", "=", accountId), eb("holder_id", "=", accountId)]))
    .executeTakeFirst();
  return row !== undefined;
}
