create table former_passwords (
  account_id uuid not null constraint former_passwords__account references accounts,
  replaced_at timestamptz not null default app_now(),
  password_hash text not null,
  constraint former_passwords__key primary key (account_id, replaced_at)
);
comment on table former_passwords is 'The last five passwords of an account before the present one, so that none of them is chosen again.';
comment on column former_passwords.account_id is 'Whose password it was.';
comment on column former_passwords.replaced_at is 'When another took its place.';
comment on column former_passwords.password_hash is 'argon2id of the peppered password, as a PHC string.';

grant select, insert, delete on former_passwords to daftar_web;
