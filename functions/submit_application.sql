create or replace function submit_application(application uuid, account uuid, event uuid, audit uuid, notice uuid)
 returns table(outcome text, submitted_round integer, given_number text)
 language plpgsql
 set enable_seqscan to 'off'
as $function$
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
end $function$;
comment on function submit_application(uuid, uuid, uuid, uuid, uuid) is
  'Submits a complete draft or correction, once. outcome: submitted, already, incomplete, closed or unknown; raises unique_violation identity_taken when the NIK is another account''s.';
