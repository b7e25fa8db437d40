import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isUuid } from "../applications/load.query.ts";
import { entryOf, type FaqEntry, selectFaq } from "./entry.query.ts";

/** A question in the console's list, with what people said of it. */
export interface ListedFaq extends FaqEntry {
  readonly helped: number;
  readonly failed: number;
}

/** Every question of these institutions, hidden ones too, the least helpful first. */
export async function listFaqOf(db: Kysely<DB>, institutions: readonly string[]): Promise<ListedFaq[]> {
  if (institutions.length === 0) return [];
  const rows = await selectFaq(db)
    .where("institution_id", "in", institutions)
    .orderBy("place")
    .orderBy("slug")
    .execute();
  const votes = await db
    .selectFrom("faq_votes")
    .select(({ fn }) => ["entry_id", fn.sum<string>("helped").as("helped"), fn.sum<string>("failed").as("failed")])
    .groupBy("entry_id")
    .execute();
  const byEntry = new Map(
    votes.map(({ entry_id, helped, failed }) => [entry_id, { helped: Number(helped), failed: Number(failed) }]),
  );
  return rows
    .map((row) => ({ ...entryOf(row), ...(byEntry.get(row.id) ?? { helped: 0, failed: 0 }) }))
    .toSorted((a, b) => b.failed - b.helped - (a.failed - a.helped));
}

/** A question of these institutions, hidden or not. */
export async function findFaqOf(
  db: Kysely<DB>,
  institutions: readonly string[],
  id: string,
): Promise<FaqEntry | undefined> {
  if (institutions.length === 0 || !isUuid(id)) return undefined;
  const row = await selectFaq(db).where("id", "=", id).where("institution_id", "in", institutions).executeTakeFirst();
  return row && entryOf(row);
}

/** Every version of a question, the newest first. Row-level security hides those of other institutions. */
export async function listVersions(db: Kysely<DB>, id: string) {
  return db
    .selectFrom("faq_versions")
    .select(["version", "question", "answer", "shown", "made_by", "made_at"])
    .where("entry_id", "=", id)
    .orderBy("version", "desc")
    .execute();
}
