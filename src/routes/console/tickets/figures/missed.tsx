import type { StaffVisit } from "../../../route.ts";
import { FigureTable } from "../../figures/figure-table.tsx";
import type { ShownFigures } from "./shown-figures.ts";

/** Searches of the helpdesk without an answer, by the page they came from and by known words. */
export function Missed(props: {
  readonly visit: StaffVisit;
  readonly figures: ShownFigures;
  /** Titles of programs. */
  readonly names: ReadonlyMap<string, string>;
}) {
  const { visit, figures, names } = props;
  const { say } = visit;
  const { searches, programs, words } = figures.misses;
  const nameOf = (slug: string) => (slug === "" ? say("ticket_figures.no_program") : (names.get(slug) ?? slug));
  return (
    <section class="daftar-figure">
      <h2 class="govuk-heading-m">{say("ticket_figures.missed")}</h2>
      <p class="govuk-hint">{say("ticket_figures.missed_text")}</p>
      <p class="govuk-body">{say("ticket_figures.missed_count", { count: searches })}</p>
      {programs.length > 0 && (
        <FigureTable
          visit={visit}
          head={[say("ticket_figures.missed_page"), say("ticket_figures.missed_searches")]}
          rows={programs.map(({ program, count }) => [nameOf(program), count])}
        />
      )}
      {words.length > 0 && (
        <FigureTable
          visit={visit}
          head={[say("ticket_figures.missed_word"), say("ticket_figures.missed_searches")]}
          rows={words.map(({ word, count }) => [word, count])}
        />
      )}
    </section>
  );
}
