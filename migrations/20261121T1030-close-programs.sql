-- What happens at the closing moment, for very many drafts at once: each of these functions is a handful of statements
-- over a set of rows, never a loop over rows. They run as the owner, since the roles that call them have no other
-- reason to write numbers, identities or windows.

-- UUIDv7 in the database, for rows that no process of ours makes one by one. PostgreSQL 18 has its own, which is faster.
do $$
begin
  if current_setting('server_version_num')::integer >= 180000 then
    create function fresh_id() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  else
    create function fresh_id() returns uuid language sql volatile parallel safe as
      'select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
        substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), ''hex'')::uuid';
  end if;
end $$;
comment on function fresh_id() is 'A new UUIDv7.';

-- Sealed pages are as good as random, so that compressing what was submitted only costs time.
alter table application_rounds alter column pages set storage external;

alter table application_events drop constraint application_events__kind_known;
alter table application_events add constraint application_events__kind_known check (kind in ('started', 'submitted',
  'claimed', 'released', 'returned', 'accepted', 'rejected', 'withdrawn', 'locked', 'reopened', 'expired'));

alter table notices add column once text;
create unique index notices__once on notices (once) where once is not null;
comment on column notices.once is 'Names a letter that must not be written twice, such as a reminder; null for others.';

create function enqueue_many(identifier text, payloads jsonb[], priority integer default 0)
  returns void
  language sql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select count(*) from graphile_worker.add_jobs((
    select array_agg((enqueue_many.identifier, one::json, null, null, null, null, enqueue_many.priority, null)::graphile_worker.job_spec)
    from unnest(enqueue_many.payloads) as one
  )) where cardinality(enqueue_many.payloads) > 0
$$;
comment on function enqueue_many(text, jsonb[], integer) is
  'Adds a job for each payload in one statement. Jobs with a greater priority number wait for those with a smaller one, so that a hundred thousand letters do not hold up a new password.';
revoke execute on function enqueue_many(text, jsonb[], integer) from public;

create function schedule_closing(program uuid, application uuid default null) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  due timestamptz;
begin
  select last_call_of(p.closes_at, a.extended_until, p.grace_seconds) into due
    from programs p left join applications a on a.id = schedule_closing.application
    where p.id = schedule_closing.program;
  if due is null then return; end if;
  -- The queue knows only the real time; a moved clock moves the closing with it.
  perform enqueue('close-programs', jsonb_build_object('programId', program),
    concat_ws(':', 'close', program, application), now() + (due - app_now()));
end $$;
comment on function schedule_closing(uuid, uuid) is
  'Sets the job that closes a program, or one extended application, to its moment; called again it moves it.';
revoke all on function schedule_closing(uuid, uuid) from public;

create function close_program_batch(program uuid, most integer) returns table (submitted integer, locked integer)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  closing record;
  ready uuid[];
  rest uuid[];
  taken uuid[];
  this_year text;
  series text;
  letters jsonb[];
begin
  -- An extension holds this row while it is written: the batch comes wholly before or wholly after it.
  select p.id, p.closes_at, p.grace_seconds, i.zone into closing
    from programs p join institutions i on i.id = p.institution_id
    where p.id = program and p.closes_at + p.grace_seconds * interval '1 second' <= app_now()
    for share of p;
  if not found then return query select 0, 0; return; end if;

  -- Whoever submits by hand at this moment holds their row, and is passed over.
  with due as materialized (
    select a.id, a.complete and a.agreed_at is not null and a.declared_at is not null as is_ready
    from applications a
    where a.program_id = program and a.status = 'draft'
      and last_call_of(closing.closes_at, a.extended_until, closing.grace_seconds) <= app_now()
    limit most for update skip locked
  )
  select array_agg(d.id) filter (where d.is_ready), array_agg(d.id) filter (where not d.is_ready) into ready, rest from due d;
  ready := coalesce(ready, '{}');
  rest := coalesce(rest, '{}');

  if cardinality(ready) > 0 then
    -- In the order of the index, so that two batches with the same numbers wait for each other and never crosswise.
    insert into account_identifiers (id, account_id, kind, blind_index, sealed)
      select a.id, a.account_id, 'nik', a.identity_index, a.identity_sealed
      from applications a where a.id = any (ready) and a.identity_index is not null
      order by a.identity_index
      on conflict do nothing;
    select coalesce(array_agg(a.id), '{}') into taken
      from applications a
      join account_identifiers i on i.kind = 'nik' and i.blind_index = a.identity_index and i.account_id <> a.account_id
      where a.id = any (ready);
    if cardinality(taken) > 0 then
      select coalesce(array_agg(id), '{}') into ready from unnest(ready) as id where id <> all (taken);
      rest := rest || taken;
    end if;
    delete from account_identifiers i
      using applications a
      where a.id = any (ready) and a.identity_index is not null
        and i.account_id = a.account_id and i.kind = 'nik' and i.verified_at is null
        and not exists (select from applications b
          where b.id = any (ready) and b.account_id = i.account_id and b.identity_index = i.blind_index);

    this_year := to_char(app_now() at time zone closing.zone, 'YYYY');
    select s.sequence_name into series from number_series s where s.program_id = program and s.period = this_year;
    if series is null and exists (select from applications a join program_versions v on v.id = a.version_id
      where a.id = any (ready) and v.submit_number_pattern is not null and a.number is null) then
      raise exception 'no number series of program % for %', program, this_year using errcode = 'no_data_found';
    end if;
    update applications a
      set status = 'submitted', round = a.round + 1, submitted_at = app_now(), version = a.version + 1,
        number = case when v.submit_number_pattern is null or a.number is not null then a.number
          else format_number(v.submit_number_pattern, this_year, nextval(series::regclass)) end
      from program_versions v
      where a.id = any (ready) and v.id = a.version_id;
    insert into application_rounds (application_id, institution_id, round, pages)
      select a.id, a.institution_id, a.round, round_snapshot(a.id) from applications a where a.id = any (ready);
    insert into application_events (id, application_id, institution_id, kind, round, actor_kind)
      select fresh_id(), a.id, a.institution_id, 'submitted', a.round, 'system' from applications a where a.id = any (ready);
    insert into audit_records (id, actor_kind, action, institution_id, subject_kind, subject_id, data)
      select fresh_id(), 'system', 'application.submit', a.institution_id, 'application', a.id, jsonb_build_object('round', a.round)
      from applications a where a.id = any (ready);
    with written as (
      insert into notices (id, account_id, application_id, kind, language)
        select fresh_id(), a.account_id, a.id, 'submitted', a.language from applications a where a.id = any (ready)
        returning id
    )
    select array_agg(jsonb_build_object('noticeId', w.id)) into letters from written w;
    perform enqueue_many('send-notice', letters, 10);
  end if;

  if cardinality(rest) > 0 then
    update applications a set status = 'locked', version = a.version + 1 where a.id = any (rest);
    insert into application_events (id, application_id, institution_id, kind, round, actor_kind, data)
      select fresh_id(), a.id, a.institution_id, 'locked', a.round, 'system', jsonb_build_object(
        'missing', coalesce((select jsonb_agg(s.key) from jsonb_each_text(a.progress) s where s.value <> 'done'), '[]'),
        'wanting', to_jsonb(array_remove(array[
          case when a.complete and not v.submits then 'submission' end,
          case when a.complete and v.submits and a.agreed_at is null then 'agreement' end,
          case when a.complete and v.submits and a.declared_at is null then 'declaration' end,
          case when a.id = any (taken) then 'nik_taken' end], null)))
      from applications a
      join (select d.id, d.definition #>> '{window,at_close}' = 'submit_complete_and_lock' as submits
        from program_versions d where d.program_id = program) v on v.id = a.version_id
      where a.id = any (rest);
    insert into audit_records (id, actor_kind, action, institution_id, subject_kind, subject_id)
      select fresh_id(), 'system', 'application.lock', a.institution_id, 'application', a.id
      from applications a where a.id = any (rest);
    with written as (
      insert into notices (id, account_id, application_id, kind, language)
        select fresh_id(), a.account_id, a.id, 'locked', a.language from applications a where a.id = any (rest)
        returning id
    )
    select array_agg(jsonb_build_object('noticeId', w.id)) into letters from written w;
    perform enqueue_many('send-notice', letters, 10);
  end if;
  return query select cardinality(ready), cardinality(rest);
end $$;
comment on function close_program_batch(uuid, integer) is
  'Closes at most so many drafts of a program whose closing and grace are over: complete ones with declaration and agreement are submitted by the system, the others locked with what was missing. Any number of workers may call it at once; each draft is closed once. Rows that somebody holds are passed over: call it again until nothing is left.';
revoke all on function close_program_batch(uuid, integer) from public;

create function programs_to_close() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id from programs p
    where p.closes_at + p.grace_seconds * interval '1 second' <= app_now()
      and exists (select from applications a where a.program_id = p.id and a.status = 'draft'
        and last_call_of(p.closes_at, a.extended_until, p.grace_seconds) <= app_now())
  $$;
comment on function programs_to_close() is 'Programs with drafts whose closing and grace are over.';
revoke all on function programs_to_close() from public;

create function extend_window(
  extension uuid, program uuid, application uuid, until timestamptz, reason text, officer uuid
) returns table (outcome text, reopened integer)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  held programs;
  one record;
  was timestamptz;
  opened uuid[];
  moment timestamptz;
begin
  select p.* into held from programs p
    where p.id = program and p.institution_id = any (staff_institutions()) for no key update;
  if not found then return query select 'unknown', 0; return; end if;
  was := held.closes_at;
  if application is not null then
    select a.status, a.extended_until into one from applications a
      where a.id = application and a.program_id = program for update;
    if not found then return query select 'unknown', 0; return; end if;
    if one.status not in ('draft', 'locked') then return query select 'not_waiting', 0; return; end if;
    was := closes_at_of(was, one.extended_until);
  end if;
  if was is null then return query select 'never_closes', 0; return; end if;
  if until <= was or until <= app_now() then return query select 'not_later', 0; return; end if;

  insert into program_extensions (id, program_id, institution_id, application_id, closes_at, reason, extended_by)
    values (extension, program, held.institution_id, application, until, reason, officer);
  if application is null then update programs p set closes_at = until where p.id = program;
  else update applications a set extended_until = until where a.id = application;
  end if;

  -- Who was locked out already is let in again. The time of this transaction is older than that of a batch that it
  -- waited for, and history must not run backwards.
  moment := app_now() + (clock_timestamp() - now());
  with back as (
    update applications a set status = 'draft', version = a.version + 1
      where a.program_id = program and a.institution_id = held.institution_id and a.status = 'locked'
        and (application is null or a.id = application)
      returning a.id
  )
  select coalesce(array_agg(b.id), '{}') into opened from back b;
  insert into application_events (id, application_id, institution_id, kind, round, actor_id, actor_kind, data, at)
    select fresh_id(), a.id, a.institution_id, 'reopened', a.round, officer, 'staff',
      jsonb_build_object('extension', extension), moment
    from applications a where a.id = any (opened);
  insert into audit_records (id, actor_id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    select fresh_id(), officer, 'staff', 'application.reopen', a.institution_id, 'application', a.id,
      jsonb_build_object('extension', extension)
    from applications a where a.id = any (opened);
  insert into audit_records (id, actor_id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    values (fresh_id(), officer, 'staff', case when application is null then 'program.extend' else 'application.extend' end,
      held.institution_id, case when application is null then 'program' else 'application' end,
      coalesce(application, program),
      jsonb_build_object('extension', extension, 'from', was, 'until', until, 'reopened', cardinality(opened)));
  perform schedule_closing(program, application);
  perform enqueue('announce-extension', jsonb_build_object('extensionId', extension));
  return query select 'extended', cardinality(opened);
end $$;
comment on function extend_window(uuid, uuid, uuid, timestamptz, text, uuid) is
  'Extends the window of a program of the staff''s own institutions, for all or for one application, as one act with its history, audit record and letters; applications that were locked are drafts again. outcome: extended, not_later, never_closes, not_waiting or unknown.';
revoke all on function extend_window(uuid, uuid, uuid, timestamptz, text, uuid) from public;
grant execute on function extend_window(uuid, uuid, uuid, timestamptz, text, uuid) to daftar_staff;

create function announce_extension(extension uuid, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  letters jsonb[];
begin
  with due as (
    select a.id, a.account_id, a.language, 'extended:' || e.id || ':' || a.id as name
    from program_extensions e
    join applications a on a.program_id = e.program_id and a.status = 'draft'
    where e.id = extension and (e.application_id is null or a.id = e.application_id)
      and not exists (select from notices n where n.once = 'extended:' || e.id || ':' || a.id)
    limit most
  ), written as (
    insert into notices (id, account_id, application_id, kind, language, once)
      select fresh_id(), d.account_id, d.id, 'extended', d.language, d.name from due d
      on conflict (once) where once is not null do nothing
      returning id
  )
  select array_agg(jsonb_build_object('noticeId', w.id)) into letters from written w;
  perform enqueue_many('send-notice', letters, 10);
  return coalesce(cardinality(letters), 0);
end $$;
comment on function announce_extension(uuid, integer) is
  'Writes the letters about an extension to at most so many of those whom it concerns, each once; call it again until it gives 0.';
revoke all on function announce_extension(uuid, integer) from public;

create function remind_drafts(kind text, ahead interval, next_ahead interval, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  letters jsonb[];
begin
  with due as (
    select a.id, a.account_id, a.language, r.name
    from programs p
    join applications a on a.program_id = p.id and a.status = 'draft'
    cross join lateral (select closes_at_of(p.closes_at, a.extended_until) as closes_at) c
    cross join lateral (select concat_ws(':', 'reminder', kind, extract(epoch from c.closes_at), a.id) as name) r
    where p.closes_at - ahead <= app_now() and c.closes_at - ahead <= app_now() and c.closes_at - next_ahead > app_now()
      and a.created_at <= c.closes_at - ahead
      and not exists (select from notices n where n.once = r.name)
    limit most
  ), written as (
    insert into notices (id, account_id, application_id, kind, language, once)
      select fresh_id(), d.account_id, d.id, 'reminder', d.language, d.name from due d
      on conflict (once) where once is not null do nothing
      returning id
  )
  select array_agg(jsonb_build_object('noticeId', w.id)) into letters from written w;
  perform enqueue_many('send-notice', letters, 10);
  return coalesce(cardinality(letters), 0);
end $$;
comment on function remind_drafts(text, interval, interval, integer) is
  'Reminds at most so many people of a draft whose closing is nearer than `ahead` and not yet as near as `next_ahead`, each once per kind and closing; who began later than that is not reminded. Call it again until it gives 0.';
revoke all on function remind_drafts(text, interval, interval, integer) from public;

grant execute on function close_program_batch(uuid, integer), programs_to_close(), announce_extension(uuid, integer),
  remind_drafts(text, interval, interval, integer) to daftar_worker;

-- Programs that were published before this migration get their job too.
select schedule_closing(id) from programs;
