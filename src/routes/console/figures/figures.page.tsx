import type { CompiledProgram } from "../../../program/compile.ts";
import { paths } from "../../../paths.ts";
import { figureWeeks, type Figures } from "../../../registry/reviews/figures.query.ts";
import { reasonLabel } from "../../../registry/reviews/lines.ts";
import { BarChart } from "../../../ui/chart/bar-chart.tsx";
import { ChartFigure } from "../../../ui/chart/chart-figure.tsx";
import { ColumnChart } from "../../../ui/chart/column-chart.tsx";
import { LineChart } from "../../../ui/chart/line-chart.tsx";
import type { ChartSeries } from "../../../ui/chart/series.ts";
import { FilterBar } from "../../../ui/filter-bar/filter-bar.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Select } from "../../../ui/select/select.tsx";
import type { StaffVisit } from "../../route.ts";
import { Sections, type Section } from "../sections.tsx";
import { ageLabels, dayName, FigureTable, inNumber } from "./figure-table.tsx";
import { hoursByProgram, hoursPerWeek, reasonsByProgram, reasonsInAll, reasonsPerWeek } from "./summary.ts";

export interface FiguresPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  /** Slug of the program that is looked at; empty for all. */
  readonly program: string;
  readonly programs: readonly { readonly slug: string; readonly title: string; readonly compiled: CompiledProgram }[];
  readonly figures: Figures;
}

/** What is counted, each as a picture with its table beside it. */
export function FiguresPage(props: FiguresPageProps) {
  const { visit, program, programs } = props;
  const { say } = visit;
  const file = program === "" ? "" : `?program=${encodeURIComponent(program)}`;
  return (
    <>
      <Sections say={say} open={props.sections} current="figures" />
      <h1 class="govuk-heading-l">{say("console.figures.title")}</h1>
      <p class="govuk-body">
        {say("console.figures.text")}{" "}
        <Link href={`${paths.console.figuresFile}${file}`}>{say("console.figures.download")}</Link>
        {" · "}
        <Link href={paths.console.ticketFigures}>{say("ticket_figures.title")}</Link>
      </p>
      <FilterBar
        action={paths.console.figures}
        label={say("console.figures.filter")}
        buttonText={say("console.queue.filter_button")}
        open={program !== ""}
      >
        <Select
          name="program"
          label={{ text: say("console.queue.program") }}
          value={program}
          items={[
            { value: "", text: say("console.queue.all_programs") },
            ...programs.map(({ slug, title }) => ({ value: slug, text: title })),
          ]}
        />
      </FilterBar>
      <Days {...props} />
      <Ages {...props} />
      <FirstDecisions {...props} />
      <Reasons {...props} />
      <Weeks {...props} />
    </>
  );
}

function Days({ visit, figures }: FiguresPageProps) {
  const { say } = visit;
  const title = say("console.figures.days.title");
  const kinds = ["accepted", "returned", "rejected"] as const;
  const tones = { accepted: "first", returned: "second", rejected: "third" } as const;
  const series = kinds.map((kind): ChartSeries => ({
    name: say(`console.figures.${kind}`),
    tone: tones[kind],
    values: figures.days.map((day) => day[kind]),
  }));
  const busy = figures.days.filter((day) => kinds.some((kind) => day[kind] > 0)).toReversed();
  return (
    <ChartFigure
      title={title}
      text={say("console.figures.days.text", { days: figures.days.length })}
      legend={series}
      chart={<ColumnChart label={title} labels={figures.days.map(({ day }) => dayName(day, visit))} series={series} />}
      table={
        <FigureTable
          visit={visit}
          head={[say("console.figures.day"), ...series.map(({ name }) => name)]}
          rows={busy.map((day) => [dayName(day.day, visit), ...kinds.map((kind) => day[kind])])}
        />
      }
    />
  );
}

function Ages({ visit, figures }: FiguresPageProps) {
  const { say } = visit;
  const title = say("console.figures.ages.title");
  const labels = ageLabels(visit);
  const count = say("console.figures.ages.count");
  return (
    <ChartFigure
      title={title}
      text={say("console.figures.ages.text")}
      chart={<BarChart label={title} labels={labels} series={[{ name: count, tone: "first", values: figures.ages }]} />}
      table={
        <FigureTable
          visit={visit}
          head={[say("console.figures.ages.column"), count]}
          rows={labels.map((label, at) => [label, figures.ages[at] ?? 0])}
        />
      }
    />
  );
}

function FirstDecisions({ visit, figures, programs }: FiguresPageProps) {
  const { say } = visit;
  const title = say("console.figures.first.title");
  const weekly = hoursPerWeek(figures);
  return (
    <ChartFigure
      title={title}
      text={say("console.figures.first.text", { weeks: figureWeeks })}
      chart={<LineChart label={title} labels={figures.weeks.map((week) => dayName(week, visit))} values={weekly} />}
      table={
        <>
          <FigureTable
            visit={visit}
            head={[
              say("console.figures.program"),
              say("console.figures.first.hours"),
              say("console.figures.first.count"),
            ]}
            rows={hoursByProgram(figures).map(({ program, hours, count }) => [
              titleOf(programs, program),
              inNumber(hours, visit),
              count,
            ])}
          />
          <FigureTable
            visit={visit}
            head={[say("console.figures.week"), say("console.figures.first.hours")]}
            rows={figures.weeks.flatMap((week, at) => {
              const hours = weekly[at];
              return hours === undefined ? [] : [[dayName(week, visit), inNumber(hours, visit)]];
            })}
          />
        </>
      }
    />
  );
}

function Reasons({ visit, figures, programs }: FiguresPageProps) {
  const { say } = visit;
  const title = say("console.figures.reasons.title");
  const sums = reasonsInAll(figures);
  const labels = sums.map(({ reason }) => labelOf(programs, reason, visit));
  const series = inBothKinds(visit, (kind) => sums.map((sum) => sum[kind]));
  return (
    <ChartFigure
      title={title}
      text={say("console.figures.reasons.text", { weeks: figureWeeks })}
      legend={series}
      chart={
        sums.length === 0 ? (
          <p class="govuk-body">{say("console.figures.none")}</p>
        ) : (
          <BarChart label={title} labels={labels} series={series} />
        )
      }
      table={
        <FigureTable
          visit={visit}
          head={[say("console.figures.program"), say("console.figures.reason"), ...series.map(({ name }) => name)]}
          rows={reasonsByProgram(figures).map(({ program, reason, returned, rejected }) => [
            titleOf(programs, program),
            labelOf(programs, reason, visit, program),
            returned,
            rejected,
          ])}
        />
      }
    />
  );
}

function Weeks({ visit, figures, programs }: FiguresPageProps) {
  const { say } = visit;
  const title = say("console.figures.weeks.title");
  const series = inBothKinds(visit, (kind) => reasonsPerWeek(figures, kind));
  return (
    <ChartFigure
      title={title}
      text={say("console.figures.weeks.text", { weeks: figureWeeks })}
      legend={series}
      chart={<ColumnChart label={title} labels={figures.weeks.map((week) => dayName(week, visit))} series={series} />}
      table={
        <FigureTable
          visit={visit}
          head={[
            say("console.figures.week"),
            say("console.figures.program"),
            say("console.figures.reason"),
            say("console.figures.sum"),
          ]}
          rows={figures.reasons
            .toReversed()
            .map(({ week, program, reason, kind, count }) => [
              dayName(week, visit),
              titleOf(programs, program),
              `${labelOf(programs, reason, visit, program)} (${say(`console.figures.${kind}`)})`,
              count,
            ])}
        />
      }
    />
  );
}

function inBothKinds(visit: StaffVisit, values: (kind: "returned" | "rejected") => readonly number[]): ChartSeries[] {
  return [
    { name: visit.say("console.figures.returned"), tone: "second", values: values("returned") },
    { name: visit.say("console.figures.rejected"), tone: "third", values: values("rejected") },
  ];
}

function titleOf(programs: FiguresPageProps["programs"], slug: string): string {
  return programs.find((program) => program.slug === slug)?.title ?? slug;
}

/** A reason in words, by the program that gave it or, for a sum over all, by the first that knows it. */
function labelOf(programs: FiguresPageProps["programs"], reason: string, visit: StaffVisit, slug = ""): string {
  const knows = ({ compiled }: { readonly compiled: CompiledProgram }) =>
    compiled.program.review.reasons.some((known) => known.reason === reason);
  const program = programs.find((one) => (slug === "" || one.slug === slug) && knows(one));
  return program ? reasonLabel(program.compiled, reason, visit.language) : reason;
}
