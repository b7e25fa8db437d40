import { first, type Form } from "../../../platform/http/form.ts";
import { Slug } from "../../../program/ids.ts";
import { cleanText } from "../../../program/fields/plain-text.ts";
import { isCategory } from "../../../registry/faq/categories.ts";
import type { FaqEntry } from "../../../registry/faq/entry.query.ts";
import { answerProblem, type Faq } from "../../../registry/faq/faq-file.ts";
import type { Say } from "../../../texts/texts.ts";

const fields = [
  "institution",
  "slug",
  "program",
  "category",
  "question_id",
  "question_en",
  "answer_id",
  "answer_en",
  "words",
  "shown",
  "version",
] as const;
export type Field = (typeof fields)[number];

/** What somebody typed, as it goes back into the form. */
export type TypedQuestion = Readonly<Record<Field, string>>;
export type QuestionErrors = Partial<Readonly<Record<Field, string>>>;

/** The longest an answer may be, in characters. */
const LONGEST = 8000;

export function typedQuestion(form: Form): TypedQuestion {
  return Object.fromEntries(fields.map((field) => [field, first(form, field)])) as Record<Field, string>;
}

/** A question as its form shows it. */
export function shownQuestion(entry: FaqEntry): TypedQuestion {
  return {
    institution: entry.institutionId ?? "",
    slug: entry.slug,
    program: entry.program ?? "",
    category: entry.category,
    question_id: entry.question.id,
    question_en: entry.question.en,
    answer_id: entry.answer.id,
    answer_en: entry.answer.en,
    words: entry.words,
    shown: entry.shown ? "yes" : "",
    version: String(entry.version),
  };
}

/** Reads the form; `programs` are those of the institution, by their names in addresses. */
export function readQuestion(
  typed: TypedQuestion,
  say: Say,
  programs: readonly string[],
): { readonly faq: Faq } | { readonly errors: QuestionErrors } {
  const errors: { -readonly [F in Field]?: string } = {};
  const clean = (field: Field, max: number, lines: boolean) => {
    const read = cleanText({ [field]: typed[field] }, field, { max, lines });
    return "text" in read ? read.text : undefined;
  };
  const line = (field: Field, most: number, key: "question" | "words") => {
    const text = clean(field, most, false);
    if (text === undefined || (key === "question" && text === ""))
      errors[field] = say(`console.questions.error.${key}`, { most });
    return text ?? "";
  };
  const answer = (field: "answer_id" | "answer_en") => {
    const text = clean(field, LONGEST, true);
    const problem = text === undefined ? "long" : answerProblem(text);
    if (problem !== undefined) errors[field] = say(`console.questions.error.answer_${problem}`, { most: LONGEST });
    return text ?? "";
  };
  const faq: Faq = {
    slug: typed.slug.trim(),
    program: typed.program === "" ? null : typed.program,
    category: typed.category,
    question: { id: line("question_id", 200, "question"), en: line("question_en", 200, "question") },
    answer: { id: answer("answer_id"), en: answer("answer_en") },
    words: line("words", 500, "words"),
  };
  if (!Slug.safeParse(faq.slug).success) errors.slug = say("console.questions.error.slug");
  if (!isCategory(faq.category)) errors.category = say("console.questions.error.category");
  if (faq.program !== null && !programs.includes(faq.program)) errors.program = say("console.questions.error.program");
  return Object.keys(errors).length > 0 ? { errors } : { faq };
}
