-- A window in force is what the program file states, or what it was extended to, whichever is later. The latest moments
-- stand in the rows that every page reads anyway (programs.closes_at, applications.extended_until), so that asking for
-- the closing costs nothing; program_extensions is their history.
alter table programs
  add column file_closes_at timestamptz,
  add column grace_seconds integer not null default 0 constraint programs__grace_not_negative check (grace_seconds >= 0);
comment on column programs.file_closes_at is 'End of the window as the program file states it; null for a program that is open all year.';
comment on column programs.closes_at is 'End of the window in force for all: the file''s or the latest extension for all; null for a program that is open all year.';
comment on column programs.grace_seconds is 'How long after the closing a page that was open may still be sent.';
update programs p set file_closes_at = p.closes_at,
  grace_seconds = coalesce(extract(epoch from (v.definition #>> '{window,grace}')::interval)::integer, 0)
  from program_versions v where v.id = p.version_id;

alter table applications add column extended_until timestamptz, add column agreed_at timestamptz;
comment on column applications.extended_until is 'Until when the window was extended for this one application; null when it was not.';
comment on column applications.agreed_at is 'When the applicant agreed that a complete draft is submitted by itself at the closing; null when they did not.';
comment on column applications.declared_at is 'When the declaration was agreed to: at submission, or beforehand so that a complete draft may wait for the closing.';
create index applications__drafts on applications (program_id, id) where status = 'draft';

create table program_extensions (
  id uuid constraint program_extensions__key primary key,
  program_id uuid not null constraint program_extensions__program references programs,
  institution_id uuid not null constraint program_extensions__institution references institutions,
  application_id uuid constraint program_extensions__application references applications,
  closes_at timestamptz not null,
  reason text not null,
  extended_by uuid not null constraint program_extensions__officer references accounts,
  at timestamptz not null default app_now()
);
create index program_extensions__history on program_extensions (program_id, at desc);
comment on table program_extensions is 'Every extension of a window, for all or for one application; rows are only added.';
comment on column program_extensions.id is 'UUIDv7 made by the application.';
comment on column program_extensions.program_id is 'The program.';
comment on column program_extensions.institution_id is 'For row-level security.';
comment on column program_extensions.application_id is 'For which application; null for all.';
comment on column program_extensions.closes_at is 'The new end of the window.';
comment on column program_extensions.reason is 'Why, as applicants may read it; never about a person.';
comment on column program_extensions.extended_by is 'By whom.';
comment on column program_extensions.at is 'When.';
create trigger program_extensions__append_only before update or delete on program_extensions
  for each row execute function refuse_change();
alter table program_extensions enable row level security;
create policy program_extensions__web on program_extensions to daftar_web using (true);
create policy program_extensions__worker on program_extensions to daftar_worker using (true);
create policy program_extensions__staff on program_extensions to daftar_staff using (institution_id = any (staff_institutions()));
grant select on program_extensions to daftar_web, daftar_worker, daftar_staff;

create function closes_at_of(program_closes_at timestamptz, extended_until timestamptz) returns timestamptz
  language sql immutable parallel safe
  as $$ select case when program_closes_at is not null then greatest(program_closes_at, extended_until) end $$;
comment on function closes_at_of(timestamptz, timestamptz) is
  'The closing of one application: that of its program (programs.closes_at) or its own extension (applications.extended_until), whichever is later; null when the program does not close.';

create function last_call_of(program_closes_at timestamptz, extended_until timestamptz, grace_seconds integer) returns timestamptz
  language sql immutable parallel safe
  as $$ select closes_at_of(program_closes_at, extended_until) + grace_seconds * interval '1 second' $$;
comment on function last_call_of(timestamptz, timestamptz, integer) is
  'Until when what was open at the closing may still be sent: the closing of the application and the grace.';

-- What a submission keeps. One function for the submission by hand and for that at the closing.
create function round_snapshot(application uuid) returns jsonb
  language sql stable
  as $$
    select jsonb_build_object(
      'pages', coalesce((select jsonb_object_agg(g.page, encode(g.sealed, 'base64'))
        from application_pages g where g.application_id = round_snapshot.application), '{}'),
      'documents', coalesce((select jsonb_object_agg(d.slot, d.id)
        from documents d where d.application_id = round_snapshot.application and d.status <> 'removed'), '{}'))
  $$;
comment on function round_snapshot(uuid) is
  'What application_rounds.pages keeps of an application: per page the sealed form (base64), per document slot the document id.';

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
        and p.opens_at <= app_now()
        and (p.closes_at is null or last_call_of(p.closes_at, a.extended_until, p.grace_seconds) > app_now()))
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
    values (app.id, app.institution_id, app.round, round_snapshot(app.id));
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
