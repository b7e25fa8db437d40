import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { readFrames, writeFrame, type Frame } from "./frames.ts";
import { rebuildLimits } from "./rebuild-limits.ts";

/** The process did not answer: it died by itself, or was killed for its time or its memory. */
export class ChildEnded extends Error {
  readonly killed: boolean;
  constructor(killed: boolean) {
    super(killed ? "the rebuilding process was killed" : "the rebuilding process ended");
    this.name = "ChildEnded";
    this.killed = killed;
  }
}

/** Sources run from `.ts`, the built product from `.js`; the entry lies beside this file in both. */
const entry = fileURLToPath(
  new URL(`./rebuild-process.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url),
);

/** One rebuilding process: no environment, no network where the system allows to take it, one file at a time. */
export class RebuildChild {
  readonly #process: ChildProcess;
  readonly #frames: AsyncGenerator<Frame>;
  readonly #maxRss: number;
  #killed = false;

  private constructor(maxRss: number) {
    const node = [
      process.execPath,
      "--max-old-space-size=256",
      "--permission",
      "--allow-fs-read=*",
      "--allow-addons",
      entry,
    ];
    const [command = process.execPath, ...rest] = [...withoutNetwork(), ...node];
    this.#process = spawn(command, rest, { env: {}, cwd: "/", stdio: ["pipe", "ignore", "ignore", "pipe"] });
    this.#maxRss = maxRss;
    this.#process.on("error", () => undefined);
    this.#process.stdin?.on("error", () => undefined);
    this.#frames = readFrames(this.#process.stdio[3] as Readable, rebuildLimits.outputBytes);
  }

  /** Starts a process and waits until it can work. One that cannot is an error of ours, never of a file. */
  static async start(maxRss: number): Promise<RebuildChild> {
    const child = new RebuildChild(maxRss);
    try {
      await child.#next(30_000);
    } catch (cause) {
      throw new Error("the rebuilding process does not start", { cause });
    }
    return child;
  }

  /** Sends one file and waits for the answer, `limitMs` at most. After `ChildEnded` the child is of no more use. */
  async ask(head: unknown, body: Uint8Array, limitMs: number): Promise<Frame> {
    writeFrame(this.#process.stdin as Writable, head, body);
    return this.#next(limitMs);
  }

  async #next(limitMs: number): Promise<Frame> {
    const timer = setTimeout(() => this.kill(), limitMs);
    const watch = setInterval(() => void this.#watchMemory(), 100);
    try {
      const next = await this.#frames.next();
      if (next.done) throw new ChildEnded(this.#killed);
      return next.value;
    } catch (cause) {
      this.kill();
      throw cause instanceof ChildEnded ? cause : new ChildEnded(true);
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
    }
  }

  /** libvips and WebAssembly keep their memory outside of what V8 limits, so it is looked at from here. */
  async #watchMemory(): Promise<void> {
    const status = await readFile(`/proc/${this.#process.pid}/statm`, "latin1").catch(() => "");
    if (Number(status.split(" ")[1]) * 4096 > this.#maxRss) this.kill();
  }

  /** Ends it at once, whatever it is at. */
  kill(): void {
    this.#killed = true;
    this.#process.kill("SIGKILL");
  }

  /** Lets it end by itself, as it does when its input ends; an idle one is gone in no time. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => this.#process.once("exit", () => resolve()));
    const timer = setTimeout(() => this.kill(), 2_000);
    this.#process.stdin?.end();
    await gone;
    clearTimeout(timer);
  }
}

let wrapper: string[] | undefined;

/** `unshare` takes the network away where the kernel lets us; elsewhere the process merely has no use for it. */
function withoutNetwork(): string[] {
  const ways = [
    ["/usr/bin/unshare", "-n"],
    ["/usr/bin/unshare", "-r", "-n"],
  ];
  wrapper ??=
    ways.find(
      ([command = "", ...flags]) => spawnSync(command, [...flags, "/bin/true"], { stdio: "ignore" }).status === 0,
    ) ?? [];
  return wrapper;
}
