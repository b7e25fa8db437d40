import type { Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { conflict } from "../../platform/refusals.ts";
import type { Place } from "../documents/place.ts";
import type { CaseStatus, Evidence } from "./case.ts";

/**
 * Whether a piece of evidence stays as it is: from when an officer has proposed, so that the second one sees what the
 * first saw. One that is missing or cannot be read may still be given, and once the proposal was sent back each may.
 */
export function isKept(status: CaseStatus, piece: Evidence["status"] | undefined): boolean {
  return status === "proposed" && (piece === "ready" || piece === "quarantined");
}

/** Refuses (409) to replace evidence that stays as it is; an officer who proposes at this moment waits for it, or it for them. */
export async function checkReplaceable(
  trx: Transaction<DB>,
  { nikCaseId, accountId, slot }: Pick<Place, "nikCaseId" | "accountId" | "slot">,
): Promise<void> {
  if (nikCaseId === undefined) return;
  const { status } = await trx
    .selectFrom("nik_cases")
    .select("status")
    .where("id", "=", nikCaseId)
    .forShare()
    .executeTakeFirstOrThrow();
  const piece = await trx
    .selectFrom("documents")
    .select("status")
    .where("nik_case_id", "=", nikCaseId)
    .where("account_id", "=", accountId)
    .where("slot", "=", slot)
    .where("status", "in", ["ready", "quarantined"])
    .executeTakeFirst();
  if (isKept(status, piece && "ready")) throw conflict("nik_case_changed");
}
