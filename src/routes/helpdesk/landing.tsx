import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Limits } from "../../platform/limits.ts";
import { inLanguage } from "../../program/definition.ts";
import { listFaq, listFaqById } from "../../registry/faq/entry.query.ts";
import { searchFaq } from "../../registry/faq/search.query.ts";
import type { Catalog, ListedProgram } from "../../registry/programs/catalog.ts";
import type { Draw } from "../draw.tsx";
import { incidentBanner } from "../incident-banner.tsx";
import type { Visit } from "../route.ts";
import { Answered, HelpdeskHero, OfProgram, Results } from "./landing.page.tsx";
import { noteMiss, textOf } from "./searches.ts";

interface LandingServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly limits: Limits;
  readonly draw: Draw;
}

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
    if (entries.length === 0) await noteMiss(services, visit, query);
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

/** The names of institutions by the first part of their questions' addresses. */
export function placesOf(
  programs: readonly ListedProgram[],
): ReadonlyMap<string, ListedProgram["institution"]["name"]> {
  return new Map(programs.map(({ institution }) => [institution.slug, institution.name]));
}
