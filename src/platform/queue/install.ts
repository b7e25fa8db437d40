import { runMigrations } from "graphile-worker";
import type postgres from "postgres";
import { queueLogger } from "./queue-logger.ts";

/**
 * Installs or updates graphile-worker's own tables as the owner and lets `daftar_worker` work on them. The tables are
 * under row-level security without a policy, which would hide every job from anyone but the owner.
 */
export async function installQueue(url: string, sql: postgres.Sql): Promise<void> {
  await runMigrations({ connectionString: url, logger: queueLogger(undefined) });
  await sql.unsafe(`
    grant usage on schema graphile_worker to daftar_worker;
    grant select, insert, update, delete on all tables in schema graphile_worker to daftar_worker;
    grant usage on all sequences in schema graphile_worker to daftar_worker;
    do $$
    declare guarded record;
    begin
      for guarded in
        select relname from pg_class
        where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
          and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'daftar_worker')
      loop
        execute format(
          'create policy daftar_worker on graphile_worker.%I to daftar_worker using (true) with check (true)',
          guarded.relname);
      end loop;
    end $$`);
}
