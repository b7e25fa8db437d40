-- The worker tells the data protection officers of a request that comes near its 72 hours, and of one that passed them.
alter table rights_requests add column warned_at timestamptz, add column escalated_at timestamptz;
comment on column rights_requests.warned_at is 'When the officers were told that twelve hours are left; null while they were not.';
comment on column rights_requests.escalated_at is 'When they were told that it is overdue; null while they were not.';
create index rights_requests__unanswered on rights_requests (due_at)
  where answer is null and void_at is null and lifted_at is null and escalated_at is null;
grant update (warned_at, escalated_at) on rights_requests to daftar_worker;
