import { scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { chartSize } from "./frame.tsx";
import type { ChartSeries } from "./series.ts";

export interface BarChartProps {
  /** What the picture shows in one sentence, said to those who cannot see it. */
  readonly label: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

// A name above its bar, also in the larger letters of a phone.
const ROW = 62;
const LONGEST_LABEL = 46;

/** Counts of named things, a bar for each under its name, which may be long. */
export function BarChart({ label, labels, series }: BarChartProps) {
  const { width } = chartSize;
  const indexes = labels.map((_, index) => index);
  const stacked = stack<number, number>()
    .keys(series.map((_, index) => index))
    .value((at, key) => series[key]?.values[at] ?? 0)(indexes);
  const sums = indexes.map((at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  // Room at the end for the number of the longest bar.
  const x = scaleLinear([0, Math.max(1, ...sums)], [0, width - 80]);
  return (
    <svg
      class="daftar-chart"
      viewBox={`0 0 ${width} ${Math.max(1, labels.length) * ROW}`}
      role="img"
      aria-label={label}
    >
      {stacked.map((layer) => (
        <g class={`daftar-chart__fill--${series[layer.key]?.tone ?? "first"}`}>
          {layer.map(([from, to], at) =>
            to > from ? <rect x={x(from)} y={at * ROW + 31} width={x(to) - x(from)} height={16} rx={3} /> : <></>,
          )}
        </g>
      ))}
      {indexes.map((at) => (
        <>
          <text class="daftar-chart__text" x={0} y={at * ROW + 20}>
            {shorten(labels[at] ?? "")}
          </text>
          <text class="daftar-chart__text" x={x(sums[at] ?? 0) + 8} y={at * ROW + 48}>
            {String(sums[at] ?? 0)}
          </text>
        </>
      ))}
    </svg>
  );
}

function shorten(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
}
