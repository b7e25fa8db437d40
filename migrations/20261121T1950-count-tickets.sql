-- Figures of the helpdesk: whether the first answer came as promised can only be told by the promise that was made first.
alter table tickets add column first_due_at timestamptz;
update tickets set first_due_at = due_at;
create index tickets__asked on tickets (institution_id, asked_at);
comment on column tickets.first_due_at is 'Until when the first answer was promised; unlike due_at it stays when the ticket is opened again. Null where nothing was promised.';
