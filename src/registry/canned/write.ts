import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import type { CannedAnswer } from "./canned.query.ts";

/** What somebody wants a canned answer to be. */
export interface CannedWriting extends Pick<CannedAnswer, "institutionId" | "category" | "title" | "answer" | "used"> {
  readonly actorId: string;
  /** Where the actor may write them. */
  readonly institutions: readonly string[];
  /** The one that is edited, and the version that the actor has seen; without it a new one is made. */
  readonly edits?: { readonly id: string; readonly version: number };
}

/**
 * Writes a canned answer and its version with an audit record. `taken` when another of the institution has this title,
 * `stale` when somebody else wrote meanwhile. Refuses (403) another institution. `db` is a connection of `daftar_staff`.
 */
export async function writeCanned(db: Kysely<DB>, writing: CannedWriting): Promise<"written" | "taken" | "stale"> {
  const { institutions, institutionId, title, answer, used, actorId, edits } = writing;
  if (!institutions.includes(institutionId)) throw notAllowed();
  return withStaff(db, institutions, async (trx) => {
    const id = edits?.id ?? uuidv7();
    // Two that take one title at the same moment wait for each other: the second then sees that it is taken.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`canned_answers ${institutionId}`}, 0))`.execute(trx);
    if (await isTaken(trx, { institutionId, title, id })) return "taken";
    const version = await (edits ? replace(trx, writing, edits) : insert(trx, writing, id));
    if (version === undefined) return edits ? "stale" : "taken";
    await trx
      .insertInto("canned_answer_versions")
      .values({ answer_id: id, version, institution_id: institutionId, title, answer, used, made_by: actorId })
      .execute();
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: edits ? "canned.edit" : "canned.write",
      institutionId,
      subjectKind: "institution",
      subjectId: institutionId,
      data: { answer: id, version, used },
    });
    return "written";
  });
}

async function isTaken(
  trx: Kysely<DB>,
  { institutionId, title, id }: { readonly institutionId: string; readonly title: string; readonly id: string },
): Promise<boolean> {
  const other = await trx
    .selectFrom("canned_answers")
    .select("id")
    .where("institution_id", "=", institutionId)
    .where("title", "=", title)
    .where("id", "<>", id)
    .executeTakeFirst();
  return other !== undefined;
}

async function replace(
  trx: Kysely<DB>,
  { institutionId, category, title, answer, used }: CannedWriting,
  { id, version }: NonNullable<CannedWriting["edits"]>,
): Promise<number | undefined> {
  const row = await trx
    .updateTable("canned_answers")
    .set({ category, title, answer, used, version: version + 1, changed_at: sql<Date>`app_now()` })
    .where("id", "=", id)
    .where("institution_id", "=", institutionId)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

async function insert(
  trx: Kysely<DB>,
  { institutionId, category, title, answer, used }: CannedWriting,
  id: string,
): Promise<number | undefined> {
  const row = await trx
    .insertInto("canned_answers")
    .values({ id, institution_id: institutionId, category, title, answer, used })
    .onConflict((clash) => clash.columns(["institution_id", "title"]).doNothing())
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}
