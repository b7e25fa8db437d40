import { csvText } from "../../../platform/files/csv.ts";
import { queueAges, type Figures } from "../../../registry/reviews/figures.query.ts";
import { hours } from "./summary.ts";

/** The figures as CSV, one number in a row; the names are codes, so that a file of either language can be compared. */
export function figuresFile(figures: Figures): string {
  const rows: string[][] = [["figure", "program", "from", "kind", "reason", "value"]];
  for (const { program, week, kind, reason, count } of figures.reasons) {
    rows.push(["reasons_per_week", program, week, kind, reason, String(count)]);
  }
  for (const day of figures.days) {
    for (const kind of ["accepted", "returned", "rejected"] as const) {
      rows.push(["decided_per_day", "", day.day, kind, "", String(day[kind])]);
    }
  }
  queueAges.forEach((days, at) => {
    rows.push(["queue_by_age_in_days", "", String(days), "undecided", "", String(figures.ages[at] ?? 0)]);
  });
  const byWeek = Map.groupBy(figures.firstDecisions, ({ program, week }) => `${week} ${program}`);
  for (const group of byWeek.values()) {
    const [first] = group;
    if (!first) continue;
    rows.push(["median_hours_to_first_decision", first.program, first.week, "", "", String(hours(group) ?? "")]);
  }
  return csvText(rows, { first: true });
}
