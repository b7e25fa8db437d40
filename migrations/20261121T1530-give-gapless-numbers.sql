-- Numbers without gaps are never given by the deed itself: a series whose last number every submission must hold would
-- make them wait for each other, and a deed that fails would leave a gap or its number would be given twice. They are
-- given afterwards, in the order in which the deeds stand in the sealed record, by one giver at a time, which moves the
-- numbers, the series and the place up to which it has read together or not at all.
create table gapless_programs (
  program_id uuid constraint gapless_programs__key primary key constraint gapless_programs__program references programs,
  pattern text not null,
  given text not null constraint gapless_programs__given_known check (given in ('submit', 'accept')),
  read_up_to bigint not null constraint gapless_programs__read_counted check (read_up_to >= 0)
);
comment on table gapless_programs is 'Programs whose numbers have no gaps. A program that is here stays here: its series has one giver.';
comment on column gapless_programs.program_id is 'The program.';
comment on column gapless_programs.pattern is 'Pattern of its numbers, from the version in force.';
comment on column gapless_programs.given is 'For which deed: submit, or accept.';
comment on column gapless_programs.read_up_to is 'How many entries of the sealed record were looked through for its deeds.';
grant select on gapless_programs to daftar_web, daftar_staff, daftar_worker;

create table gapless_series (
  program_id uuid not null constraint gapless_series__program references gapless_programs,
  period text not null,
  last bigint not null,
  constraint gapless_series__key primary key (program_id, period)
);
comment on table gapless_series is 'The last number of each series without gaps; only give_gapless_numbers moves it.';
comment on column gapless_series.program_id is 'Whose numbers.';
comment on column gapless_series.period is 'The year, as four digits in the zone of the institution.';
comment on column gapless_series.last is 'The last one that was given.';

create function make_gapless(program uuid, pattern text, given text) returns void
  language plpgsql
  as $$
begin
  -- Drafts under such a version would go on taking numbers of the same series by themselves.
  if given = 'submit' and exists (select from program_versions v
    where v.program_id = make_gapless.program and v.submit_number_pattern is not null) then
    raise exception 'the program gave numbers with gaps at submission before; numbers without gaps need a new program'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  -- What is sealed before this was numbered by the deed, if at all.
  insert into gapless_programs (program_id, pattern, given, read_up_to)
    values (program, pattern, given, (select coalesce(max(l.position) + 1, 0) from audit_leaves l))
    on conflict (program_id) do update set pattern = excluded.pattern, given = excluded.given;
end $$;
comment on function make_gapless(uuid, text, text) is
  'From now on the numbers of the program are given by give_gapless_numbers, for acceptances under earlier versions too. Run by the owner when publishing.';
revoke all on function make_gapless(uuid, text, text) from public;

create function give_gapless_numbers(program uuid, most integer) returns table (entries integer, given integer)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  series gapless_programs;
  upto bigint;
  deed record;
  this_last bigint;
  this_number text;
  count integer := 0;
begin
  select * into series from gapless_programs g where g.program_id = program for update skip locked;
  if not found then return query select 0, 0; return; end if;
  select least(series.read_up_to + most, coalesce(max(l.position) + 1, 0)) into upto from audit_leaves l;
  if upto <= series.read_up_to then return query select 0, 0; return; end if;

  for deed in
    select a.id, a.institution_id, first.position, to_char(first.at at time zone i.zone, 'YYYY') as period
    from (
      select r.subject_id, min(l.position) as position, min(r.at) as at
      from audit_leaves l join audit_records r on r.id = l.record_id
      where l.position >= series.read_up_to and l.position < upto and r.subject_kind = 'application'
        and (series.given = 'submit' and r.action = 'application.submit'
          or series.given = 'accept' and (r.action = 'application.accept'
            or r.action = 'application.announce' and r.data ->> 'verdict' = 'accepted'))
      group by r.subject_id
    ) as first
    join applications a on a.id = first.subject_id
    join institutions i on i.id = a.institution_id
    where a.program_id = program and a.number is null
    order by first.position
  loop
    insert into gapless_series (program_id, period, last)
      values (program, deed.period, coalesce((select pg_sequence_last_value(s.sequence_name::regclass)
        from number_series s where s.program_id = program and s.period = deed.period), 0))
      on conflict do nothing;
    select s.last into this_last from gapless_series s where s.program_id = program and s.period = deed.period;
    -- What a deed took itself before the program became one without gaps is given already: nothing is left out.
    loop
      this_last := this_last + 1;
      this_number := format_number(series.pattern, deed.period, this_last);
      exit when not exists (select from applications a where a.number = this_number);
    end loop;
    update gapless_series s set last = this_last where s.program_id = program and s.period = deed.period;
    update applications a set number = this_number where a.id = deed.id;
    insert into audit_records (id, actor_kind, action, institution_id, subject_kind, subject_id, data)
      values (fresh_id(), 'system', 'application.number', deed.institution_id, 'application', deed.id,
        jsonb_build_object('number', this_number, 'entry', deed.position));
    count := count + 1;
  end loop;
  update gapless_programs g set read_up_to = upto where g.program_id = program;
  return query select (upto - series.read_up_to)::integer, count;
end $$;
comment on function give_gapless_numbers(uuid, integer) is
  'Looks through at most so many further entries of the sealed record, and gives the deeds of the program in them their numbers, in the order of the record. One at a time; a second caller gets 0. Call it again until it reads nothing.';
revoke all on function give_gapless_numbers(uuid, integer) from public;
grant execute on function give_gapless_numbers(uuid, integer) to daftar_worker;
