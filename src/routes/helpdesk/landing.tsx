import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Limits, networkOf } from "../../platform/limits.ts";
import { inLanguage } from "../../program/definition.ts";
import { countMiss } from "../../registry/faq/misses.ts";
import { listFaq, listFaqById } from "../../registry/faq/entry.query.ts";
import { searchFaq } from "../../registry/faq/search.query.ts";
import { searchWords } from "../../registry/faq/terms.ts";
import type { Catalog, ListedProgram } from "../../registry/programs/catalog.ts";
import { glossaryTexts } from "../../texts/glossary.ts";
import type { Draw } from "../draw.tsx";
import { incidentBanner } from "../incident-banner.tsx";
import type { Visit } from "../route.ts";
import { Answered, HelpdeskHero, OfProgram, Results } from "./landing.page.tsx";

interface LandingServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly limits: Limits;
  readonly draw: Draw;
}

/** What is searched at most; more than this nobody types. */
const LONGEST_QUERY = 200;

/** The opening page of the helpdesk: answers first, then the ways to ask. With `q` it searches, with `program` it shows the questions of one. */
export async function showHelpdesk(services: LandingServices, visit: Visit): Promise<Response> {
  const { db, catalog, draw } = services;
  const { say, language } = visit;
  const query = textOf(visit, "q");
  const programs = await catalog.list();
  const program = programs.find(({ slug }) => slug === textOf(visit, "program"));
  const around = {
    hero: <HelpdeskHero visit={visit} query={query} program={program?.slug} />,
    banner: await incidentBanner(db, visit),
    layout: "full" as const,
  };
  if (query !== "") {
    const entries = await listFaqById(db, await searchFaq(db, query));
    if (entries.length === 0) {
      const vocabulary = wordsOf(programs);
      const network = networkOf(visit.address);
      await countMiss(services, { typed: query, program: program?.slug, vocabulary, network });
    }
    const title = say("helpdesk.results", { count: entries.length, query });
    return draw(
      visit,
      { title, ...around },
      <Results visit={visit} query={query} entries={entries} places={placesOf(programs)} program={program?.slug} />,
    );
  }
  const entries = await listFaq(db);
  if (program) {
    const name = inLanguage(program.compiled.program.title, language);
    const title = say("helpdesk.of_program", { program: name });
    return draw(
      visit,
      { title, ...around },
      <OfProgram visit={visit} program={program} title={title} entries={entries} />,
    );
  }
  return draw(
    visit,
    { title: say("helpdesk.title"), ...around },
    <Answered visit={visit} entries={entries} programs={programs} />,
  );
}

/** Every word that the glossaries explain. */
function wordsOf(programs: readonly ListedProgram[]): ReadonlySet<string> {
  const own = Object.entries(glossaryTexts).filter(([key]) => /^help\.word\.\w+$/.test(key));
  const terms = [
    ...own.flatMap(([, { id, en }]) => [id, en]),
    ...programs.flatMap(({ compiled: { program } }) => program.glossary.flatMap(({ term }) => [term.id, term.en])),
  ];
  return new Set(terms.flatMap(searchWords));
}

/** What was asked in the address: cut, and without what is no text. */
function textOf(visit: Visit, name: string): string {
  const typed = visit.url.searchParams.get(name) ?? "";
  return typed.trim().slice(0, LONGEST_QUERY).toWellFormed().replaceAll("\0", "\ufffd");
}

/** The names of institutions by the first part of their questions' addresses. */
export function placesOf(
  programs: readonly ListedProgram[],
): ReadonlyMap<string, ListedProgram["institution"]["name"]> {
  return new Map(programs.map(({ institution }) => [institution.slug, institution.name]));
}
