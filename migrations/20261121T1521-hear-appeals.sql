-- An appeal (sanggah) against a rejection: once per rejection, within so many calendar days after it was told.
create table application_appeals (
  id uuid constraint application_appeals__key primary key,
  application_id uuid not null constraint application_appeals__application references applications,
  institution_id uuid not null,
  rejection_id uuid not null constraint application_appeals__once_per_rejection unique
    constraint application_appeals__rejection references application_events,
  form_sealed bytea not null,
  sent_at timestamptz not null default app_now(),
  answer text constraint application_appeals__answer_known check (answer in ('granted', 'denied')),
  answered_by uuid constraint application_appeals__officer references accounts,
  answered_at timestamptz,
  constraint application_appeals__answered_whole check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index application_appeals__of_application on application_appeals (application_id, sent_at desc);
comment on table application_appeals is 'What applicants said against a rejection, and what came of it. The words of the answer stand in the event.';
comment on column application_appeals.id is 'UUIDv7 made by the application.';
comment on column application_appeals.application_id is 'The application.';
comment on column application_appeals.institution_id is 'For row-level security.';
comment on column application_appeals.rejection_id is 'The event of the rejection that it is against; each can be appealed once.';
comment on column application_appeals.form_sealed is 'The typed form as JSON, sealed with the person''s key, context application_appeals|form|id.';
comment on column application_appeals.sent_at is 'When it was sent.';
comment on column application_appeals.answer is 'granted: the application is examined again; denied: the rejection stands; null while it waits.';
comment on column application_appeals.answered_by is 'By whom; never who rejected.';
comment on column application_appeals.answered_at is 'When.';
alter table application_appeals enable row level security;
create policy application_appeals__web on application_appeals to daftar_web using (true) with check (true);
create policy application_appeals__worker on application_appeals to daftar_worker using (true);
create policy application_appeals__staff on application_appeals to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select, insert on application_appeals to daftar_web;
grant select on application_appeals to daftar_worker;
grant select on application_appeals to daftar_staff;
grant update (answer, answered_by, answered_at) on application_appeals to daftar_staff;

create function appeal_closes_at(told_at timestamptz, days integer, zone text) returns timestamptz
  language sql stable parallel safe
  as $$ select (((told_at at time zone zone)::date + days + 1)::timestamp at time zone zone) $$;
comment on function appeal_closes_at(timestamptz, integer, text) is
  'When an appeal against a rejection told at a moment is too late: after so many whole calendar days of the institution''s zone, counted from the day after.';
