import type { CompiledProgram } from "./compile.ts";
import { type JourneyState, shownFields, type Walk, walk } from "./journey.ts";
import { itemKey, readItemKey } from "./repeat.ts";

/**
 * The steps that may be changed after a return: those that were marked, by their own id or by that of one of their
 * fields, and those that a changed answer on them opens: steps that were not on the path before, that show other
 * fields, or that are no longer valid.
 *
 * It is computed from what was submitted plus the changes on steps already known to be open, again and again until
 * nothing new opens. So a step stays open after it was put right, and a change smuggled into a closed step opens nothing.
 *
 * A mark on an answer in an item (`jabatan#2`) opens that item only: the set then has the step and `riwayat#2`. Ask with
 * mayChange.
 */
export function editable(
  compiled: CompiledProgram,
  marks: readonly string[],
  before: JourneyState,
  after: JourneyState,
): Set<string> {
  const open = new Set(marks.flatMap((mark) => openedByMark(compiled, mark)));
  const original = walk(compiled, before);
  for (;;) {
    const opened = openedBy(compiled, original, walk(compiled, withChanges(open, before, after))).filter(
      (id) => !open.has(id),
    );
    if (opened.length === 0) return open;
    for (const id of opened.flatMap((step) => openedByMark(compiled, step))) open.add(id);
  }
}

/** What stands in a set of open steps when every item of a repeated page may be changed, and items come and go. */
export function allItems(stepId: string): string {
  return `${stepId}#*`;
}

/** Whether a step, or an item of a repeated page, is among those that `editable` gave. */
export function mayChange(open: ReadonlySet<string>, stepId: string, item?: number): boolean {
  return item === undefined ? open.has(stepId) : open.has(allItems(stepId)) || open.has(itemKey(stepId, item));
}

function openedByMark(compiled: CompiledProgram, mark: string): string[] {
  const { id, item } = readItemKey(mark);
  const step = compiled.stepsById.get(compiled.fieldsById.get(id)?.step ?? id)?.step;
  if (step === undefined) return [];
  if (step.kind === "document" || step.repeat === undefined) return [step.id];
  return [step.id, item === undefined ? allItems(step.id) : itemKey(step.id, item)];
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
  const isOpen = ([key]: readonly [string, T]): boolean => {
    const { id, item } = readItemKey(key);
    return mayChange(open, id, item);
  };
  const kept = Object.entries(before).filter((entry) => !isOpen(entry));
  const changed = Object.entries(after).filter(isOpen);
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
