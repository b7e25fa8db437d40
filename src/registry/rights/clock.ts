const HOUR = 3_600_000;

/** UU PDP 27/2022, articles 30, 40 and 41: at the latest 3 x 24 hours after the request was received. */
export const lawfulHours = 72;

/** Nearer than this, an open request is marked as pressing. */
const PRESSING_HOURS = 24;

/** How an open request stands against the clock. */
export interface ClockState {
  readonly dueAt: Date;
  /** Milliseconds that are left; negative when it is overdue. */
  readonly left: number;
  readonly urgency: "calm" | "pressing" | "overdue";
}

/**
 * The legal clock of a request. The law says "3 x 24 jam": it counts hours from receipt, through nights, weekends and
 * holidays, and knows no working days here. The moment of 72:00:00 itself is still in time ("paling lambat"). `now` is
 * the database's `app_now()`.
 */
export function clockOf(askedAt: Date, now: Date): ClockState {
  const dueAt = new Date(askedAt.getTime() + lawfulHours * HOUR);
  const left = dueAt.getTime() - now.getTime();
  const urgency = left < 0 ? "overdue" : left <= PRESSING_HOURS * HOUR ? "pressing" : "calm";
  return { dueAt, left, urgency };
}

/** Whole hours between now and the due moment, for words: what is left rounded down, what is overdue rounded up. */
export function hoursOf({ left }: Pick<ClockState, "left">): number {
  return left < 0 ? Math.ceil(-left / HOUR) : Math.floor(left / HOUR);
}
