-- The templates of a program's documents are published with it: a version never changes, and neither do its files.
create table program_files (
  content_hash text constraint program_files__key primary key,
  content bytea not null,
  constraint program_files__hash_is_of_content check (content_hash = encode(sha256(content), 'hex'))
);
comment on table program_files is 'Files that stand beside program files, once each, found by their content.';
comment on column program_files.content_hash is 'SHA-256 of the content, hexadecimal.';
comment on column program_files.content is 'The bytes as published.';

create table program_version_files (
  version_id uuid not null constraint program_version_files__version references program_versions,
  path text not null,
  content_hash text not null constraint program_version_files__file references program_files,
  constraint program_version_files__key primary key (version_id, path)
);
comment on table program_version_files is 'Which file a version has under which name.';
comment on column program_version_files.version_id is 'The version.';
comment on column program_version_files.path is 'The name in the program file, as templates/surat.docx.';
comment on column program_version_files.content_hash is 'The file.';

create trigger program_files__immutable before update or delete on program_files
  for each row execute function refuse_change();
create trigger program_version_files__immutable before update or delete on program_version_files
  for each row execute function refuse_change();
grant select on program_files, program_version_files to daftar_web, daftar_worker, daftar_staff;
