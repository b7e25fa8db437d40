import { availableParallelism } from "node:os";
import { Refusal } from "../../platform/refusals.ts";

export interface HashQueue {
  /** Runs the work when a place is free; refuses at once with 503 `busy` when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Refuses as `run` would now, before anything else is done for somebody who would have to come back. */
  refuseIfFull(): void;
}

/** Each hash takes 19 MiB and some 30 ms of a core: more at once only makes everybody slower. */
const AT_ONCE = 2 * availableParallelism();
/** Who would wait longer than about four seconds is told so instead. */
const WAITING = 64 * availableParallelism();
const RETRY_AFTER_SECONDS = 5;

/** Bounds how many passwords are hashed at once and how many wait, before any of the cost is paid. */
export function hashQueue(limits: { readonly atOnce?: number; readonly waiting?: number } = {}): HashQueue {
  const atOnce = limits.atOnce ?? AT_ONCE;
  const mostWaiting = limits.waiting ?? WAITING;
  const waiting: (() => void)[] = [];
  let running = 0;
  const refuseIfFull = () => {
    if (running < atOnce || waiting.length < mostWaiting) return;
    throw new Refusal(503, "busy", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  };
  return {
    refuseIfFull,
    async run(work) {
      if (running >= atOnce) {
        refuseIfFull();
        // The place is handed over by whoever ends, so that nobody who comes later slips in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
