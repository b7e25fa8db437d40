-- What people agreed to, so that it can be shown to them and proved (UU PDP 27/2022 articles 22 to 24), and the trail of
-- what was done with their data (article 7).
create table consents (
  id uuid constraint consents__key primary key,
  account_id uuid not null constraint consents__account references accounts,
  institution_id uuid,
  application_id uuid,
  kind text not null constraint consents__kind_known check (kind in ('privacy', 'declaration', 'closing')),
  version_id uuid,
  text_hash bytea,
  language text not null constraint consents__language_known check (language in ('id', 'en')),
  given_at timestamptz not null default app_now(),
  withdrawn_at timestamptz,
  constraint consents__one_text check ((version_id is null) <> (text_hash is null)),
  constraint consents__of_application check ((application_id is null) = (institution_id is null)
    and (kind = 'privacy') = (application_id is null))
);
create index consents__of_account on consents (account_id, given_at);
comment on table consents is 'What people agreed to or declared, each time they did. No foreign keys to the application and its text: a hundred thousand people declare the same in one evening, and each would lock the same rows.';
comment on column consents.id is 'UUIDv7 made by the application.';
comment on column consents.account_id is 'Who.';
comment on column consents.institution_id is 'To which institution, for row-level security; null for the account itself.';
comment on column consents.application_id is 'For which application; null for the account itself.';
comment on column consents.kind is 'privacy: the notice at registration; declaration: what the program asks to be declared; closing: that a complete draft is submitted by itself.';
comment on column consents.version_id is 'The program version whose declaration was agreed to; versions never change.';
comment on column consents.text_hash is 'SHA-256 of any other text, which stands in consent_texts.';
comment on column consents.language is 'In which language it was read.';
comment on column consents.given_at is 'When.';
comment on column consents.withdrawn_at is 'When it was taken back; null while it holds.';

create table consent_texts (
  text_hash bytea constraint consent_texts__key primary key,
  words text not null,
  constraint consent_texts__is_its_hash check (text_hash = sha256(convert_to(words, 'UTF8')))
);
comment on table consent_texts is 'Texts that people agreed to, found by their content; they never change.';
comment on column consent_texts.text_hash is 'SHA-256 of the text in UTF-8.';
comment on column consent_texts.words is 'The text as it was shown.';

alter table consents enable row level security;
create policy consents__web on consents to daftar_web using (true) with check (true);
create policy consents__worker on consents to daftar_worker using (true);
grant select, insert, update (withdrawn_at) on consents to daftar_web;
grant select on consents to daftar_worker;
grant select, insert on consent_texts to daftar_web;
grant select on consent_texts to daftar_worker;

-- Declarations from before this table: the version has their text, and the application the language it was begun in.
insert into consents (id, account_id, institution_id, application_id, kind, version_id, language, given_at)
select gen_random_uuid(), account_id, institution_id, id, 'declaration', version_id, language, declared_at
from applications where declared_at is not null;

create function own_trail(person uuid, most integer, passed integer) returns table (
    at timestamptz, actor_kind text, own boolean, action text, institution_id uuid, subject_kind text, subject_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  with subjects as (
    select person as id
    union all select a.id from applications a where a.account_id = person
    union all select d.id from documents d where d.account_id = person
  )
  select r.at, r.actor_kind, r.actor_id is not distinct from person, r.action, r.institution_id, r.subject_kind, r.subject_id
  from subjects s join audit_records r on r.subject_id = s.id
  order by r.at desc, r.id desc limit most offset passed
$$;
comment on function own_trail(uuid, integer, integer) is 'What was done with the data of a person, newest first: audit records about the account, its applications and its documents, without their data and without who among the staff it was.';
revoke execute on function own_trail(uuid, integer, integer) from public;
grant execute on function own_trail(uuid, integer, integer) to daftar_web, daftar_worker;
