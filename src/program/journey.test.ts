import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asForm, type JourneyStep, loadJourney } from "../../test/journey.ts";
import { compiledProgram } from "../../test/programs/compiled.ts";
import { allRegions } from "../../test/programs/regions.ts";
import { checkPage, type JourneyState, readPage, showAnswer, walk } from "./journey.ts";

const regions = await allRegions();
const folders = readdirSync(new URL("../../programs/", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `programs/${name}`);

function idOf(step: JourneyStep): string {
  return "document" in step ? step.document : step.page;
}

describe.each(folders)("the journey of %s", (folder) => {
  const journey = loadJourney(folder);
  const compiled = compiledProgram(folder, regions);
  const now = new Date(journey.now);

  it("belongs to the program beside it and comes by every page and document", () => {
    const visited = new Set(journey.paths.flatMap(({ steps }) => steps.map(idOf)));
    expect(compiled.program.program).toBe(journey.program);
    expect(compiled.steps.map(({ id }) => id).filter((id) => !visited.has(id))).toEqual([]);
  });

  describe.each(journey.paths)("on the path $path", (path) => {
    it("asks each page in turn, says what is missing, and is complete at its end and not before", () => {
      let state: JourneyState = { typed: {}, documents: {}, now };
      for (const step of path.steps) {
        const before = walk(compiled, state);
        expect(before.complete).toBe(false);
        expect(before.firstOpen?.id).toBe(idOf(step));
        state = "document" in step ? upload(state, step.document) : fill(state, step);
        expect(walk(compiled, state).next(idOf(step))?.id ?? "check").toBe(step.next);
      }
      const end = walk(compiled, state);
      expect(end.complete).toBe(true);
      expect(end.steps.map(({ step }) => step.id)).toEqual(path.steps.map(idOf));
      const shown = Object.keys(path.shows).map((id) => [id, showAnswer(compiled, id, end.answers, "id")]);
      expect(Object.fromEntries(shown)).toEqual(path.shows);
    });
  });

  function upload(state: JourneyState, document: string): JourneyState {
    return { ...state, documents: { ...state.documents, [document]: "present" } };
  }

  function fill(state: JourneyState, step: Exclude<JourneyStep, { document: string }>): JourneyState {
    const context = { now, others: walk(compiled, state).answers };
    if (Object.keys(step.empty).length > 0) {
      const empty = checkPage(compiled, step.page, readPage(compiled, step.page, {}), context);
      expect(Object.fromEntries(empty.errors.map(({ field, code }) => [field, code]))).toEqual(step.empty);
    }
    const typed = readPage(compiled, step.page, asForm(step.valid));
    const checked = checkPage(compiled, step.page, typed, context);
    expect(checked).toMatchObject({ errors: [], warnings: [] });
    return { ...state, typed: { ...state.typed, [step.page]: typed } };
  }
});
