-- While the key of blind indexes is replaced, each row has two: one under the old key and one under the new, each
-- unique by itself. Whoever writes under the old key alone and whoever writes under both meet in the old column; whoever
-- writes under both and whoever writes under the new key alone meet in the new one. No two steps apart write at once.
alter table account_identifiers
  alter column blind_index drop not null,
  add column blind_index_b bytea,
  add constraint account_identifiers__indexed check (blind_index is not null or blind_index_b is not null),
  add constraint account_identifiers__once_in_b unique (kind, blind_index_b);
comment on column account_identifiers.blind_index is 'The normalised value under an index key of slot a for this kind; null while only a key of slot b is in use.';
comment on column account_identifiers.blind_index_b is 'The same under an index key of slot b; null while only a key of slot a is in use.';

alter table applications add column identity_index_b bytea;
comment on column applications.identity_index is 'Blind index of the NIK as answered, under a key of slot a; becomes the account''s own at submission.';
comment on column applications.identity_index_b is 'The same under a key of slot b.';

alter table subscriptions
  drop constraint subscriptions__erased_at_end,
  add column blind_index_b bytea,
  add constraint subscriptions__once_in_b unique (program_id, blind_index_b),
  add constraint subscriptions__erased_at_end check (
    (status in ('pending', 'confirmed')) = (person_sealed is not null)
    and (status in ('pending', 'confirmed')) = (blind_index is not null or blind_index_b is not null)
    and (status in ('pending', 'confirmed')) = (ended_at is null));
comment on column subscriptions.blind_index is 'The address under an index key of slot a, for this program alone; null once it has ended.';
comment on column subscriptions.blind_index_b is 'The same under an index key of slot b.';

CREATE OR REPLACE FUNCTION public.submit_application(application uuid, account uuid, event uuid, audit uuid, notice uuid)
 RETURNS TABLE(outcome text, submitted_round integer, given_number text)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
declare
  app applications;
  period text;
  number_pattern text;
  draft record;
begin
  update applications a
    set status = 'submitted', round = a.round + 1, submitted_at = app_now(), declared_at = app_now(),
      marks = null, version = a.version + 1, claimed_by = null, claimed_at = null
    from programs p
    where a.id = application and a.account_id = account and p.id = a.program_id and a.complete
      and (a.status = 'returned' or a.status = 'draft'
        and not exists (select from unmet_requirements(a.version_id, a.account_id))
        and p.opens_at <= app_now()
        and (p.closes_at is null or last_call_of(p.closes_at, a.extended_until, p.grace_seconds) > app_now()))
    returning a.* into app;
  if not found then
    select a.status, a.complete, a.round, a.number, a.version_id into draft
      from applications a where a.id = application and a.account_id = account;
    return query select case
      when draft.status is null then 'unknown'
      when draft.status in ('submitted', 'in_review', 'accepted', 'rejected') then 'already'
      when draft.status not in ('draft', 'returned') then 'closed'
      when not draft.complete then 'incomplete'
      when draft.status = 'draft' and exists (select from unmet_requirements(draft.version_id, account)) then 'requirement'
      else 'closed' end, draft.round, draft.number;
    return;
  end if;

  if app.identity_sealed is not null then
    delete from account_identifiers i
      where i.account_id = account and i.kind = 'nik' and i.verified_at is null
        and (i.blind_index = app.identity_index or i.blind_index_b = app.identity_index_b) is not true;
    insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed)
      values (app.id, account, 'nik', app.identity_index, app.identity_index_b, app.identity_sealed)
      on conflict do nothing;
    if not found then
      perform from account_identifiers i
        where i.kind = 'nik' and i.blind_index = app.identity_index and i.account_id <> account
        union all
        select from account_identifiers i
        where i.kind = 'nik' and i.blind_index_b = app.identity_index_b and i.account_id <> account;
      if found then raise exception 'identity_taken' using errcode = 'unique_violation'; end if;
    end if;
  end if;

  select v.submit_number_pattern into number_pattern from program_versions v where v.id = app.version_id;
  if number_pattern is not null and app.number is null then
    select to_char(app_now() at time zone i.zone, 'YYYY') into period from institutions i where i.id = app.institution_id;
    update applications a
      set number = format_number(number_pattern, period, next_number(app.program_id, period))
      where a.id = app.id returning a.number into app.number;
  end if;

  insert into application_rounds (application_id, institution_id, round, pages)
    select app.id, app.institution_id, app.round, jsonb_build_object(
      'pages', coalesce((select jsonb_object_agg(g.page, encode(g.sealed, 'base64'))
        from application_pages g where g.application_id = app.id), '{}'),
      'documents', coalesce((select jsonb_object_agg(d.slot, d.id)
        from documents d where d.application_id = app.id and d.status <> 'removed'), '{}'));
  insert into application_events (id, application_id, institution_id, kind, round, actor_id, actor_kind)
    values (event, app.id, app.institution_id, 'submitted', app.round, account, 'applicant');
  insert into audit_records (id, actor_id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    values (audit, account, 'applicant', 'application.submit', app.institution_id, 'application', app.id,
      jsonb_build_object('round', app.round));
  insert into notices (id, account_id, application_id, kind, language)
    values (notice, account, app.id, 'submitted', app.language);
  perform enqueue_quietly('send-notice', jsonb_build_object('noticeId', notice));
  return query select 'submitted'::text, app.round, app.number;
end $function$;

CREATE OR REPLACE FUNCTION public.close_program_batch(program uuid, most integer, after uuid DEFAULT NULL::uuid)
 RETURNS TABLE(submitted integer, locked integer, last uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  closing record;
  ready uuid[];
  rest uuid[];
  taken uuid[];
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
    -- Each column by itself: with "or" the plan would read every identifier there is.
    select coalesce(array_agg(one.id), '{}') into taken from (
      select a.id from applications a
        join account_identifiers i on i.kind = 'nik' and i.blind_index = a.identity_index and i.account_id <> a.account_id
        where a.id = any (ready) and a.identity_index is not null
      union
      select a.id from applications a
        join account_identifiers i on i.kind = 'nik' and i.blind_index_b = a.identity_index_b and i.account_id <> a.account_id
        where a.id = any (ready) and a.identity_index_b is not null
    ) as one;
    if cardinality(taken) > 0 then
      select coalesce(array_agg(id), '{}') into ready from unnest(ready) as id where id <> all (taken);
      rest := rest || taken;
    end if;
    delete from account_identifiers i
      using applications a
      where a.id = any (ready) and a.identity_sealed is not null
        and i.account_id = a.account_id and i.kind = 'nik' and i.verified_at is null
        and not exists (select from applications b
          where b.id = any (ready) and b.account_id = i.account_id 
            and (b.identity_index = i.blind_index or b.identity_index_b = i.blind_index_b));

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
