import { allItems, editable, mayChange } from "../../program/corrections.ts";
import { journeyState, type Application } from "./load.query.ts";

/**
 * The steps that the applicant may change now: all of a draft while the window is open; after a
 * return those that were marked and those that a changed answer opens; none otherwise.
 */
export function editableSteps(application: Application): ReadonlySet<string> {
  const { compiled, status } = application;
  if (status === "draft" && application.windowOpen)
    return new Set(compiled.steps.flatMap(({ id }) => [id, allItems(id)]));
  if (status !== "returned" || !application.before) return new Set();
  return editable(
    compiled,
    application.marks.map(({ id }) => id),
    { ...application.before, now: application.now },
    journeyState(application),
  );
}

/** Whether one step, or one item of a repeated page, may be opened for a change now. */
export function mayEdit(application: Application, step: string, item?: number): boolean {
  return mayChange(editableSteps(application), step, item);
}

/** Whether items of a repeated page may come and go. */
export function mayEditItems(application: Application, step: string): boolean {
  return editableSteps(application).has(allItems(step));
}

/** Whether what was typed on a step may be kept: a page that was open at the closing is still taken during the grace. */
export function maySave(application: Application, step: string, item?: number): boolean {
  return mayChange(editableSteps({ ...application, windowOpen: application.inGrace }), step, item);
}
