-- The one door to the queue for the roles of the application: jobs are added inside the transaction that causes them.
create function enqueue(identifier text, payload jsonb, job_key text default null, run_at timestamptz default null)
  returns void
  language sql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select graphile_worker.add_job(
    identifier => enqueue.identifier,
    payload => enqueue.payload::json,
    job_key => enqueue.job_key,
    run_at => enqueue.run_at
  )
$$;

comment on function enqueue(text, jsonb, text, timestamptz) is
  'Adds a job. A job with the same key that has not started yet is replaced. Payloads carry ids, never personal data.';

revoke execute on function enqueue(text, jsonb, text, timestamptz) from public;
grant execute on function enqueue(text, jsonb, text, timestamptz) to daftar_web, daftar_worker, daftar_staff;
