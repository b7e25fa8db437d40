import type { CompiledProgram } from "../../program/compile.ts";
import { inLanguage, type Language } from "../../program/definition.ts";
import { readItemKey } from "../../program/repeat.ts";
import { languages } from "../../program/text.ts";
import type { Target, Verdict } from "./verdicts.ts";

/** A line of a letter in both languages. */
export type Line = Readonly<Record<Language, string>>;

/** What an answer or a document is called in its program. */
export function targetLabel(compiled: CompiledProgram, target: Target, language: Language): string {
  if (target.kind === "field") {
    const { id, item } = readItemKey(target.id);
    const field = compiled.fieldsById.get(id);
    if (!field) return target.id;
    const label = inLanguage(field.definition.label, language);
    const step = compiled.stepsById.get(field.step)?.step;
    if (item === undefined || step?.kind !== "page" || step.repeat === undefined) return label;
    return `${inLanguage(step.repeat.item, language)} ${item}, ${label}`;
  }
  const step = compiled.stepsById.get(target.id)?.step;
  return step ? inLanguage(step.title, language) : target.id;
}

/** What the applicant reads for a reason code of the program. */
export function reasonText(compiled: CompiledProgram, code: string, language: Language): string {
  const reason = compiled.program.review.reasons.find(({ reason: known }) => known === code);
  return reason ? inLanguage(reason.text, language) : code;
}

/** What the reviewer chooses for a reason code of the program. */
export function reasonLabel(compiled: CompiledProgram, code: string, language: Language): string {
  const reason = compiled.program.review.reasons.find(({ reason: known }) => known === code);
  return reason ? inLanguage(reason.label, language) : code;
}

/** A marked answer or document as the applicant reads it: what, why, and the reviewer's own words. */
export function markLine(compiled: CompiledProgram, mark: Verdict): Line {
  return inBoth((language) => {
    const why = mark.reason === null ? "" : reasonText(compiled, mark.reason, language);
    const words = [why, mark.note].filter((part) => part !== "").join(" ");
    return `${targetLabel(compiled, mark, language)}: ${words}`;
  });
}

/** The reasons of a rejection as the applicant reads them. */
export function reasonLine(compiled: CompiledProgram, code: string): Line {
  return inBoth((language) => reasonText(compiled, code, language));
}

/** The same words in both languages: those of a person are never translated. */
export function ownWords(text: string): Line {
  return inBoth(() => text);
}

function inBoth(say: (language: Language) => string): Line {
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as Line;
}
