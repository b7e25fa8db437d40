import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { accountKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { getEmail, identifierContext } from "../identifiers/identifier.ts";
import { loginIndexes } from "../identifiers/login-name.ts";
import { notify } from "../notices/notify.ts";
import { endRecoveries } from "../recovery/recovery.query.ts";
import { valueContext } from "./ask.ts";

/** Name of the job that gives an account its new address or telephone when the time to object is over. */
export const moveAddressJob = "move-address";

/** A letter that could not go out yet told nobody; so long until we look again. */
const LATER_MS = 3_600_000;
/** What the old one could not be told of for so long came to nothing, so that its owner can ask anew. */
const GIVEN_UP = "30 days";

/**
 * Gives an account the address or telephone that two officers agreed on and that was proved. The database itself refuses
 * while the old one was not told 72 hours ago; then it is tried again, for a month. Nothing is changed where the owner has given the
 * account another one since, and the change is void then.
 * `db` is the worker's connection.
 */
export async function moveAddress(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  requestId: string,
): Promise<void> {
  const { keyring } = services;
  await services.db.transaction().execute(async (trx) => {
    const request = await trx
      .selectFrom("account_requests")
      .select(["account_id", "institution_id", "kind", "value_sealed"])
      .select(sql<Date>`app_now()`.as("now"))
      .select(sql<boolean>`told_at <= app_now() - ${GIVEN_UP}::interval`.as("old"))
      .select(
        sql<boolean>`exists (select from account_identifiers i where i.account_id = account_requests.account_id
          and i.kind = account_requests.kind and i.created_at > told_at)`.as("overtaken"),
      )
      .where("id", "=", requestId)
      .where("proved_at", "is not", null)
      .where("objected_at", "is", null)
      .where("done_at", "is", null)
      .where("void_at", "is", null)
      .where("account_id", "in", trx.selectFrom("accounts").select("id").where("status", "!=", "closed"))
      .executeTakeFirst();
    if (!request?.value_sealed) return;
    const accountId = request.account_id;
    const key = await accountKey(trx, keyring, accountId);
    const value = open(key, request.value_sealed, valueContext(requestId)).toString("utf8");
    const kind = request.kind === "phone" ? "phone" : "email";
    const old = await getEmail(trx, key, accountId);
    const id = uuidv7();
    const { blind_index: a, blind_index_b: b } = loginIndexes(keyring, { kind, value });
    const sealed = seal(key, value, identifierContext(kind, id));
    // Whoever proved one of their own since the letters is in the account, and needs no officer's.
    const answer = request.overtaken
      ? undefined
      : await sql<{ outcome: string }>`
      select move_reach(${requestId}, ${id}, ${a ?? null}, ${b ?? null}, ${sealed}) as outcome`.execute(trx);
    const outcome = answer?.rows[0]?.outcome;
    if (outcome === "early" && !request.old) {
      const runAt = new Date(request.now.getTime() + LATER_MS);
      await enqueue(trx, moveAddressJob, { requestId }, { key: `${moveAddressJob} ${requestId}`, runAt });
      return;
    }
    const done = outcome === "done";
    if (done) {
      await endRecoveries(trx, accountId);
      if (kind === "phone") await notify(trx, keyring, { accountId, kind: "phone_changed", data: {} });
      else await notify(trx, keyring, { accountId, kind: "email_changed", data: { to: old } });
    } else {
      await trx
        .updateTable("account_requests")
        .set({ void_at: sql`app_now()` })
        .where("id", "=", requestId)
        .execute();
    }
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: done ? `account.change_${kind}` : "account.help_void",
      institutionId: request.institution_id,
      subjectKind: "account",
      subjectId: accountId,
      data: { request: requestId },
    });
  });
}
