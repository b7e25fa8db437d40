import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql, type Kysely, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Faq, readFaqFile } from "./faq-file.ts";
import { keepTerms } from "./terms.ts";

type Read = Faq & { readonly place: string; readonly hash: string };

/** Any fixed number of our own. */
const LOCK = 4_021_120_262;

/**
 * Brings the questions of the database to those of the files: new and changed files replace the text, a file that has
 * gone hides its question, and one that did not change leaves what the console made of it. Folders of institutions that
 * do not exist here are passed over. `db` is a connection of `daftar_worker`. Throws on a file that is wrong, with its
 * name. Says how many questions changed.
 */
export async function loadFaq(db: Kysely<DB>, folder: string): Promise<number> {
  const files = await readFolder(folder);
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const institutions = await trx.selectFrom("institutions").select(["id", "slug"]).execute();
    const ids = new Map<string, string | null>([
      ["platform", null],
      ...institutions.map(({ id, slug }) => [slug, id] as const),
    ]);
    let changed = 0;
    for (const file of files) {
      const institutionId = ids.get(file.place);
      if (institutionId !== undefined && (await takeFile(trx, file, institutionId))) changed++;
    }
    return changed + (await hideOthers(trx, files));
  });
}

async function readFolder(folder: string): Promise<Read[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".md"));
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const place = parentPath.slice(parentPath.lastIndexOf("/") + 1);
      try {
        return { ...readFaqFile(name.slice(0, -".md".length), await readFile(path, "utf8")), place };
      } catch (error) {
        throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }),
  );
}

async function takeFile(trx: Transaction<DB>, file: Read, institutionId: string | null): Promise<boolean> {
  const known = await trx
    .selectFrom("faq_entries")
    .select(["id", "version", "file_hash"])
    .where("place", "=", file.place)
    .where("slug", "=", file.slug)
    .executeTakeFirst();
  if (known?.file_hash === file.hash) return false;
  const id = known?.id ?? uuidv7();
  const version = (known?.version ?? 0) + 1;
  const { program, category, words, question, answer } = file;
  const text = { program, category, words, question, answer };
  const values = {
    ...text,
    origin: "file" as const,
    file_hash: file.hash,
    version,
    shown: true,
    changed_at: sql<Date>`app_now()`,
  };
  if (known) await trx.updateTable("faq_entries").set(values).where("id", "=", id).execute();
  else {
    const { place, slug } = file;
    await trx
      .insertInto("faq_entries")
      .values({ ...values, id, institution_id: institutionId, place, slug })
      .execute();
  }
  await trx
    .insertInto("faq_versions")
    .values({
      entry_id: id,
      version,
      institution_id: institutionId,
      question: text.question,
      answer: text.answer,
      words,
      shown: true,
      made_by: null,
    })
    .execute();
  await keepTerms(trx, { id, institutionId }, file);
  return true;
}

/** Questions whose file has gone, unless the console has made them its own. */
async function hideOthers(trx: Transaction<DB>, files: readonly Read[]): Promise<number> {
  const addresses = files.map(({ place, slug }) => `${place}/${slug}`);
  const gone = await trx
    .updateTable("faq_entries")
    .set({ shown: false, file_hash: null })
    .where("origin", "=", "file")
    .where("shown", "=", true)
    .where(sql<boolean>`place || '/' || slug <> all (${addresses}::text[])`)
    .executeTakeFirst();
  return Number(gone.numUpdatedRows);
}
