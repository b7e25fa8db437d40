create table passkeys (
  id uuid constraint passkeys__key primary key,
  account_id uuid not null constraint passkeys__account references accounts,
  credential_id text not null constraint passkeys__once_on_platform unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name_sealed bytea not null,
  created_at timestamptz not null default app_now(),
  used_at timestamptz
);
create index passkeys__of_account on passkeys (account_id);
comment on table passkeys is 'Keys on people''s own devices by which they sign in (WebAuthn level 3); each asked for a fingerprint, a face or a PIN when it was made.';
comment on column passkeys.id is 'UUIDv7 made by the application.';
comment on column passkeys.account_id is 'Whose passkey it is.';
comment on column passkeys.credential_id is 'Credential id in base64url, as the device names it.';
comment on column passkeys.public_key is 'COSE public key.';
comment on column passkeys.counter is 'The device''s count of uses; one that does not grow, where it counts at all, is refused.';
comment on column passkeys.transports is 'How the browser reaches the device, as it said itself: internal, hybrid, usb, nfc, ble.';
comment on column passkeys.name_sealed is 'What its owner calls it, sealed with the account key, context passkeys|name|id.';
comment on column passkeys.created_at is 'When it was made.';
comment on column passkeys.used_at is 'When it was last used.';

create table passkey_challenges (
  challenge text constraint passkey_challenges__key primary key,
  purpose text not null constraint passkey_challenges__purpose_known check (purpose in ('add', 'login')),
  browser_hash bytea not null,
  expires_at timestamptz not null
);
comment on table passkey_challenges is 'What a device was asked to sign: good once, for five minutes, in the browser that asked.';
comment on column passkey_challenges.challenge is 'Random, in base64url.';
comment on column passkey_challenges.purpose is 'add a passkey, or login with one.';
comment on column passkey_challenges.browser_hash is 'SHA-256 of the browser''s form token: another browser''s answer is refused.';
comment on column passkey_challenges.expires_at is 'From then on it is dead, and swept.';

grant select, insert, update, delete on passkeys to daftar_web;
grant select, insert, delete on passkey_challenges to daftar_web;
grant select, delete on passkey_challenges to daftar_worker;
