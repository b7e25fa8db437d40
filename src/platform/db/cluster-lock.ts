import { mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from "node:fs";
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

/** Ends a PostgreSQL that lost its owner, and removes a postmaster.pid that names no such PostgreSQL. */
export async function clearStalePostmaster(dataDir: string): Promise<void> {
  const file = `${dataDir}/postmaster.pid`;
  const pid = Number(readText(file)?.split("\n")[0] ?? "");
  if (!pid) return;
  if (!isPostmasterOf(pid, dataDir)) return rmSync(file, { force: true });
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 300 && isAlive(pid); waited++) await sleep(100);
  if (isAlive(pid))
    throw new Error(`An earlier PostgreSQL (process ${pid}) still runs in ${dataDir} and does not end.`);
}

function isPostmasterOf(pid: number, dataDir: string): boolean {
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
