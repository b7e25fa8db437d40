const DAY_MS = 24 * 60 * 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * When a decision is due: so many working days after the submission, at the same time of day in
 * the institution's zone. What comes in on a weekend counts as if it came on Monday.
 */
export function dueAt(submittedAt: Date, workingDays: number, zone: string): Date {
  let due = skipWeekend(submittedAt.getTime(), zone);
  for (let day = 0; day < workingDays; day++) due = skipWeekend(due + DAY_MS, zone);
  return new Date(due);
}

// No zone of Indonesia has summer time, so a day always has 24 hours.
function skipWeekend(at: number, zone: string): number {
  let then = at;
  while (isWeekend(then, zone)) then += DAY_MS;
  return then;
}

function isWeekend(at: number, zone: string): boolean {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short" });
    formats.set(zone, format);
  }
  return ["Sat", "Sun"].includes(format.format(at));
}
