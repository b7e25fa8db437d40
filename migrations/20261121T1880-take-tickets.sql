-- Questions to the helpdesk that no answer was found for. Whoever asks needs no account; everything that was written is
-- sealed with a key of the ticket's own, and the ticket is found again only by its number.
create table tickets (
  id uuid constraint tickets__key primary key,
  institution_id uuid not null constraint tickets__institution references institutions,
  category text not null,
  status text not null default 'asked' constraint tickets__status_known check (status in ('asked', 'received', 'working', 'answered')),
  language text not null constraint tickets__language_known check (language in ('id', 'en')),
  blind_index bytea constraint tickets__number unique,
  blind_index_b bytea constraint tickets__number_b unique,
  key_wrapped bytea not null,
  content_sealed bytea not null,
  agent_id uuid constraint tickets__agent references accounts,
  asked_at timestamptz not null default app_now(),
  received_at timestamptz,
  working_at timestamptz,
  answered_at timestamptz,
  constraint tickets__found check (blind_index is not null or blind_index_b is not null),
  constraint tickets__received check (status = 'asked' or received_at is not null),
  constraint tickets__answered check (status <> 'answered' or answered_at is not null)
);
create index tickets__inbox on tickets (institution_id, asked_at) where status <> 'answered';
comment on table tickets is 'Questions to an institution''s helpdesk, with or without an account.';
comment on column tickets.id is 'UUIDv7 made by the application.';
comment on column tickets.institution_id is 'Whose helpdesk answers.';
comment on column tickets.category is 'Name of its file in helpdesk/categories.';
comment on column tickets.status is 'asked, received once an agent has seen it, working once one has taken it, answered; a reply opens it again.';
comment on column tickets.language is 'The language in which it was asked.';
comment on column tickets.blind_index is 'By which the number is found; see blindIndex, purpose ticket.';
comment on column tickets.blind_index_b is 'The same under the other index key, while keys change.';
comment on column tickets.key_wrapped is 'The ticket''s own key, wrapped by the institution''s, context tickets|key|id.';
comment on column tickets.content_sealed is 'Number, answers, contact and facts for looking it up, as JSON, sealed with the ticket''s key, context tickets|content|id.';
comment on column tickets.agent_id is 'Which agent has it; null while nobody has.';
comment on column tickets.asked_at is 'When it was sent.';
comment on column tickets.received_at is 'When an agent saw it first.';
comment on column tickets.working_at is 'When an agent took it.';
comment on column tickets.answered_at is 'When it was last answered.';

create table ticket_messages (
  id uuid constraint ticket_messages__key primary key,
  ticket_id uuid not null constraint ticket_messages__ticket references tickets,
  institution_id uuid not null constraint ticket_messages__institution references institutions,
  author text not null constraint ticket_messages__author_known check (author in ('person', 'agent', 'note')),
  account_id uuid constraint ticket_messages__account references accounts,
  text_sealed bytea not null,
  written_at timestamptz not null default app_now(),
  constraint ticket_messages__signed check ((author = 'person') = (account_id is null))
);
create index ticket_messages__of_ticket on ticket_messages (ticket_id, written_at);
comment on table ticket_messages is 'What was written about a ticket after it was sent; rows are never changed.';
comment on column ticket_messages.id is 'UUIDv7 made by the application.';
comment on column ticket_messages.ticket_id is 'About which ticket.';
comment on column ticket_messages.institution_id is 'Whose ticket, as in tickets.';
comment on column ticket_messages.author is 'person, agent, or note for what agents write to each other, which web processes cannot read.';
comment on column ticket_messages.account_id is 'The agent; null for the person.';
comment on column ticket_messages.text_sealed is 'The words, sealed with the ticket''s key, context ticket_messages|text|id.';
comment on column ticket_messages.written_at is 'When.';

alter table tickets enable row level security;
alter table ticket_messages enable row level security;
create policy tickets__web on tickets to daftar_web using (true) with check (true);
create policy tickets__staff on tickets to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create policy ticket_messages__web on ticket_messages to daftar_web using (author <> 'note') with check (author = 'person');
create policy ticket_messages__staff on ticket_messages to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));

grant select, insert, update (status) on tickets to daftar_web;
grant select, insert on ticket_messages to daftar_web, daftar_staff;
grant select, update (status, agent_id, received_at, working_at, answered_at) on tickets to daftar_staff;
