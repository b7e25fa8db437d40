-- Tickets that a source answers by itself, questions that are sent a second time, and letters to whoever asked.
alter table ticket_messages
  drop constraint ticket_messages__author_known,
  drop constraint ticket_messages__signed,
  add constraint ticket_messages__author_known check (author in ('person', 'again', 'agent', 'note', 'check', 'finding')),
  add constraint ticket_messages__signed check ((author in ('agent', 'note')) = (account_id is not null));
comment on column ticket_messages.author is 'person; again for what came by the form a second time, without the number; agent; check for an answer by a source; note for what agents write to each other and finding for what a source said, neither of which web processes can read.';
comment on column ticket_messages.account_id is 'The agent; null for everybody else.';
drop policy ticket_messages__web on ticket_messages;
create policy ticket_messages__web on ticket_messages to daftar_web
  using (author not in ('note', 'finding')) with check (author in ('person', 'again'));
create policy ticket_messages__worker on ticket_messages to daftar_worker
  using (author in ('check', 'finding')) with check (author in ('check', 'finding'));
grant select, insert on ticket_messages to daftar_worker;
grant update (status, received_at, working_at, answered_at) on tickets to daftar_worker;

create table ticket_questions (
  id uuid constraint ticket_questions__key primary key constraint ticket_questions__ticket references tickets,
  blind_index bytea,
  blind_index_b bytea,
  constraint ticket_questions__found check (blind_index is not null or blind_index_b is not null)
);
create index ticket_questions__index on ticket_questions (blind_index) where blind_index is not null;
create index ticket_questions__index_b on ticket_questions (blind_index_b) where blind_index_b is not null;
comment on table ticket_questions is 'By what a question that is sent again while it is open is known to be the same.';
comment on column ticket_questions.id is 'Whose question: the ticket.';
comment on column ticket_questions.blind_index is 'Of institution, category, name, birth date and NIK together; see blindIndex, purpose ticket question.';
comment on column ticket_questions.blind_index_b is 'The same under the other index key, while keys change.';
alter table ticket_questions enable row level security;
create policy ticket_questions__web on ticket_questions to daftar_web using (true) with check (true);
grant select, insert on ticket_questions to daftar_web;

create table ticket_letters (
  id uuid constraint ticket_letters__key primary key,
  ticket_id uuid not null constraint ticket_letters__ticket references tickets,
  kind text not null constraint ticket_letters__kind_known check (kind in ('asked', 'again', 'received', 'answered', 'reopened')),
  created_at timestamptz not null default app_now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  refused_at timestamptz
);
create index ticket_letters__of_ticket on ticket_letters (ticket_id);
comment on table ticket_letters is 'What whoever asked the helpdesk is told at the contact that they gave: a letter, or a short message where there is no address.';
comment on column ticket_letters.id is 'UUIDv7 made by the application; stands in the Message-ID.';
comment on column ticket_letters.ticket_id is 'About which ticket; to whom stands sealed in it.';
comment on column ticket_letters.kind is 'asked, again (it was sent a second time), received, answered or reopened.';
comment on column ticket_letters.created_at is 'When it was caused.';
comment on column ticket_letters.attempts is 'Tries so far.';
comment on column ticket_letters.sent_at is 'When the mail server or the carrier took it, or when it turned out that no contact was given.';
comment on column ticket_letters.refused_at is 'When the mail server or the carrier last answered that it does not take it.';
alter table ticket_letters enable row level security;
create policy ticket_letters__web on ticket_letters for insert to daftar_web with check (true);
create policy ticket_letters__staff on ticket_letters for insert to daftar_staff with check (exists (select from tickets t where t.id = ticket_id));
create policy ticket_letters__worker on ticket_letters to daftar_worker using (true) with check (true);
grant insert on ticket_letters to daftar_web, daftar_staff;
grant select, insert, update (attempts, sent_at, refused_at) on ticket_letters to daftar_worker;
