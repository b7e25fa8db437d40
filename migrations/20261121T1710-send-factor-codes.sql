create table code_factors (
  account_id uuid not null constraint code_factors__account references accounts,
  kind text not null constraint code_factors__kind_known check (kind in ('email', 'sms')),
  created_at timestamptz not null default app_now(),
  constraint code_factors__key primary key (account_id, kind)
);
comment on table code_factors is 'Second factors that are codes sent to a proven address: chosen by applicants; staff may have them, but they do not count for staff.';
comment on column code_factors.account_id is 'Whose factor it is.';
comment on column code_factors.kind is 'email: to the account''s address; sms: to its proven telephone.';
comment on column code_factors.created_at is 'When its owner typed the first code in and so turned it on.';

create table factor_codes (
  session_hash bytea constraint factor_codes__key primary key
    constraint factor_codes__session references sessions on delete cascade,
  kind text not null constraint factor_codes__kind_known check (kind in ('email', 'sms')),
  purpose text not null constraint factor_codes__purpose_known check (purpose in ('login', 'add')),
  code_hmac bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);
comment on table factor_codes is 'The code that one session was sent and has not typed in yet; a new one takes its place.';
comment on column factor_codes.session_hash is 'The session that asked for it: in another one it opens nothing.';
comment on column factor_codes.kind is 'By which way it was sent.';
comment on column factor_codes.purpose is 'login: the second factor of this session; add: to turn the factor on.';
comment on column factor_codes.code_hmac is 'HMAC of session, kind, purpose and code: six digits under a plain hash would be read at once.';
comment on column factor_codes.tries is 'Wrong codes typed; after five it is dead.';
comment on column factor_codes.expires_at is 'Ten minutes after it was sent.';

create table remembered_devices (
  token_hash bytea constraint remembered_devices__key primary key,
  id uuid not null constraint remembered_devices__named_once unique,
  account_id uuid not null constraint remembered_devices__account references accounts,
  visitor_sealed bytea not null,
  created_at timestamptz not null default app_now(),
  used_at timestamptz,
  expires_at timestamptz not null
);
create index remembered_devices__of_account on remembered_devices (account_id);
comment on table remembered_devices is 'Browsers that need no second factor for 30 days, because their owner said so after giving it. Never for staff.';
comment on column remembered_devices.token_hash is 'SHA-256 of the token in the browser''s cookie.';
comment on column remembered_devices.id is 'Names the device on the page where its owner forgets it; lets nobody in.';
comment on column remembered_devices.account_id is 'Whose device it is; it does without the second factor of no other account.';
comment on column remembered_devices.visitor_sealed is 'Browser and network address as JSON, sealed with the account key, context sessions|visitor|account.';
comment on column remembered_devices.created_at is 'When the second factor was given and the device remembered.';
comment on column remembered_devices.used_at is 'When it last did without.';
comment on column remembered_devices.expires_at is 'From then on the second factor is asked for again.';

create function has_second_factor(of_account uuid) returns boolean
language sql stable
as $$
  select exists (select from account_factors f where f.account_id = of_account and f.kind = 'totp' and f.confirmed_at is not null)
    or exists (select from passkeys p where p.account_id = of_account)
    or (exists (select from code_factors c where c.account_id = of_account and (c.kind = 'email' or exists (
          select from account_identifiers i
          where i.account_id = of_account and i.kind = 'phone' and i.verified_at is not null)))
        and not exists (select from staff_roles r where r.account_id = of_account))
$$;
comment on function has_second_factor is 'Whether an account has a second factor that counts: an authenticator or a passkey; for whoever is not staff also a code by letter, or by SMS to a proven telephone.';

grant select, insert, delete on code_factors to daftar_web;
grant select, insert, update, delete on factor_codes, remembered_devices to daftar_web;
grant select, delete on remembered_devices to daftar_worker;
