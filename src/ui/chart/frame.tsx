/** The picture's own measures; the page scales it to the room there is. */
export const chartSize = { width: 640, height: 280, left: 44, right: 8, top: 16, bottom: 32 } as const;

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

/** So many of them at most, evenly apart: more labels would run into each other. */
export function spread(indexes: readonly number[], most: number): number[] {
  const step = Math.max(1, Math.ceil(indexes.length / most));
  return indexes.filter((index) => index % step === 0);
}
