import { isDeepStrictEqual } from "node:util";
import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { PersonalRule } from "../../program/personal-email.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { allowPolicyAct, type PolicyAct, recordPolicy } from "../password-policies/policy-act.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { readEmailLists } from "./lists.query.ts";

/**
 * Sets the e-mail domains of an institution, for all of its programs and whatever begins from now on. `seen` is the id of
 * the lists that the form was made from, "" for none: false, and nothing is written, where a colleague set others
 * meanwhile. Refuses (403) another institution. `db` is a connection of `daftar_staff`.
 */
export async function setEmailLists(
  db: Kysely<DB>,
  act: PolicyAct & PersonalRule & { readonly seen: string },
): Promise<boolean> {
  allowPolicyAct(act);
  const { institutionId, actorId, allow, deny, seen } = act;
  return withStaff(db, act.institutions, async (trx) => {
    const [before] = await readEmailLists(trx, [institutionId]);
    // A doubled click has nothing to add, nor a colleague who wants the same.
    if (before?.set && isDeepStrictEqual([before.allow, before.deny], [allow, deny])) return true;
    if ((before?.set?.id ?? "") !== seen) return false;
    const added = await trx
      .insertInto("email_lists")
      .values({
        id: uuidv7(),
        institution_id: institutionId,
        follows: before?.set?.id ?? null,
        allow: [...allow],
        deny: [...deny],
        set_by: actorId,
      })
      .onConflict((clash) => clash.constraint("email_lists__one_after_another").doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) return false;
    await recordPolicy(trx, act, "email_lists.set", {
      allowed: allow.length,
      denied: deny.length,
      allowedBefore: before?.allow.length ?? 0,
      deniedBefore: before?.deny.length ?? 0,
    });
    return true;
  });
}
