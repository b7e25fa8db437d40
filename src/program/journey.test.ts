import { describe, expect, it } from "vitest";
import { asForm, type JourneyStep, journeyFolders, loadJourney, programFolders } from "../../test/journey.ts";
import { compiledProgram } from "../../test/programs/compiled.ts";
import { allRegions } from "../../test/programs/regions.ts";
import { checkPage, type JourneyState, readPage, showAnswer, walk } from "./journey.ts";
import { itemKey } from "./repeat.ts";
import { sampleApplication } from "./sample.ts";

const regions = await allRegions();

it.each(programFolders())("completes %s with samples, and shows every answer in both languages", (folder) => {
  const compiled = compiledProgram(folder, regions);
  const { complete, answers } = walk(compiled, sampleApplication(compiled, new Date("2026-11-21T02:00:00Z")));
  expect(complete).toBe(true);
  for (const id of Object.keys(answers)) {
    expect(showAnswer(compiled, id, answers, "id")).not.toBe("");
    expect(showAnswer(compiled, id, answers, "en")).not.toBe("");
  }
});

function idOf(step: JourneyStep): string {
  return "document" in step ? step.document : step.page;
}

function upload(state: JourneyState, document: string): JourneyState {
  return { ...state, documents: { ...state.documents, [document]: "present" } };
}

describe.each(journeyFolders())("the journey of %s", (folder) => {
  const journey = loadJourney(folder);
  // As the institution of the demonstration keeps its lists: that domain is nobody's, so that no journey names a real mailbox.
  const emailLists = [{ allow: ["example.com"], deny: [] }];
  const compiled = { ...compiledProgram(folder, regions), emailLists };
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

  function fill(state: JourneyState, step: Exclude<JourneyStep, { document: string }>): JourneyState {
    const context = { now, others: walk(compiled, state).answers };
    if (Object.keys(step.empty).length > 0) {
      const empty = checkPage(compiled, step.page, readPage(compiled, step.page, {}), context);
      expect(Object.fromEntries(empty.errors.map(({ field, code }) => [field, code]))).toEqual(step.empty);
    }
    const filled = (step.items ?? [step.valid]).map((values, at) => {
      const typed = readPage(compiled, step.page, asForm(values));
      expect(checkPage(compiled, step.page, typed, context)).toMatchObject({ errors: [], warnings: [] });
      return [itemKey(step.page, step.items === undefined ? undefined : at + 1), typed] as const;
    });
    const list = step.items === undefined ? {} : { [step.page]: {} };
    return { ...state, typed: { ...state.typed, ...list, ...Object.fromEntries(filled) } };
  }
});
