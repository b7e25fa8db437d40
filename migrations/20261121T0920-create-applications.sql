create table applications (
  id uuid constraint applications__key primary key,
  account_id uuid not null constraint applications__account references accounts,
  institution_id uuid not null constraint applications__institution references institutions,
  program_id uuid not null constraint applications__program references programs,
  version_id uuid not null constraint applications__version references program_versions,
  language text not null constraint applications__language_known check (language in ('id', 'en')),
  status text not null default 'draft' constraint applications__status_known check
    (status in ('draft', 'submitted', 'in_review', 'returned', 'accepted', 'rejected', 'locked', 'withdrawn', 'expired')),
  round integer not null default 0,
  version integer not null default 0,
  marks jsonb,
  once_key text constraint applications__once unique,
  progress jsonb not null default '{}',
  complete boolean not null default false,
  declared_at timestamptz,
  receipt text not null constraint applications__receipt_once unique,
  number text constraint applications__number_once unique,
  name_sealed bytea,
  name_indexes integer[] not null default '{}',
  identity_index bytea,
  identity_sealed bytea,
  projections jsonb not null default '{}',
  claimed_by uuid constraint applications__claimant references accounts,
  claimed_at timestamptz,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  submitted_at timestamptz,
  decided_at timestamptz
);
create index applications__of_account on applications (account_id, created_at desc);
create index applications__queue on applications (institution_id, status, submitted_at);
create index applications__names on applications using gin (name_indexes);
comment on table applications is 'One person''s application to one program. The status is the projection of application_events.';
comment on column applications.id is 'UUIDv7 made by the application.';
comment on column applications.account_id is 'The applicant.';
comment on column applications.institution_id is 'Who decides; stands in every row for row-level security.';
comment on column applications.program_id is 'The program.';
comment on column applications.version_id is 'The version it was begun under: its questions stay as they were read.';
comment on column applications.language is 'The language in which it was begun.';
comment on column applications.status is 'Where it stands.';
comment on column applications.round is 'How often it was submitted.';
comment on column applications.version is 'Grows with each save, so that completeness is never reckoned from pages that changed meanwhile.';
comment on column applications.marks is 'While returned: what the reviewer marked, [{"kind","target","reason"}]; the applicant may change only that and what it opens.';
comment on column applications.once_key is 'Program and account while the program allows one application per person; null when withdrawn.';
comment on column applications.progress is 'State of each step on the path ("done", "todo", "invalid") as the engine reckoned it at the last save, so that the task list opens nothing.';
comment on column applications.complete is 'Whether the applicant''s own part is done, reckoned at each save.';
comment on column applications.declared_at is 'When the declaration was agreed to.';
comment on column applications.receipt is 'Number on the receipt: random, easy to read aloud; not the registration number.';
comment on column applications.number is 'Registration number, once given.';
comment on column applications.name_sealed is 'The applicant''s name as answered, sealed with the person''s key, context applications|name|id.';
comment on column applications.name_indexes is 'Truncated blind indexes of the words of the name, for the officers'' search.';
comment on column applications.identity_index is 'Blind index of the NIK as answered; becomes the account''s own at submission.';
comment on column applications.identity_sealed is 'The NIK as answered, sealed with the account key, context account_identifiers|nik|id of the application.';
comment on column applications.projections is 'What the program declares to be listed in plain (regency, birth year, sex).';
comment on column applications.claimed_by is 'The reviewer at work on it.';
comment on column applications.claimed_at is 'Since when.';
comment on column applications.created_at is 'When it was begun.';
comment on column applications.updated_at is 'Last change by the applicant.';
comment on column applications.submitted_at is 'Last submission.';
comment on column applications.decided_at is 'Acceptance or rejection.';

create table application_pages (
  application_id uuid not null constraint application_pages__application references applications,
  institution_id uuid not null,
  page text not null,
  repeat_index smallint not null default 0,
  version integer not null default 1,
  sealed bytea not null,
  valid boolean not null,
  updated_at timestamptz not null default app_now(),
  constraint application_pages__key primary key (application_id, page, repeat_index)
);
comment on table application_pages is 'What was typed, page by page, kept even when wrong.';
comment on column application_pages.application_id is 'The application.';
comment on column application_pages.institution_id is 'For row-level security.';
comment on column application_pages.page is 'Id of the page in the program.';
comment on column application_pages.repeat_index is 'Item of a repeat group; 0 otherwise.';
comment on column application_pages.version is 'Grows with each save; a save on an older one is a second tab.';
comment on column application_pages.sealed is 'The typed form as JSON, sealed with the person''s key, context application_pages|page|application.';
comment on column application_pages.valid is 'Whether the page had no error when saved.';
comment on column application_pages.updated_at is 'Last save.';

create table application_rounds (
  application_id uuid not null constraint application_rounds__application references applications,
  institution_id uuid not null,
  round integer not null,
  pages jsonb not null,
  submitted_at timestamptz not null default app_now(),
  constraint application_rounds__key primary key (application_id, round)
);
comment on table application_rounds is 'What was submitted in each round, so that a reviewer sees what a correction changed.';
comment on column application_rounds.application_id is 'The application.';
comment on column application_rounds.institution_id is 'For row-level security.';
comment on column application_rounds.round is 'The round.';
comment on column application_rounds.pages is 'Per page the sealed form (base64) of that round, and per document slot the document id.';
comment on column application_rounds.submitted_at is 'When.';

create table application_events (
  id uuid constraint application_events__key primary key,
  application_id uuid not null constraint application_events__application references applications,
  institution_id uuid not null,
  kind text not null constraint application_events__kind_known check
    (kind in ('started', 'submitted', 'claimed', 'released', 'returned', 'accepted', 'rejected', 'withdrawn', 'locked', 'expired')),
  round integer not null,
  actor_id uuid,
  actor_kind text not null constraint application_events__actor_known check (actor_kind in ('applicant', 'staff', 'system')),
  data jsonb not null default '{}',
  note_sealed bytea,
  at timestamptz not null default app_now()
);
create index application_events__history on application_events (application_id, at, id);
comment on table application_events is 'The history of applications; rows are only added. Folding them gives the status.';
comment on column application_events.id is 'UUIDv7 made by the application.';
comment on column application_events.application_id is 'The application.';
comment on column application_events.institution_id is 'For row-level security.';
comment on column application_events.kind is 'What happened.';
comment on column application_events.round is 'In which round.';
comment on column application_events.actor_id is 'Who did it; null for the system.';
comment on column application_events.actor_kind is 'applicant, staff or system.';
comment on column application_events.data is 'Reason codes, marks, number: never personal data.';
comment on column application_events.note_sealed is 'The officer''s words to the applicant, sealed with the person''s key, context application_events|note|id.';
comment on column application_events.at is 'When.';

create table application_verdicts (
  application_id uuid not null constraint application_verdicts__application references applications,
  institution_id uuid not null,
  round integer not null,
  kind text not null constraint application_verdicts__kind_known check (kind in ('field', 'document')),
  target text not null,
  verdict text not null constraint application_verdicts__verdict_known check (verdict in ('right', 'wrong')),
  reason text,
  note_sealed bytea,
  decided_by uuid not null,
  decided_at timestamptz not null default app_now(),
  constraint application_verdicts__key primary key (application_id, round, kind, target),
  constraint application_verdicts__wrong_has_reason check (verdict = 'right' or reason is not null)
);
comment on table application_verdicts is 'A reviewer''s verdict on one answer or document in one round.';
comment on column application_verdicts.application_id is 'The application.';
comment on column application_verdicts.institution_id is 'For row-level security.';
comment on column application_verdicts.round is 'The round it was given in.';
comment on column application_verdicts.kind is 'field or document.';
comment on column application_verdicts.target is 'Id of the field or document slot in the program.';
comment on column application_verdicts.verdict is 'right or wrong.';
comment on column application_verdicts.reason is 'Reason code of the program; needed when wrong.';
comment on column application_verdicts.note_sealed is 'The reviewer''s words to the applicant, sealed with the person''s key, context application_verdicts|note|application.';
comment on column application_verdicts.decided_by is 'Who.';
comment on column application_verdicts.decided_at is 'When.';

create table documents (
  id uuid constraint documents__key primary key,
  account_id uuid not null constraint documents__account references accounts,
  application_id uuid constraint documents__application references applications,
  institution_id uuid,
  slot text not null,
  status text not null constraint documents__status_known check (status in ('quarantined', 'ready', 'refused', 'removed')),
  problem text,
  name_sealed bytea not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  original_blob text not null,
  created_at timestamptz not null default app_now(),
  checked_at timestamptz,
  removed_at timestamptz
);
create unique index documents__one_per_slot on documents (application_id, slot)
  where application_id is not null and status <> 'removed';
create unique index documents__one_photo on documents (account_id)
  where application_id is null and status <> 'removed';
create index documents__unchecked on documents (created_at) where status = 'quarantined';
comment on table documents is 'Uploaded documents. Nobody but the checks sees one before it is ready.';
comment on column documents.id is 'UUIDv7 made by the application.';
comment on column documents.account_id is 'Whose it is.';
comment on column documents.application_id is 'For which application; null for the account''s photo.';
comment on column documents.institution_id is 'For row-level security; null for the account''s photo.';
comment on column documents.slot is 'Document slot of the program, or photo.';
comment on column documents.status is 'quarantined until rebuilt, then ready or refused; removed when replaced or taken back.';
comment on column documents.problem is 'Code of why it was refused.';
comment on column documents.name_sealed is 'File name as sent, sealed with the same key as the content, context documents|name|id; never a path of ours.';
comment on column documents.media_type is 'Type found in the content.';
comment on column documents.size is 'Bytes as sent.';
comment on column documents.sha256 is 'SHA-256 of the bytes as sent.';
comment on column documents.original_blob is 'Random name of the sealed original in the blob store; kept as evidence, never served to staff.';
comment on column documents.created_at is 'When it was received.';
comment on column documents.checked_at is 'When the checks ended.';
comment on column documents.removed_at is 'When it was replaced or taken back.';

create table document_pages (
  document_id uuid not null constraint document_pages__document references documents,
  institution_id uuid,
  page smallint not null,
  blob text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  constraint document_pages__key primary key (document_id, page)
);
comment on table document_pages is 'Rebuilt pictures of documents: the only form in which staff see them.';
comment on column document_pages.document_id is 'The document.';
comment on column document_pages.institution_id is 'For row-level security; null for the account''s photo.';
comment on column document_pages.page is 'Page from 1; a picture has one.';
comment on column document_pages.blob is 'Random name of the sealed picture in the blob store.';
comment on column document_pages.media_type is 'image/jpeg or image/webp.';
comment on column document_pages.width is 'Pixels.';
comment on column document_pages.height is 'Pixels.';

create table notices (
  id uuid constraint notices__key primary key,
  account_id uuid not null constraint notices__account references accounts,
  application_id uuid constraint notices__application references applications,
  kind text not null,
  language text not null,
  data_sealed bytea,
  created_at timestamptz not null default app_now(),
  sent_at timestamptz,
  attempts integer not null default 0
);
create index notices__unsent on notices (created_at) where sent_at is null;
create index notices__of_account on notices (account_id, created_at desc);
comment on table notices is 'Letters to people: written in the transaction that causes them, sent by the worker, at least once.';
comment on column notices.id is 'UUIDv7 made by the application; also the Message-ID, so that a mailbox can tell a double.';
comment on column notices.account_id is 'To whom.';
comment on column notices.application_id is 'About which application, if any.';
comment on column notices.kind is 'Which letter.';
comment on column notices.language is 'In which language.';
comment on column notices.data_sealed is 'What the letter needs beyond ids (a link token), as JSON sealed with the account key, context notices|data|id; cleared when sent.';
comment on column notices.created_at is 'When it was caused.';
comment on column notices.sent_at is 'When the mail server took it.';
comment on column notices.attempts is 'Tries so far.';

create table audit_records (
  id uuid constraint audit_records__key primary key,
  at timestamptz not null default app_now(),
  actor_id uuid,
  actor_kind text not null constraint audit_records__actor_known check (actor_kind in ('visitor', 'applicant', 'staff', 'system')),
  action text not null,
  institution_id uuid,
  subject_kind text not null,
  subject_id uuid,
  data jsonb not null default '{}',
  transaction xid8 not null default pg_current_xact_id()
);
create index audit_records__of_subject on audit_records (subject_id, at);
comment on table audit_records is 'Who did what when; rows are only added, in the transaction of the deed.';
comment on column audit_records.id is 'UUIDv7 made by the application.';
comment on column audit_records.at is 'When.';
comment on column audit_records.actor_id is 'Who; null for a visitor or the system.';
comment on column audit_records.actor_kind is 'visitor, applicant, staff or system.';
comment on column audit_records.action is 'What, as noun.verb: application.submit, account.login.';
comment on column audit_records.institution_id is 'At which institution, if any.';
comment on column audit_records.subject_kind is 'What it was done to: account, application, document, program.';
comment on column audit_records.subject_id is 'Its id.';
comment on column audit_records.data is 'Codes and ids only, never personal data.';
comment on column audit_records.transaction is 'Transaction id: rows are sealed in order up to the oldest one still running.';

grant select, insert, update on applications, application_pages, documents to daftar_web;
grant select, insert on application_rounds, application_events, document_pages, notices to daftar_web;
grant select on application_verdicts to daftar_web;
grant insert on audit_records to daftar_web;
grant select, update on applications, documents to daftar_worker;
grant select, insert on document_pages, application_events to daftar_worker;
grant select on application_pages, application_rounds, application_verdicts to daftar_worker;
grant select, insert, update on notices to daftar_worker;
grant insert on audit_records to daftar_worker;
grant select, update on applications to daftar_staff;
grant select on application_pages, application_rounds, documents, document_pages to daftar_staff;
grant select, insert on application_events to daftar_staff;
grant select, insert, update, delete on application_verdicts to daftar_staff;
grant select, insert on audit_records to daftar_staff;
grant insert on notices to daftar_staff;
