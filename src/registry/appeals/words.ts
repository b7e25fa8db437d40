import type { TypedPage } from "../../program/answers.ts";
import { appealPage } from "../../program/appeal.ts";
import type { CompiledProgram } from "../../program/compile.ts";
import { inLanguage, type Language } from "../../program/definition.ts";
import { checkPage, showAnswer, shownFields } from "../../program/journey.ts";

/** What an appeal says, question by question, without those that were left empty. `form` is `compiled.appeal`. */
export function appealWords(
  form: CompiledProgram,
  typed: TypedPage,
  { now, language }: { readonly now: Date; readonly language: Language },
): { readonly label: string; readonly text: string }[] {
  const { answers } = checkPage(form, appealPage, typed, { now, others: {} });
  return shownFields(form, appealPage, answers)
    .map(({ id, label }) => ({ label: inLanguage(label, language), text: showAnswer(form, id, answers, language) }))
    .filter(({ text }) => text !== "");
}
