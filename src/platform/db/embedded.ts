import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { keepRunning, type Report, type Running } from "../keep-running.ts";
import { clearStalePostmaster, lockCluster } from "./cluster-lock.ts";
import { findPostgresBinaries } from "./embedded-binaries.ts";
import { findUnprivileged, systemPath, type Unprivileged } from "./unprivileged.ts";

export type EmbeddedOptions = {
  /** Made when missing; belongs to the embedded PostgreSQL alone. */
  readonly dataDir: string;
  /** A free port is taken when this is left out. */
  readonly port?: number;
  /** For tests only: no fsync, and the owner may create databases. A crash then loses the data. */
  readonly throwaway?: boolean;
  /** Told when PostgreSQL died and was started again. */
  readonly report?: Report;
};

export type Embedded = {
  /** Connects as `daftar`, who owns the database `daftar` and is no superuser. */
  readonly url: string;
  /** Ends PostgreSQL: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
};

const environment = { PATH: systemPath, TZ: "UTC", LC_ALL: "C.UTF-8" };

/**
 * Starts the embedded PostgreSQL, making its cluster first when there is none. Listens on loopback only. When it dies it
 * is started again at the same address and recovers by itself, unless it is a throwaway one.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  const lock = lockCluster(`${dataDir}.lock`);
  try {
    const binaries = findPostgresBinaries();
    const unprivileged = findUnprivileged([binaries.initdb, dirname(dataDir)]);
    if (!existsSync(join(dataDir, "PG_VERSION"))) createCluster(binaries.initdb, dataDir, unprivileged);
    else unprivileged.own(dataDir);
    const password = readFileSync(passwordFile(dataDir), "utf8").trim();
    const port = options.port ?? (await findFreePort());
    const start = async () => {
      await clearStalePostmaster(dataDir);
      return startServer(binaries.postgres, dataDir, { ...options, port, password, unprivileged });
    };
    const report = options.report ?? (() => undefined);
    const server = options.throwaway ? await start() : await keepRunning("PostgreSQL", start, report);
    return {
      url: urlOf({ port, password }, "daftar", "daftar"),
      stop: async () => {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function passwordFile(dataDir: string): string {
  return `${dataDir}.password`;
}

/** Made beside its final place and renamed when whole, so that a start that was cut off is simply done again. */
function createCluster(initdb: string, dataDir: string, unprivileged: Unprivileged): void {
  const draft = `${dataDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(draft, { mode: 0o700 });
  unprivileged.own(draft);
  const password = randomBytes(24).toString("base64url");
  writeFileSync(passwordFile(dataDir), `${password}\n`, { mode: 0o600 });
  unprivileged.own(passwordFile(dataDir));
  const [program = "", ...args] = [
    ...unprivileged.prefix,
    initdb,
    ["-D", draft, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
    ["--auth-local=reject", "--auth-host=scram-sha-256", "--pwfile", passwordFile(dataDir)],
  ].flat();
  const made = spawnSync(program, args, { env: environment, encoding: "utf8", cwd: draft });
  if (made.status !== 0) {
    throw new Error(`initdb could not make the database cluster in ${draft}:\n${made.stderr || String(made.error)}`);
  }
  renameSync(draft, dataDir);
}

type ServerOptions = EmbeddedOptions & {
  readonly port: number;
  readonly password: string;
  readonly unprivileged: Unprivileged;
};

function urlOf({ port, password }: Pick<ServerOptions, "port" | "password">, user: string, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

async function startServer(program: string, dataDir: string, options: ServerOptions): Promise<Running> {
  const { port, password, unprivileged } = options;
  const [command = "", ...args] = [...unprivileged.prefix, program, "-D", dataDir, ...settings(port, options)];
  // Its own process group: Ctrl-C in the terminal must reach us first, so that work ends before its database does.
  const child = spawn(command, args, {
    cwd: dataDir,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collectOutput(child);
  const watcher = endWithParent(child);
  const lost = new Promise((done) => child.once("exit", done));
  try {
    const url = urlOf(options, "postgres", "postgres");
    await createOwner(url, password, child, output, options.throwaway ?? false);
  } catch (error) {
    await stopServer(child, watcher);
    throw error;
  }
  return { lost, stop: () => stopServer(child, watcher) };
}

function settings(port: number, options: EmbeddedOptions): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    shared_buffers: options.throwaway ? "64MB" : "256MB",
    max_connections: 100,
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    ...(options.throwaway
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }
      : { fsync: "on", max_wal_size: "2GB" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** A ring of the last lines, to explain a start that fails; a healthy server writes next to nothing. */
function collectOutput(child: ChildProcess): () => string {
  let text = "";
  const add = (chunk: Buffer) => (text = (text + chunk.toString()).slice(-4_000));
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  child.on("error", (error) => add(Buffer.from(String(error))));
  return () => text.trim();
}

/** When we are killed, the pipe closes and the watcher ends PostgreSQL in our place. */
function endWithParent(child: ChildProcess): ChildProcessByStdio<Writable, null, null> {
  const script = `read -r _; kill -INT ${child.pid ?? 0}`;
  const watcher = spawn("/bin/sh", ["-c", script], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  watcher.on("error", () => undefined);
  watcher.stdin.on("error", () => undefined);
  return watcher;
}

async function createOwner(
  url: string,
  password: string,
  child: ChildProcess,
  output: () => string,
  mayCreateDatabases: boolean,
): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    const deadline = Date.now() + 60_000;
    for (;;) {
      try {
        await sql`select 1`;
        break;
      } catch (error) {
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
          throw new Error(`The embedded PostgreSQL did not start:\n${output() || String(error)}`, { cause: error });
        }
        await sleep(30);
      }
    }
    if ((await sql`select from pg_database where datname = 'daftar'`).length > 0) return;
    const rights = mayCreateDatabases ? "createrole createdb" : "createrole";
    await sql.unsafe(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'daftar') then
          create role daftar login ${rights} password '${password}';
        end if;
      end $$`);
    await sql.unsafe("create database daftar owner daftar");
  } finally {
    await sql.end();
  }
}

async function stopServer(child: ChildProcess, watcher: ChildProcessByStdio<Writable, null, null>): Promise<void> {
  const ended = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) done();
    else child.once("exit", () => done());
  });
  child.kill("SIGINT"); // PostgreSQL's "fast" shutdown.
  await ended;
  watcher.kill("SIGKILL");
  watcher.stdin.destroy();
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === "string") throw new Error("No free port was found on loopback.");
  return address.port;
}
