import { inLanguage, type Language, type Program } from "../../../program/definition.ts";

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** The document slots and reasons that a queue can be narrowed by. */
export interface Narrowing {
  readonly slots: readonly Choice[];
  readonly reasons: readonly Choice[];
  /** Whether one of them wants a personal e-mail address. */
  readonly personal: boolean;
}

/** What these programs have to narrow by, in their order; an id that several of them use is offered once. */
export function narrowingOf(programs: readonly Program[], language: Language): Narrowing {
  const slots = new Map<string, string>();
  const reasons = new Map<string, string>();
  for (const program of programs) {
    for (const { id, label } of program.tasks.flatMap(({ documents }) => documents)) {
      if (!slots.has(id)) slots.set(id, inLanguage(label, language));
    }
    for (const { reason, label } of program.review.reasons) {
      if (!reasons.has(reason)) reasons.set(reason, inLanguage(label, language));
    }
  }
  const pages = programs.flatMap(({ tasks }) => tasks.flatMap((task) => task.pages));
  const personal = pages.some(({ fields }) =>
    fields.some((field) => field.type === "email" && field.personal !== undefined),
  );
  return { slots: asChoices(slots), reasons: asChoices(reasons), personal };
}

function asChoices(labels: ReadonlyMap<string, string>): Choice[] {
  return [...labels].map(([id, label]) => ({ id, label }));
}
