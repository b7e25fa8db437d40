import { sql, type Kysely, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import type { Faq } from "./faq-file.ts";
import { keepTerms } from "./terms.ts";

/** What somebody of an institution wants a question to be. */
export interface FaqWriting extends Faq {
  readonly actorId: string;
  /** Institutions in which the actor may write questions. */
  readonly institutions: readonly string[];
  readonly institutionId: string;
  readonly shown: boolean;
  /** The question that is edited, and the version that the actor has seen; without it a new one is made. */
  readonly edits?: { readonly id: string; readonly version: number };
}

/** What came of it: `taken` when another question has this address, `stale` when somebody else wrote meanwhile. */
export type FaqOutcome = { readonly id: string } | "taken" | "stale";

/**
 * Writes a question, its version and its search words, with an audit record that names both. What the console writes
 * holds until the file of the question changes. Refuses (403) another institution. `db` is a connection of `daftar_staff`.
 */
export async function writeFaq(db: Kysely<DB>, writing: FaqWriting): Promise<FaqOutcome> {
  const { institutions, institutionId, edits } = writing;
  if (!institutions.includes(institutionId)) throw notAllowed();
  return withStaff(db, institutions, async (trx) => {
    const id = edits?.id ?? uuidv7();
    const version = edits ? await replace(trx, writing, edits) : await insert(trx, writing, id);
    if (version === undefined) return edits ? "stale" : "taken";
    const { question, answer, words, shown, actorId } = writing;
    await trx
      .insertInto("faq_versions")
      .values({
        entry_id: id,
        version,
        institution_id: institutionId,
        question,
        answer,
        words,
        shown,
        made_by: actorId,
      })
      .execute();
    await keepTerms(trx, { id, institutionId }, writing);
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: edits ? "faq.edit" : "faq.write",
      institutionId,
      subjectKind: "institution",
      subjectId: institutionId,
      data: { question: id, version, shown },
    });
    return { id };
  });
}

function valuesOf({ category, program, question, answer, words, shown }: FaqWriting) {
  return { category, program, question, answer, words, shown, origin: "console" as const };
}

async function replace(
  trx: Transaction<DB>,
  writing: FaqWriting,
  { id, version }: NonNullable<FaqWriting["edits"]>,
): Promise<number | undefined> {
  const row = await trx
    .updateTable("faq_entries")
    .set({ ...valuesOf(writing), version: version + 1, changed_at: sql<Date>`app_now()` })
    .where("id", "=", id)
    .where("institution_id", "=", writing.institutionId)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

async function insert(trx: Transaction<DB>, writing: FaqWriting, id: string): Promise<number | undefined> {
  const { slug: place } = await trx
    .selectFrom("institutions")
    .select("slug")
    .where("id", "=", writing.institutionId)
    .executeTakeFirstOrThrow();
  const row = await trx
    .insertInto("faq_entries")
    .values({ ...valuesOf(writing), id, institution_id: writing.institutionId, place, slug: writing.slug })
    .onConflict((clash) => clash.columns(["place", "slug"]).doNothing())
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}
