-- Copies of all that is kept of a person, for themselves (UU PDP 27/2022 articles 7 and 13).
create table data_copies (
  id uuid constraint data_copies__key primary key,
  number text not null constraint data_copies__number_once unique,
  account_id uuid not null constraint data_copies__account references accounts,
  language text not null constraint data_copies__language_known check (language in ('id', 'en')),
  asked_at timestamptz not null default app_now(),
  ready_at timestamptz,
  expires_at timestamptz,
  blob text,
  pieces integer,
  size bigint,
  swept_at timestamptz,
  constraint data_copies__whole check ((ready_at is null) = (expires_at is null)
    and (blob is not null) = (ready_at is not null and swept_at is null)
    and (ready_at is null or num_nonnulls(pieces, size) = 2))
);
create index data_copies__of_account on data_copies (account_id, asked_at);
create index data_copies__to_sweep on data_copies (expires_at) where swept_at is null;
comment on table data_copies is 'Copies of all that is kept of a person, each asked for by themselves and kept sealed for seven days.';
comment on column data_copies.id is 'UUIDv7 made by the application.';
comment on column data_copies.number is 'The number of the request, as S-7K3M9-QX2PA: random, easy to read aloud.';
comment on column data_copies.account_id is 'Whose data; nobody else may fetch it.';
comment on column data_copies.language is 'The language of its headings.';
comment on column data_copies.asked_at is 'When it was asked for.';
comment on column data_copies.ready_at is 'When it was made; null while it waits.';
comment on column data_copies.expires_at is 'When its bytes are removed.';
comment on column data_copies.blob is 'Random name in the blob store: pieces of a ZIP archive, each with its length before it and sealed with the account key, context data_copies|number of the piece|id. Null before it is made and after it is swept.';
comment on column data_copies.pieces is 'How many pieces there are: one that is missing must show.';
comment on column data_copies.size is 'Bytes of the archive.';
comment on column data_copies.swept_at is 'When its bytes were removed; the row stays as the record of the request.';
grant select, insert on data_copies to daftar_web;
grant select, update (ready_at, expires_at, blob, pieces, size, swept_at) on data_copies to daftar_worker;

-- What the copy tells of the ways to prove who one is: which there are and since when, never what they are made of.
grant select (id, account_id, name_sealed, created_at, used_at) on passkeys to daftar_worker;
grant select on code_factors to daftar_worker;
grant select (account_id, kind, created_at, confirmed_at) on account_factors to daftar_worker;
grant select (account_id, created_at, used_at) on recovery_codes to daftar_worker;
