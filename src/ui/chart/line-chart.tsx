import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { Axis, chartSize, LabelsBelow } from "./frame.tsx";

export interface LineChartProps {
  /** What the picture shows in one sentence, said to those who cannot see it. */
  readonly label: string;
  readonly labels: readonly string[];
  /** A value for each label; undefined where there was nothing to measure, which leaves a gap. */
  readonly values: readonly (number | undefined)[];
}

/** One measure over time. */
export function LineChart({ label, labels, values }: LineChartProps) {
  const { width, height, left, right, top, bottom } = chartSize;
  const indexes = labels.map((_, index) => index);
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const x = scalePoint(indexes, [left, width - right]).padding(0.5);
  const y = scaleLinear([0, most], [height - bottom, top]).nice(4);
  const path = line<number>()
    .defined((at) => values[at] !== undefined)
    .x((at) => x(at) ?? 0)
    .y((at) => y(values[at] ?? 0))(indexes);
  return (
    <svg class="daftar-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Axis scale={y} />
      {path !== null && <path class="daftar-chart__line" d={path} />}
      {indexes
        .filter((at) => values[at] !== undefined)
        .map((at) => (
          <circle class="daftar-chart__fill--first" cx={x(at) ?? 0} cy={y(values[at] ?? 0)} r="4" />
        ))}
      <LabelsBelow labels={labels} at={(index) => x(index) ?? 0} />
    </svg>
  );
}
