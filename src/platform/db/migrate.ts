import { join } from "node:path";
import postgres from "postgres";
import { projectRoot } from "../project-root.ts";
import { installQueue } from "../queue/install.ts";
import { type Migration, readMigrations } from "./migration-files.ts";
import { ensureRoles } from "./roles.ts";

const projectMigrations = join(projectRoot, "migrations");

/**
 * Brings the database up to date as its owner and returns the names of what ran: roles, queue, then our migrations in
 * the order of their names, each in its own transaction. Any number of processes may call it at once; one works, the
 * others wait and find nothing to do. Throws when a migration that ran was edited, removed or overtaken.
 */
export async function migrate(url: string, folder = projectMigrations): Promise<readonly string[]> {
  const migrations = readMigrations(folder);
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { application_name: "daftar_migrate" } });
  try {
    await refuseOldServer(sql);
    // Held by the session, so it ends with the connection even when this process is killed.
    await sql`select pg_advisory_lock(${lockKey})`;
    await ensureRoles(sql);
    await installQueue(url, sql);
    return await runMissing(sql, migrations);
  } finally {
    await sql.end();
  }
}

/** Names of the migrations this program knows and the database lacks; empty when it is ready. */
export async function findPendingMigrations(sql: postgres.Sql, folder = projectMigrations): Promise<readonly string[]> {
  const [table] = await sql`select to_regclass('public.schema_migrations') as found`;
  const known = readMigrations(folder).map(({ name }) => name);
  if (!table?.["found"]) return known;
  const rows = await sql<{ name: string }[]>`select name from public.schema_migrations`;
  const done = new Set(rows.map(({ name }) => name));
  return known.filter((name) => !done.has(name));
}

/** Any fixed number of our own. */
const lockKey = 4_021_120_261;

async function refuseOldServer(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ number: number; name: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`;
  if (row && row.number >= 160_000) return;
  throw new Error(`Daftar needs PostgreSQL 16 or later; this server is ${row?.name ?? "unknown"}.`);
}

async function runMissing(sql: postgres.Sql, migrations: readonly Migration[]): Promise<readonly string[]> {
  await sql.unsafe(`
    create table if not exists public.schema_migrations (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    comment on table public.schema_migrations is 'Migrations that ran on this database, with the SHA-256 of what ran.'`);
  const done = await sql<{ name: string; checksum: string }[]>`
    select name, checksum from public.schema_migrations order by name collate "C"`;
  refuseChangedHistory(migrations, done);
  const names = new Set(done.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !names.has(name));
  for (const migration of missing) await run(sql, migration);
  return missing.map(({ name }) => name);
}

function refuseChangedHistory(
  migrations: readonly Migration[],
  done: readonly { name: string; checksum: string }[],
): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of done) {
    const migration = known.get(name);
    if (!migration) throw new Error(`The database is newer than this program: it has the migration ${name}.`);
    if (migration.checksum !== checksum) {
      throw new Error(`The migration ${name} was edited after it ran. Undo the edit and write a new migration.`);
    }
  }
  const ran = new Set(done.map(({ name }) => name));
  const last = done.at(-1)?.name ?? "";
  const overtaken = migrations.find(({ name }) => name < last && !ran.has(name));
  if (overtaken) {
    throw new Error(
      `The migration ${overtaken.name} is named before ${last}, which already ran. Give it a later name.`,
    );
  }
}

async function run(sql: postgres.Sql, migration: Migration): Promise<void> {
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(migration.sql);
      await transaction`insert into public.schema_migrations ${transaction({
        name: migration.name,
        checksum: migration.checksum,
      })}`;
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The migration ${migration.name} failed and was undone: ${reason}`, { cause });
  }
}
