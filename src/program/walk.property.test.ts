import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compiledProgram, npwpPribadi, tennisClub } from "../../test/programs/compiled.ts";
import { toyRegions } from "../../test/programs/regions.ts";
import type { CompiledProgram } from "./compile.ts";
import { errorMeanings } from "./error-codes.ts";
import { fieldOf } from "./fields/index.ts";
import {
  checkPage,
  type JourneyState,
  projections,
  readPage,
  showAnswer,
  typedFormNames,
  type TypedPage,
  walk,
} from "./journey.ts";
import { samplePage } from "./sample.ts";

const now = new Date("2026-11-21T02:00:00Z");
const regions = toyRegions();

/** Any string at all: UTF-16 units by chance (so lone surrogates too), unicode, and pieces that nearly fit somewhere. */
const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    " ",
    "0",
    "31",
    "32",
    "2",
    "1990",
    "yes",
    "no",
    "3171011705900001",
    "__proto__",
    "\u0000",
    "\ud800",
    "a\r\nb",
    "1,5",
    "-0",
  ),
);
const anyValue = fc.oneof(anyText, fc.array(anyText, { maxLength: 3 }));

/** Any part of the given entries. */
function someOf<T>(entries: readonly (readonly [string, fc.Arbitrary<T>])[]): fc.Arbitrary<Record<string, T>> {
  const pairs = entries.map(([name, value]) =>
    fc.option(value).map((chosen) => (chosen === null ? [] : [[name, chosen] as const])),
  );
  return fc.tuple(...pairs).map((chosen) => Object.fromEntries(chosen.flat()));
}

function anyPage(compiled: CompiledProgram, pageId: string): fc.Arbitrary<TypedPage> {
  const names = typedFormNames(compiled, pageId).map(({ name }) => name);
  const noise = someOf(names.map((name) => [name, anyValue]));
  const fitting = fc.integer({ min: 0, max: 9999 }).map((person) => samplePage(compiled, pageId, now, person));
  const options = compiled.stepsById.get(pageId)?.fields.flatMap(({ definition }) => {
    if (definition.type === "yes_no")
      return [fc.constantFrom("yes", "no").map((value) => [definition.id, value] as const)];
    if (definition.type !== "choice" && definition.type !== "choices") return [];
    return [fc.constantFrom(...definition.options).map(({ value }) => [definition.id, value] as const)];
  });
  const chosen = fc
    .tuple(fitting, ...(options ?? []))
    .map(([page, ...pairs]) => ({ ...page, ...Object.fromEntries(pairs) }));
  return fc.oneof(
    noise,
    chosen,
    fc.tuple(chosen, noise).map(([page, changes]) => ({ ...page, ...changes })),
  );
}

function anyState(compiled: CompiledProgram): fc.Arbitrary<JourneyState> {
  const pages = compiled.steps
    .filter(({ kind }) => kind === "page")
    .map(({ id }) => [id, anyPage(compiled, id)] as const);
  const documents = compiled.steps
    .filter(({ kind }) => kind === "document")
    .map(({ id }) => [id, fc.constantFrom<"present" | "refused">("present", "refused")] as const);
  return fc.record({
    typed: someOf(pages),
    documents: someOf(documents),
    now: fc.constant(now),
  });
}

describe.each([tennisClub, npwpPribadi])("whatever is typed in %s", (folder) => {
  const compiled = compiledProgram(folder, regions);
  const state = anyState(compiled);

  it("walks without throwing, the same way each time, and is complete exactly when every step is done", () => {
    fc.assert(
      fc.property(state, (typed) => {
        const way = walk(compiled, typed);
        const again = walk(compiled, structuredClone(typed));
        expect(JSON.stringify(again)).toBe(JSON.stringify(way));
        expect(way.complete).toBe(way.steps.every(({ status }) => status === "done"));
        expect(way.complete).toBe(way.tasks.every(({ status }) => status === "done"));
        expect(way.firstOpen === undefined).toBe(way.complete);
      }),
      { numRuns: 300 },
    );
  });

  it("goes back the way it came", () => {
    fc.assert(
      fc.property(state, (typed) => {
        const way = walk(compiled, typed);
        const ids = way.steps.map(({ step }) => step.id);
        expect(ids.map((id) => way.next(id)?.id)).toEqual([...ids.slice(1), undefined]);
        expect(ids.map((id) => way.previous(id)?.id)).toEqual([undefined, ...ids.slice(0, -1)]);
      }),
      { numRuns: 200 },
    );
  });

  it("gives every error a code and parameters that texts know, at an input of that page", () => {
    fc.assert(
      fc.property(state, (typed) => {
        for (const { step } of walk(compiled, typed).steps) {
          if (step.kind === "document") continue;
          const names = typedFormNames(compiled, step.id).map(({ name }) => name);
          const { errors, warnings } = checkPage(compiled, step.id, typed.typed[step.id] ?? {}, { now, others: {} });
          for (const { field, id, code, params } of [...errors, ...warnings]) {
            const definition = compiled.fieldsById.get(id)?.definition;
            expect(names).toContain(field);
            expect(definition && fieldOf(definition).codes).toContain(code);
            expect(Object.keys(params).toSorted()).toEqual([...errorMeanings[code].params].toSorted());
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("shows and projects every answer, and types each answer back to itself", () => {
    fc.assert(
      fc.property(state, (typed) => {
        const { answers } = walk(compiled, typed);
        projections(compiled, answers);
        for (const [id, answer] of Object.entries(answers)) {
          const field = compiled.fieldsById.get(id);
          if (field === undefined) throw new Error(`no field ${id}`);
          expect(showAnswer(compiled, id, answers, "id").isWellFormed()).toBe(true);
          expect(showAnswer(compiled, id, answers, "en")).not.toBe("");
          const retyped = field.module.check(field.definition, field.module.type(field.definition, answer), {
            now,
            regions,
          });
          expect(retyped.answer).toEqual(answer);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("reads only its own names from a posted form and keeps what was typed", () => {
    const anyForm = fc.dictionary(
      fc.oneof(anyText, fc.constantFrom("nama", "nik")),
      fc.array(anyText, { maxLength: 3 }),
    );
    fc.assert(
      fc.property(anyForm, (form) => {
        const [page] = compiled.steps;
        if (page === undefined) throw new Error("no page");
        const names = new Set(typedFormNames(compiled, page.id).map(({ name }) => name));
        for (const [name, value] of Object.entries(readPage(compiled, page.id, form))) {
          expect(names).toContain(name);
          expect([value].flat()).toEqual(form[name]?.map((typed) => typed.replaceAll("\r\n", "\n")));
        }
      }),
    );
  });
});
