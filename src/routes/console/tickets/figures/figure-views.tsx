import { paths } from "../../../../paths.ts";
import type { TicketGroup } from "../../../../registry/tickets/figures.query.ts";
import { BarChart } from "../../../../ui/chart/bar-chart.tsx";
import { ChartFigure } from "../../../../ui/chart/chart-figure.tsx";
import { ColumnChart } from "../../../../ui/chart/column-chart.tsx";
import type { ChartSeries } from "../../../../ui/chart/series.ts";
import { Link } from "../../../../ui/link/link.tsx";
import type { Slot } from "../../../../ui/slot.ts";
import { SummaryList } from "../../../../ui/summary-list/summary-list.tsx";
import { Table } from "../../../../ui/table/table.tsx";
import type { StaffVisit } from "../../../route.ts";
import { ageLabels, dayName, FigureTable, inNumber } from "../../figures/figure-table.tsx";
import { pageTitle } from "../page-title.ts";
import type { ShownFigures } from "./shown-figures.ts";

interface ViewProps {
  readonly visit: StaffVisit;
  readonly figures: ShownFigures;
}

type Named = ViewProps & { readonly names: ReadonlyMap<string, string> };

/** The few numbers that are asked for first. */
export function Sums({ visit, figures }: ViewProps) {
  const { say } = visit;
  const { all, open } = figures;
  const waiting = open.reduce((sum, { due, overdue }) => sum + due + overdue, 0);
  const rows = [
    ["asked", inNumber(all.asked, visit)],
    ["half", within(all.half, visit)],
    ["most", within(all.most, visit)],
    ["kept", keptOf(all, visit)],
    ["open", inNumber(waiting, visit)],
  ] as const;
  return (
    <>
      <SummaryList
        rows={rows.map(([name, text]) => ({ key: { text: say(`ticket_figures.${name}`) }, value: { text } }))}
      />
      <p class="govuk-hint">{say("ticket_figures.wait_text")}</p>
    </>
  );
}

/** Questions by the day on which they were sent. */
export function Days({ visit, figures }: ViewProps) {
  const { say } = visit;
  const title = say("ticket_figures.days");
  const kinds = ["answered", "waiting", "late"] as const;
  const tones = { answered: "first", waiting: "second", late: "third" } as const;
  const series = kinds.map((kind): ChartSeries => ({
    name: say(`ticket_figures.${kind}`),
    tone: tones[kind],
    values: figures.days.map((day) => day[kind]),
  }));
  const busy = figures.days.filter(({ asked }) => asked > 0).toReversed();
  return (
    <ChartFigure
      title={title}
      text={say("ticket_figures.days_text")}
      legend={series}
      chart={<ColumnChart label={title} labels={figures.days.map(({ day }) => dayName(day, visit))} series={series} />}
      table={
        <FigureTable
          visit={visit}
          head={[say("console.figures.day"), say("ticket_figures.asked"), ...series.map(({ name }) => name)]}
          rows={busy.map((day) => [dayName(day.day, visit), day.asked, ...kinds.map((kind) => day[kind])])}
        />
      }
    />
  );
}

/** Questions by what they are about, with how they were answered. */
export function Categories({ visit, figures, names }: Named) {
  const { say } = visit;
  const counts = figures.categories.map(({ asked }) => asked);
  const labels = figures.categories.map(({ category }) => names.get(category) ?? category);
  return (
    <Counts
      visit={visit}
      title={say("ticket_figures.categories")}
      text={say("ticket_figures.categories_text")}
      labels={labels}
      counts={counts}
      table={
        <FigureTable
          visit={visit}
          head={[
            say("ticket_figures.category"),
            say("ticket_figures.asked"),
            say("ticket_figures.half_column"),
            say("ticket_figures.most_column"),
            say("ticket_figures.kept_column"),
          ]}
          rows={figures.categories.map((group, at) => [
            labels[at] ?? "",
            group.asked,
            within(group.half, visit),
            within(group.most, visit),
            keptOf(group, visit),
          ])}
        />
      }
    />
  );
}

/** What has no answer now, by how long it waits. */
export function Ages({ visit, figures }: ViewProps) {
  const { say } = visit;
  const title = say("ticket_figures.ages");
  const labels = ageLabels(visit);
  const series: ChartSeries[] = [
    { name: say("ticket_figures.in_time"), tone: "first", values: figures.open.map(({ due }) => due) },
    { name: say("ticket_figures.late"), tone: "third", values: figures.open.map(({ overdue }) => overdue) },
  ];
  return (
    <ChartFigure
      title={title}
      text={say("ticket_figures.ages_text")}
      legend={series}
      chart={<BarChart label={title} labels={labels} series={series} />}
      table={
        <FigureTable
          visit={visit}
          head={[say("console.figures.ages.column"), ...series.map(({ name }) => name)]}
          rows={labels.map((label, at) => [label, ...series.map(({ values }) => values[at] ?? 0)])}
        />
      }
    />
  );
}

/** From which program's page people came. */
export function Programs({ visit, figures, names }: Named) {
  const { say } = visit;
  const nameOf = (slug: string) => (slug === "" ? say("ticket_figures.no_program") : (names.get(slug) ?? slug));
  const labels = figures.programs.map(({ program }) => nameOf(program));
  const counts = figures.programs.map(({ count }) => count);
  return (
    <Counts
      visit={visit}
      title={say("ticket_figures.programs")}
      text={say("ticket_figures.programs_text")}
      labels={labels}
      counts={counts}
      table={
        <FigureTable
          visit={visit}
          head={[say("console.figures.program"), say("ticket_figures.asked")]}
          rows={labels.map((label, at) => [label, counts[at] ?? 0])}
        />
      }
    />
  );
}

/** The pages of programs that led people to ask: those to write better. */
export function Pages({ visit, figures, names, pages }: Named & { readonly pages: ReadonlyMap<string, string> }) {
  const { say } = visit;
  if (figures.pages.length === 0) return <></>;
  const nameOf = (program: string, page: string) => {
    const title = pageTitle(say, page, pages.get(`${program}/${page}`));
    return `${names.get(program) ?? program}: ${title}`;
  };
  return (
    <section class="daftar-figure">
      <h2 class="govuk-heading-m">{say("ticket_figures.pages")}</h2>
      <p class="govuk-hint">{say("ticket_figures.pages_text")}</p>
      <FigureTable
        visit={visit}
        head={[say("ticket_figures.page"), say("ticket_figures.asked")]}
        rows={figures.pages.map(({ program, page, count }) => [nameOf(program, page), count])}
      />
    </section>
  );
}

/** Answers by what their readers said. */
export function Judged({ visit, figures }: ViewProps) {
  const { say, language } = visit;
  return (
    <section class="daftar-figure">
      <h2 class="govuk-heading-m">{say("ticket_figures.answers")}</h2>
      <p class="govuk-hint">{say("ticket_figures.answers_text")}</p>
      {figures.judged.length === 0 ? (
        <p class="govuk-body">{say("console.figures.none")}</p>
      ) : (
        <Table
          firstCellIsHeader
          stacked
          head={[
            { text: say("ticket_figures.question") },
            { text: say("ticket_figures.failed"), format: "numeric" },
            { text: say("ticket_figures.helped"), format: "numeric" },
          ]}
          rows={figures.judged.map(({ place, slug, question, failed, helped }) => [
            { text: <Link href={paths.helpdesk.question(place, slug)}>{question[language]}</Link> },
            { text: String(failed), format: "numeric" },
            { text: String(helped), format: "numeric" },
          ])}
        />
      )}
    </section>
  );
}

/** One count for each name, the most first. */
function Counts(props: {
  readonly visit: StaffVisit;
  readonly title: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly counts: readonly number[];
  readonly table: Slot;
}) {
  const { visit, title, text, labels, counts, table } = props;
  const series: ChartSeries = { name: visit.say("ticket_figures.asked"), tone: "first", values: counts };
  return (
    <ChartFigure
      title={title}
      text={text}
      chart={counts.length === 0 ? <></> : <BarChart label={title} labels={labels} series={[series]} />}
      table={table}
    />
  );
}

/** "12 minutes", "5.3 hours"; "not yet" where too few have an answer. */
function within(seconds: number, visit: StaffVisit): string {
  const { say } = visit;
  if (!Number.isFinite(seconds)) return say("ticket_figures.not_yet");
  if (seconds < 3600) return say("ticket_figures.minutes", { minutes: Math.floor(seconds / 60) });
  return say("ticket_figures.hours", { hours: inNumber(Math.round(seconds / 360) / 10, visit) });
}

/** "3 of 4": at small counts a share in percent would say more than is known. */
function keptOf({ kept, due }: TicketGroup, visit: StaffVisit): string {
  return visit.say("ticket_figures.kept_of", { kept: inNumber(kept, visit), due: inNumber(due, visit) });
}
