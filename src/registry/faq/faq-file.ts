import { createHash } from "node:crypto";
import { parse } from "yaml";
import * as z from "zod";
import { linksOf, readMarkdown } from "../../platform/markdown.ts";
import { strangeSigns } from "../../program/fields/plain-text.ts";
import { Slug } from "../../program/ids.ts";
import { categories } from "./categories.ts";

/** A text in both languages. */
export interface BothLanguages {
  readonly id: string;
  readonly en: string;
}

/** A question as it is loaded, shown and edited. */
export interface Faq {
  readonly slug: string;
  readonly program: string | null;
  readonly category: string;
  readonly question: BothLanguages;
  /** Markdown. */
  readonly answer: BothLanguages;
  /** Other words by which people look for it. */
  readonly words: string;
}

const FrontMatter = z.strictObject({
  category: z.enum(categories).describe("What it is about."),
  program: Slug.optional().describe("The program that it is about; without it the whole institution or platform."),
  words: z.string().default("").describe("Other words by which people look for it."),
});

/**
 * Reads a file of `helpdesk/faq`: front matter in YAML, then the question in Indonesian as a first heading with its
 * answer, then the same in English. Throws with what is wrong.
 */
export function readFaqFile(slug: string, text: string): Faq & { readonly hash: string } {
  const [, front, body] = /^---\n([^]*?)\n---\n([^]*)$/u.exec(text) ?? [];
  if (front === undefined || body === undefined) throw new Error("it does not begin with front matter between ---");
  const { category, program = null, words } = FrontMatter.parse(parse(front));
  const parts = [...body.matchAll(/^# (.+)\n([^]*?)(?=^# |(?![^]))/gmu)].map(([, title = "", answer = ""]) => ({
    title: title.trim(),
    answer: answer.trim(),
  }));
  const [indonesian, english] = parts;
  if (!indonesian || !english || parts.length !== 2)
    throw new Error("it must have two headings with #: the question in Indonesian, then in English");
  const faq = {
    slug: Slug.parse(slug),
    program,
    category,
    question: { id: indonesian.title, en: english.title },
    answer: { id: indonesian.answer, en: english.answer },
    words,
  };
  const texts = [words, ...Object.values(faq.question), ...Object.values(faq.answer)];
  if (texts.some((one) => strangeSigns.test(one))) throw new Error("it holds a sign that no text has, or is not UTF-8");
  for (const answer of Object.values(faq.answer)) {
    const problem = answerProblem(answer);
    if (problem !== undefined) throw new Error(`an answer ${problem === "empty" ? "is empty" : "has a bad link"}`);
  }
  return { ...faq, hash: createHash("sha256").update(text).digest("hex") };
}

/** What is wrong with an answer: links lead to pages of ours, to https, to an address or a telephone. */
export function answerProblem(answer: string): "empty" | "link" | undefined {
  if (answer.trim() === "") return "empty";
  const good = (href: string) => /^(\/(?![/\\])|https:\/\/[\w.-]+(\/|$)|mailto:|tel:\+?\d)/u.test(href);
  return linksOf(readMarkdown(answer)).every(good) ? undefined : "link";
}
