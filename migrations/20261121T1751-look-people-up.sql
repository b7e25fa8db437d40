-- The dialogue of programs that begin with a source: somebody gives two numbers, the worker asks the source, and the
-- page shows whether it has such a person. The applicants' role never reads a source itself.
create table source_lookups (
  id uuid constraint source_lookups__key primary key,
  account_id uuid not null constraint source_lookups__account references accounts on delete cascade,
  program_id uuid not null constraint source_lookups__program references programs,
  source text not null,
  asked_sealed bytea,
  outcome text constraint source_lookups__outcome_known check (outcome in ('found', 'not_found', 'not_available')),
  answer_sealed bytea,
  created_at timestamptz not null default app_now(),
  answered_at timestamptz,
  constraint source_lookups__answered check ((outcome is null) = (answered_at is null)),
  constraint source_lookups__answer_of_found check (answer_sealed is null or outcome = 'found'),
  constraint source_lookups__asked_until_answered check ((asked_sealed is null) = (outcome is not null))
);
create index source_lookups__of_account on source_lookups (account_id, program_id);
create index source_lookups__old on source_lookups (created_at);
comment on table source_lookups is 'Questions of applicants at the beginning of a program: whether a source has a person with two numbers. Gone after an hour.';
comment on column source_lookups.id is 'The question.';
comment on column source_lookups.account_id is 'Who asked.';
comment on column source_lookups.program_id is 'At the beginning of which program.';
comment on column source_lookups.source is 'Which source is asked.';
comment on column source_lookups.asked_sealed is 'NIK and family card number as JSON, sealed with the account key, context source_lookups|asked|id; null once answered.';
comment on column source_lookups.outcome is 'found when both numbers belong to one person, not_found otherwise, whichever was wrong, not_available when the source was silent; null while it waits.';
comment on column source_lookups.answer_sealed is 'What the source has of the person that was found, sealed with the account key, context source_lookups|answer|id.';
comment on column source_lookups.created_at is 'When it was asked.';
comment on column source_lookups.answered_at is 'When it was answered.';
grant select, insert on source_lookups to daftar_web;
grant select, update, delete on source_lookups to daftar_worker;
