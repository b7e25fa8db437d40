-- Files on their way on a poor line: what has arrived is kept until the rest comes, or nobody brings it any more.
create table uploads (
  id uuid constraint uploads__key primary key,
  account_id uuid not null constraint uploads__account references accounts,
  application_id uuid not null constraint uploads__application references applications,
  institution_id uuid not null constraint uploads__institution references institutions,
  slot text not null,
  size integer not null constraint uploads__some_bytes check (size > 0),
  sha256 bytea not null constraint uploads__whole_hash check (octet_length(sha256) = 32),
  name_sealed bytea not null,
  received integer not null default 0 constraint uploads__within_size check (received between 0 and size),
  touched_at timestamptz not null default app_now(),
  constraint uploads__one_per_slot unique (application_id, slot)
);
create index uploads__of_account on uploads (account_id, touched_at);
create index uploads__stale on uploads (touched_at);
comment on table uploads is 'Files that are sent in pieces and are not whole yet. A whole one becomes a document and leaves this table.';
comment on column uploads.id is 'UUIDv7 made by the application.';
comment on column uploads.account_id is 'Whose it is; nobody else adds to it.';
comment on column uploads.application_id is 'For which application.';
comment on column uploads.institution_id is 'For row-level security.';
comment on column uploads.slot is 'Document slot of the program; a slot has one file on its way at most.';
comment on column uploads.size is 'Bytes of the whole file, as announced; checked against the slot before the first byte.';
comment on column uploads.sha256 is 'SHA-256 of the whole file, as announced: the same file goes on where it stopped, another begins anew.';
comment on column uploads.name_sealed is 'File name as sent, sealed with the person''s key, context uploads|name|id; never a path of ours.';
comment on column uploads.received is 'Bytes that have arrived, from the beginning without a gap.';
comment on column uploads.touched_at is 'When it was begun or last added to; swept a day later.';

create table upload_pieces (
  upload_id uuid not null constraint upload_pieces__upload references uploads on delete cascade,
  institution_id uuid not null constraint upload_pieces__institution references institutions,
  starts integer not null constraint upload_pieces__from_the_start check (starts >= 0),
  size integer not null constraint upload_pieces__some_bytes check (size > 0),
  blob text not null,
  constraint upload_pieces__key primary key (upload_id, starts)
);
comment on table upload_pieces is 'What has arrived of a file on its way.';
comment on column upload_pieces.upload_id is 'The file.';
comment on column upload_pieces.institution_id is 'For row-level security.';
comment on column upload_pieces.starts is 'Position of its first byte in the file.';
comment on column upload_pieces.size is 'Bytes.';
comment on column upload_pieces.blob is 'Random name in the blob store of the bytes, sealed with the person''s key, context upload_pieces|starts|upload id.';

grant select, insert, delete on uploads, upload_pieces to daftar_web;
grant update (received, touched_at) on uploads to daftar_web;
grant select, delete on uploads, upload_pieces to daftar_worker;
-- To lock a stale file before its pieces are removed.
grant update (touched_at) on uploads to daftar_worker;
alter table uploads enable row level security;
alter table upload_pieces enable row level security;
create policy uploads__web on uploads to daftar_web using (true) with check (true);
create policy uploads__worker on uploads to daftar_worker using (true) with check (true);
create policy upload_pieces__web on upload_pieces to daftar_web using (true) with check (true);
create policy upload_pieces__worker on upload_pieces to daftar_worker using (true) with check (true);
