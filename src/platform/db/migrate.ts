import { join } from "node:path";
import postgres from "postgres";
import { projectRoot } from "../project-root.ts";
import { installQueue } from "../queue/install.ts";
import { type FunctionFile, readFunctions } from "./function-files.ts";
import { type Migration, readMigrations } from "./migration-files.ts";
import { ensureRoles } from "./roles.ts";

/** Where the database is described: what happened to it, and those functions whose newest text stands in a file. */
export interface SqlFolders {
  readonly migrations: string;
  readonly functions: string;
}

const ours: SqlFolders = { migrations: join(projectRoot, "migrations"), functions: join(projectRoot, "functions") };

/**
 * Brings the database up to date as its owner and returns the names of the migrations that ran: roles, queue, then our
 * migrations in the order of their names, each in its own transaction, the last one together with the functions that
 * have files. Any number of processes may call it at once; one works, the others wait and find nothing to do. Throws when
 * a migration that ran was edited, removed or overtaken, and when a function was edited without a new migration.
 */
export async function migrate(url: string, folders = ours): Promise<readonly string[]> {
  const migrations = readMigrations(folders.migrations);
  const functions = readFunctions(folders.functions);
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { application_name: "daftar_migrate" } });
  try {
    await refuseOldServer(sql);
    // Held by the session, so it ends with the connection even when this process is killed.
    await sql`select pg_advisory_lock(${lockKey})`;
    await ensureRoles(sql);
    await installQueue(url, sql);
    return await runMissing(sql, migrations, functions);
  } finally {
    await sql.end();
  }
}

/** Names of the migrations this program knows and the database lacks; empty when it is ready. */
export async function findPendingMigrations(
  sql: postgres.Sql,
  { migrations }: Pick<SqlFolders, "migrations"> = ours,
): Promise<readonly string[]> {
  const [table] = await sql`select to_regclass('public.schema_migrations') as found`;
  const known = readMigrations(migrations).map(({ name }) => name);
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

async function runMissing(
  sql: postgres.Sql,
  migrations: readonly Migration[],
  functions: readonly FunctionFile[],
): Promise<readonly string[]> {
  await sql.unsafe(`
    create table if not exists public.schema_migrations (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    comment on table public.schema_migrations is 'Migrations that ran on this database, with the SHA-256 of what ran.';
    create table if not exists public.schema_functions (name text primary key, checksum text not null);
    comment on table public.schema_functions is 'Functions that have a file of their own, with the SHA-256 of what ran.'`);
  const done = await sql<{ name: string; checksum: string }[]>`
    select name, checksum from public.schema_migrations order by name collate "C"`;
  refuseChangedHistory(migrations, done);
  const names = new Set(done.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !names.has(name));
  const edited = await findEdited(sql, functions);
  const [unannounced] = edited;
  if (missing.length === 0 && unannounced) {
    throw new Error(
      `The function ${unannounced.name} was edited after it ran. Undo the edit, or add a migration that says why.`,
    );
  }
  for (const migration of missing) await run(sql, migration, migration === missing.at(-1) ? edited : []);
  return missing.map(({ name }) => name);
}

async function findEdited(sql: postgres.Sql, functions: readonly FunctionFile[]): Promise<readonly FunctionFile[]> {
  const done = await sql<{ name: string; checksum: string }[]>`select name, checksum from public.schema_functions`;
  const checksums = new Map(done.map(({ name, checksum }) => [name, checksum]));
  return functions.filter(({ name, checksum }) => checksums.get(name) !== checksum);
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

/** A migration, and with the last one the functions: nobody ever sees the tables of today with functions of before. */
async function run(sql: postgres.Sql, migration: Migration, functions: readonly FunctionFile[]): Promise<void> {
  let at = `The migration ${migration.name}`;
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(migration.sql);
      const { name, checksum } = migration;
      await transaction`insert into public.schema_migrations ${transaction({ name, checksum })}`;
      for (const { name, checksum, sql: text } of functions) {
        at = `The function ${name}`;
        await transaction.unsafe(text);
        await transaction`
          insert into public.schema_functions ${transaction({ name, checksum })}
          on conflict (name) do update set checksum = excluded.checksum`;
      }
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${at} failed and was undone: ${reason}`, { cause });
  }
}
