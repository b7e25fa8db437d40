-- A notification (NOTIFY) takes one lock for the whole database until its commit is on the disk, so commits that carry
-- one are written one by one: submitting was bound to one per write of the disk (about 200 a second where 2 000 are
-- possible). The job of a submission's letter is therefore added without waking the worker, which looks for jobs by
-- itself every two seconds. The queue has no function for that, hence its table; the bench and the tests of submitting
-- fail if a new version of the queue changes it.
create function enqueue_quietly(identifier text, payload jsonb)
  returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into graphile_worker._private_jobs (task_id, payload)
    select t.id, enqueue_quietly.payload::json
    from graphile_worker._private_tasks t where t.identifier = enqueue_quietly.identifier;
  -- The first job of its kind makes the kind known, which only the queue's own function does.
  if not found then perform public.enqueue(enqueue_quietly.identifier, enqueue_quietly.payload); end if;
end $$;

comment on function enqueue_quietly(text, jsonb) is
  'Adds a job that may wait until the worker looks by itself, for acts of which thousands come in a second.';

revoke execute on function enqueue_quietly(text, jsonb) from public;
grant execute on function enqueue_quietly(text, jsonb) to daftar_web, daftar_worker, daftar_staff;

create or replace function submit_application(
  application uuid, account uuid, event uuid, audit uuid, notice uuid
) returns table (outcome text, submitted_round integer, given_number text)
  language plpgsql
  as $$
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
        and p.opens_at <= app_now() and (p.closes_at is null or p.closes_at > app_now()))
    returning a.* into app;
  if not found then
    select a.status, a.complete, a.round, a.number into draft
      from applications a where a.id = application and a.account_id = account;
    return query select case
      when draft.status is null then 'unknown'
      when draft.status in ('submitted', 'in_review', 'accepted', 'rejected') then 'already'
      when draft.status not in ('draft', 'returned') then 'closed'
      when not draft.complete then 'incomplete'
      else 'closed' end, draft.round, draft.number;
    return;
  end if;

  if app.identity_index is not null then
    delete from account_identifiers i
      where i.account_id = account and i.kind = 'nik' and i.verified_at is null and i.blind_index <> app.identity_index;
    insert into account_identifiers (id, account_id, kind, blind_index, sealed)
      values (app.id, account, 'nik', app.identity_index, app.identity_sealed)
      on conflict do nothing;
    perform from account_identifiers i
      where i.kind = 'nik' and i.blind_index = app.identity_index and i.account_id <> account;
    if found then raise exception 'identity_taken' using errcode = 'unique_violation'; end if;
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
end $$;
