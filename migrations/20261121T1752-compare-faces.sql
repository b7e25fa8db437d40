-- What came of comparing the applicant's own picture with the one on their card, by an officer or by a service that
-- advises the officer. Only the outcome is kept: no measure of a face.
create table face_checks (
  application_id uuid not null constraint face_checks__application references applications,
  round integer not null,
  compared_by text not null constraint face_checks__by_known check (compared_by in ('staff', 'service')),
  institution_id uuid not null constraint face_checks__institution references institutions,
  outcome text not null constraint face_checks__outcome_known check (outcome in ('same', 'different', 'unclear')),
  actor_id uuid constraint face_checks__actor references accounts,
  checked_at timestamptz not null default app_now(),
  constraint face_checks__key primary key (application_id, round, compared_by),
  constraint face_checks__actor_of_staff check ((compared_by = 'staff') = (actor_id is not null))
);
comment on table face_checks is 'Whether the selfie and the card of a submission show the same person.';
comment on column face_checks.application_id is 'The application.';
comment on column face_checks.round is 'The round whose pictures were compared.';
comment on column face_checks.compared_by is 'staff: an officer looked at both; service: a service compared them and only advises.';
comment on column face_checks.institution_id is 'For row-level security.';
comment on column face_checks.outcome is 'same, different, or unclear: a better picture is needed.';
comment on column face_checks.actor_id is 'The officer.';
comment on column face_checks.checked_at is 'When.';
alter table face_checks enable row level security;
create policy face_checks__staff on face_checks to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create policy face_checks__worker on face_checks to daftar_worker using (true) with check (true);
grant select, insert, update on face_checks to daftar_staff;
grant select, insert on face_checks to daftar_worker;
