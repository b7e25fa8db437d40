import { mkdirSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * One process owns a data directory. The lock file holds that process' id and start time; a lock whose process is gone
 * (kill -9, power cut) is taken over. PostgreSQL's own postmaster.pid is not enough: after a restart of a container the
 * recorded id often belongs to another program, and PostgreSQL then refuses to start.
 */
export function lockCluster(path: string): { release(): void } {
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, `${process.pid} ${startTime(process.pid)}\n`, { flag: "wx", mode: 0o600 });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = readOwner(path);
      if (owner && isAlive(owner.pid) && owner.start === startTime(owner.pid)) {
        throw new Error(
          `Daftar already runs on this data directory (process ${owner.pid}). ` +
            "Stop it first, or give this one its own DATA_DIR and PORT.",
          { cause: error },
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new Error(`Two starts at once on the same data directory (${path}). Try again.`);
}

/**
 * Ends a PostgreSQL that lost its owner, and what is left of one whose postmaster was killed, and then removes a
 * postmaster.pid that names nobody. The order matters: backends outlive a killed postmaster until their statement ends,
 * and a second PostgreSQL on the same files at that moment would destroy them.
 */
export async function clearStalePostmaster(dataDir: string): Promise<void> {
  const file = `${dataDir}/postmaster.pid`;
  const pid = Number(readText(file)?.split("\n")[0] ?? "");
  // Elsewhere processes do not show their folder: PostgreSQL's own interlock, which needs the file, is left to it.
  if (process.platform !== "linux" && pid && !isAlive(pid)) return;
  if (pid && worksIn(pid, dataDir)) {
    process.kill(pid, "SIGINT");
    await gone(() => (isAlive(pid) ? [pid] : []), dataDir);
  }
  for (const orphan of listProcessesIn(dataDir)) kill(orphan);
  await gone(() => listProcessesIn(dataDir), dataDir);
  rmSync(file, { force: true });
}

async function gone(list: () => readonly number[], dataDir: string): Promise<void> {
  for (let waited = 0; waited < 300 && list().length > 0; waited++) await sleep(100);
  const [left] = list();
  if (left !== undefined)
    throw new Error(`An earlier PostgreSQL (process ${left}) still runs in ${dataDir} and does not end.`);
}

/** PostgreSQL's processes work in their data directory. Without its postmaster none of them can do anything lasting. */
function listProcessesIn(dataDir: string): readonly number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgres(pid) && worksIn(pid, dataDir));
}

function isPostgres(pid: number): boolean {
  return readText(`/proc/${pid}/comm`)?.trim() === "postgres";
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Whether a process works in this data directory. */
function worksIn(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch {
    return false;
  }
}

function readOwner(path: string): { pid: number; start: string } | undefined {
  const [pid = "", start = ""] = readText(path)?.trim().split(" ") ?? [];
  return pid ? { pid: Number(pid), start } : undefined;
}

/** Process ids are used again; together with the start time they are not. */
function startTime(pid: number): string {
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "-";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
