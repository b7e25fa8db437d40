import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/platform/project-root.ts";
import type { Stage } from "../stage.ts";

/** One role of the built product, started again whenever it ends, as a service manager does. */
export interface Role {
  /** Kills the process that runs now, with SIGKILL. */
  kill(): void;
  /** How often it ended without having been killed. */
  endedByItself(): number;
  /** Ends it in order and leaves it ended. */
  stop(): Promise<void>;
}

/** Starts a role of the built product. Its log is left out: a kill makes much of it. */
export function startRole(stage: Stage, role: "web" | "worker"): Role {
  let [stopping, killed, ended] = [false, false, 0];
  let child = start();

  function start(): ChildProcess {
    const started = fork(join(projectRoot, "dist/server/main.js"), [role], {
      env: { PATH: process.env["PATH"], ...stage.environment, LOG_LEVEL: "silent" },
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    started.once("exit", () => {
      if (stopping) return;
      if (!killed) ended++;
      killed = false;
      child = start();
    });
    return started;
  }

  const stop = async (): Promise<void> => {
    stopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    await exit;
  };
  stage.ends.add(role, stop);
  return {
    kill: () => {
      killed = true;
      child.kill("SIGKILL");
    },
    endedByItself: () => ended,
    stop,
  };
}

/** Kills PostgreSQL with SIGKILL: its postmaster and, with `all`, every process of it; otherwise its backends outlive it. */
export function killPostgres(stage: Stage, all: boolean): void {
  const postmaster = Number(readFileSync(join(stage.databaseFolder, "postmaster.pid"), "utf8").split("\n")[0]);
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").trim().split(" ");
  for (const pid of all ? [postmaster, ...children.map(Number)] : [postmaster]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      // A backend may have ended by itself since the list was read.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
