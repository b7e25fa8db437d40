import type { FigureName } from "./options.ts";

/** What was measured in one slice of one side. */
export interface Slice {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds of each answer. */
  readonly times: readonly number[];
  /** Answers that were not what they should be, and requests without an answer. */
  readonly errors: number;
}

/** The line that a run prints. */
export interface Result {
  readonly name: FigureName;
  readonly app_per_s: number;
  readonly floor_per_s: number;
  /** The application's figure as a share of its floor's. */
  readonly share: number;
  readonly p50_ms: number;
  /** Of the pages read beside it, where a figure promises something about these. */
  readonly p95_ms?: number;
  readonly p99_ms: number;
  readonly errors: number;
  readonly seconds: number;
  readonly connections: number;
}

/**
 * The result of slices that alternated between the application and its floor. Medians, so that a neighbour who is loud
 * for one slice does not decide.
 */
export function summarise(
  run: { readonly name: FigureName; readonly connections: number; readonly lost: number },
  app: readonly Slice[],
  floor: readonly Slice[],
): Result {
  const appRate = median(app.map(rate));
  const floorRate = median(floor.map(rate));
  const times = app.flatMap((slice) => slice.times).toSorted((a, b) => a - b);
  const all = [...app, ...floor];
  return {
    name: run.name,
    app_per_s: Math.round(appRate),
    floor_per_s: Math.round(floorRate),
    share: round(floorRate === 0 ? 0 : appRate / floorRate, 3),
    p50_ms: round(percentile(times, 50), 2),
    p99_ms: round(percentile(times, 99), 2),
    errors: all.reduce((sum, slice) => sum + slice.errors, 0) + run.lost,
    seconds: round(
      all.reduce((sum, slice) => sum + slice.seconds, 0),
      1,
    ),
    connections: run.connections,
  };
}

export function rate(slice: Slice): number {
  return slice.seconds === 0 ? 0 : slice.answers / slice.seconds;
}

/** The middle value, or the mean of the two in the middle; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The smallest of the sorted values that `percent` of them do not exceed (nearest rank); 0 of nothing. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
