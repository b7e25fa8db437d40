import { sql, type Kysely, type RawBuilder } from "kysely";
import { feeDue } from "../../program/fee-due.ts";
import { projections, type Walk } from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { writtenNameIndexes } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { accountKey } from "../accounts/keys.ts";
import { feeOf } from "../fees/fee-of.ts";
import { identityContext, identityIndexes, identityStep, nameField } from "./identity.ts";
import type { Application } from "./load.query.ts";
import { isComplete, progressOf } from "./progress.ts";

/** What a save or a removal makes of an application. */
export interface Change {
  readonly before: Application;
  readonly after: Application;
  /** Over what is typed afterwards. */
  readonly walked: Walk;
  /** Steps that something outside the engine found wrong. */
  readonly invalid: readonly string[];
}

/**
 * The statement that writes what lists need beside the pages, and gives the id, institution and new version of the
 * application: no row when it changed meanwhile.
 */
export async function changeOf(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  { before, after, walked, invalid }: Change,
): Promise<RawBuilder<{ id: string; version: number }>> {
  const { compiled } = after;
  const progress = progressOf(walked, invalid, feeOf(compiled, walked, after.feePaid));
  const name = nameField(compiled, walked.answers);
  const nik = identityStep(compiled)?.answer(walked.answers);
  const account = nik === undefined ? undefined : await accountKey(db, keyring, after.accountId);
  const identity = nik === undefined ? undefined : identityIndexes(keyring, nik);
  return sql`
    update applications set version = version + 1, updated_at = app_now(),
      progress = ${progress}::jsonb, complete = ${isComplete(progress)},
      fee_due = ${feeDue(compiled, walked) ?? null}::bigint,
      projections = ${projections(compiled, walked.answers)}::jsonb,
      unknown_address = ${hasUnknownAddress(walked)},
      name_sealed = ${name === undefined ? null : seal(after.key, name, `applications|name|${after.id}`)}::bytea,
      name_indexes = ${name === undefined ? [] : writtenNameIndexes(keyring, name)}::integer[],
      identity_index = ${identity?.blind_index ?? null}::bytea,
      identity_index_b = ${identity?.blind_index_b ?? null}::bytea,
      identity_sealed = ${nik === undefined || !account ? null : seal(account, nik, identityContext(after.id))}::bytea
    where id = ${after.id}::uuid and account_id = ${after.accountId}::uuid and version = ${before.version}
      and status = ${before.status}
    returning id, institution_id, version`;
}

/** The domain itself stays in the sealed answer: one's own domain is a name. */
function hasUnknownAddress({ warnings }: Walk): boolean {
  return Object.values(warnings).some((found) => found.some(({ code }) => code === "email_unknown"));
}
