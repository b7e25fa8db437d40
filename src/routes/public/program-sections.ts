import { type DocumentSlot, inLanguage, type Language, type Program, type Task } from "../../program/definition.ts";
import type { BookletPicture } from "../../registry/papers/booklet-pictures.ts";
import type { BookletSection } from "../../registry/papers/booklet.ts";
import type { Say } from "../../texts/texts.ts";
import type { ManualSectionName } from "./manual-sections.ts";
import { documentFacts } from "./program-documents.page.tsx";
import { wayToDecision } from "./program-steps.page.tsx";

interface Telling {
  readonly say: Say;
  readonly language: Language;
  /** Pictures of the program's own pages, by scene: `program`, `tasks`, and `step-` with the id of a page or document. */
  readonly pictures: ReadonlyMap<string, BookletPicture>;
}

/** What a program asks for, in the order in which it is asked, as sections of its guide. */
export function programSections(program: Program, telling: Telling): BookletSection[] {
  const { say, language, pictures } = telling;
  const scene = (name: string) => [pictures.get(name)].filter((picture) => picture !== undefined);
  const needs = program.needs.map((need) => inLanguage(need, language));
  return [
    {
      title: say("program.needs"),
      text: flow(inLanguage(program.about ?? program.summary, language)),
      steps: needs.length > 0 ? needs : [say("guide.no_preparation")],
      note: undefined,
      pictures: scene("program"),
    },
    ...program.tasks.map((task, at) => taskSection(task, at === 0 ? scene("tasks") : [], telling)),
    {
      title: say("guide.after_title"),
      text: say("guide.after_text"),
      steps:
        program.account === "none"
          ? [say("subscribe.step_confirm"), say("subscribe.step_leave")]
          : wayToDecision(program, say).map(({ what, detail }) => `${what}. ${detail}`),
      note: `${say("apply.declaration_title")}: ${flow(inLanguage(program.declaration, language))}`,
    },
  ];
}

/** The sections of the manual that belong behind a program's own: what its pages say already is left out. */
export function generalSectionsOf({ account }: Program): readonly ManualSectionName[] {
  return account === "none"
    ? ["asking", "safety"]
    : ["account", "documents", "submit", "deadline", "after", "correct", "result", "asking", "safety"];
}

function taskSection(task: Task, first: readonly BookletPicture[], telling: Telling): BookletSection {
  const { say, language, pictures } = telling;
  const title = inLanguage(task.title, language);
  const sometimes = (what: string, when: string | undefined) =>
    when === undefined ? what : say("guide.asked_sometimes", { what });
  const own = [...task.pages.map(({ page }) => page), ...task.documents.map(({ id }) => id)].map((id) =>
    pictures.get(`step-${id}`),
  );
  return {
    title,
    text: say("guide.task_text", { task: title }),
    steps: [
      ...task.pages.map(({ title: page, fields, when }) => {
        const labels = fields.map(({ label, when: asked }) => sometimes(inLanguage(label, language), asked));
        const step = { page: inLanguage(page, language), fields: labels.join("; ") };
        return sometimes(say("guide.page_step", step), when ?? task.when);
      }),
      ...task.documents.map((slot) => uploadStep(slot, task, telling)),
    ],
    note: undefined,
    pictures: [...first, ...own.filter((picture) => picture !== undefined)],
  };
}

function uploadStep(slot: DocumentSlot, task: Task, { say, language }: Telling): string {
  const conditional = slot.when !== undefined || task.when !== undefined;
  const facts = documentFacts(slot, conditional, say);
  return say("guide.upload_step", { document: inLanguage(slot.label, language), facts });
}

/** A text of several paragraphs or lines as one. */
function flow(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
