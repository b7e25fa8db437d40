-- The questions of the helpdesk with their answers. They come from files (helpdesk/faq) and from the console; what was
-- edited in the console holds until the file itself changes.
create extension if not exists pg_trgm;

create table faq_entries (
  id uuid constraint faq_entries__key primary key,
  institution_id uuid constraint faq_entries__institution references institutions,
  place text not null,
  slug text not null constraint faq_entries__slug_known check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  program text,
  category text not null,
  question jsonb not null,
  answer jsonb not null,
  words text not null default '',
  origin text not null constraint faq_entries__origin_known check (origin in ('file', 'console')),
  file_hash text,
  version integer not null default 1,
  shown boolean not null default true,
  changed_at timestamptz not null default app_now(),
  constraint faq_entries__address unique (place, slug),
  constraint faq_entries__platform_from_files check ((institution_id is null) = (place = 'platform') and (institution_id is not null or origin = 'file'))
);
create index faq_entries__program on faq_entries (program) where shown;
comment on table faq_entries is 'Questions of the helpdesk with their answers, in both languages; every version stands in faq_versions.';
comment on column faq_entries.id is 'UUIDv7 made by the application.';
comment on column faq_entries.institution_id is 'Whose question; null for one about the platform, which is changed in its file only.';
comment on column faq_entries.place is 'First part of its address: the slug of the institution, or platform.';
comment on column faq_entries.slug is 'Last part of its address, and the name of its file.';
comment on column faq_entries.program is 'Slug of the program that it is about; null for all of the place.';
comment on column faq_entries.category is 'What it is about, a word of src/registry/faq/categories.ts.';
comment on column faq_entries.question is 'The question as {id, en}.';
comment on column faq_entries.answer is 'The answer as {id, en}, in Markdown without HTML.';
comment on column faq_entries.words is 'Other words by which people look for it, parted by spaces.';
comment on column faq_entries.origin is 'Whether the present text is the file''s or was written in the console.';
comment on column faq_entries.file_hash is 'SHA-256 of the file that was last loaded; null for what was born in the console. Another hash replaces the text.';
comment on column faq_entries.version is 'Number of the present text in faq_versions.';
comment on column faq_entries.shown is 'Whether people find it; false when its file has gone or staff hid it.';
comment on column faq_entries.changed_at is 'When the present text was made.';

create table faq_versions (
  entry_id uuid not null constraint faq_versions__entry references faq_entries,
  version integer not null,
  institution_id uuid constraint faq_versions__institution references institutions,
  question jsonb not null,
  answer jsonb not null,
  words text not null,
  shown boolean not null,
  made_by uuid constraint faq_versions__maker references accounts,
  made_at timestamptz not null default app_now(),
  constraint faq_versions__key primary key (entry_id, version)
);
comment on table faq_versions is 'Every text that a question ever had; rows are never changed.';
comment on column faq_versions.entry_id is 'Of which question.';
comment on column faq_versions.version is 'Counts from 1.';
comment on column faq_versions.institution_id is 'Whose question, as in faq_entries.';
comment on column faq_versions.question is 'The question as {id, en}.';
comment on column faq_versions.answer is 'The answer as {id, en}, in Markdown.';
comment on column faq_versions.words is 'The search words.';
comment on column faq_versions.shown is 'Whether it was shown.';
comment on column faq_versions.made_by is 'Who wrote it; null when it came from the file.';
comment on column faq_versions.made_at is 'When.';

create table faq_terms (
  entry_id uuid not null constraint faq_terms__entry references faq_entries on delete cascade,
  institution_id uuid constraint faq_terms__institution references institutions,
  term text not null,
  weight double precision not null,
  constraint faq_terms__key primary key (entry_id, term)
);
create index faq_terms__term on faq_terms using gin (term gin_trgm_ops);
comment on table faq_terms is 'The words of each question, folded, for a search that forgives spelling.';
comment on column faq_terms.entry_id is 'Of which question.';
comment on column faq_terms.institution_id is 'Whose question, as in faq_entries.';
comment on column faq_terms.term is 'One word, in small letters without accents.';
comment on column faq_terms.weight is '1 in the question itself, less among its search words and in its answer.';

create table faq_votes (
  entry_id uuid not null constraint faq_votes__entry references faq_entries,
  day date not null,
  helped integer not null default 0,
  failed integer not null default 0,
  constraint faq_votes__key primary key (entry_id, day)
);
comment on table faq_votes is 'How many people said on a day whether an answer helped; never who.';
comment on column faq_votes.entry_id is 'Of which question.';
comment on column faq_votes.day is 'Day in Jakarta.';
comment on column faq_votes.helped is 'So many said that it helped.';
comment on column faq_votes.failed is 'So many said that it did not.';

create function vote_on_faq(entry uuid, helpful boolean) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into faq_votes (entry_id, day, helped, failed)
      values (entry, (app_now() at time zone 'Asia/Jakarta')::date, helpful::integer, (not helpful)::integer)
      on conflict (entry_id, day) do update
        set helped = faq_votes.helped + excluded.helped, failed = faq_votes.failed + excluded.failed
  $$;
comment on function vote_on_faq(uuid, boolean) is 'Counts one word on whether an answer helped; web processes can count, and neither read nor change counts.';
revoke all on function vote_on_faq(uuid, boolean) from public;
grant execute on function vote_on_faq(uuid, boolean) to daftar_web;

alter table faq_entries enable row level security;
alter table faq_versions enable row level security;
alter table faq_terms enable row level security;
create policy faq_entries__read on faq_entries for select to daftar_web, daftar_staff using (true);
create policy faq_entries__worker on faq_entries to daftar_worker using (true) with check (true);
create policy faq_entries__staff_insert on faq_entries for insert to daftar_staff with check (institution_id = any (staff_institutions()));
create policy faq_entries__staff_update on faq_entries for update to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create policy faq_versions__worker on faq_versions to daftar_worker using (true) with check (true);
create policy faq_versions__staff on faq_versions to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create policy faq_terms__read on faq_terms for select to daftar_web, daftar_staff using (true);
create policy faq_terms__worker on faq_terms to daftar_worker using (true) with check (true);
create policy faq_terms__staff on faq_terms to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));

grant select on faq_entries, faq_terms to daftar_web;
grant select, insert, update on faq_entries to daftar_staff, daftar_worker;
grant select, insert on faq_versions to daftar_staff, daftar_worker;
grant select, insert, delete on faq_terms to daftar_staff, daftar_worker;
grant select on faq_votes to daftar_staff;
