import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Catalog, ListedProgram } from "../../registry/programs/catalog.ts";
import type { Draw } from "../draw.tsx";
import { incidentBanner } from "../incident-banner.tsx";
import type { Visit } from "../route.ts";
import { PortalGroups, PortalHero, PortalResults } from "./portal.page.tsx";
import { fold, matches } from "./search.ts";

export interface PortalServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly draw: Draw;
}

/** What is searched at most; more than this nobody types. */
const LONGEST_QUERY = 100;

/** The opening page: search, and every program by the state of its window. */
export async function showPortal({ db, catalog, clock, draw }: PortalServices, visit: Visit): Promise<Response> {
  const query = queryOf(visit);
  const all = await catalog.list();
  const found = query === "" ? all : all.filter((program) => matches(searchTextOf(program), query));
  const groups = {
    open: found.filter(({ state }) => state === "open"),
    soon: found.filter(({ state }) => state === "soon").toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime()),
    closed: found.filter(({ state }) => state === "closed").toReversed(),
  };
  const { say } = visit;
  const title = query === "" ? say("portal.page_title") : say("portal.results", { count: found.length, query });
  return draw(
    visit,
    {
      title,
      layout: "full",
      hero: <PortalHero visit={visit} query={query} />,
      banner: await incidentBanner(db, visit),
    },
    <>
      {query !== "" && <PortalResults visit={visit} query={query} count={found.length} />}
      <PortalGroups visit={visit} groups={groups} now={clock.now()} searched={query !== ""} />
    </>,
  );
}

function queryOf(visit: Visit): string {
  const typed = visit.url.searchParams.get("q") ?? "";
  // Cutting may part a pair of surrogates, and what is no text cannot be shown.
  return typed.trim().slice(0, LONGEST_QUERY).toWellFormed().replaceAll("\0", "\ufffd");
}

const searchTexts = new WeakMap<ListedProgram["compiled"], Map<string, string>>();

/** Folding is work for each program and word, so it is done once per version and name of institution. */
function searchTextOf({ compiled, institution }: ListedProgram): string {
  const byName = searchTexts.get(compiled) ?? new Map<string, string>();
  searchTexts.set(compiled, byName);
  const name = `${institution.name.id} ${institution.name.en}`;
  let folded = byName.get(name);
  if (folded === undefined) {
    const { title, summary } = compiled.program;
    folded = fold([title.id, title.en, summary.id, summary.en, name, compiled.program.program].join(" "));
    byName.set(name, folded);
  }
  return folded;
}
