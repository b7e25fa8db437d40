import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "../scripts/build.ts";
import { closing, type Closing } from "../src/platform/closing.ts";
import { connect, type Db } from "../src/platform/db/connect.ts";
import { startEmbedded } from "../src/platform/db/embedded.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { readKeyring, type Keyring } from "../src/platform/keys/keyring.ts";
import { projectRoot } from "../src/platform/project-root.ts";
import type { FloorPlan } from "./floor-plan.ts";

/** A database, keys and settings of this run alone, and what starts the processes on them. */
export interface Stage {
  readonly owner: Db;
  readonly keyring: Keyring;
  readonly databaseUrl: string;
  /** Where PostgreSQL keeps its files. */
  readonly databaseFolder: string;
  /** The settings of the application, as in production. */
  readonly environment: Readonly<Record<string, string>>;
  readonly ends: Closing;
}

/** Starts a real PostgreSQL (with fsync) in a throwaway folder, and builds the application as for production. */
export async function openStage(): Promise<Stage> {
  const ends = closing((name, error) => console.error(`${name} did not end well:`, error));
  const folder = await mkdtemp(join(tmpdir(), "daftar-bench-"));
  ends.add("folder", () => rm(folder, { recursive: true, force: true }));
  await build();
  const databaseFolder = join(folder, "postgres");
  const postgres = await startEmbedded({ dataDir: databaseFolder });
  ends.add("PostgreSQL", () => postgres.stop());
  await migrate(postgres.url);
  const owner = connect({ url: postgres.url, max: 2 });
  ends.add("connections", () => owner.close());
  const keyDir = join(folder, "keys");
  const port = String(await findFreePort());
  return {
    owner,
    keyring: readKeyring(keyDir, { create: true }),
    databaseUrl: postgres.url,
    databaseFolder,
    environment: {
      NODE_ENV: "production",
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: folder,
      KEY_DIR: keyDir,
      DATABASE_URL: postgres.url,
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "Daftar <daftar@contoh.example>",
      LOG_LEVEL: "error",
    },
    ends,
  };
}

/** A process that answers requests. */
export interface Served {
  readonly origin: string;
  /** Seconds of processor time that it has used so far; undefined where the system does not say. */
  processorSeconds(): number | undefined;
  /** Those of its main thread, where everything happens but hashing and collecting. */
  mainSeconds(): number | undefined;
}

/** Starts the built product as one web process. */
export async function startApp(stage: Stage, profile: string | undefined): Promise<Served & { stop(): Promise<void> }> {
  if (profile !== undefined) await mkdir(profile, { recursive: true });
  const child = fork(join(projectRoot, "dist/server/main.js"), ["web"], {
    env: { PATH: process.env["PATH"], ...stage.environment },
    execArgv: profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`],
  });
  stage.ends.add("application", () => end(child));
  const origin = stage.environment["PUBLIC_URL"] ?? "";
  await answers(`${origin}/health/live`, child);
  return { ...served(origin, child.pid ?? 0), stop: () => end(child) };
}

/** Starts the floor of a plan. */
export async function startFloor(stage: Stage, plan: Omit<FloorPlan, "databaseUrl" | "port">): Promise<Served> {
  const child = startHelper(stage, "floor.ts");
  const port = await findFreePort();
  child.send({ ...plan, databaseUrl: stage.databaseUrl, port } satisfies FloorPlan);
  await once(child, "message");
  return served(`http://127.0.0.1:${port}`, child.pid ?? 0);
}

function served(origin: string, pid: number): Served {
  return {
    origin,
    processorSeconds: () => processorSeconds(pid),
    mainSeconds: () => processorSeconds(`${pid}/task/${pid}`),
  };
}

/** Seconds of processor time that the processes of the database have used which are there now; undefined as above. */
export async function databaseSeconds({ owner }: Stage): Promise<number | undefined> {
  const rows = await owner.sql<{ pid: number }[]>`
    select pid from pg_stat_activity where pid <> pg_backend_pid() and backend_type <> 'autovacuum worker'`;
  const times = rows.map(({ pid }) => processorSeconds(pid));
  return times.every((time) => time !== undefined) ? times.reduce((sum, time) => sum + time, 0) : undefined;
}

/** Starts a process from a file of this folder; messages to and from it may hold buffers and dates. */
export function startHelper(stage: Stage, file: string): ChildProcess {
  const child = fork(join(import.meta.dirname, file), { serialization: "advanced", execArgv: [] });
  stage.ends.add(file, () => end(child));
  return child;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error("The application did not start; its message stands above.");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port was found on loopback.");
  return address.port;
}

/** Linux counts it in hundredths of a second, in the fields 14 and 15; the name before them ends with the last bracket. */
export function processorSeconds(pid: number | string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}
