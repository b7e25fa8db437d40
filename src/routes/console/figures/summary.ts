import { median, type Figures } from "../../../registry/reviews/figures.query.ts";

const HOUR_SECONDS = 3600;

/** How often a reason was given, for returns and for rejections. */
export interface ReasonSum {
  readonly program: string;
  readonly reason: string;
  readonly returned: number;
  readonly rejected: number;
}

/** Reasons over all programs, the commonest first; `program` is empty. */
export function reasonsInAll(figures: Figures): ReasonSum[] {
  return sumBy(figures, () => "");
}

/** Reasons by program, the commonest first within each. */
export function reasonsByProgram(figures: Figures): ReasonSum[] {
  return sumBy(figures, ({ program }) => program).toSorted((a, b) => a.program.localeCompare(b.program));
}

function sumBy({ reasons }: Figures, group: (row: Figures["reasons"][number]) => string): ReasonSum[] {
  const groups = Map.groupBy(reasons, (row) => `${group(row)} ${row.reason}`);
  const sums = [...groups.values()].map((rows): ReasonSum => {
    const count = (kind: "returned" | "rejected") =>
      rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0);
    const [first] = rows;
    return {
      program: first ? group(first) : "",
      reason: first?.reason ?? "",
      returned: count("returned"),
      rejected: count("rejected"),
    };
  });
  return sums.toSorted((a, b) => b.returned + b.rejected - (a.returned + a.rejected));
}

/** Reasons of one kind, week by week. */
export function reasonsPerWeek({ weeks, reasons }: Figures, kind: "returned" | "rejected"): number[] {
  return weeks.map((week) =>
    reasons.filter((row) => row.week === week && row.kind === kind).reduce((sum, row) => sum + row.count, 0),
  );
}

/** Median hours to the first decision, week by week; undefined where nothing was decided. */
export function hoursPerWeek({ weeks, firstDecisions }: Figures): (number | undefined)[] {
  return weeks.map((week) => hours(firstDecisions.filter((row) => row.week === week)));
}

/** Median hours to the first decision by program, with how many were decided. */
export function hoursByProgram({
  firstDecisions,
}: Figures): { readonly program: string; readonly hours: number; readonly count: number }[] {
  return [...Map.groupBy(firstDecisions, ({ program }) => program)].map(([program, rows]) => ({
    program,
    hours: hours(rows) ?? 0,
    count: rows.length,
  }));
}

/** Median hours over whatever is given, to one decimal. */
export function hours(rows: readonly { readonly seconds: number }[]): number | undefined {
  const middle = median(rows.map(({ seconds }) => seconds));
  return middle === undefined ? undefined : Math.round((middle / HOUR_SECONDS) * 10) / 10;
}
