-- People who had a registration number before their institution came here. They are imported from a table, and each
-- number waits for its owner, who claims it with proof. What is known of them serves that proof alone and is erased with it.
create table members (
  id uuid constraint members__key primary key,
  institution_id uuid not null constraint members__institution references institutions,
  program_id uuid not null constraint members__program references programs,
  number_index bytea,
  number_index_b bytea,
  nik_index bytea,
  nik_index_b bytea,
  email_index bytea,
  email_index_b bytea,
  person_sealed bytea,
  load uuid not null,
  imported_at timestamptz not null default app_now(),
  account_id uuid constraint members__account references accounts,
  claimed_at timestamptz,
  constraint members__number_once unique (program_id, number_index),
  constraint members__number_once_in_b unique (program_id, number_index_b),
  constraint members__nik_once unique (program_id, nik_index),
  constraint members__nik_once_in_b unique (program_id, nik_index_b),
  constraint members__email_once unique (program_id, email_index),
  constraint members__email_once_in_b unique (program_id, email_index_b),
  constraint members__one_number unique (program_id, account_id),
  constraint members__indexed check (number_index is not null or number_index_b is not null),
  constraint members__claimed check ((account_id is null) = (claimed_at is null)),
  constraint members__erased_when_claimed check ((account_id is null) = (person_sealed is not null)
    and (account_id is null or num_nonnulls(nik_index, nik_index_b, email_index, email_index_b) = 0))
);
comment on table members is 'Numbers of a program that were given before it came here, each until and after its owner claimed it.';
comment on column members.id is 'UUIDv7 made by the application.';
comment on column members.institution_id is 'The institution that runs the program; its key seals the person.';
comment on column members.program_id is 'Whose number it is. Whoever has claimed it counts as accepted there.';
comment on column members.number_index is 'The number under an index key of slot a for this program alone.';
comment on column members.number_index_b is 'The same under an index key of slot b.';
comment on column members.nik_index is 'The NIK under an index key of slot a for this program alone; null where it is not known, and once claimed.';
comment on column members.nik_index_b is 'The same under an index key of slot b.';
comment on column members.email_index is 'The e-mail address under an index key of slot a for this program alone; null where it is not known, and once claimed.';
comment on column members.email_index_b is 'The same under an index key of slot b.';
comment on column members.person_sealed is 'Number, name, birth date, NIK and address as JSON, sealed with the institution''s key, context members|person|id; null once claimed.';
comment on column members.load is 'The import that has seen it last.';
comment on column members.imported_at is 'When it was imported first.';
comment on column members.account_id is 'Who has claimed it; null while it waits.';
comment on column members.claimed_at is 'When it was claimed.';

alter table members enable row level security;
create policy members__web on members to daftar_web using (true) with check (true);
create policy members__staff on members to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select on members to daftar_web, daftar_staff;

create function move_number_series(program uuid, period text, past bigint) returns void
  language plpgsql
  as $$
declare
  name text;
begin
  perform make_number_series(program, period);
  select s.sequence_name into name from number_series s where s.program_id = program and s.period = move_number_series.period;
  -- Waits for whoever has taken a number and holds off whoever would take one: the series never moves back.
  execute format('alter sequence %I no cycle', name);
  if coalesce(pg_sequence_last_value(name::regclass), 0) < past then
    perform setval(name::regclass, past);
  end if;
end $$;
comment on function move_number_series(uuid, text, bigint) is
  'Moves the series of a program and year on, so that it gives no number up to this one. Run by the owner, in a transaction of its own.';
revoke all on function move_number_series(uuid, text, bigint) from public;

create or replace function unmet_requirements(version uuid, account uuid) returns setof uuid
  language sql stable
  as $$
    select r.program_id from program_requirements r
    where r.version_id = unmet_requirements.version and not exists (
      select from applications a
      where a.account_id = unmet_requirements.account and a.program_id = r.program_id
        and (a.status = 'accepted' or r.state = 'submitted' and a.status in ('submitted', 'in_review', 'returned', 'decided')))
      and not exists (
        select from members m where m.account_id = unmet_requirements.account and m.program_id = r.program_id)
  $$;
comment on function unmet_requirements(uuid, uuid) is
  'The programs that a version of a program demands and that an account has not come far enough in, nor has a number of from before.';
