import type { Slot } from "../slot.ts";
import type { ChartTone } from "./series.ts";

export interface ChartFigureProps {
  readonly title: string;
  /** What is counted and over which time. */
  readonly text?: string;
  /** Names of the colours; none where there is one series. */
  readonly legend?: readonly { readonly name: string; readonly tone: ChartTone }[];
  readonly chart: Slot;
  /** The same figures in words and numbers, for whoever cannot or will not read the picture. */
  readonly table: Slot;
}

/** A chart with its table beside it: whoever sees one reads the same in the other. */
export function ChartFigure(props: ChartFigureProps) {
  return (
    <section class="daftar-figure">
      <h2 class="govuk-heading-m">{props.title}</h2>
      {props.text !== undefined && <p class="govuk-hint">{props.text}</p>}
      <div class="daftar-figure__sides">
        <div>
          {props.chart}
          {props.legend !== undefined && (
            <ul class="daftar-figure__legend">
              {props.legend.map(({ name, tone }) => (
                <li>
                  <svg class="daftar-figure__key" viewBox="0 0 10 10" aria-hidden="true">
                    <rect class={`daftar-chart__fill--${tone}`} x="0.5" y="0.5" width="9" height="9" rx="2" />
                  </svg>{" "}
                  {name}
                </li>
              ))}
            </ul>
          )}
        </div>
        <div>{props.table}</div>
      </div>
    </section>
  );
}
