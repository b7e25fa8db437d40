import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { Slug } from "../../program/ids.ts";
import type { BothLanguages, Faq } from "./faq-file.ts";

/** A question as people read it. */
export interface FaqEntry extends Faq {
  readonly id: string;
  /** First part of its address: an institution, or `platform`. */
  readonly place: string;
  readonly institutionId: string | null;
  readonly origin: "file" | "console";
  readonly version: number;
  readonly shown: boolean;
  readonly changedAt: Date;
}

/** The columns of which `entryOf` makes a question. */
export function selectFaq(db: Kysely<DB>) {
  return db
    .selectFrom("faq_entries")
    .select(["id", "place", "slug", "program", "category", "question", "answer", "words", "origin", "version", "shown"])
    .select(["institution_id", "changed_at"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectFaq>["executeTakeFirstOrThrow"]>>;

/** The question in a row. */
export function entryOf({ institution_id, changed_at, question, answer, ...row }: Row): FaqEntry {
  return {
    ...row,
    institutionId: institution_id,
    changedAt: changed_at,
    question: question as BothLanguages,
    answer: answer as BothLanguages,
  };
}

/** Every question that people find, of one program where it is given, by category. */
export async function listFaq(db: Kysely<DB>, of: { readonly program?: string } = {}): Promise<FaqEntry[]> {
  const rows = await selectFaq(db)
    .where("shown", "=", true)
    .$if(of.program !== undefined, (query) => query.where("program", "=", of.program ?? ""))
    .orderBy("place")
    .orderBy("category")
    .orderBy("slug")
    .execute();
  return rows.map(entryOf);
}

/** These questions, in the order of the ids. */
export async function listFaqById(db: Kysely<DB>, ids: readonly string[]): Promise<FaqEntry[]> {
  if (ids.length === 0) return [];
  const rows = await selectFaq(db).where("id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, entryOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The questions at these addresses, each as `platform/lupa-kata-sandi`, in their order; what is not there is left out. */
export async function listFaqAt(db: Kysely<DB>, addresses: readonly string[]): Promise<FaqEntry[]> {
  if (addresses.length === 0) return [];
  const rows = await selectFaq(db)
    .where("shown", "=", true)
    .where(sql<boolean>`place || '/' || slug = any (${[...addresses]}::text[])`)
    .execute();
  const byAddress = new Map(rows.map((row) => [`${row.place}/${row.slug}`, entryOf(row)]));
  return addresses.flatMap((address) => byAddress.get(address) ?? []);
}

/** The question at an address, unless it is hidden; what cannot be an address has none. */
export async function findFaq(db: Kysely<DB>, place: string, slug: string): Promise<FaqEntry | undefined> {
  if (!Slug.safeParse(place).success || !Slug.safeParse(slug).success) return undefined;
  const row = await selectFaq(db)
    .where("place", "=", place)
    .where("slug", "=", slug)
    .where("shown", "=", true)
    .executeTakeFirst();
  return row && entryOf(row);
}
