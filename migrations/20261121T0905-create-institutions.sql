create table institutions (
  id uuid constraint institutions__key primary key,
  slug text not null constraint institutions__slug_once unique
    constraint institutions__slug_form check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name jsonb not null,
  zone text not null default 'Asia/Jakarta',
  key_wrapped bytea not null,
  created_at timestamptz not null default app_now()
);
comment on table institutions is 'Associations, ministries and companies that run programs on this platform.';
comment on column institutions.id is 'UUIDv7 made by the application.';
comment on column institutions.slug is 'Short name in program files and addresses.';
comment on column institutions.name is 'Name by language: {"id": …, "en": …}.';
comment on column institutions.zone is 'IANA time zone in which years of numbers and dates of letters are reckoned.';
comment on column institutions.key_wrapped is 'The institution''s key, wrapped by the platform key; wraps the keys in person_keys.';
comment on column institutions.created_at is 'When the institution joined.';
grant select on institutions to daftar_web, daftar_worker, daftar_staff;
