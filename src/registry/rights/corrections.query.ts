import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { open, type Key } from "../../platform/keys/seal.ts";

/** What an officer corrected: the question, and the answer before and after in words. */
export interface AnswerChange {
  readonly label: { readonly id: string; readonly en: string };
  readonly was: string;
  readonly now: string;
}

/** Context under which a change is sealed with the key of the person at the institution. */
export function changeContext(correctionId: string): string {
  return `answer_corrections|change|${correctionId}`;
}

/** What was corrected at a request, the first first. */
export async function listChanges(db: Kysely<DB>, key: Key, requestId: string): Promise<readonly AnswerChange[]> {
  const rows = await db
    .selectFrom("answer_corrections")
    .select(["id", "change_sealed"])
    .where("request_id", "=", requestId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(
    ({ id, change_sealed }) => JSON.parse(open(key, change_sealed, changeContext(id)).toString("utf8")) as AnswerChange,
  );
}
