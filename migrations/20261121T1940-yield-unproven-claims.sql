-- A NIK that somebody states is a claim and shuts nobody out: anybody may know the number of anybody. Several accounts may
-- claim the same one; whoever proves it first holds it, and of proven ones there is one per NIK and one per account.
alter table account_identifiers
  drop constraint account_identifiers__once_on_platform,
  drop constraint account_identifiers__once_in_b,
  add constraint account_identifiers__claimed_once unique (kind, blind_index, account_id),
  add constraint account_identifiers__claimed_once_in_b unique (kind, blind_index_b, account_id);
create unique index account_identifiers__once_on_platform on account_identifiers (kind, blind_index)
  where kind <> 'nik' or verified_at is not null;
create unique index account_identifiers__once_in_b on account_identifiers (kind, blind_index_b)
  where kind <> 'nik' or verified_at is not null;
create unique index account_identifiers__one_proven_nik on account_identifiers (account_id)
  where kind = 'nik' and verified_at is not null;
comment on table account_identifiers is 'What a person is known by. Each value belongs to at most one account of the platform, but a NIK that is not proven is a claim, which several may make.';
comment on column account_identifiers.verified_at is 'When it was proved, by its owner, a source or an officer who saw the KTP; null for what was only stated.';

create function rests_on_nik(person uuid, index_a bytea, index_b bytea) returns boolean
  language sql stable
  as $$
  select exists (select from applications a where a.account_id = person
    and a.status in ('submitted', 'in_review', 'returned', 'decided', 'accepted', 'appealed')
    and (a.identity_index = index_a or a.identity_index_b = index_b))
$$;
comment on function rests_on_nik(uuid, bytea, bytea) is 'Whether an application of the account that is on its way or was accepted was made with this NIK; then the account does not give it up by stating another one.';

create function claim_nik(person uuid, id uuid, index_a bytea, index_b bytea, sealed bytea) returns void
  language plpgsql
  as $$
begin
  perform from account_identifiers i
      where i.kind = 'nik' and i.blind_index = index_a and i.verified_at is not null and i.account_id <> person
    union all
    select from account_identifiers i
      where i.kind = 'nik' and i.blind_index_b = index_b and i.verified_at is not null and i.account_id <> person;
  if found then raise exception 'identity_taken' using errcode = 'unique_violation'; end if;
  delete from account_identifiers i
    where i.account_id = person and i.kind = 'nik' and i.verified_at is null
      and (i.blind_index = index_a or i.blind_index_b = index_b) is not true
      and not rests_on_nik(person, i.blind_index, i.blind_index_b);
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed)
    values (claim_nik.id, person, 'nik', index_a, index_b, claim_nik.sealed)
    on conflict do nothing;
end $$;
comment on function claim_nik(uuid, uuid, bytea, bytea, bytea) is
  'Notes that an account applies with a NIK; one claimed before stays where another application rests on it. Raises identity_taken where somebody else has proved that it is theirs.';

create function prove_nik(application uuid) returns text
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  app applications;
begin
  select a.* into app from applications a
    where a.id = application and a.identity_sealed is not null
      and a.status in ('submitted', 'in_review', 'decided', 'accepted', 'appealed');
  if not found then return 'none'; end if;
  if exists (select from account_identifiers i
    where i.account_id = app.account_id and i.kind = 'nik' and i.verified_at is not null) then return 'already'; end if;
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed)
    values (app.id, app.account_id, 'nik', app.identity_index, app.identity_index_b, app.identity_sealed)
    on conflict do nothing;
  begin
    update account_identifiers i set verified_at = app_now()
      where i.account_id = app.account_id and i.kind = 'nik'
        and (i.blind_index = app.identity_index or i.blind_index_b = app.identity_index_b);
  exception when unique_violation then return 'held';
  end;
  return case when found then 'proven' else 'none' end;
end $$;
comment on function prove_nik(uuid) is
  'Makes the NIK of a submitted application its account''s own: proven; already where the account has a proven one, this or another; held where another account was faster; none where there is nothing to prove.';
revoke all on function prove_nik(uuid) from public;
grant execute on function prove_nik(uuid) to daftar_worker;

create function prove_seen_nik(application uuid) returns text
  language sql security definer set search_path = public, pg_temp
  as $$
  select prove_nik(a.id) from applications a where a.id = application and a.institution_id = any (staff_institutions())
$$;
comment on function prove_seen_nik(uuid) is 'prove_nik for an officer who saw the KTP, in their own institutions.';
revoke all on function prove_seen_nik(uuid) from public;
grant execute on function prove_seen_nik(uuid) to daftar_staff;

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
    perform claim_nik(account, app.id, app.identity_index, app.identity_index_b, app.identity_sealed);
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
end $function$
;

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
end $function$
;
