import type { CompiledProgram } from "./compile.ts";
import { type JourneyState, shownFields, type Walk, walk } from "./journey.ts";

/**
 * The steps that may be changed after a return: those that were marked, by their own id or by that of one of their
 * fields, and those that a changed answer on them opens: steps that were not on the path before, that show other
 * fields, or that are no longer valid.
 *
 * It is computed from what was submitted plus the changes on steps already known to be open, again and again until
 * nothing new opens. So a step stays open after it was put right, and a change smuggled into a closed step opens nothing.
 */
export function editable(
  compiled: CompiledProgram,
  marks: readonly string[],
  before: JourneyState,
  after: JourneyState,
): Set<string> {
  const open = new Set(
    marks.map((id) => compiled.fieldsById.get(id)?.step ?? id).filter((id) => compiled.stepsById.has(id)),
  );
  const original = walk(compiled, before);
  for (;;) {
    const opened = openedBy(compiled, original, walk(compiled, withChanges(open, before, after))).filter(
      (id) => !open.has(id),
    );
    if (opened.length === 0) return open;
    for (const id of opened) open.add(id);
  }
}

/** What was submitted, with the changes on the open steps only: what may be submitted again. */
export function withChanges(open: ReadonlySet<string>, before: JourneyState, after: JourneyState): JourneyState {
  return {
    typed: choose(open, before.typed, after.typed),
    documents: choose(open, before.documents, after.documents),
    now: after.now,
  };
}

function choose<T>(
  open: ReadonlySet<string>,
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Record<string, T> {
  const kept = Object.entries(before).filter(([id]) => !open.has(id));
  const changed = Object.entries(after).filter(([id]) => open.has(id));
  return Object.fromEntries([...kept, ...changed]);
}

function openedBy(compiled: CompiledProgram, before: Walk, now: Walk): string[] {
  const earlier = new Map(before.steps.map(({ step, status }) => [step.id, status]));
  return now.steps
    .filter(({ step, status }) => {
      const was = earlier.get(step.id);
      if (was === undefined || (was === "done" && status !== "done")) return true;
      if (step.kind === "document") return false;
      return shownIds(compiled, step.id, before) !== shownIds(compiled, step.id, now);
    })
    .map(({ step }) => step.id);
}

function shownIds(compiled: CompiledProgram, pageId: string, { answers }: Walk): string {
  return shownFields(compiled, pageId, answers)
    .map(({ id }) => id)
    .join(" ");
}
