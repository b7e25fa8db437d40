-- What people ask of an institution about their data, with a number and the legal clock (UU PDP 27/2022): a correction
-- (articles 6 and 30), a restriction (11 and 41), an objection to a decision by a machine (10), and a consent that is
-- taken back (9 and 40). Each within 3 x 24 hours, which the law counts in hours, not in working days. A refusal takes
-- two officers and names an article.
create table rights_requests (
  id uuid constraint rights_requests__key primary key,
  number text not null constraint rights_requests__number_once unique,
  account_id uuid not null constraint rights_requests__account references accounts,
  institution_id uuid constraint rights_requests__institution references institutions,
  kind text not null constraint rights_requests__kind_known check (kind in ('correction', 'restriction', 'objection', 'withdrawal')),
  application_id uuid constraint rights_requests__application references applications,
  consent_id uuid constraint rights_requests__consent references consents,
  words_sealed bytea,
  asked_at timestamptz not null default app_now(),
  due_at timestamptz not null default app_now() + interval '72 hours',
  taken_by uuid constraint rights_requests__taker references accounts,
  taken_at timestamptz,
  refusal_by uuid constraint rights_requests__refuser references accounts,
  refusal_at timestamptz,
  article text,
  note_sealed bytea,
  answer text constraint rights_requests__answer_known check (answer in ('fulfilled', 'refused')),
  answered_by uuid constraint rights_requests__answerer references accounts,
  answered_at timestamptz,
  lifted_at timestamptz,
  void_at timestamptz,
  constraint rights_requests__at_an_institution check (institution_id is not null or kind = 'withdrawal'),
  constraint rights_requests__withdrawal_of_consent check ((kind = 'withdrawal') = (consent_id is not null)),
  constraint rights_requests__taken_whole check ((taken_by is null) = (taken_at is null)),
  constraint rights_requests__refusal_whole
    check ((refusal_by is null) = (refusal_at is null) and (refusal_by is null) = (article is null)),
  constraint rights_requests__answered_whole check ((answer is null) = (answered_at is null)
    and (answered_by is null or answer is not null)
    and (answer is null or answered_by is not null or kind = 'withdrawal')),
  constraint rights_requests__refused_by_two check (answer is distinct from 'refused'
    or refusal_by is not null and answered_by is not null and answered_by <> refusal_by),
  constraint rights_requests__not_oneself check (account_id <> taken_by and account_id <> refusal_by and account_id <> answered_by),
  constraint rights_requests__lifted_restriction check (lifted_at is null or kind = 'restriction')
);
create index rights_requests__of_account on rights_requests (account_id, asked_at);
create index rights_requests__open on rights_requests (institution_id, due_at) where answer is null and void_at is null;
create unique index rights_requests__one_restriction on rights_requests (account_id, institution_id)
  where kind = 'restriction' and lifted_at is null and void_at is null and answer is distinct from 'refused';
comment on table rights_requests is 'What people ask of an institution about their data. The rows stay as the record of the requests (article 14); what was asked in words goes with the key of the person.';
comment on column rights_requests.id is 'UUIDv7 made by the application.';
comment on column rights_requests.number is 'The number of the request, as P-7K3M9-QX2PA: random, easy to read aloud.';
comment on column rights_requests.account_id is 'Who asked.';
comment on column rights_requests.institution_id is 'Of which institution; null for a consent that belongs to the account itself.';
comment on column rights_requests.kind is 'correction, restriction, objection (to a decision by a machine) or withdrawal (of a consent).';
comment on column rights_requests.application_id is 'About which application; null where it is about all that the institution keeps of the person.';
comment on column rights_requests.consent_id is 'The consent that is taken back; it is withdrawn the moment this row is written.';
comment on column rights_requests.words_sealed is 'What was asked in words, JSON sealed with the key of the person at the institution, context rights_requests|words|id; null where nothing was written, and after that key was destroyed.';
comment on column rights_requests.asked_at is 'When.';
comment on column rights_requests.due_at is 'When it must be answered at the latest: 72 hours after it was asked.';
comment on column rights_requests.taken_by is 'The officer who works on it; null while it waits.';
comment on column rights_requests.taken_at is 'When that officer took it.';
comment on column rights_requests.refusal_by is 'The officer who would refuse it; another one must confirm.';
comment on column rights_requests.refusal_at is 'When that was proposed.';
comment on column rights_requests.article is 'The article that the refusal names, by its code in the product, such as 15-1-b.';
comment on column rights_requests.note_sealed is 'What the officer tells the person, sealed with the key of the person at the institution, context rights_requests|note|id.';
comment on column rights_requests.answer is 'fulfilled or refused; null while it is not answered.';
comment on column rights_requests.answered_by is 'Who answered: of a refusal the second officer; null where the system did it at once.';
comment on column rights_requests.answered_at is 'When.';
comment on column rights_requests.lifted_at is 'When the person ended the restriction.';
comment on column rights_requests.void_at is 'When it ended with the erasure of what it was about.';

alter table rights_requests enable row level security;
create policy rights_requests__web on rights_requests to daftar_web using (true) with check (true);
create policy rights_requests__worker on rights_requests to daftar_worker using (true);
create policy rights_requests__staff on rights_requests to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select, insert, update (lifted_at) on rights_requests to daftar_web;
grant select on rights_requests to daftar_worker;
grant select, update (taken_by, taken_at, refusal_by, refusal_at, article, note_sealed, answer, answered_by, answered_at)
  on rights_requests to daftar_staff;

-- Whatever destroys the key of a person at an institution ends what was asked about the data that it opened.
create function void_rights_requests() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  update rights_requests r set words_sealed = null, note_sealed = null,
    void_at = coalesce(r.void_at, case when r.answer is null or r.kind = 'restriction' then app_now() end)
    where r.account_id = old.account_id and r.institution_id = old.institution_id;
  return null;
end
$$;
comment on function void_rights_requests() is 'Ends the requests about data whose key is destroyed, and removes the words that it opened.';
revoke execute on function void_rights_requests() from public;
create trigger person_keys__void_requests after delete on person_keys for each row execute function void_rights_requests();

create function is_restricted(person uuid, institution uuid) returns boolean
  language sql stable
  as $$
  select exists (select from rights_requests r where r.account_id = person and r.institution_id = institution
    and r.kind = 'restriction' and r.lifted_at is null and r.void_at is null and r.answer is distinct from 'refused')
$$;
comment on function is_restricted(uuid, uuid) is 'Whether the person has restricted what this institution does with their data: from the moment it is asked until they lift it or it is refused.';
