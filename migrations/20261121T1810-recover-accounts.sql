create table recoveries (
  token_hash bytea constraint recoveries__key primary key,
  account_id uuid constraint recoveries__account references accounts on delete cascade,
  counted_as text not null,
  way text not null constraint recoveries__way_known check (way in ('email', 'sms', 'recovery_code')),
  code_way text constraint recoveries__code_way_known check (code_way in ('email', 'sms')),
  code_hmac bytea,
  code_expires_at timestamptz,
  tries integer not null default 0,
  proved text[] not null default '{}'
    constraint recoveries__proved_known check (proved <@ array['email', 'sms', 'authenticator', 'recovery_code']),
  expires_at timestamptz not null
);
comment on table recoveries is 'Browsers that ask for a new password by other ways than the link in a letter. A name that nobody has makes a row as well, so that it cannot be told from a known one.';
comment on column recoveries.token_hash is 'SHA-256 of the token in the cookie of the browser that asked: codes open nothing in another one.';
comment on column recoveries.account_id is 'Whose password; null where the name is nobody''s.';
comment on column recoveries.counted_as is 'Under what wrong codes are counted: the account, or a keyed hash of the name that was typed.';
comment on column recoveries.way is 'What the person chose to prove first.';
comment on column recoveries.code_way is 'By which way the last code was sent; null before the first.';
comment on column recoveries.code_hmac is 'HMAC of browser, way and code: six digits under a plain hash would be read at once.';
comment on column recoveries.code_expires_at is 'Ten minutes after the code was sent.';
comment on column recoveries.tries is 'Wrong ones typed since the last code; after five it is dead.';
comment on column recoveries.proved is 'What was proved so far.';
comment on column recoveries.expires_at is 'Half an hour after the beginning.';
create index recoveries__of_account on recoveries (account_id);

alter table accounts add column cooling_until timestamptz;
comment on column accounts.cooling_until is 'Until when, after a recovery, addresses, factors and what cannot be undone stay as they are; null or past for none.';

grant select, insert, update, delete on recoveries to daftar_web;
grant select, delete on recoveries to daftar_worker;
