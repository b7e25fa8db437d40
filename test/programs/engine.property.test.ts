import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, TypedPage } from "../../src/program/answers.ts";
import { type CompiledProgram, compileProgram } from "../../src/program/compile.ts";
import { editable, mayChange, withChanges } from "../../src/program/corrections.ts";
import {
  checkPage,
  type JourneyState,
  projections,
  showAnswer,
  type StepStatus,
  typedFormNames,
  type Walk,
  walk,
} from "../../src/program/journey.ts";
import { parseProgram } from "../../src/program/parse.ts";
import { itemKey, itemNumbers, readItemKey } from "../../src/program/repeat.ts";
import { samplePage } from "../../src/program/sample.ts";
import { isComplete, type Progress, progressOf } from "../../src/registry/applications/progress.ts";
import { anyProgram } from "./any-program.ts";
import { toyRegions } from "./regions.ts";

const now = new Date("2026-11-21T02:00:00Z");
const regions = toyRegions();

/** The three that must agree; a test below plants a fault in each. */
interface Engine {
  walk(compiled: CompiledProgram, state: JourneyState): Walk;
  complete(way: Walk): boolean;
  stored(way: Walk): Progress;
}

const engine: Engine = { walk, complete: (way) => way.complete, stored: (way) => progressOf(way) };

/** Programs that the check accepts. What it may find wrong with a drawn one is only that something cannot come about. */
const anyCompiled = anyProgram
  .map((file) => {
    const parsed = parseProgram(JSON.stringify(file));
    if (parsed.ok) return compileProgram(parsed.program, { regions });
    for (const { message } of parsed.problems) expect(message).toMatch(/can never hold|nobody can ever reach/);
    return undefined;
  })
  .filter((compiled) => compiled !== undefined);

const anyValue = fc.oneof(
  fc.constantFrom("", " ", "yes", "no", "satu", "dua", "2", "31", "1990", "0", "\u0000", "\ud800", "__proto__"),
  fc.string({ unit: "binary", maxLength: 12 }),
);

/** What is typed on each page is drawn anew for whatever program was drawn: right, half right, or noise. */
interface Typing {
  readonly kind: "never" | "right" | "half" | "noise";
  readonly items: readonly number[];
  readonly gonePast: boolean;
  readonly values: readonly (string | readonly string[])[];
  readonly document: "present" | "refused" | null;
}
const anyTyping: fc.Arbitrary<readonly Typing[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Typing["kind"]>("never", "right", "right", "right", "half", "noise"),
    items: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
    gonePast: fc.boolean(),
    values: fc.array(fc.oneof(anyValue, fc.array(anyValue, { maxLength: 3 })), { minLength: 1, maxLength: 8 }),
    document: fc.option(fc.constantFrom<"present" | "refused">("present", "present", "refused")),
  }),
  { minLength: 12, maxLength: 12 },
);

function stateOf(compiled: CompiledProgram, typings: readonly Typing[]): JourneyState {
  const typed: Record<string, TypedPage> = {};
  const documents: Record<string, "present" | "refused"> = {};
  compiled.steps.forEach((step, at) => {
    const typing = typings[at % typings.length];
    if (typing === undefined) return;
    if (step.kind === "document") {
      if (typing.document !== null) documents[step.id] = typing.document;
      return;
    }
    if (step.repeat === undefined) {
      if (typing.kind !== "never") typed[step.id] = typedOn(compiled, step.id, typing, at);
      return;
    }
    if (typing.gonePast) typed[step.id] = {};
    for (const item of typing.items) typed[itemKey(step.id, item)] = typedOn(compiled, step.id, typing, item);
  });
  return { typed, documents, now };
}

function typedOn(compiled: CompiledProgram, page: string, { kind, values }: Typing, turn: number): TypedPage {
  const right = samplePage(compiled, page, now, turn);
  if (kind === "right") return right;
  const names = typedFormNames(compiled, page).map(({ name }) => name);
  const noise = names.flatMap((name, at) => {
    const value = values[at % values.length];
    return value === undefined || (kind === "half" && at % 2 === 0) ? [] : [[name, value] as const];
  });
  return kind === "half" ? { ...right, ...Object.fromEntries(noise) } : Object.fromEntries(noise);
}

/** The walk told once more, as plainly as can be: from the program and the check of one page, without the walk. */
function tell(compiled: CompiledProgram, state: JourneyState) {
  const answers: Record<string, Answer> = {};
  const path: [string, boolean][] = [];
  for (const { step, conditions } of compiled.compiledSteps) {
    if (conditions.some((condition) => !condition.holds(answers))) continue;
    path.push([step.id, isDone(step)]);
  }
  for (const { condition, step } of compiled.stops) {
    if (!condition.reads.every((id) => Object.hasOwn(answers, id)) || !condition.holds(answers)) continue;
    for (const entry of path) if (entry[0] === step) entry[1] = false;
  }
  return { answers, path };

  function isDone(step: CompiledProgram["steps"][number]): boolean {
    if (step.kind === "document") {
      const there = state.documents[step.id];
      return there === "present" || (there === undefined && step.slot.optional);
    }
    const keys = step.repeat ? itemNumbers(state.typed, step.id).map((item) => itemKey(step.id, item)) : [step.id];
    const others = { ...answers };
    const right = keys.filter((key) => {
      const typed = state.typed[key];
      if (typed === undefined) return false;
      const checked = checkPage(compiled, step.id, typed, { now, others });
      const { item } = readItemKey(key);
      for (const [id, answer] of Object.entries(checked.answers)) answers[itemKey(id, item)] = answer;
      return checked.errors.length === 0;
    });
    if (right.length < keys.length) return false;
    if (!step.repeat) return true;
    const { min, max } = step.repeat;
    return keys.length >= min && keys.length <= max && (keys.length > 0 || state.typed[step.id] !== undefined);
  }
}

/** That walk, completeness and stored path say the same, and what the plain telling says. */
function agreement(tried: Engine) {
  return fc.property(anyCompiled, anyTyping, (compiled, typings) => {
    const state = stateOf(compiled, typings);
    const way = tried.walk(compiled, state);
    const told = tell(compiled, state);
    const steps = way.steps.map(({ step, status }) => [step.id, status === "done"]);
    expect(steps).toEqual(told.path);
    expect(way.answers).toEqual(told.answers);
    const stored = tried.stored(way);
    expect(Object.entries(stored)).toEqual(way.steps.map(({ step, status }) => [step.id, status]));
    expect(tried.complete(way)).toBe(told.path.every(([, done]) => done));
    expect(isComplete(stored)).toBe(tried.complete(way));
    expect(way.tasks.every(({ status }) => status === "done")).toBe(tried.complete(way));
    expect(way.firstOpen?.id).toBe(told.path.find(([, done]) => !done)?.[0]);
  });
}

describe("whatever program is written and whatever is typed in it", () => {
  it("walk, completeness and stored path agree", () => {
    fc.assert(agreement(engine), { numRuns: 400 });
  }, 60_000);

  it("every answer is shown, no answer of an item is projected, and the way back is the way there", () => {
    fc.assert(
      fc.property(anyCompiled, anyTyping, (compiled, typings) => {
        const state = stateOf(compiled, typings);
        const way = walk(compiled, state);
        expect(JSON.stringify(walk(compiled, structuredClone(state)))).toBe(JSON.stringify(way));
        for (const id of Object.keys(way.answers)) {
          expect(showAnswer(compiled, id, way.answers, "id")).not.toBe("");
          expect(showAnswer(compiled, id, way.answers, "en")).not.toBe("");
        }
        for (const id of Object.keys(projections(compiled, way.answers))) expect(id).not.toContain("#");
        const ids = way.steps.map(({ step }) => step.id);
        expect(ids.map((id) => way.next(id)?.id)).toEqual([...ids.slice(1), undefined]);
        expect(ids.map((id) => way.previous(id)?.id)).toEqual([undefined, ...ids.slice(0, -1)]);
        for (const [key, errors] of Object.entries(way.errors)) {
          const names = typedFormNames(compiled, readItemKey(key).id).map(({ name }) => name);
          for (const { field } of errors) expect(names).toContain(field);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("a correction changes nothing but what it may", () => {
    fc.assert(
      fc.property(
        anyCompiled,
        anyTyping,
        anyTyping,
        fc.array(fc.nat(30), { maxLength: 3 }),
        (compiled, was, is, picks) => {
          const before = stateOf(compiled, was);
          const after = stateOf(compiled, is);
          const ids = [...compiled.fieldsById.keys(), ...compiled.stepsById.keys()];
          const marks = picks.map((pick) => itemKey(ids[pick % ids.length] ?? "", pick % 3 === 0 ? 1 : undefined));
          const open = editable(compiled, marks, before, after);
          const kept = withChanges(open, before, after);
          for (const [key, typed] of Object.entries(kept.typed)) {
            const { id, item } = readItemKey(key);
            expect(typed).toBe((mayChange(open, id, item) ? after : before).typed[key]);
          }
          expect(editable(compiled, marks, before, kept)).toEqual(open);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe("a planted fault turns the test red", () => {
  /** The same statuses again, with one of them said otherwise. */
  function saying(from: StepStatus, to: StepStatus): Engine["walk"] {
    return (compiled, state) => {
      const way = walk(compiled, state);
      return { ...way, steps: way.steps.map((step) => (step.status === from ? { ...step, status: to } : step)) };
    };
  }

  const faults: Readonly<Record<string, Partial<Engine>>> = {
    "a walk that takes wrong pages for done": { walk: saying("invalid", "done") },
    "a walk that does not see conditions of steps": {
      walk: (compiled, state) =>
        walk(
          { ...compiled, compiledSteps: compiled.compiledSteps.map((step) => ({ ...step, conditions: [] })) },
          state,
        ),
    },
    "a walk that forgets the items": {
      walk: (compiled, { typed, ...rest }) =>
        walk(compiled, {
          ...rest,
          typed: Object.fromEntries(Object.entries(typed).filter(([key]) => !key.includes("#"))),
        }),
    },
    "a completeness that overlooks documents": {
      complete: (way) => way.steps.every(({ step, status }) => status === "done" || step.kind === "document"),
    },
    "a completeness that overlooks who cannot apply": {
      complete: (way) => way.complete || (way.stops.length > 0 && Object.keys(way.errors).length === 0),
    },
    "a stored path without its last step": { stored: (way) => progressOf({ ...way, steps: way.steps.slice(0, -1) }) },
    "a stored path that says to do for wrong": {
      stored: (way) =>
        Object.fromEntries(way.steps.map(({ step, status }) => [step.id, status === "invalid" ? "todo" : status])),
    },
  };

  it.each(Object.entries(faults))(
    "%s",
    (_, fault) => {
      const result = fc.check(agreement({ ...engine, ...fault }), { numRuns: 400, endOnFailure: true });
      expect(result.failed).toBe(true);
    },
    60_000,
  );
});
