-- Staff may help people who cannot get into their account: one officer finds it and asks, another one confirms, and the
-- worker does it. What the officers' own role can write is these two tables and nothing of the account.
create table account_lookups (
  id uuid constraint account_lookups__key primary key,
  institution_id uuid not null constraint account_lookups__institution references institutions,
  account_id uuid not null constraint account_lookups__account references accounts,
  officer_id uuid not null constraint account_lookups__officer references accounts,
  purpose text not null constraint account_lookups__purpose_known check (purpose in ('unlock', 'reset')),
  looked_up_at timestamptz not null default app_now(),
  constraint account_lookups__not_oneself check (account_id <> officer_id)
);
create index account_lookups__of_account on account_lookups (account_id, looked_up_at);
comment on table account_lookups is 'Accounts that an officer found by an exact name to help their owner; each opens the account''s masked facts to that officer for half an hour.';
comment on column account_lookups.id is 'UUIDv7 made by the application; stands in the address of the page.';
comment on column account_lookups.institution_id is 'An institution of the officer at which the person has an application.';
comment on column account_lookups.account_id is 'Whose account.';
comment on column account_lookups.officer_id is 'Who looked it up.';
comment on column account_lookups.purpose is 'What for, as the officer said: unlock or reset.';
comment on column account_lookups.looked_up_at is 'When.';

create table account_requests (
  id uuid constraint account_requests__key primary key,
  institution_id uuid not null constraint account_requests__institution references institutions,
  account_id uuid not null constraint account_requests__account references accounts,
  kind text not null constraint account_requests__kind_known check (kind in ('unlock', 'reset')),
  reason_sealed bytea not null,
  asked_by uuid not null constraint account_requests__asker references accounts,
  asked_at timestamptz not null default app_now(),
  answer text constraint account_requests__answer_known check (answer in ('confirmed', 'refused')),
  answered_by uuid constraint account_requests__answerer references accounts,
  answered_at timestamptz,
  done_at timestamptz,
  constraint account_requests__answered_whole
    check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  constraint account_requests__two_officers check (answered_by <> asked_by),
  constraint account_requests__not_oneself check (account_id <> asked_by and account_id <> answered_by),
  constraint account_requests__done_when_confirmed check (done_at is null or answer = 'confirmed')
);
create unique index account_requests__one_open on account_requests (account_id, kind) where answer is null;
create index account_requests__open on account_requests (institution_id, asked_at) where answer is null;
comment on table account_requests is 'What one officer asks to be done for the owner of an account, and another one confirms or refuses.';
comment on column account_requests.id is 'UUIDv7 made by the application.';
comment on column account_requests.institution_id is 'Whose officers act; the person has an application there.';
comment on column account_requests.account_id is 'Whose account.';
comment on column account_requests.kind is 'unlock (the password is heard again on new devices) or reset (a letter for a new password goes to the address of the account).';
comment on column account_requests.reason_sealed is 'Why, in the officer''s words, sealed with the account key, context account_requests|reason|id.';
comment on column account_requests.asked_by is 'Who asked.';
comment on column account_requests.asked_at is 'When; three days later it can only be refused.';
comment on column account_requests.answer is 'confirmed or refused; null while it waits.';
comment on column account_requests.answered_by is 'The second officer, never the first.';
comment on column account_requests.answered_at is 'When they answered.';
comment on column account_requests.done_at is 'When the worker did it; null while it waits, or where it could not be done any more.';

alter table account_lookups enable row level security;
create policy account_lookups__staff on account_lookups to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select, insert on account_lookups to daftar_staff;

alter table account_requests enable row level security;
create policy account_requests__staff on account_requests to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create policy account_requests__worker on account_requests to daftar_worker using (true);
grant select, insert, update (answer, answered_by, answered_at) on account_requests to daftar_staff;
grant select, update (done_at) on account_requests to daftar_worker;
-- Unlocking forgets what strangers guessed; whoever deletes a counter by its key must be able to read it. Keys hold hashes.
grant select on rate_limits to daftar_worker;
