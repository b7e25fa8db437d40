import { csvText } from "../../../../platform/files/csv.ts";
import { queueAges } from "../../../../registry/reviews/figures.query.ts";
import type { TicketGroup, TicketSpan } from "../../../../registry/tickets/figures.query.ts";
import type { ShownFigures } from "./shown-figures.ts";

const outcomes = ["asked", "answered", "late", "waiting"] as const;

/** The figures as CSV, one number in a row; the names are codes, so that a file of either language can be compared. */
export function ticketFiguresFile(span: TicketSpan, figures: ShownFigures): string {
  const rows: string[][] = [["figure", "from", "until", "about", "kind", "value"]];
  const note = (figure: string, about: string, kind: string, value: number, { from, until } = span) =>
    rows.push([figure, from, until, about, kind, Number.isFinite(value) ? String(value) : ""]);
  const noteGroup = (group: TicketGroup, about: string) => {
    for (const kind of outcomes) note("questions", about, kind, group[kind]);
    note("first_answer_seconds", about, "half_within", group.half);
    note("first_answer_seconds", about, "nine_of_ten_within", group.most);
    note("promises", about, "due", group.due);
    note("promises", about, "kept", group.kept);
  };
  noteGroup(figures.all, span.category);
  for (const group of figures.categories) if (span.category === "") noteGroup(group, group.category);
  for (const { day, ...counts } of figures.days) {
    for (const kind of outcomes)
      note("questions_per_day", span.category, kind, counts[kind], { ...span, from: day, until: day });
  }
  figures.open.forEach(({ due, overdue }, at) => {
    note("open_now_by_age_in_days", String(queueAges[at]), "in_time", due);
    note("open_now_by_age_in_days", String(queueAges[at]), "late", overdue);
  });
  for (const { program, count } of figures.programs) note("came_from_program", program, "asked", count);
  for (const { program, page, count } of figures.pages) note("came_from_page", `${program}/${page}`, "asked", count);
  for (const { place, slug, helped, failed } of figures.judged) {
    note("answer_judged", `${place}/${slug}`, "helped", helped);
    note("answer_judged", `${place}/${slug}`, "failed", failed);
  }
  note("searches_without_answer", "", "all", figures.misses.searches);
  for (const { program, count } of figures.misses.programs) note("searches_without_answer", program, "program", count);
  for (const { word, count } of figures.misses.words) note("searches_without_answer", word, "word", count);
  return csvText(rows, { first: true });
}
