-- The queue's own function for many jobs looks for keys and queues that these jobs never have. As in enqueue_quietly, the
-- rows are added without it and without waking the worker, which looks by itself every two seconds.
create or replace function enqueue_many(identifier text, payloads jsonb[], priority integer default 0)
  returns void
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  kind integer;
begin
  if coalesce(cardinality(payloads), 0) = 0 then return; end if;
  select t.id into kind from graphile_worker._private_tasks t where t.identifier = enqueue_many.identifier;
  -- The first job of its kind makes the kind known, which only the queue's own function does.
  if kind is null then
    perform graphile_worker.add_job(enqueue_many.identifier, payloads[1]::json, priority => enqueue_many.priority);
    select t.id into kind from graphile_worker._private_tasks t where t.identifier = enqueue_many.identifier;
    payloads := payloads[2:];
  end if;
  insert into graphile_worker._private_jobs (task_id, payload, priority)
    select kind, one::json, enqueue_many.priority from unnest(payloads) as one;
end $$;
comment on function enqueue_many(text, jsonb[], integer) is
  'Adds a job for each payload in one statement. Jobs with a greater priority number wait for those with a smaller one, so that a hundred thousand letters do not hold up a new password.';
