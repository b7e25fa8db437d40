-- Files that people send with a question to the helpdesk: sealed with the ticket's key, rebuilt before anybody sees them,
-- and as they were sent only until then.
create table ticket_documents (
  id uuid constraint ticket_documents__key primary key,
  ticket_id uuid not null constraint ticket_documents__ticket references tickets,
  institution_id uuid not null constraint ticket_documents__institution references institutions,
  slot text not null,
  status text not null constraint ticket_documents__status_known check (status in ('quarantined', 'ready', 'refused')),
  problem text,
  name_sealed bytea not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  original_blob text,
  sent_at timestamptz not null default app_now(),
  checked_at timestamptz,
  constraint ticket_documents__original check ((status = 'quarantined') = (original_blob is not null)),
  constraint ticket_documents__refused check ((status = 'refused') = (problem is not null))
);
create index ticket_documents__of_ticket on ticket_documents (ticket_id, sent_at);
comment on table ticket_documents is 'Files sent with a question to the helpdesk.';
comment on column ticket_documents.id is 'UUIDv7 made by the application.';
comment on column ticket_documents.ticket_id is 'With which ticket.';
comment on column ticket_documents.institution_id is 'Whose ticket, as in tickets.';
comment on column ticket_documents.slot is 'Which document of the category it is, by its id in the file; lampiran for any other.';
comment on column ticket_documents.status is 'quarantined until it was rebuilt, then ready or refused.';
comment on column ticket_documents.problem is 'Why it was refused.';
comment on column ticket_documents.name_sealed is 'The name of the file, sealed with the ticket''s key, context documents|name|id.';
comment on column ticket_documents.media_type is 'What its content is.';
comment on column ticket_documents.size is 'Bytes as sent.';
comment on column ticket_documents.sha256 is 'Of the bytes as sent, for the audit record.';
comment on column ticket_documents.original_blob is 'Random name of the sealed file as it was sent; null once it was checked, when it is destroyed.';
comment on column ticket_documents.sent_at is 'When it was sent.';
comment on column ticket_documents.checked_at is 'When it was rebuilt or refused.';

create table ticket_document_pages (
  document_id uuid not null constraint ticket_document_pages__document references ticket_documents,
  institution_id uuid not null constraint ticket_document_pages__institution references institutions,
  page integer not null,
  blob text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  constraint ticket_document_pages__key primary key (document_id, page)
);
comment on table ticket_document_pages is 'Rebuilt pictures of files on tickets: the only form in which anybody sees them.';
comment on column ticket_document_pages.document_id is 'The file.';
comment on column ticket_document_pages.institution_id is 'Whose ticket, as in tickets.';
comment on column ticket_document_pages.page is 'Page from 1; a picture has one.';
comment on column ticket_document_pages.blob is 'Random name of the picture in the blob store, sealed with the ticket''s key.';
comment on column ticket_document_pages.media_type is 'image/jpeg.';
comment on column ticket_document_pages.width is 'Pixels.';
comment on column ticket_document_pages.height is 'Pixels.';

alter table ticket_documents enable row level security;
alter table ticket_document_pages enable row level security;
create policy ticket_documents__web on ticket_documents to daftar_web using (true) with check (status = 'quarantined');
create policy ticket_documents__worker on ticket_documents to daftar_worker using (true) with check (true);
create policy ticket_documents__staff on ticket_documents to daftar_staff using (institution_id = any (staff_institutions()));
create policy ticket_document_pages__web on ticket_document_pages to daftar_web using (true);
create policy ticket_document_pages__worker on ticket_document_pages to daftar_worker using (true) with check (true);
create policy ticket_document_pages__staff on ticket_document_pages to daftar_staff using (institution_id = any (staff_institutions()));
create policy tickets__worker on tickets to daftar_worker using (true) with check (true);
grant select, insert on ticket_documents to daftar_web;
grant select, update (status, problem, original_blob, checked_at) on ticket_documents to daftar_worker;
grant select on ticket_documents to daftar_staff;
grant select on ticket_document_pages to daftar_web, daftar_staff;
grant select, insert on ticket_document_pages to daftar_worker;
grant select on tickets to daftar_worker;
