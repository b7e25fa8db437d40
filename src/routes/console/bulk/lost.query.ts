import type { Transaction } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import { getName } from "../../../registry/accounts/name.query.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { mostAtOnce } from "../../../registry/reviews/bulk-claim.ts";

/** An application that somebody else took first. */
export interface LostClaim {
  readonly number: string;
  /** Who holds it; undefined when it is held by nobody any more. */
  readonly holder: string | undefined;
}

/** Of these applications, those that this person does not hold, and who does. `trx` must come from `withStaff`. */
export async function listLost(
  trx: Transaction<DB>,
  keyring: Keyring,
  input: { readonly ids: readonly string[]; readonly actorId: string },
): Promise<LostClaim[]> {
  const ids = input.ids.filter((id) => isUuid(id)).slice(0, mostAtOnce);
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("applications")
    .select(["receipt", "number", "claimed_by"])
    .where("id", "in", ids)
    .where("round", ">", 0)
    .where((eb) => eb.or([eb("claimed_by", "is", null), eb("claimed_by", "!=", input.actorId)]))
    .orderBy("submitted_at")
    .execute();
  const lost: LostClaim[] = [];
  for (const row of rows) {
    const holder = row.claimed_by === null ? undefined : await getName(trx, keyring, row.claimed_by);
    lost.push({ number: row.number ?? row.receipt, holder });
  }
  return lost;
}
