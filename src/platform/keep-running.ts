import { setTimeout as sleep } from "node:timers/promises";

/** Something that runs beside us and may end without being asked. */
export interface Running {
  /** Resolves when it ended by itself; never rejects. */
  readonly lost: Promise<unknown>;
  stop(): Promise<unknown>;
}

/** What is told meanwhile, for the log. */
export type Report = (what: string, error?: unknown) => void;

/** Pauses before the tries to start again; the last one holds for all that follow. */
const pauses = [100, 300, 1_000, 3_000, 5_000];
/** How long what was lost may take to end before another is started beside it. */
const patience = 5_000;

/**
 * Starts something and starts it again whenever it is lost, until `stop`. The first start must succeed; later ones are
 * tried for as long as it takes, since whoever waits for us is better off with a late answer than with none.
 */
export async function keepRunning(
  name: string,
  start: () => Promise<Running>,
  report: Report,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const stopped = new Promise<void>((done) => stopping.signal.addEventListener("abort", () => done()));
  const isEnding = () => stopping.signal.aborted;
  let running: Running | undefined = await start();

  async function restart(): Promise<void> {
    for (let tries = 0; running === undefined && !isEnding(); tries++) {
      const pause = pauses[Math.min(tries, pauses.length - 1)];
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (isEnding()) return;
      try {
        running = await start();
        report(`${name} runs again`);
      } catch (error) {
        report(`${name} could not be started again`, error);
      }
    }
  }

  const watching = (async () => {
    while (!isEnding()) {
      await Promise.race([running?.lost, stopped]);
      if (isEnding()) break;
      report(`${name} was lost and is started again`);
      await Promise.race([running?.stop().catch(() => undefined), sleep(patience, undefined, { ref: false })]);
      running = undefined;
      await restart();
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
      await running?.stop();
    },
  };
}
