create table programs (
  id uuid constraint programs__key primary key,
  institution_id uuid not null constraint programs__institution references institutions,
  slug text not null constraint programs__slug_once unique,
  version_id uuid,
  opens_at timestamptz not null,
  closes_at timestamptz,
  published_at timestamptz not null default app_now()
);
comment on table programs is 'Registration programs as they stand now.';
comment on column programs.id is 'UUIDv7 made by the application.';
comment on column programs.institution_id is 'Who runs it.';
comment on column programs.slug is 'Its name in its file and address.';
comment on column programs.version_id is 'The version that new applications begin under.';
comment on column programs.opens_at is 'Start of the window in force.';
comment on column programs.closes_at is 'End of the window in force; null for a program that is open all year.';
comment on column programs.published_at is 'When the present version was published.';

create table program_versions (
  id uuid constraint program_versions__key primary key,
  program_id uuid not null constraint program_versions__program references programs,
  content_hash text not null constraint program_versions__content_once unique,
  definition jsonb not null,
  submit_number_pattern text,
  published_at timestamptz not null default app_now(),
  published_by uuid constraint program_versions__publisher references accounts
);
alter table programs add constraint programs__version foreign key (version_id) references program_versions;
comment on table program_versions is 'Published program files, found by their content; they never change.';
comment on column program_versions.id is 'UUIDv7 made by the application.';
comment on column program_versions.program_id is 'Whose version it is.';
comment on column program_versions.content_hash is 'SHA-256 of the definition as canonical JSON, hexadecimal.';
comment on column program_versions.definition is 'The checked program file as JSON.';
comment on column program_versions.submit_number_pattern is 'Pattern of the number when it is given at submission, so that submitting need not read the definition; null when given later.';
comment on column program_versions.published_at is 'When it was published.';
comment on column program_versions.published_by is 'By whom; null on the command line.';

create table number_series (
  program_id uuid not null constraint number_series__program references programs,
  period text not null,
  sequence_name text not null constraint number_series__sequence_once unique,
  constraint number_series__key primary key (program_id, period)
);
comment on table number_series is 'The database sequence from which the numbers of a program and period come. Gaps may occur; doubles may not.';
comment on column number_series.program_id is 'Whose numbers.';
comment on column number_series.period is 'The year, as four digits in the zone of the institution.';
comment on column number_series.sequence_name is 'Name of the sequence.';

create function next_number(for_program uuid, for_period text) returns bigint
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  name text;
begin
  select sequence_name into name from number_series where program_id = for_program and period = for_period;
  if name is null then
    raise exception 'no number series of program % for %', for_program, for_period using errcode = 'no_data_found';
  end if;
  return nextval(name::regclass);
end $$;
comment on function next_number(uuid, text) is 'The next number of a series. Fails with no_data_found where the series was not made.';

create function make_number_series(for_program uuid, for_period text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  name text := 'number_' || replace(for_program::text, '-', '') || '_' || for_period;
begin
  if for_period !~ '^[0-9]{4}$' then raise exception 'a period is a year of four digits, not %', for_period; end if;
  execute format('create sequence if not exists %I', name);
  insert into number_series (program_id, period, sequence_name) values (for_program, for_period, name)
    on conflict do nothing;
end $$;
comment on function make_number_series(uuid, text) is 'Makes the series of a year ahead of time; run by the owner when publishing and by the worker before each new year.';
revoke all on function make_number_series(uuid, text) from public;
grant execute on function make_number_series(uuid, text) to daftar_worker;
revoke all on function next_number(uuid, text) from public;
grant execute on function next_number(uuid, text) to daftar_web, daftar_staff, daftar_worker;

grant select on programs, program_versions, number_series to daftar_web, daftar_worker, daftar_staff;
