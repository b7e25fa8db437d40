import type { Answer, Answers, FieldError, Typed, TypedPage } from "./answers.ts";
import { type CheckedPage, checkFields } from "./check-fields.ts";
import type { CompiledProgram, CompiledStep, Step } from "./compile.ts";
import type { FieldDefinition, FieldType, Language, Task, Text } from "./definition.ts";
import { itemKey, readItemKey } from "./repeat.ts";
import { walkItems } from "./walk-items.ts";

/*
 * A person's way through a program. What is stored is only what was typed, page by page, and which documents are there;
 * everything else, the path, what is valid, what comes next, whether it is complete, is computed from that here, each
 * time anew. So a page whose condition no longer holds keeps what was typed in it, but is off the path: it counts for
 * nothing, and comes back unharmed when the condition holds again.
 */

export type { Answers, FieldError, Typed, TypedPage } from "./answers.ts";
export type { CheckedPage } from "./check-fields.ts";

/**
 * `todo` was never saved; `invalid` was saved with errors or answers that rule the person out, or its document was
 * refused; `blocked` is a `todo` that may yet fall away, since a step that its condition reads is not done; an optional
 * document that is missing is `done`. A repeated page is `done` with enough items, each without errors.
 */
export type StepStatus = "done" | "todo" | "invalid" | "blocked";
export type TaskStatus = "done" | "started" | "todo" | "invalid" | "blocked";

export interface WalkedStep {
  readonly step: Step;
  readonly status: StepStatus;
}

export interface WalkedTask {
  readonly task: Task;
  /** The task's steps on the path; a task without any is left out. */
  readonly steps: readonly WalkedStep[];
  readonly done: number;
  readonly status: TaskStatus;
}

export interface JourneyState {
  readonly typed: Typed;
  readonly documents: Readonly<Record<string, "present" | "refused">>;
  readonly now: Date;
}

export interface Walk {
  /** The steps on the path, in order. */
  readonly steps: readonly WalkedStep[];
  /** All valid answers on the path. */
  readonly answers: Answers;
  /** Every step on the path is done. */
  readonly complete: boolean;
  /** The step after this one on the path, or undefined at its end. A step off the path counts from where it would be. */
  next(stepId: string): Step | undefined;
  previous(stepId: string): Step | undefined;
  /** The first step that is not done. */
  readonly firstOpen: Step | undefined;
  readonly tasks: readonly WalkedTask[];
  /** Why this person cannot apply, in the order of the program; then the application is never complete. */
  readonly stops: readonly { readonly step: string; readonly stop: Text }[];
  /** By page id (`riwayat#2` for an item), for saved pages on the path only. */
  readonly errors: Readonly<Record<string, readonly FieldError[]>>;
  readonly warnings: Readonly<Record<string, readonly FieldError[]>>;
}

/**
 * Picks a page's own inputs out of a posted form and keeps what was typed as it is; names it does not know are ignored.
 * Throws on a page that the program does not have, which a route must have checked.
 */
export function readPage(
  compiled: CompiledProgram,
  pageId: string,
  form: Readonly<Record<string, readonly string[]>>,
): TypedPage {
  const typed: Record<string, string | readonly string[]> = {};
  for (const field of getPage(compiled, pageId).fields) {
    for (const name of field.names) {
      const values = Object.hasOwn(form, name) ? (form[name] ?? []) : [];
      const kept = values.map((value) => value.replaceAll("\r\n", "\n"));
      const [only] = kept;
      if (only !== undefined) typed[name] = kept.length === 1 && field.definition.type !== "choices" ? only : kept;
    }
  }
  return typed;
}

/** Checks one page on its own; `others` are the valid answers of the pages before it. Never throws on what was typed. */
export function checkPage(
  compiled: CompiledProgram,
  pageId: string,
  typed: TypedPage,
  context: { readonly now: Date; readonly others: Answers },
): CheckedPage {
  const page = getPage(compiled, pageId);
  const all: Record<string, Answer> = { ...context.others };
  for (const { definition } of page.fields) delete all[definition.id];
  const checked = checkFields(compiled, page, typed, context.now, all);
  const own = page.fields.map(({ definition }) => definition.id).filter((id) => Object.hasOwn(all, id));
  return { ...checked, answers: Object.fromEntries(own.map((id) => [id, all[id] ?? ""])) };
}

/** Walks the path. Costs some microseconds per page, so it is done at every request rather than stored. */
export function walk(compiled: CompiledProgram, state: JourneyState): Walk {
  const answers: Record<string, Answer> = {};
  const errors: Record<string, readonly FieldError[]> = {};
  const warnings: Record<string, readonly FieldError[]> = {};
  const steps: WalkedStep[] = [];
  const notDone = new Set<string>();
  const found = { answers, errors, warnings };
  for (const step of compiled.compiledSteps) {
    if (!step.conditions.every((condition) => condition.holds(answers))) continue;
    const { id } = step.step;
    let status: StepStatus = "todo";
    if (step.step.kind === "document") status = documentStatus(step.step.slot.optional, state.documents, id);
    else if (step.step.repeat !== undefined) status = walkItems(compiled, step, step.step.repeat, state, found);
    else if (Object.hasOwn(state.typed, id)) {
      const checked = checkFields(compiled, step, state.typed[id] ?? {}, state.now, answers);
      if (checked.errors.length > 0) errors[id] = checked.errors;
      if (checked.warnings.length > 0) warnings[id] = checked.warnings;
      status = checked.errors.length === 0 ? "done" : "invalid";
    }
    if (status === "todo" && step.dependsOn.some((other) => notDone.has(other))) status = "blocked";
    if (status !== "done") notDone.add(id);
    steps.push({ step: step.step, status });
  }
  const stops = compiled.stops
    .filter(({ condition }) => condition.reads.every((id) => Object.hasOwn(answers, id)) && condition.holds(answers))
    .map(({ step, stop }) => ({ step, stop }));
  for (const { step: stopped } of stops) {
    const at = steps.findIndex(({ step }) => step.id === stopped);
    const walked = steps[at];
    if (walked === undefined) continue;
    steps[at] = { ...walked, status: "invalid" };
    notDone.add(stopped);
  }
  return {
    steps,
    stops,
    answers,
    complete: notDone.size === 0,
    next: (stepId) => neighbour(compiled, steps, stepId, 1),
    previous: (stepId) => neighbour(compiled, steps, stepId, -1),
    firstOpen: steps.find(({ status }) => status !== "done")?.step,
    tasks: walkTasks(compiled, steps),
    errors,
    warnings,
  };
}

/** The answers as an item of a repeated page knows them: its own by their bare ids, and those outside items. */
export function answersIn(
  compiled: CompiledProgram,
  pageId: string,
  item: number | undefined,
  answers: Answers,
): Answers {
  if (item === undefined) return answers;
  const own: Record<string, Answer> = { ...answers };
  for (const { definition } of getPage(compiled, pageId).fields) {
    const key = itemKey(definition.id, item);
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer !== undefined) own[definition.id] = answer;
  }
  return own;
}

/** The names of a page's inputs with the types of their fields. */
export function typedFormNames(
  compiled: CompiledProgram,
  pageId: string,
): readonly { readonly name: string; readonly id: string; readonly type: FieldType }[] {
  return getPage(compiled, pageId).fields.flatMap(({ definition, names }) =>
    names.map((name) => ({ name, id: definition.id, type: definition.type })),
  );
}

/**
 * The fields that a page shows, given the answers before it. A field whose condition reads the same page is always
 * shown, since without JavaScript nobody knows yet.
 */
export function shownFields(compiled: CompiledProgram, pageId: string, answers: Answers): readonly FieldDefinition[] {
  const page = getPage(compiled, pageId);
  const own = new Set(page.fields.map(({ definition }) => definition.id));
  return page.fields
    .filter(
      ({ condition }) =>
        condition === undefined || condition.reads.some((id) => own.has(id)) || condition.holds(answers),
    )
    .map(({ definition }) => definition);
}

/**
 * An answer in words, for check-your-answers, the console and letters; empty when there is none. In an item: `jabatan#2`;
 * a field of a repeated page without a number gives those of all items, one after the other.
 */
export function showAnswer(compiled: CompiledProgram, fieldId: string, answers: Answers, language: Language): string {
  const field = compiled.fieldsById.get(readItemKey(fieldId).id);
  const answer = Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
  if (field === undefined) return "";
  if (answer === undefined) {
    const items = Object.keys(answers).filter((key) => key.startsWith(`${fieldId}#`));
    return items.map((key) => showAnswer(compiled, key, answers, language)).join("; ");
  }
  return field.module.show(field.definition, answer, { language, regions: compiled.regions });
}

/** What the program declares to stand in plain beside the sealed answers, by field id. Answers in items never do. */
export function projections(compiled: CompiledProgram, answers: Answers): Record<string, string | number | boolean> {
  const projected: Record<string, string | number | boolean> = {};
  for (const [id, { definition, module }] of compiled.fieldsById) {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const projection = "project" in definition ? definition.project : undefined;
    if (answer === undefined || typeof projection !== "string" || module.project === undefined) continue;
    projected[id] = module.project(definition, answer, projection);
  }
  return projected;
}

/** The registration number for a place in the sequence. Throws when the pattern needs a region and none is given. */
export function formatNumber(
  compiled: CompiledProgram,
  given: { readonly year: number; readonly sequence: number; readonly region?: string },
): string {
  const { number, program } = compiled.program;
  if (number === undefined) throw new Error(`${program} gives no numbers`);
  return number.pattern.replace(/\{(year|region|sequence)(?::([0-9]))?\}/g, (_all, part: string, width?: string) => {
    if (part === "year") return String(given.year);
    if (part === "sequence") return String(given.sequence).padStart(Number(width ?? 1), "0");
    if (given.region === undefined) throw new Error(`Numbers of ${compiled.program.program} need a region`);
    return given.region.replaceAll(".", "");
  });
}

function getPage(compiled: CompiledProgram, pageId: string): CompiledStep {
  const page = compiled.stepsById.get(pageId);
  if (page?.step.kind !== "page") throw new Error(`Program ${compiled.program.program} has no page ${pageId}`);
  return page;
}

function documentStatus(optional: boolean, documents: JourneyState["documents"], id: string): StepStatus {
  const state = Object.hasOwn(documents, id) ? documents[id] : undefined;
  if (state === "refused") return "invalid";
  return state === "present" || optional ? "done" : "todo";
}

function neighbour(
  compiled: CompiledProgram,
  steps: readonly WalkedStep[],
  stepId: string,
  direction: 1 | -1,
): Step | undefined {
  const order = compiled.steps.findIndex(({ id }) => id === stepId);
  if (order === -1) return undefined;
  const onPath = new Set(steps.map(({ step }) => step.id));
  for (let at = order + direction; at >= 0 && at < compiled.steps.length; at += direction) {
    const step = compiled.steps[at];
    if (step !== undefined && onPath.has(step.id)) return step;
  }
  return undefined;
}

function walkTasks(compiled: CompiledProgram, steps: readonly WalkedStep[]): WalkedTask[] {
  return compiled.program.tasks.flatMap((task) => {
    const own = steps.filter(({ step }) => step.task === task.task);
    if (own.length === 0) return [];
    const done = own.filter(({ status }) => status === "done").length;
    return [{ task, steps: own, done, status: taskStatus(own, done) }];
  });
}

function taskStatus(steps: readonly WalkedStep[], done: number): TaskStatus {
  if (done === steps.length) return "done";
  if (steps.some(({ status }) => status === "invalid")) return "invalid";
  if (done > 0) return "started";
  return steps.every(({ status }) => status === "blocked") ? "blocked" : "todo";
}
