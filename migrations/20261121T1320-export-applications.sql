create table application_exports (
  id uuid not null,
  institution_id uuid not null,
  program_id uuid not null,
  actor_id uuid not null,
  format text not null,
  language text not null,
  columns text[] not null,
  applications uuid[] not null,
  part integer not null,
  parts integer not null,
  purpose_sealed bytea not null,
  at timestamptz not null default app_now(),
  constraint application_exports__key primary key (id),
  constraint application_exports__institution foreign key (institution_id) references institutions (id),
  constraint application_exports__program foreign key (program_id) references programs (id),
  constraint application_exports__actor foreign key (actor_id) references accounts (id),
  constraint application_exports__format_known check (format in ('csv', 'xlsx')),
  constraint application_exports__language_known check (language in ('id', 'en')),
  constraint application_exports__at_most_500 check (cardinality(applications) between 1 and 500)
);
create index application_exports__of_actor on application_exports (actor_id, at);
create index application_exports__of_program on application_exports (program_id, at);
comment on table application_exports is 'Tables of applications that left the service: who took whose data, when and for what. Rows are only added.';
comment on column application_exports.id is 'UUIDv7 made by the application; stands in the file''s first line.';
comment on column application_exports.institution_id is 'For row-level security.';
comment on column application_exports.program_id is 'Of which program.';
comment on column application_exports.actor_id is 'The officer, who alone may fetch the file.';
comment on column application_exports.format is 'csv or xlsx.';
comment on column application_exports.language is 'Language of headings and values.';
comment on column application_exports.columns is 'Ids of the fields and facts that were chosen.';
comment on column application_exports.applications is 'Exactly these applications, in order.';
comment on column application_exports.part is 'Which part of the selection, from 1.';
comment on column application_exports.parts is 'How many parts the selection had.';
comment on column application_exports.purpose_sealed is 'What the officer says the data are for, sealed with the institution''s key, context application_exports|purpose|id.';
comment on column application_exports.at is 'When; the file can be fetched for an hour from then on.';

alter table application_exports enable row level security;
create policy application_exports__staff on application_exports to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create trigger application_exports__append_only before update or delete on application_exports
  for each row execute function refuse_change();
grant select, insert on application_exports to daftar_staff;
