import { expect, test, vi } from "vitest";
import { keepRunning, type Running } from "./keep-running.ts";

/** Something of which each start is remembered and can be lost by hand. */
function fragile(failures: ReadonlySet<number> = new Set()) {
  const lose: (() => void)[] = [];
  const stopped: number[] = [];
  let starts = 0;
  const start = (): Promise<Running> => {
    const mine = ++starts;
    if (failures.has(mine)) return Promise.reject(new Error(`start ${mine} failed`));
    const { promise, resolve } = Promise.withResolvers<void>();
    lose.push(resolve);
    return Promise.resolve({ lost: promise, stop: () => Promise.resolve(stopped.push(mine)) });
  };
  return { start, stopped, loseLast: () => lose.at(-1)?.(), starts: () => starts };
}

test("what is lost is stopped and started again, also when a start fails meanwhile", async () => {
  const thing = fragile(new Set([2]));
  const told: string[] = [];
  const kept = await keepRunning("the thing", thing.start, (what) => told.push(what));
  thing.loseLast();
  await vi.waitFor(() => expect(thing.starts()).toBe(3), { timeout: 5_000 });
  expect(thing.stopped).toEqual([1]);
  await kept.stop();
  expect(thing.stopped).toEqual([1, 3]);
  expect(told).toEqual([
    "the thing was lost and is started again",
    "the thing could not be started again",
    "the thing runs again",
  ]);
});

test("after stop nothing is started again, and a first start that fails is thrown", async () => {
  const thing = fragile();
  const kept = await keepRunning("the thing", thing.start, () => undefined);
  const stopping = kept.stop();
  thing.loseLast();
  await stopping;
  expect(thing.starts()).toBe(1);
  await expect(keepRunning("the thing", fragile(new Set([1])).start, () => undefined)).rejects.toThrow("start 1");
});
