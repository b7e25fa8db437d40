create or replace function close_program_batch(program uuid, most integer, after uuid default null::uuid)
 returns table(submitted integer, locked integer, last uuid)
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
declare
  closing record;
  ready uuid[];
  rest uuid[];
  taken uuid[];
  stale uuid[];
  this_year text;
  series text;
  letters jsonb[];
  demands boolean;
  reached uuid;
begin
  -- An extension holds this row while it is written: the batch comes wholly before or wholly after it.
  select p.id, p.closes_at, p.grace_seconds, i.zone into closing
    from programs p join institutions i on i.id = p.institution_id
    where p.id = program and p.closes_at + p.grace_seconds * interval '1 second' <= app_now()
    for share of p;
  if not found then return query select 0, 0, null::uuid; return; end if;

  -- Most programs demand no other, and then no draft is asked about it.
  demands := exists (select from program_requirements r join program_versions v on v.id = r.version_id
    where v.program_id = program);

  -- Whoever submits by hand at this moment holds their row, and is passed over.
  with due as materialized (
    select a.id, a.complete and a.agreed_at is not null and a.declared_at is not null
        and (not demands or not exists (select from unmet_requirements(a.version_id, a.account_id))) as is_ready
    from applications a
    where a.program_id = program and a.status = 'draft' and (after is null or a.id > after)
      and last_call_of(closing.closes_at, a.extended_until, closing.grace_seconds) <= app_now()
    order by a.id
    limit most for update skip locked
  )
  select array_agg(d.id) filter (where d.is_ready), array_agg(d.id) filter (where not d.is_ready), (array_agg(d.id order by d.id desc))[1]
    into ready, rest, reached from due d;
  ready := coalesce(ready, '{}');
  rest := coalesce(rest, '{}');

  if cardinality(ready) > 0 then
    -- In the order of the index, so that two batches with the same numbers wait for each other and never crosswise.
    insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed)
      select a.id, a.account_id, 'nik', a.identity_index, a.identity_index_b, a.identity_sealed
      from applications a where a.id = any (ready) and a.identity_sealed is not null
      order by coalesce(a.identity_index, a.identity_index_b)
      on conflict do nothing;
    -- Only a proven NIK shuts others out. Each column by itself: with "or" the plan would read every identifier there is.
    select coalesce(array_agg(one.id), '{}') into taken from (
      select a.id from applications a
        join account_identifiers i on i.kind = 'nik' and i.blind_index = a.identity_index
          and i.verified_at is not null and i.account_id <> a.account_id
        where a.id = any (ready) and a.identity_index is not null
      union
      select a.id from applications a
        join account_identifiers i on i.kind = 'nik' and i.blind_index_b = a.identity_index_b
          and i.verified_at is not null and i.account_id <> a.account_id
        where a.id = any (ready) and a.identity_index_b is not null
    ) as one;
    if cardinality(taken) > 0 then
      select coalesce(array_agg(id), '{}') into ready from unnest(ready) as id where id <> all (taken);
      rest := rest || taken;
    end if;
    -- Seldom any: looked for first, so that what they rest on is asked for those few alone.
    select coalesce(array_agg(i.id), '{}') into stale
      from applications a join account_identifiers i on i.account_id = a.account_id and i.kind = 'nik'
      where a.id = any (ready) and a.identity_sealed is not null and i.verified_at is null
        and (i.blind_index = a.identity_index or i.blind_index_b = a.identity_index_b) is not true;
    if cardinality(stale) > 0 then
      delete from account_identifiers i where i.id = any (stale)
        and not rests_on_nik(i.account_id, i.blind_index, i.blind_index_b)
        and not exists (select from applications b where b.id = any (ready) and b.account_id = i.account_id
          and (b.identity_index = i.blind_index or b.identity_index_b = i.blind_index_b));
    end if;

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
      select a.id, a.institution_id, a.round, jsonb_build_object(
        'pages', coalesce((select jsonb_object_agg(g.page, encode(g.sealed, 'base64'))
          from application_pages g where g.application_id = a.id), '{}'),
        'documents', coalesce((select jsonb_object_agg(d.slot, d.id)
          from documents d where d.application_id = a.id and d.status <> 'removed'), '{}'))
      from applications a where a.id = any (ready);
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
          case when a.id = any (taken) then 'nik_taken' end,
          case when demands and exists (select from unmet_requirements(a.version_id, a.account_id)) then 'requirement' end], null)))
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
  return query select cardinality(ready), cardinality(rest), reached;
end $function$;
comment on function close_program_batch(uuid, integer, uuid) is
  'Closes at most so many drafts of a program whose closing and grace are over: complete ones with declaration and agreement are submitted by the system, the others locked with what was missing. Goes through them by id, from the first after `after`; gives the last one that it closed. Any number of workers may call it at once; each draft is closed once. Rows that somebody holds are passed over: call it again from the beginning until nothing is left.';
