import { cleanText, isBlank } from "../../program/fields/plain-text.ts";
import { first, type Form } from "../../platform/http/form.ts";
import type { NewRight } from "../../registry/rights/ask.ts";
import type { RightsSubject } from "../../registry/rights/subjects.query.ts";
import type { TextKey, TextParams } from "../../texts/texts.ts";

/** Fields of the forms by which one asks, in the order of the page. */
export type RightsField = "about" | "fact" | "wish" | "why" | "sure";

export type RightsErrors = Partial<
  Readonly<Record<RightsField, { readonly key: TextKey; readonly params?: TextParams }>>
>;

/** Longest texts, in characters. */
const longest = { fact: 200, wish: 500, why: 1000 } as const;
type Written = keyof typeof longest;

/** What each form asks in words; a restriction needs no reason (article 11 names none). */
export const written = {
  correction: ["fact", "wish", "why"],
  restriction: ["why"],
  objection: ["why"],
} as const satisfies Record<NewRight["kind"], readonly Written[]>;

/** The subjects that a request of this kind can be about. */
export function subjectsFor(kind: NewRight["kind"], all: readonly RightsSubject[]): readonly RightsSubject[] {
  return all
    .filter(({ applicationId }) => (kind === "restriction" ? applicationId === null : true))
    .filter(({ applicationId }) => (kind === "objection" ? applicationId !== null : true));
}

/** Reads what was asked, or says at each field what is wrong. */
export function readRight(
  form: Form,
  kind: NewRight["kind"],
  subjects: readonly RightsSubject[],
): { readonly asked: NewRight } | { readonly errors: RightsErrors } {
  const errors: Record<string, RightsErrors[RightsField]> = {};
  const about = first(form, "about");
  if (!subjects.some(({ id }) => id === about)) errors["about"] = { key: "rights.error.about" };
  const texts: Partial<Record<Written, string>> = {};
  for (const name of written[kind]) {
    const cleaned = cleanText(form, name, { max: longest[name], lines: name !== "fact" });
    if (!("text" in cleaned)) {
      const long = cleaned.outcome.errors[0]?.code === "too_long";
      errors[name] = long
        ? { key: "rights.error.too_long", params: { max: longest[name] } }
        : { key: "rights.error.characters" };
    } else if (kind !== "restriction" && (cleaned.text === "" || isBlank(form, name))) {
      errors[name] = { key: `rights.error.missing_${name}` };
    } else texts[name] = cleaned.text;
  }
  if (Object.keys(errors).length > 0) return { errors };
  return { asked: { kind, about, words: { why: "", ...texts } } };
}
