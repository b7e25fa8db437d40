import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { conflict, notFound, type Refusal } from "../../platform/refusals.ts";
import { isUuid } from "../applications/load.query.ts";
import type { ReviewAct } from "./act.ts";

/**
 * Why a guarded act changed nothing. Somebody was faster, and the page says who or what; an
 * application of another institution, or one never submitted, is as unknown as none at all.
 */
export async function whyRefused(trx: Kysely<DB>, act: ReviewAct & { readonly round?: number }): Promise<Refusal> {
  const row = isUuid(act.applicationId)
    ? await trx
        .selectFrom("applications")
        .select(["status", "round", "claimed_by"])
        .select(sql<boolean>`is_restricted(account_id, institution_id)`.as("restricted"))
        .where("id", "=", act.applicationId)
        .where("round", ">", 0)
        .executeTakeFirst()
    : undefined;
  if (!row) return notFound();
  if (row.restricted) return conflict("restricted");
  if (act.round !== undefined && row.round !== act.round) return conflict("other_round");
  if (row.status === "in_review") {
    return conflict(row.claimed_by === act.actorId ? "already_claimed" : "claimed_elsewhere");
  }
  if (row.status === "submitted") return conflict("not_claimed");
  if (row.status === "withdrawn" || row.status === "expired") return conflict("withdrawn_meanwhile");
  return conflict("already_decided");
}
