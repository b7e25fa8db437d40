import { classes } from "../classes.ts";

/** The picture's own measures; the page scales it to the room there is. */
export const chartSize = { width: 640, height: 280, left: 60, right: 8, top: 16, bottom: 46 } as const;

interface CountScale {
  (value: number): number;
  ticks(count: number): number[];
}

/** Lines across the picture with their whole numbers. */
export function Axis({ scale }: { readonly scale: CountScale }) {
  const { width, left, right } = chartSize;
  return (
    <>
      {scale
        .ticks(4)
        .filter((tick) => Number.isInteger(tick))
        .map((tick) => (
          <>
            <line class="daftar-chart__rule" x1={left} x2={width - right} y1={scale(tick)} y2={scale(tick)} />
            <text class="daftar-chart__text" x={left - 6} y={scale(tick) + 5} text-anchor="end">
              {String(tick)}
            </text>
          </>
        ))}
    </>
  );
}

/** So many names at most stand below a picture, and every other one on a phone: more would run into each other. */
const mostLabels = 8;

/** The names of the places along the picture, evenly apart; `at` says where the middle of each is. */
export function LabelsBelow({
  labels,
  at,
}: {
  readonly labels: readonly string[];
  readonly at: (index: number) => number;
}) {
  const step = Math.max(1, Math.ceil(labels.length / mostLabels));
  const shown = labels.map((label, index) => ({ label, index })).filter(({ index }) => index % step === 0);
  return (
    <>
      {shown.map(({ label, index }, place) => (
        <text
          class={classes("daftar-chart__text", place % 2 === 1 && "daftar-chart__text--between")}
          x={at(index)}
          y={chartSize.height - 8}
          text-anchor="middle"
        >
          {label}
        </text>
      ))}
    </>
  );
}
