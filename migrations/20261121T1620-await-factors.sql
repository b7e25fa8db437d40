alter table sessions
  add column awaits_factor boolean not null default false,
  add column proved_at timestamptz not null default app_now();
comment on column sessions.awaits_factor is 'Whether the account had a second factor when this login gave only the password; until it is given, the session opens the page that asks for it and nothing else.';

comment on column sessions.proved_at is 'When the person last gave the password or the second factor in this session; what is sensitive asks again ten minutes later.';

create table recovery_codes (
  code_hash bytea constraint recovery_codes__key primary key,
  account_id uuid not null constraint recovery_codes__account references accounts,
  created_at timestamptz not null default app_now(),
  used_at timestamptz
);
create index recovery_codes__of_account on recovery_codes (account_id);
comment on table recovery_codes is 'Codes kept on paper, each of which stands in for a lost second factor once.';
comment on column recovery_codes.code_hash is 'SHA-256 of the code without its hyphens; it has 80 random bits and was shown once.';
comment on column recovery_codes.account_id is 'Whose code it is.';
comment on column recovery_codes.created_at is 'When the ten codes were made; new ones end the old.';
comment on column recovery_codes.used_at is 'When it was used; it is dead from then on.';

grant select, insert, update, delete on recovery_codes to daftar_web;
