import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { seal, type Key } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import type { Catalog } from "../programs/catalog.ts";
import { getLookedUp, type DeskAccount } from "./account.query.ts";
import { factsFit, type Facts } from "./facts.ts";
import { deskRules } from "./rules.ts";
import type { Reach } from "../accounts/reach-proof.ts";
import type { DeskActor, DeskServices } from "./services.ts";

/** What one officer asks for; all but unlocking needs facts from the person's papers. */
export type NewRequest = DeskActor & {
  readonly lookupId: string;
  readonly reason: string;
} & (
    | { readonly kind: "unlock" }
    | { readonly kind: "reset" | "factor"; readonly facts: Facts }
    | ({ readonly facts: Facts } & Reach)
  );

/**
 * `differs` where a fact does not fit, never which; `young` where the address is too new for officers to have anything
 * sent to it; `already` where the same was asked and waits.
 */
export type AskOutcome = "asked" | "differs" | "young" | "already";

/**
 * Asks that something be done for the owner of an account that this officer looked up within the last half hour. Nothing
 * happens before a second officer confirms. Throws (404) without a look, and (429) where facts were tried too often.
 */
export async function askForAccount(
  services: DeskServices & { readonly catalog: Catalog },
  ask: NewRequest,
): Promise<AskOutcome> {
  const { db, keyring, limits } = services;
  const { actorId, institutions, kind } = ask;
  const look = { id: ask.lookupId, actorId };
  const account = await withStaff(db, institutions, (trx) => getLookedUp(trx, services, look));
  const { accountId, institutionId } = account;
  if (kind !== "unlock") await limits.spend(deskRules.facts, accountId);
  return withStaff(db, institutions, async (trx) => {
    const written = {
      actorId,
      actorKind: "staff",
      institutionId,
      subjectKind: "account",
      subjectId: accountId,
    } as const;
    if (kind !== "unlock" && !(await factsFit(trx, services, accountId, ask.facts))) {
      await recordAudit(trx, { ...written, action: "account.facts_differ" });
      return "differs";
    }
    if ((kind === "reset" || kind === "factor") && !account.emailIsOld) return "young";
    const id = uuidv7();
    const key = await accountKey(trx, keyring, accountId);
    if (!(await addRequest(trx, { id, account, key, ask }))) return "already";
    await recordAudit(trx, { ...written, action: "account.ask_help", data: { request: id, kind } });
    return "asked";
  });
}

/** Writes the request down; false when the same waits already. */
async function addRequest(
  trx: Kysely<DB>,
  { id, account, key, ask }: { id: string; account: DeskAccount; key: Key; ask: NewRequest },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("account_requests")
    .values({
      id,
      institution_id: account.institutionId,
      account_id: account.accountId,
      kind: ask.kind,
      reason_sealed: seal(key, ask.reason, reasonContext(id)),
      value_sealed: "value" in ask ? seal(key, ask.value, valueContext(id)) : null,
      asked_by: ask.actorId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Context under which the reason of a request is sealed with the account key. */
export function reasonContext(requestId: string): string {
  return `account_requests|reason|${requestId}`;
}

/** Context under which the address or telephone of a request is sealed with the account key. */
export function valueContext(requestId: string): string {
  return `account_requests|value|${requestId}`;
}
