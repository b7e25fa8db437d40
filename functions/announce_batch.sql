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
comment on function announce_batch(uuid, integer) is
  'Tells at most so many held verdicts of a program whose announcement has begun: status, number, event, audit record and letter together, each once. Any number of workers may call it at once; rows that somebody holds are passed over: call it again until nothing is left.';
