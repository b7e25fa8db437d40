import type { Typed, TypedPage } from "./answers.ts";
import type { CompiledProgram } from "./compile.ts";
import { type JourneyState, walk } from "./journey.ts";
import { itemKey, nextItem } from "./repeat.ts";

/** Something valid to type on a page; another `person` gives another NIK, e-mail and telephone number. */
export function samplePage(compiled: CompiledProgram, pageId: string, now: Date, person = 0): TypedPage {
  const fields = compiled.stepsById.get(pageId)?.fields ?? [];
  const context = { now, regions: compiled.regions };
  return Object.fromEntries(
    fields.flatMap(({ definition, module }) => Object.entries(module.sample(definition, context, person))),
  );
}

/** A complete application of plainly synthetic answers, for demonstrations, benchmarks and tests. `fixed` pages win. */
export function sampleApplication(compiled: CompiledProgram, now: Date, person = 0, fixed: Typed = {}): JourneyState {
  let state: JourneyState = { typed: {}, documents: {}, now };
  for (let left = 10 + compiled.steps.length * 50; left >= 0; left -= 1) {
    const step = walk(compiled, state).steps.find(({ status }) => status !== "done")?.step;
    if (step === undefined) return state;
    if (step.kind === "document") state = { ...state, documents: { ...state.documents, [step.id]: "present" } };
    else {
      const key = step.repeat === undefined ? step.id : itemKey(step.id, nextItem(state.typed, step.id));
      const typed = fixed[key] ?? samplePage(compiled, step.id, now, person);
      state = { ...state, typed: { ...state.typed, [key]: typed } };
    }
  }
  throw new Error(`The samples do not complete program ${compiled.program.program}`);
}
