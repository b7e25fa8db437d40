import type { RightsKind } from "./kinds.ts";

/**
 * Articles of UU PDP 27/2022 that a refusal can name, by code; their words stand under `rights.article.<code>`. Article
 * 15(1) excepts the rights of articles 8, 9, 10(1) and 11 for interests of the state, 50(1) the duty to correct for the
 * same, both only in carrying out a law; 41(2) names when nothing is restricted. The rest says that the right does not reach so far: 6 is about what is wrong, 10(1)
 * about decisions by a machine alone, and what rests on 20(2) letter e needs no consent.
 * What was compared with which text stands in docs/how-to/answer-data-rights.md.
 */
const articles = {
  correction: ["6", "33", "50-1-a", "50-1-b", "50-1-c"],
  restriction: ["15-1-a", "15-1-b", "15-1-c", "15-1-e", "41-2-a", "41-2-b", "41-2-c"],
  objection: ["10-1", "15-1-a", "15-1-b", "15-1-c", "15-1-e"],
  withdrawal: ["20-2-e", "15-1-a", "15-1-b", "15-1-c", "15-1-e"],
} as const satisfies Record<RightsKind, readonly string[]>;

export type Article = (typeof articles)[RightsKind][number];

/** The articles by which a request of this kind can be refused. */
export function articlesFor(kind: RightsKind): readonly Article[] {
  return articles[kind];
}
