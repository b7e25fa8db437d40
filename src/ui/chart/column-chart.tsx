import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { Axis, chartSize, LabelsBelow } from "./frame.tsx";
import type { ChartSeries } from "./series.ts";

export interface ColumnChartProps {
  /** What the picture shows in one sentence, said to those who cannot see it. */
  readonly label: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** Counts over time or classes as columns, several kinds on top of one another. */
export function ColumnChart({ label, labels, series }: ColumnChartProps) {
  const { width, height, left, right, top, bottom } = chartSize;
  const indexes = labels.map((_, index) => index);
  const stacked = stack<number, number>()
    .keys(series.map((_, index) => index))
    .value((at, key) => series[key]?.values[at] ?? 0)(indexes);
  const most = Math.max(1, ...stacked.flatMap((layer) => layer.map(([, end]) => end)));
  const x = scaleBand(indexes, [left, width - right]).padding(0.2);
  const y = scaleLinear([0, most], [height - bottom, top]).nice(4);
  return (
    <svg class="daftar-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Axis scale={y} />
      {stacked.map((layer) => (
        <g class={`daftar-chart__fill--${series[layer.key]?.tone ?? "first"}`}>
          {layer.map(([from, to], at) =>
            to > from ? <rect x={x(at) ?? 0} y={y(to)} width={x.bandwidth()} height={y(from) - y(to)} /> : <></>,
          )}
        </g>
      ))}
      <LabelsBelow labels={labels} at={(index) => (x(index) ?? 0) + x.bandwidth() / 2} />
    </svg>
  );
}
