import { describe, expect, it } from "vitest";
import { asForm, loadJourney } from "../../test/journey.ts";
import { compiledProgram, npwpPribadi } from "../../test/programs/compiled.ts";
import { allRegions } from "../../test/programs/regions.ts";
import { checkPage, type JourneyState, readPage, showAnswer, walk } from "./journey.ts";

const journey = loadJourney(npwpPribadi);
const compiled = compiledProgram(npwpPribadi, await allRegions());
const now = new Date(journey.now);

describe.each(journey.paths)("the path $path of npwp-pribadi: $describe", (path) => {
  it("asks each page in turn, says what is missing, and is complete at its end and not before", () => {
    let state: JourneyState = { typed: {}, documents: {}, now };
    for (const step of path.steps) {
      const before = walk(compiled, state);
      expect(before.complete).toBe(false);
      if ("document" in step) {
        expect(before.firstOpen?.id).toBe(step.document);
        state = { ...state, documents: { ...state.documents, [step.document]: "present" } };
      } else {
        expect(before.firstOpen?.id).toBe(step.page);
        if (Object.keys(step.empty).length > 0) {
          const empty = checkPage(compiled, step.page, readPage(compiled, step.page, {}), { now, others: before.answers });
          expect(Object.fromEntries(empty.errors.map(({ field, code }) => [field, code]))).toEqual(step.empty);
        }
        const typed = readPage(compiled, step.page, asForm(step.valid));
        const checked = checkPage(compiled, step.page, typed, { now, others: before.answers });
        expect(checked.errors).toEqual([]);
        expect(checked.warnings).toEqual([]);
        state = { ...state, typed: { ...state.typed, [step.page]: typed } };
      }
      const id = "document" in step ? step.document : step.page;
      expect(walk(compiled, state).next(id)?.id ?? "check").toBe(step.next);
    }
    const end = walk(compiled, state);
    expect(end.complete).toBe(true);
    expect(end.steps.map(({ step }) => step.id)).toEqual(path.steps.map((step) => ("document" in step ? step.document : step.page)));
    const shown = Object.keys(path.shows).map((id) => [id, showAnswer(compiled, id, end.answers, "id")]);
    expect(Object.fromEntries(shown)).toEqual(path.shows);
  });
});

it("comes by every page and document of npwp-pribadi on some path of its journey", () => {
  const visited = new Set(journey.paths.flatMap(({ steps }) => steps.map((step) => ("document" in step ? step.document : step.page))));
  expect(compiled.steps.map(({ id }) => id).filter((id) => !visited.has(id))).toEqual([]);
});
