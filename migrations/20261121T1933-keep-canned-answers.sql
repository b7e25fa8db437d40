-- Answers that agents give often, written once with fields in braces and put into a ticket's answer by choosing them.
create table canned_answers (
  id uuid constraint canned_answers__key primary key,
  institution_id uuid not null constraint canned_answers__institution references institutions,
  category text,
  title text not null,
  answer jsonb not null,
  version integer not null default 1,
  used boolean not null default true,
  changed_at timestamptz not null default app_now(),
  constraint canned_answers__once unique (institution_id, title)
);
comment on table canned_answers is 'Texts for answers that an institution''s agents give often; every version stands in canned_answer_versions.';
comment on column canned_answers.id is 'UUIDv7 made by the application.';
comment on column canned_answers.institution_id is 'Whose helpdesk uses it.';
comment on column canned_answers.category is 'For tickets of which category, by its file''s name; null for all.';
comment on column canned_answers.title is 'By which agents choose it.';
comment on column canned_answers.answer is 'The text as {id, en}, with fields such as {nama}; see src/registry/canned/fill.ts.';
comment on column canned_answers.version is 'Number of the present text in canned_answer_versions.';
comment on column canned_answers.used is 'Whether agents can choose it; false keeps it with its history.';
comment on column canned_answers.changed_at is 'When the present text was made.';

create table canned_answer_versions (
  answer_id uuid not null constraint canned_answer_versions__answer references canned_answers,
  version integer not null,
  institution_id uuid not null constraint canned_answer_versions__institution references institutions,
  title text not null,
  answer jsonb not null,
  used boolean not null,
  made_by uuid not null constraint canned_answer_versions__maker references accounts,
  made_at timestamptz not null default app_now(),
  constraint canned_answer_versions__key primary key (answer_id, version)
);
comment on table canned_answer_versions is 'Every text that a canned answer ever had; rows are never changed.';
comment on column canned_answer_versions.answer_id is 'Of which canned answer.';
comment on column canned_answer_versions.version is 'Counts from 1.';
comment on column canned_answer_versions.institution_id is 'As in canned_answers.';
comment on column canned_answer_versions.title is 'Its title.';
comment on column canned_answer_versions.answer is 'The text as {id, en}.';
comment on column canned_answer_versions.used is 'Whether agents could choose it.';
comment on column canned_answer_versions.made_by is 'Who wrote it.';
comment on column canned_answer_versions.made_at is 'When.';

alter table canned_answers enable row level security;
alter table canned_answer_versions enable row level security;
create policy canned_answers__staff on canned_answers to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create policy canned_answer_versions__staff on canned_answer_versions to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select, insert, update (category, title, answer, version, used, changed_at) on canned_answers to daftar_staff;
grant select, insert on canned_answer_versions to daftar_staff;
