import { first, type Form } from "../../../platform/http/form.ts";
import { cleanText } from "../../../program/fields/plain-text.ts";
import type { CannedAnswer } from "../../../registry/canned/canned.query.ts";
import { unknownField } from "../../../registry/canned/fill.ts";
import type { Say } from "../../../texts/texts.ts";

const fields = ["institution", "category", "title", "answer_id", "answer_en", "used", "version"] as const;
export type CannedFormField = (typeof fields)[number];

/** What somebody typed, as it goes back into the form. */
export type TypedCanned = Readonly<Record<CannedFormField, string>>;
export type CannedErrors = Partial<Readonly<Record<CannedFormField, string>>>;

const LONGEST_TITLE = 100;
/** Shorter than an answer may be, so that its fields have room. */
const LONGEST = 800;

export function typedCanned(form: Form): TypedCanned {
  return Object.fromEntries(fields.map((field) => [field, first(form, field)])) as Record<CannedFormField, string>;
}

/** A canned answer as its form shows it. */
export function shownCanned(canned: CannedAnswer): TypedCanned {
  return {
    institution: canned.institutionId,
    category: canned.category ?? "",
    title: canned.title,
    answer_id: canned.answer.id,
    answer_en: canned.answer.en,
    used: canned.used ? "yes" : "",
    version: String(canned.version),
  };
}

/** Reads the form; `categories` are the names of their files. */
export function readCanned(
  typed: TypedCanned,
  say: Say,
  categories: readonly string[],
):
  | { readonly canned: Pick<CannedAnswer, "category" | "title" | "answer" | "used"> }
  | { readonly errors: CannedErrors } {
  const errors: { -readonly [F in CannedFormField]?: string } = {};
  const clean = (field: "title" | "answer_id" | "answer_en", max: number, lines: boolean) => {
    const read = cleanText({ [field]: typed[field] }, field, { max, lines });
    return "text" in read ? read.text : "";
  };
  const title = clean("title", LONGEST_TITLE, false);
  if (title === "") errors.title = say("canned.error.title", { most: LONGEST_TITLE });
  const answer = { id: clean("answer_id", LONGEST, true), en: clean("answer_en", LONGEST, true) };
  for (const language of ["id", "en"] as const) {
    const unknown = unknownField(answer[language]);
    if (answer[language] === "") errors[`answer_${language}`] = say("canned.error.answer", { most: LONGEST });
    else if (unknown !== undefined) errors[`answer_${language}`] = say("canned.error.field", { field: unknown });
  }
  const category = typed.category === "" ? null : typed.category;
  if (category !== null && !categories.includes(category)) errors.category = say("canned.error.category");
  if (Object.keys(errors).length > 0) return { errors };
  return { canned: { category, title, answer, used: typed.used === "yes" } };
}
