/** What time it is for display and for tokens' age. Decisions use `app_now()` in the database instead. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; for tests and for screenshots that must not change. */
export function fixedClock(start: Date): Clock & { move(milliseconds: number): void } {
  let at = start.getTime();
  return { now: () => new Date(at), move: (milliseconds) => void (at += milliseconds) };
}
