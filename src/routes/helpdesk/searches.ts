import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Limits, networkOf } from "../../platform/limits.ts";
import { countMiss } from "../../registry/faq/misses.ts";
import { searchWords } from "../../registry/faq/terms.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import { glossaryTexts } from "../../texts/glossary.ts";
import type { Visit } from "../route.ts";
import { cameFrom } from "./tickets/came-from.ts";

/** What is searched at most; more than this nobody types. */
const LONGEST_QUERY = 200;

/** What was asked in the address: cut, and without what is no text. */
export function textOf(visit: Visit, name: string): string {
  const typed = visit.url.searchParams.get(name) ?? "";
  return typed.trim().slice(0, LONGEST_QUERY).toWellFormed().replaceAll("\0", "\ufffd");
}

/** Counts a search that did not help this visitor, for the program whose page led to it; see `countMiss`. */
export async function noteMiss(
  services: { readonly db: Kysely<DB>; readonly catalog: Catalog; readonly limits: Limits },
  visit: Visit,
  typed: string,
): Promise<void> {
  const program = (await cameFrom(services, visit))?.program.slug;
  const own = Object.entries(glossaryTexts).filter(([key]) => /^help\.word\.\w+$/.test(key));
  const terms = [
    ...own.flatMap(([, { id, en }]) => [id, en]),
    ...(await services.catalog.list()).flatMap(({ compiled }) =>
      compiled.program.glossary.flatMap(({ term }) => [term.id, term.en]),
    ),
  ];
  const vocabulary = new Set(terms.flatMap(searchWords));
  await countMiss(services, { typed, program, vocabulary, network: networkOf(visit.address) });
}
