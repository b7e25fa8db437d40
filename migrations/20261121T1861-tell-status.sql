-- What works and what does not, for the public page of the service: found out by checks, and told by staff.
create table service_states (
  part text not null constraint service_states__part_known check (part in ('login', 'uploads', 'letters', 'sources')),
  since timestamptz not null default app_now(),
  state text not null constraint service_states__state_known check (state in ('up', 'down')),
  checked_at timestamptz not null default app_now(),
  until timestamptz,
  constraint service_states__key primary key (part, since)
);
create unique index service_states__one_present on service_states (part) where until is null;
comment on table service_states is 'How each part of the service fared; a new row when it changes, so that the rows are its history.';
comment on column service_states.part is 'login (the page answers), uploads (a file is kept and read), letters (the mail server answers), sources (none was silent last).';
comment on column service_states.since is 'When a check first found it so.';
comment on column service_states.state is 'up or down.';
comment on column service_states.checked_at is 'When a check last found it so.';
comment on column service_states.until is 'When a check found it otherwise; null for the present state.';

create table incidents (
  id uuid constraint incidents__key primary key,
  institution_id uuid not null constraint incidents__institution references institutions,
  title jsonb not null,
  text jsonb not null,
  opened_by uuid not null constraint incidents__opener references accounts,
  opened_at timestamptz not null default app_now(),
  ended_by uuid constraint incidents__ender references accounts,
  ended_at timestamptz,
  constraint incidents__ended_whole check ((ended_by is null) = (ended_at is null))
);
create index incidents__open on incidents (opened_at) where ended_at is null;
comment on table incidents is 'Disturbances that staff told everybody about; an open one stands as a banner in the portal.';
comment on column incidents.id is 'UUIDv7 made by the application.';
comment on column incidents.institution_id is 'Whose staff told it, and may end it.';
comment on column incidents.title is 'In one line as {id, en}.';
comment on column incidents.text is 'What people should know or do, as {id, en}.';
comment on column incidents.opened_by is 'Who told it.';
comment on column incidents.opened_at is 'When.';
comment on column incidents.ended_by is 'Who said that it is over.';
comment on column incidents.ended_at is 'When it was over; null while it lasts.';

alter table incidents enable row level security;
create policy incidents__read on incidents for select to daftar_web using (true);
create policy incidents__staff on incidents to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));

grant select on service_states, incidents to daftar_web;
grant select, insert, update (checked_at, until) on service_states to daftar_worker;
grant select, insert, update (ended_by, ended_at) on incidents to daftar_staff;
