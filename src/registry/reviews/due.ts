const DAY_MS = 24 * 60 * 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * When a decision is due: so many working days after the submission, at the same time of day in
 * the institution's zone. What comes in on a weekend or a holiday counts as if it came on the next
 * working day. `holidays` are days such as `2026-08-17`; see `listHolidays`.
 */
export function dueAt(submittedAt: Date, workingDays: number, zone: string, holidays: ReadonlySet<string>): Date {
  let due = skipDaysOff(submittedAt.getTime(), zone, holidays);
  for (let day = 0; day < workingDays; day++) due = skipDaysOff(due + DAY_MS, zone, holidays);
  return new Date(due);
}

// No zone of Indonesia has summer time, so a day always has 24 hours.
function skipDaysOff(at: number, zone: string, holidays: ReadonlySet<string>): number {
  let then = at;
  while (isDayOff(then, zone, holidays)) then += DAY_MS;
  return then;
}

function isDayOff(at: number, zone: string, holidays: ReadonlySet<string>): boolean {
  const day = dayFormat(zone).format(at);
  // A date without a time is midnight UTC, so its weekday is that of the calendar.
  return [0, 6].includes(new Date(day).getUTCDay()) || holidays.has(day);
}

function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    // Swedish dates are ISO dates.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
    formats.set(zone, format);
  }
  return format;
}
