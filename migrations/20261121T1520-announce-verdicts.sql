-- A program may tell its verdicts together at a set time. Until then a verdict lies in held_verdicts, which the
-- applicants' pages have no right to read: the application only says that it was decided, its history and its number
-- say no more, and so no page of theirs can tell too early, not by mistake either.
alter table programs
  add column announces boolean not null default false,
  add column file_announces_at timestamptz,
  add column announces_at timestamptz,
  add column announced_at timestamptz;
comment on column programs.announces is 'Whether verdicts are held and announced together.';
comment on column programs.file_announces_at is 'When they are announced, as the program file states it; null when an officer sets it.';
comment on column programs.announces_at is 'When they are announced: as an officer set it last, or else as the file states it; null while nobody has.';
comment on column programs.announced_at is 'When they were announced; what is decided later is told at once.';

alter table applications add column announced_at timestamptz, add column verdict_changed_at timestamptz;
comment on column applications.announced_at is 'Since when its verdict stands on the announcement of its program; null when it does not.';
comment on column applications.verdict_changed_at is 'When the verdict that stands there came or changed after the announcement; null when it did not.';
comment on column applications.decided_at is 'When acceptance or rejection was told.';
alter table applications drop constraint applications__status_known;
alter table applications add constraint applications__status_known check (status in ('draft', 'submitted', 'in_review',
  'returned', 'decided', 'accepted', 'rejected', 'appealed', 'locked', 'withdrawn', 'expired'));
create index applications__decided on applications (program_id, id) where status = 'decided';
create index applications__announced on applications (program_id, coalesce(number, receipt)) where announced_at is not null;

alter table application_events drop constraint application_events__kind_known;
alter table application_events add constraint application_events__kind_known check (kind in ('started', 'submitted',
  'claimed', 'released', 'returned', 'decided', 'accepted', 'rejected', 'appealed', 'appeal_denied', 'appeal_granted',
  'withdrawn', 'locked', 'reopened', 'expired'));

create table held_verdicts (
  application_id uuid constraint held_verdicts__key primary key constraint held_verdicts__application references applications,
  institution_id uuid not null,
  verdict text not null constraint held_verdicts__verdict_known check (verdict in ('accepted', 'rejected')),
  number text,
  reasons jsonb not null default '[]',
  event_id uuid not null,
  note_sealed bytea,
  decided_by uuid not null constraint held_verdicts__officer references accounts,
  decided_at timestamptz not null default app_now()
);
comment on table held_verdicts is 'Verdicts that wait for the announcement of their program. Applicants'' pages have no right to read it; a row goes when it is told.';
comment on column held_verdicts.application_id is 'The application.';
comment on column held_verdicts.institution_id is 'For row-level security.';
comment on column held_verdicts.verdict is 'accepted or rejected.';
comment on column held_verdicts.number is 'The registration number that comes with an acceptance.';
comment on column held_verdicts.reasons is 'Reason codes of a rejection.';
comment on column held_verdicts.event_id is 'The id that the event of the announcement will have.';
comment on column held_verdicts.note_sealed is 'The officer''s words, sealed with the person''s key, context application_events|note|event_id.';
comment on column held_verdicts.decided_by is 'Who decided.';
comment on column held_verdicts.decided_at is 'When.';
alter table held_verdicts enable row level security;
create policy held_verdicts__worker on held_verdicts to daftar_worker using (true);
create policy held_verdicts__staff on held_verdicts to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select, insert on held_verdicts to daftar_staff;
grant select on held_verdicts to daftar_worker;

create table program_announcements (
  id uuid constraint program_announcements__key primary key,
  program_id uuid not null constraint program_announcements__program references programs,
  institution_id uuid not null constraint program_announcements__institution references institutions,
  announces_at timestamptz not null,
  reason text not null,
  moved_by uuid not null constraint program_announcements__officer references accounts,
  at timestamptz not null default app_now()
);
create index program_announcements__history on program_announcements (program_id, at desc);
comment on table program_announcements is 'Every setting of the time of an announcement by an officer; rows are only added.';
comment on column program_announcements.id is 'UUIDv7 made by the application.';
comment on column program_announcements.program_id is 'The program.';
comment on column program_announcements.institution_id is 'For row-level security.';
comment on column program_announcements.announces_at is 'The new time.';
comment on column program_announcements.reason is 'Why; never about a person.';
comment on column program_announcements.moved_by is 'By whom.';
comment on column program_announcements.at is 'When.';
create trigger program_announcements__append_only before update or delete on program_announcements
  for each row execute function refuse_change();
alter table program_announcements enable row level security;
create policy program_announcements__staff on program_announcements to daftar_staff using (institution_id = any (staff_institutions()));
grant select on program_announcements to daftar_staff;

create function verdict_is_held(application uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  held boolean;
begin
  -- Shared, so that the announcement comes wholly before or wholly after the decision.
  select p.announces and p.announced_at is null into held
    from programs p
    where p.id = (select a.program_id from applications a where a.id = application)
      and p.institution_id = any (staff_institutions())
    for share of p;
  return coalesce(held, false);
end $$;
comment on function verdict_is_held(uuid) is
  'Whether a verdict on this application waits for the announcement; what is decided in the same transaction is announced with the others, or told at once. To be asked before the application is locked.';
revoke all on function verdict_is_held(uuid) from public;
grant execute on function verdict_is_held(uuid) to daftar_staff;

create function schedule_announcement(program uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  due timestamptz;
begin
  select p.announces_at into due from programs p
    where p.id = schedule_announcement.program and p.announces and p.announced_at is null;
  if due is null then return; end if;
  -- The queue knows only the real time; a moved clock moves the announcement with it.
  perform enqueue('announce-verdicts', jsonb_build_object('programId', program), 'announce:' || program, now() + (due - app_now()));
end $$;
comment on function schedule_announcement(uuid) is
  'Sets the job that announces a program''s verdicts to its moment; called again it moves it.';
revoke all on function schedule_announcement(uuid) from public;

create function move_announcement(change uuid, program uuid, moment timestamptz, reason text, officer uuid) returns text
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  held programs;
begin
  select p.* into held from programs p
    where p.id = program and p.institution_id = any (staff_institutions()) for no key update;
  if not found then return 'unknown'; end if;
  if not held.announces then return 'tells_at_once'; end if;
  if held.announced_at is not null or held.announces_at <= app_now() then return 'announced'; end if;
  if moment <= app_now() then return 'past'; end if;
  insert into program_announcements (id, program_id, institution_id, announces_at, reason, moved_by)
    values (change, program, held.institution_id, moment, reason, officer);
  update programs p set announces_at = moment where p.id = program;
  insert into audit_records (id, actor_id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    values (fresh_id(), officer, 'staff', 'program.move_announcement', held.institution_id, 'program', program,
      jsonb_build_object('change', change, 'from', held.announces_at, 'until', moment));
  perform schedule_announcement(program);
  return 'moved';
end $$;
comment on function move_announcement(uuid, uuid, timestamptz, text, uuid) is
  'Sets when a program of the staff''s own institutions announces its verdicts, as one act with its history and audit record. Gives moved, past, announced, tells_at_once or unknown.';
revoke all on function move_announcement(uuid, uuid, timestamptz, text, uuid) from public;
grant execute on function move_announcement(uuid, uuid, timestamptz, text, uuid) to daftar_staff;

create function begin_announcement(program uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  institution uuid;
begin
  update programs p set announced_at = app_now()
    where p.id = program and p.announces and p.announced_at is null and p.announces_at <= app_now()
    returning p.institution_id into institution;
  if not found then return false; end if;
  insert into audit_records (id, actor_kind, action, institution_id, subject_kind, subject_id)
    values (fresh_id(), 'system', 'program.announce', institution, 'program', program);
  return true;
end $$;
comment on function begin_announcement(uuid) is
  'Opens the announcement of a program whose moment has come, once: from then on verdicts are told at once, and announce_batch tells those that were held.';
revoke all on function begin_announcement(uuid) from public;
grant execute on function begin_announcement(uuid) to daftar_worker;

create function announce_batch(program uuid, most integer) returns integer
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
    select a.id from applications a where a.program_id = program and a.status = 'decided' limit most for update skip locked
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
revoke all on function announce_batch(uuid, integer) from public;
grant execute on function announce_batch(uuid, integer) to daftar_worker;

create function programs_to_announce() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id from programs p
    where p.announces and p.announced_at is null and p.announces_at <= app_now()
      or (p.announced_at is not null or not p.announces)
        and exists (select from applications a where a.program_id = p.id and a.status = 'decided')
  $$;
comment on function programs_to_announce() is 'Programs whose announcement is due, or has begun and is not finished.';
revoke all on function programs_to_announce() from public;
grant execute on function programs_to_announce() to daftar_worker;
