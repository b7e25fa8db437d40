create table accounts (
  id uuid constraint accounts__key primary key,
  status text not null default 'pending'
    constraint accounts__status_known check (status in ('pending', 'active', 'closed')),
  language text not null default 'id' constraint accounts__language_known check (language in ('id', 'en')),
  password_hash text,
  password_changed_at timestamptz,
  name_sealed bytea,
  key_wrapped bytea not null,
  created_at timestamptz not null default app_now(),
  activated_at timestamptz
);
comment on table accounts is 'One row per person for the whole platform, applicants and staff alike.';
comment on column accounts.id is 'UUIDv7 made by the application.';
comment on column accounts.status is 'pending until the activation letter was answered, then active; closed ends it.';
comment on column accounts.language is 'Language of letters and of pages until a browser says otherwise.';
comment on column accounts.password_hash is 'argon2id of the peppered password, as a PHC string.';
comment on column accounts.password_changed_at is 'When the present password was chosen.';
comment on column accounts.name_sealed is 'Full name, sealed with the account key, context accounts|name|id.';
comment on column accounts.key_wrapped is 'The account key, wrapped by the platform key, context accounts|key|id. Destroying it erases the person.';
comment on column accounts.created_at is 'When the person registered.';
comment on column accounts.activated_at is 'When the activation letter was answered.';

create table account_identifiers (
  id uuid constraint account_identifiers__key primary key,
  account_id uuid not null constraint account_identifiers__account references accounts,
  kind text not null constraint account_identifiers__kind_known check (kind in ('email', 'nik', 'phone', 'number')),
  blind_index bytea not null,
  sealed bytea not null,
  verified_at timestamptz,
  created_at timestamptz not null default app_now(),
  constraint account_identifiers__once_on_platform unique (kind, blind_index)
);
create index account_identifiers__of_account on account_identifiers (account_id, kind);
comment on table account_identifiers is 'What a person is known by. Each value belongs to at most one account of the platform.';
comment on column account_identifiers.id is 'UUIDv7 made by the application.';
comment on column account_identifiers.account_id is 'Whose it is.';
comment on column account_identifiers.kind is 'email, nik, phone or number (registration number).';
comment on column account_identifiers.blind_index is 'HMAC-SHA-256 of the normalised value under the platform index key for this kind.';
comment on column account_identifiers.sealed is 'The value, sealed with the account key, context account_identifiers|kind|id.';
comment on column account_identifiers.verified_at is 'When the person proved it; null for what was only stated.';
comment on column account_identifiers.created_at is 'When it was first stated.';

create table account_tokens (
  token_hash bytea constraint account_tokens__key primary key,
  account_id uuid not null constraint account_tokens__account references accounts,
  purpose text not null constraint account_tokens__purpose_known check (purpose in ('activate', 'reset')),
  created_at timestamptz not null default app_now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_tokens__of_account on account_tokens (account_id, purpose);
comment on table account_tokens is 'Links in letters: each works once, until it expires.';
comment on column account_tokens.token_hash is 'SHA-256 of the random token; the token itself stands only in the letter.';
comment on column account_tokens.account_id is 'Whose link it is.';
comment on column account_tokens.purpose is 'activate or reset (password).';
comment on column account_tokens.created_at is 'When the letter was asked for.';
comment on column account_tokens.expires_at is 'From then on the link is dead.';
comment on column account_tokens.used_at is 'When it was used; it is dead from then on.';

create table account_factors (
  id uuid constraint account_factors__key primary key,
  account_id uuid not null constraint account_factors__account references accounts,
  kind text not null constraint account_factors__kind_known check (kind in ('totp')),
  sealed bytea not null,
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  created_at timestamptz not null default app_now()
);
create unique index account_factors__one_totp on account_factors (account_id) where kind = 'totp' and confirmed_at is not null;
comment on table account_factors is 'Second factors of an account.';
comment on column account_factors.id is 'UUIDv7 made by the application.';
comment on column account_factors.account_id is 'Whose factor it is.';
comment on column account_factors.kind is 'totp: an authenticator app (RFC 6238).';
comment on column account_factors.sealed is 'The shared secret in base32, sealed with the account key, context account_factors|totp|id.';
comment on column account_factors.last_step is 'The last 30-second step that was accepted: an equal or earlier one is a replay.';
comment on column account_factors.confirmed_at is 'When the first right code was given; before that the factor does not count.';
comment on column account_factors.created_at is 'When it was set up.';

create table sessions (
  token_hash bytea constraint sessions__key primary key,
  account_id uuid not null constraint sessions__account references accounts,
  created_at timestamptz not null default app_now(),
  seen_at timestamptz not null default app_now(),
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  factor_at timestamptz,
  ended_at timestamptz
);
create index sessions__of_account on sessions (account_id) where ended_at is null;
comment on table sessions is 'Signed-in browsers.';
comment on column sessions.token_hash is 'SHA-256 of the random cookie value.';
comment on column sessions.account_id is 'Who is signed in.';
comment on column sessions.created_at is 'When the person logged in; each login makes a new row.';
comment on column sessions.seen_at is 'Last seen, to within five minutes.';
comment on column sessions.idle_until is 'Ends then unless seen again.';
comment on column sessions.expires_at is 'Ends then whatever happens.';
comment on column sessions.factor_at is 'When the second factor was given; null for one factor.';
comment on column sessions.ended_at is 'When the person signed out or the session was ended for them.';

create table staff_roles (
  account_id uuid not null constraint staff_roles__account references accounts,
  institution_id uuid not null constraint staff_roles__institution references institutions,
  role text not null constraint staff_roles__role_known check (role in ('reviewer', 'secretariat', 'institution_admin')),
  granted_at timestamptz not null default app_now(),
  granted_by uuid constraint staff_roles__granter references accounts,
  constraint staff_roles__key primary key (account_id, institution_id, role)
);
comment on table staff_roles is 'What a member of staff may be, institution by institution.';
comment on column staff_roles.account_id is 'The member of staff.';
comment on column staff_roles.institution_id is 'Where the role holds.';
comment on column staff_roles.role is 'reviewer, secretariat or institution_admin; what each may do stands in registry/accounts/permissions.ts.';
comment on column staff_roles.granted_at is 'Since when.';
comment on column staff_roles.granted_by is 'By whom; null for the first one, made on the command line.';

create table rate_limits (
  key text constraint rate_limits__key primary key,
  points integer not null default 0,
  expire bigint
);
comment on table rate_limits is 'Counters of rate-limiter-flexible: tries per address and account. Keys hold hashes, never addresses.';
comment on column rate_limits.key is 'Purpose and hashed subject.';
comment on column rate_limits.points is 'Tries so far.';
comment on column rate_limits.expire is 'Milliseconds since 1970 at which the counter starts anew.';

create table person_keys (
  account_id uuid not null constraint person_keys__account references accounts,
  institution_id uuid not null constraint person_keys__institution references institutions,
  key_wrapped bytea not null,
  created_at timestamptz not null default app_now(),
  constraint person_keys__key primary key (account_id, institution_id)
);
comment on table person_keys is 'One key per person and institution: destroying it erases the person there and leaves the others.';
comment on column person_keys.account_id is 'The person.';
comment on column person_keys.institution_id is 'The institution.';
comment on column person_keys.key_wrapped is 'The key, wrapped by the institution''s key, context person_keys|account|institution.';
comment on column person_keys.created_at is 'When the person first began an application there.';

grant select, insert, update on accounts, account_identifiers, account_tokens, account_factors, sessions to daftar_web;
grant delete on account_identifiers, account_factors to daftar_web;
grant select, insert, update, delete on rate_limits to daftar_web;
grant select on staff_roles to daftar_web, daftar_staff;
grant select, insert on person_keys to daftar_web;
grant select on person_keys to daftar_worker, daftar_staff;
grant select on accounts, account_identifiers to daftar_worker, daftar_staff;
grant select, insert on account_tokens to daftar_worker;
grant delete on rate_limits to daftar_worker;
grant insert, update, delete on staff_roles to daftar_staff;
