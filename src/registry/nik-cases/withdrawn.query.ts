import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";

/** A case that was sent may be begun again so often in 30 days after its claimant withdrew it: each one binds somebody else. */
const AGAIN = 2;

/** Whether an account has withdrawn so many cases about this NIK that it begins no further one for now. */
export async function withdrewOften(db: Kysely<DB>, claimantId: string, nikIndex: Buffer): Promise<boolean> {
  const rows = await db
    .selectFrom("nik_cases")
    .select("id")
    .where("claimant_id", "=", claimantId)
    .where("status", "=", "withdrawn")
    .where("opened_at", "is not", null)
    .where("closed_at", ">", sql<Date>`app_now() - interval '30 days'`)
    .where(isIndex("nik_cases", nikIndex))
    .execute();
  return rows.length > AGAIN;
}
