import type { Kysely, Selectable } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isUuid } from "../applications/load.query.ts";

/** A text for answers that are given often. */
export interface CannedAnswer {
  readonly id: string;
  readonly institutionId: string;
  /** For tickets of which category; null for all. */
  readonly category: string | null;
  readonly title: string;
  readonly answer: { readonly id: string; readonly en: string };
  readonly version: number;
  /** Whether agents can choose it. */
  readonly used: boolean;
  readonly changedAt: Date;
}

/** Every canned answer of the institutions of `withStaff`, by title. */
export async function listCanned(db: Kysely<DB>): Promise<readonly CannedAnswer[]> {
  return (await db.selectFrom("canned_answers").selectAll().orderBy("title").execute()).map(cannedOf);
}

/** Those that fit a ticket: its institution's, for its category or for all. */
export async function listFitting(
  db: Kysely<DB>,
  ticket: { readonly institutionId: string; readonly category: string },
): Promise<readonly CannedAnswer[]> {
  const rows = await db
    .selectFrom("canned_answers")
    .selectAll()
    .where("institution_id", "=", ticket.institutionId)
    .where("used", "=", true)
    .where((eb) => eb.or([eb("category", "is", null), eb("category", "=", ticket.category)]))
    .orderBy("title")
    .execute();
  return rows.map(cannedOf);
}

/** One of them; undefined for another institution's. */
export async function findCanned(db: Kysely<DB>, id: string): Promise<CannedAnswer | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await db.selectFrom("canned_answers").selectAll().where("id", "=", id).executeTakeFirst();
  return row && cannedOf(row);
}

/** Every version of one, the newest first. */
export async function listCannedVersions(db: Kysely<DB>, id: string) {
  return db
    .selectFrom("canned_answer_versions")
    .select(["version", "title", "answer", "used", "made_by", "made_at"])
    .where("answer_id", "=", id)
    .orderBy("version", "desc")
    .execute();
}

function cannedOf(row: Selectable<DB["canned_answers"]>): CannedAnswer {
  const { id, category, title, version, used } = row;
  const answer = row.answer as CannedAnswer["answer"];
  return { id, institutionId: row.institution_id, category, title, answer, version, used, changedAt: row.changed_at };
}
