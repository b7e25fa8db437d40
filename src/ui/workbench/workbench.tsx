import { classes } from "../classes.ts";
import { isFilled, type Slot } from "../slot.ts";

export interface WorkbenchProps {
  /** Names of the three parts, said to screen readers. */
  readonly labels: {
    readonly queue: string;
    readonly application: string;
    readonly document: string;
  };
  readonly queue: Slot;
  readonly application: Slot;
  readonly document?: Slot;
}

/** Queue, application and document side by side; below each other on a phone, the application first. */
export function Workbench(props: WorkbenchProps) {
  const hasDocument = isFilled(props.document);
  return (
    <div
      class={classes("daftar-workbench", hasDocument ? "daftar-workbench--with-document" : "daftar-workbench--plain")}
    >
      <section class="daftar-workbench__column daftar-workbench__queue" aria-label={props.labels.queue}>
        {props.queue}
      </section>
      <section class="daftar-workbench__column daftar-workbench__application" aria-label={props.labels.application}>
        {props.application}
      </section>
      {hasDocument && (
        <section class="daftar-workbench__column daftar-workbench__document" aria-label={props.labels.document}>
          <div class="daftar-workbench__stick">{props.document}</div>
        </section>
      )}
    </div>
  );
}
