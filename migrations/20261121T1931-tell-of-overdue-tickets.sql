-- The worker tells an institution's administrators of tickets whose answer is overdue.
create index tickets__overdue on tickets (due_at) where status <> 'answered' and escalated_at is null;
create policy tickets__escalation on tickets to daftar_worker using (true) with check (true);
grant select, update (escalated_at) on tickets to daftar_worker;
