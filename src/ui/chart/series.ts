/** The colour of a series; the legend and the table name it too, so that colour is never alone. */
export type ChartTone = "first" | "second" | "third";

/** One kind of thing that is counted, with a value for each label of its chart. */
export interface ChartSeries {
  readonly name: string;
  readonly tone: ChartTone;
  readonly values: readonly number[];
}
