-- What people say of the answers to their tickets, once for each.
create table ticket_ratings (
  message_id uuid constraint ticket_ratings__key primary key constraint ticket_ratings__message references ticket_messages,
  ticket_id uuid not null constraint ticket_ratings__ticket references tickets,
  helped boolean not null,
  words_sealed bytea,
  rated_at timestamptz not null default app_now()
);
create index ticket_ratings__of_ticket on ticket_ratings (ticket_id);
comment on table ticket_ratings is 'Whether an answer to a ticket helped, as its person said.';
comment on column ticket_ratings.message_id is 'Which answer.';
comment on column ticket_ratings.ticket_id is 'To which ticket.';
comment on column ticket_ratings.helped is 'Whether it helped.';
comment on column ticket_ratings.words_sealed is 'What else they said, sealed with the ticket''s key, context ticket_ratings|words|message_id; null where they said nothing.';
comment on column ticket_ratings.rated_at is 'When.';
alter table ticket_ratings enable row level security;
create policy ticket_ratings__web on ticket_ratings to daftar_web using (true) with check (true);
create policy ticket_ratings__staff on ticket_ratings for select to daftar_staff using (exists (select from tickets t where t.id = ticket_id));
grant select, insert on ticket_ratings to daftar_web;
grant select on ticket_ratings to daftar_staff;
