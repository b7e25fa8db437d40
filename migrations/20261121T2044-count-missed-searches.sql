-- What people looked for among the answers and did not find, without what they typed: they type NIKs and names there.
create table faq_misses (
  day date not null,
  program_slug text not null,
  word text not null,
  searches integer not null,
  constraint faq_misses__key primary key (day, program_slug, word),
  constraint faq_misses__one_thing check (program_slug = '' or word = '')
);
comment on table faq_misses is 'How many searches of a day found no answer: by the page they came from, and by words that stand in answers and glossaries, each for itself. Nothing else of what was typed.';
comment on column faq_misses.day is 'Day in Jakarta.';
comment on column faq_misses.program_slug is 'The program whose page led to the search, where word is empty; empty for none.';
comment on column faq_misses.word is 'A word of the search, in small letters; empty in the rows that count searches.';
comment on column faq_misses.searches is 'So many searches.';

create function count_faq_miss(program text, words text[]) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into faq_misses (day, program_slug, word, searches)
      select (app_now() at time zone 'Asia/Jakarta')::date, m.program_slug, m.word, 1
      from (select program as program_slug, '' as word union select '', w.word from unnest(words) as w (word)) m
      order by m.program_slug, m.word
      on conflict (day, program_slug, word) do update set searches = faq_misses.searches + 1
  $$;
comment on function count_faq_miss(text, text[]) is 'Counts one search without an answer, and those of its words that are no more than words; web processes can count, and neither read nor change counts.';
revoke all on function count_faq_miss(text, text[]) from public;
grant execute on function count_faq_miss(text, text[]) to daftar_web;
grant select on faq_misses to daftar_staff;
