-- When an answer to a ticket is due, and by which facts agents find a ticket again when its person calls without the
-- number.
alter table tickets add column due_at timestamptz, add column escalated_at timestamptz;
create index tickets__due on tickets (coalesce(due_at, 'infinity'), id) where status <> 'answered';
create index tickets__done on tickets (institution_id, id) where status = 'answered';
comment on column tickets.due_at is 'Until when the answer is promised, in working days from when it was asked or opened again, by answer_within of its category then; null where nothing is promised.';
comment on column tickets.escalated_at is 'When the institution''s administrators were told that it is overdue; null while they were not, or since it was opened again.';

create table ticket_facts (
  id uuid constraint ticket_facts__key primary key,
  ticket_id uuid not null constraint ticket_facts__ticket references tickets,
  institution_id uuid not null constraint ticket_facts__institution references institutions,
  kind text not null constraint ticket_facts__kind_known check (kind in ('nik', 'email', 'phone', 'name', 'person')),
  blind_index bytea,
  blind_index_b bytea,
  constraint ticket_facts__found check (blind_index is not null or blind_index_b is not null),
  constraint ticket_facts__once unique (ticket_id, kind)
);
create index ticket_facts__index on ticket_facts (blind_index) where blind_index is not null;
create index ticket_facts__index_b on ticket_facts (blind_index_b) where blind_index_b is not null;
comment on table ticket_facts is 'Facts of who asked, by which agents find a ticket: whole values only, and none that can be read.';
comment on column ticket_facts.id is 'UUIDv7 made by the application.';
comment on column ticket_facts.ticket_id is 'Whose ticket.';
comment on column ticket_facts.institution_id is 'As in tickets.';
comment on column ticket_facts.kind is 'nik, email, phone, name (its words in small letters), or person (name and birth date).';
comment on column ticket_facts.blind_index is 'By which the value is found; see blindIndex, purpose "ticket " and the kind.';
comment on column ticket_facts.blind_index_b is 'The same under the other index key, while keys change.';

alter table ticket_facts enable row level security;
create policy ticket_facts__web on ticket_facts for insert to daftar_web with check (true);
create policy ticket_facts__staff on ticket_facts to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant insert on ticket_facts to daftar_web;
grant select on ticket_facts to daftar_staff;
grant update (due_at, escalated_at) on tickets to daftar_web;
