import { queueAges } from "../../../registry/reviews/figures.query.ts";
import { shortDay } from "../../../texts/dates.ts";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";

/** The numbers of a chart in a table; a column whose first cell is a number is set as numbers. */
export function FigureTable(props: {
  readonly visit: StaffVisit;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}) {
  const { visit, head, rows } = props;
  // A name and its number fit beside each other on every phone, and a column of numbers is read at a glance.
  if (rows.length === 0) return <p class="govuk-body">{visit.say("console.figures.none")}</p>;
  return (
    <Table
      firstCellIsHeader
      stacked={head.length > 2}
      head={head.map((text, at) => (typeof rows[0]?.[at] === "number" ? { text, format: "numeric" } : { text }))}
      rows={rows.map((row) =>
        row.map((cell) => (typeof cell === "number" ? { text: String(cell), format: "numeric" } : { text: cell })),
      )}
    />
  );
}

/** "21 Nov", on one line. The days come as calendar days already, so their zone is that of midnight UTC. */
export function dayName(day: string, { language }: StaffVisit): string {
  return shortDay(new Date(day), "UTC", language)
    .replace(/ \d{4}$/, "")
    .replace(" ", "\u00a0");
}

/** A number as it is written in the visitor's language. */
export function inNumber(value: number, { language }: StaffVisit): string {
  return value.toLocaleString(language === "id" ? "id-ID" : "en-GB");
}

/** The age classes of `queueAges` in words. */
export function ageLabels({ say }: StaffVisit): string[] {
  return queueAges.map((from, at) => {
    const until = queueAges[at + 1];
    if (until === undefined) return say("console.figures.ages.above", { from });
    return from === 0
      ? say("console.figures.ages.below", { until })
      : say("console.figures.ages.between", { from, until });
  });
}
