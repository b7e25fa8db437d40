import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { sameThings } from "./same-things.ts";
import { searchWords } from "./terms.ts";

/** More words than this nobody needs to be understood, and each costs a look into the index. */
const MOST_WORDS = 12;
/** How much another name of the same thing counts beside the word that was typed. */
const OTHER_NAME = 0.7;

/**
 * The questions that an asked text may mean, best first, as ids. Each word finds words like it by their trigrams, and other
 * names of the same thing; a word
 * that few questions have counts more, and one in the question itself more than one in its answer. Beside it PostgreSQL's
 * full text search adds what stems alike ("mendaftar", "pendaftaran").
 */
export async function searchFaq(db: Kysely<DB>, text: string, most = 20): Promise<string[]> {
  const words = searchWords(text).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const asked = words.flatMap((word) => sameThings(word).map((meant) => ({ word, meant })));
  const { rows } = await sql<{ id: string }>`
    with asked as (
      select distinct * from unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ meant }) => meant)}::text[])
        as a (word, meant)
    ),
    shown as (select t.* from faq_terms t join faq_entries e on e.id = t.entry_id where e.shown),
    rare as (select term, ln(1 + (select count(*) from faq_entries where shown)::double precision / count(*)) as worth from shown group by term),
    hits as (
      select t.entry_id, a.word, max(t.weight * r.worth * case when a.meant <> a.word then ${OTHER_NAME}
          when t.term = a.word then 1
          when t.term like a.word || '%' and length(a.word) >= 4 then greatest(0.8, similarity(t.term, a.word))
          else similarity(t.term, a.word) end) as score
        from asked a
        join shown t on t.term = a.meant
          or (a.meant = a.word and (t.term % a.word or (t.term like a.word || '%' and length(a.word) >= 4)))
        join rare r on r.term = t.term
        group by t.entry_id, a.word
    ),
    likely as (select entry_id, sum(score) as score, count(*) as words from hits group by entry_id)
    select e.id
      from likely l join faq_entries e on e.id = l.entry_id
      where e.shown
      order by l.score
        + ts_rank(to_tsvector('indonesian', (e.question ->> 'id') || ' ' || e.words), to_tsquery('indonesian', ${words.join(" | ")}))
        + ts_rank(to_tsvector('english', e.question ->> 'en'), to_tsquery('english', ${words.join(" | ")})) desc,
        e.place, e.slug
      limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
