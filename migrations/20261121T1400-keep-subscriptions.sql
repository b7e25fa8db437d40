-- The simplest registration: a name and an e-mail address without an account, confirmed and ended by links in letters.
create table subscriptions (
  id uuid constraint subscriptions__key primary key,
  institution_id uuid not null constraint subscriptions__institution references institutions,
  program_id uuid not null constraint subscriptions__program references programs,
  version_id uuid not null constraint subscriptions__version references program_versions,
  status text not null default 'pending'
    constraint subscriptions__status_known check (status in ('pending', 'confirmed', 'ended', 'expired')),
  language text not null constraint subscriptions__language_known check (language in ('id', 'en')),
  blind_index bytea,
  person_sealed bytea,
  created_at timestamptz not null default app_now(),
  confirmed_at timestamptz,
  ended_at timestamptz,
  constraint subscriptions__once unique (program_id, blind_index),
  constraint subscriptions__erased_at_end check (
    (status in ('pending', 'confirmed')) = (person_sealed is not null)
    and (status in ('pending', 'confirmed')) = (blind_index is not null)
    and (status in ('pending', 'confirmed')) = (ended_at is null))
);
create index subscriptions__of_program on subscriptions (program_id, status);
comment on table subscriptions is 'Registrations to programs without accounts. When one ends, who it was is erased and only id, status and times stay.';
comment on column subscriptions.id is 'UUIDv7 made by the application.';
comment on column subscriptions.institution_id is 'The institution that runs the program; its key seals the person.';
comment on column subscriptions.program_id is 'What was registered for.';
comment on column subscriptions.version_id is 'The program as it read when the person agreed.';
comment on column subscriptions.status is 'pending until the letter was answered, then confirmed; ended by the person or at the end of the retention; expired when the letter was never answered.';
comment on column subscriptions.language is 'The language of its letters.';
comment on column subscriptions.blind_index is 'HMAC-SHA-256 of the address under an index key for this program alone; null once it has ended.';
comment on column subscriptions.person_sealed is 'Name and address as JSON, sealed with the institution''s key, context subscriptions|person|id; null once it has ended.';
comment on column subscriptions.created_at is 'When it was asked for.';
comment on column subscriptions.confirmed_at is 'When the owner of the address answered the letter.';
comment on column subscriptions.ended_at is 'When it ended or expired, and the person was erased.';

create table subscription_letters (
  id uuid constraint subscription_letters__key primary key,
  subscription_id uuid not null constraint subscription_letters__subscription references subscriptions,
  kind text not null constraint subscription_letters__kind_known check (kind in ('confirm', 'welcome', 'known')),
  created_at timestamptz not null default app_now(),
  expires_at timestamptz,
  used_at timestamptz,
  attempts integer not null default 0,
  sent_at timestamptz,
  constraint subscription_letters__link_expires check ((kind = 'confirm') = (expires_at is not null))
);
create index subscription_letters__of_subscription on subscription_letters (subscription_id, kind);
comment on table subscription_letters is 'Letters about subscriptions. Links in them are signed with a key outside the database, so nothing here opens one.';
comment on column subscription_letters.id is 'UUIDv7 made by the application; the link of a letter to confirm names it.';
comment on column subscription_letters.subscription_id is 'Which subscription it is about.';
comment on column subscription_letters.kind is 'confirm asks for an answer, welcome follows it, known tells somebody who asks again.';
comment on column subscription_letters.created_at is 'When it was caused.';
comment on column subscription_letters.expires_at is 'From then on the link to confirm is dead; null for other letters.';
comment on column subscription_letters.used_at is 'When the link to confirm was used; it is dead from then on.';
comment on column subscription_letters.attempts is 'How often it was tried to send it.';
comment on column subscription_letters.sent_at is 'When the mail server took it.';

grant select, insert, update on subscriptions, subscription_letters to daftar_web;
grant select, update on subscriptions, subscription_letters to daftar_worker;
grant select (id, institution_id, program_id, status) on subscriptions to daftar_staff;

alter table subscriptions enable row level security;
create policy subscriptions__web on subscriptions to daftar_web using (true) with check (true);
create policy subscriptions__worker on subscriptions to daftar_worker using (true) with check (true);
create policy subscriptions__staff on subscriptions to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
