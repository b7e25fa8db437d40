-- What an authority knows about people, loaded from a table, and what came of comparing an application with it. Pages
-- of applicants have no right to any of it: nobody can ask through them who is in a source.
create table sources (
  source text constraint sources__key primary key
    constraint sources__name_plain check (source ~ '^[a-z][a-z0-9_]{1,39}$'),
  key_wrapped bytea not null,
  people integer not null default 0,
  loaded_at timestamptz
);
comment on table sources is 'Reference data of authorities, as the civil registry, that were loaded from a table.';
comment on column sources.source is 'How program files name it, as dukcapil.';
comment on column sources.key_wrapped is 'The key that seals its people, wrapped with the platform key, context sources|key|source.';
comment on column sources.people is 'How many people the last load left.';
comment on column sources.loaded_at is 'When it was loaded last; null while it never was, and then it is not available.';
grant select on sources to daftar_worker;

create table source_people (
  source text not null constraint source_people__source references sources,
  nik_index bytea not null,
  sealed bytea not null,
  load uuid not null,
  constraint source_people__key primary key (source, nik_index)
);
comment on table source_people is 'People of a source, found by blind index and opened only to be compared.';
comment on column source_people.source is 'Which source.';
comment on column source_people.nik_index is 'Blind index of the NIK under an index key for this source alone, so that sources cannot be joined.';
comment on column source_people.sealed is 'The facts as JSON, sealed with the source''s key, context source_people|sealed|source|nik_index in hexadecimal.';
comment on column source_people.load is 'The load that wrote it last; a load removes whom its file no longer has.';
grant select on source_people to daftar_worker;

create table source_checks (
  application_id uuid not null constraint source_checks__application references applications,
  round integer not null,
  source text not null,
  institution_id uuid not null constraint source_checks__institution references institutions,
  outcome text not null
    constraint source_checks__outcome_known check (outcome in ('right', 'different', 'not_found', 'not_available')),
  facts text[] not null default '{}'
    constraint source_checks__facts_known check (facts <@ array['kk', 'name', 'birth_place', 'birth_date']),
  tries integer not null default 1,
  checked_at timestamptz not null default app_now(),
  next_at timestamptz,
  constraint source_checks__key primary key (application_id, round, source),
  constraint source_checks__facts_differ check ((outcome = 'different') = (cardinality(facts) > 0))
);
create index source_checks__due on source_checks (next_at) where next_at is not null;
comment on table source_checks is 'What came of comparing a submission with a source; which facts differ, never their values.';
comment on column source_checks.application_id is 'The application.';
comment on column source_checks.round is 'The round that was compared.';
comment on column source_checks.source is 'The source, as the program file names it.';
comment on column source_checks.institution_id is 'For row-level security.';
comment on column source_checks.outcome is 'right, different, not_found, or not_available and asked again later.';
comment on column source_checks.facts is 'Which facts differ.';
comment on column source_checks.tries is 'How often it was asked in a row without an answer, for the pauses between.';
comment on column source_checks.checked_at is 'When it was asked last.';
comment on column source_checks.next_at is 'When it is asked again; null when it answered and nobody wants to know again.';
alter table source_checks enable row level security;
create policy source_checks__worker on source_checks to daftar_worker using (true) with check (true);
create policy source_checks__staff on source_checks to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select, insert, update on source_checks to daftar_worker;
grant select on source_checks to daftar_staff;
grant update (next_at) on source_checks to daftar_staff;
