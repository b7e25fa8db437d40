-- What a restriction holds back (UU PDP 27/2022 articles 11 and 41): letters to everybody, and the telling of verdicts.
-- Both go on by themselves when the restriction ends, as far as there is still something to tell.
create function restrictions() returns table (account_id uuid, institution_id uuid)
  language sql stable
  as $$
  select r.account_id, r.institution_id from rights_requests r
  where r.kind = 'restriction' and r.lifted_at is null and r.void_at is null and r.answer is distinct from 'refused'
$$;
comment on function restrictions() is 'Who has restricted what which institution does with their data: from the moment it is asked until they lift it or it is refused. As far as the caller may see.';

create or replace function is_restricted(person uuid, institution uuid) returns boolean
  language sql stable
  as $$
  select exists (select from restrictions() r where r.account_id = person and r.institution_id = institution)
$$;

create or replace function announce_extension(extension uuid, most integer) returns integer
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
      and (a.account_id, a.institution_id) not in (select r.account_id, r.institution_id from restrictions() r)
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

create or replace function remind_drafts(kind text, ahead interval, next_ahead interval, most integer) returns integer
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
      and (a.account_id, a.institution_id) not in (select x.account_id, x.institution_id from restrictions() x)
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

create or replace function announce_batch(program uuid, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  told uuid[];
  letters jsonb[];
begin
  -- A program that is published anew without an announcement tells what it had held.
  perform from programs p where p.id = program and (p.announced_at is not null or not p.announces);
  if not found then return 0; end if;
  with due as materialized (
    select a.id from applications a where a.program_id = program and a.status = 'decided'
      and (a.account_id, a.institution_id) not in (select r.account_id, r.institution_id from restrictions() r)
    limit most for update skip locked
  )
  select coalesce(array_agg(d.id), '{}') into told from due d;
  if cardinality(told) = 0 then return 0; end if;
  update applications a
    set status = h.verdict, number = coalesce(a.number, h.number), decided_at = app_now(), version = a.version + 1,
      announced_at = (select p.announced_at from programs p where p.id = program)
    from held_verdicts h
    where h.application_id = a.id and a.id = any (told);
  insert into application_events (id, application_id, institution_id, kind, round, actor_kind, data, note_sealed)
    select h.event_id, a.id, a.institution_id, h.verdict, a.round, 'system', case h.verdict
        when 'accepted' then jsonb_build_object('number', a.number)
        else jsonb_build_object('reasons', h.reasons) end, h.note_sealed
    from applications a join held_verdicts h on h.application_id = a.id
    where a.id = any (told);
  insert into audit_records (id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    select fresh_id(), 'system', 'application.announce', a.institution_id, 'application', a.id,
      jsonb_build_object('round', a.round, 'verdict', a.status)
    from applications a where a.id = any (told);
  with written as (
    insert into notices (id, account_id, application_id, kind, language)
      select fresh_id(), a.account_id, a.id, a.status, a.language from applications a where a.id = any (told)
      returning id
  )
  select array_agg(jsonb_build_object('noticeId', w.id)) into letters from written w;
  perform enqueue_many('send-notice', letters, 10);
  delete from held_verdicts h where h.application_id = any (told);
  return cardinality(told);
end $$;
