create table held_forms (
  token_hash bytea constraint held_forms__key primary key,
  account_id uuid not null constraint held_forms__account references accounts,
  path text not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index held_forms__expired on held_forms (expires_at);
comment on table held_forms is 'Forms that arrived after their session had ended: kept until the same person has logged in again, so that nothing typed is lost.';
comment on column held_forms.token_hash is 'SHA-256 of the random cookie value by which the browser asks for it.';
comment on column held_forms.account_id is 'Whose session it was; nobody else gets it back.';
comment on column held_forms.path is 'Where the form was posted to.';
comment on column held_forms.sealed is 'The form as JSON, sealed with the account key, context held_forms|form|token hash.';
comment on column held_forms.expires_at is 'Forgotten from then on.';
grant select, insert, delete on held_forms to daftar_web;
grant select, delete on held_forms to daftar_worker;
