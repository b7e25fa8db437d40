import type { HttpBindings } from "@hono/node-server";
import type { Jobs } from "./platform/queue/worker.ts";

/** What `compose` hands to `main`: everything that a role may have to run. */
export interface Service {
  /** Answers requests; Hono's own app does. */
  readonly app: { fetch(request: Request, bindings?: Partial<HttpBindings>): Response | Promise<Response> };
  readonly jobs?: Jobs;
  /** What comes due by the clock, as lines of graphile-worker's crontab. */
  readonly crontab?: string;
  /** Starts what the role of the worker does all the time, beside its jobs. */
  startLoops?(): { stop(): Promise<void> };
  /** Called once before anything is served by the role `all`; returns lines for the person at the terminal. */
  prepare?(): Promise<readonly string[]>;
  /** Further commands of the command line, by name. */
  readonly commands?: Readonly<Record<string, (args: readonly string[]) => Promise<void>>>;
  /** Ends what compose itself opened; connections and servers are main's. */
  close?(): Promise<void>;
}
