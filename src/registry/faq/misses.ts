import { sql, type Kysely, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Limits, Rule } from "../../platform/limits.ts";
import { Refusal } from "../../platform/refusals.ts";
import { searchWords } from "./terms.ts";

/** Searches of one network that are counted in an hour; a machine that searches all day tells nothing about people. */
const counted: Rule = { name: "faq-misses", most: 60, seconds: 3600 };
/** More words than this nobody needs to be understood. */
const MOST_WORDS = 12;
/** So many words are named in figures. */
const NAMED = 20;

/** Searches that found no answer. */
export interface Misses {
  readonly searches: number;
  /** By the program whose page led to the search, the most first; "" for none. */
  readonly programs: readonly { readonly program: string; readonly count: number }[];
  /** By words of the searches, the most first. */
  readonly words: readonly { readonly word: string; readonly count: number }[];
}

/**
 * Counts a search that found no answer. Of what was typed only words without a digit are kept that stand in answers or in
 * `vocabulary`, each for itself: people type NIKs and names there. Never refuses: a network that searches too often is
 * not counted.
 */
export async function countMiss(
  { db, limits }: { readonly db: Kysely<DB>; readonly limits: Limits },
  miss: {
    readonly typed: string;
    /** By its name in addresses; undefined where no program's page led here. */
    readonly program: string | undefined;
    /** Words of glossaries, as `searchWords` gives them. */
    readonly vocabulary: ReadonlySet<string>;
    readonly network: string;
  },
): Promise<void> {
  try {
    await limits.spend(counted, miss.network);
  } catch (refusal) {
    if (refusal instanceof Refusal) return;
    throw refusal;
  }
  const words = searchWords(miss.typed)
    .filter((word) => !/\p{N}/u.test(word))
    .slice(0, MOST_WORDS);
  const { rows } = await sql<{ term: string }>`
    select distinct term from faq_terms where term = any (${words}::text[])`.execute(db);
  const answered = new Set(rows.map(({ term }) => term));
  const known = words.filter((word) => answered.has(word) || miss.vocabulary.has(word));
  await sql`select count_faq_miss(${miss.program ?? ""}, ${known}::text[])`.execute(db);
}

/**
 * Searches without an answer on these days of Jakarta, both counted. Pages of other institutions' programs are left out.
 * `trx` must come from `withStaff`.
 */
export async function listMisses(
  trx: Transaction<DB>,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<Misses> {
  const { rows } = await sql<{ program: string; word: string; own: boolean; count: number }>`
    select m.program_slug as program, m.word, sum(m.searches)::integer as count,
      m.program_slug = '' or m.program_slug in (
        select p.slug from programs p where p.institution_id = any (staff_institutions())) as own
    from faq_misses m where m.day between ${from}::date and ${until}::date
    group by m.program_slug, m.word order by count desc, m.word, m.program_slug`.execute(trx);
  const searches = rows.filter(({ word }) => word === "");
  return {
    searches: searches.reduce((sum, { count }) => sum + count, 0),
    programs: searches.filter(({ own }) => own).map(({ program, count }) => ({ program, count })),
    words: rows
      .filter(({ word }) => word !== "")
      .slice(0, NAMED)
      .map(({ word, count }) => ({ word, count })),
  };
}
