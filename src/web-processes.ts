import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import type { Backing } from "./open.ts";
import type { Log } from "./platform/log.ts";

/** The argument that makes `main` a web process of a parent. */
export const webProcessArgument = "web-process";

/** Starts several web processes behind one port, and one anew for each that dies. */
export async function startWebProcesses(
  count: number,
  script: string,
  backing: Backing,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  const living = new Set<Worker>();
  cluster.setupPrimary({ exec: script, args: [webProcessArgument] });
  const startOne = async (): Promise<void> => {
    const child = cluster.fork();
    living.add(child);
    child.once("exit", (code, signal) => {
      living.delete(child);
      if (stopping) return;
      log.error({ code, signal }, "a web process ended and is started anew");
      // One that ends again before it listens comes back here by its own exit.
      setTimeout(() => void (stopping || startOne().catch(() => undefined)), 1_000);
    });
    child.once("online", () => child.send(backing));
    await Promise.race([once(child, "listening"), once(child, "exit")]);
    if (child.isDead()) throw new Error("A web process did not start; its own message stands above.");
  };
  try {
    await Promise.all(Array.from({ length: count }, startOne));
  } catch (error) {
    stopping = true;
    for (const child of living) child.kill();
    throw error;
  }
  return {
    stop: async () => {
      stopping = true;
      await Promise.all([...living].map((child) => (child.disconnect(), once(child, "exit"))));
    },
  };
}

/** In the child: waits for what the parent started. */
export async function receiveBacking(): Promise<Backing> {
  const [backing] = (await once(process, "message")) as [Backing];
  return backing;
}
