import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notFound } from "../../platform/refusals.ts";
import { inLanguage } from "../../program/definition.ts";
import type { Catalog, ListedProgram } from "../../registry/programs/catalog.ts";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";
import { AnnouncedPage, CodeBox, NotYetPage } from "./announcement.page.tsx";
import { listAnnounced } from "./announcement.query.ts";

export interface AnnouncementServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly draw: Draw;
  /** Where people reach us, for the code of the page; no slash at its end. */
  readonly publicUrl: string;
}

const linesPerPage = 50;

/** The public announcement: numbers and verdicts, nothing of the people; before its moment, only when that is. */
export async function showAnnouncement(services: AnnouncementServices, visit: Visit): Promise<Response> {
  const { say, language, url } = visit;
  const program = await announcingProgram(services, visit);
  const options = {
    title: say("announce.title"),
    area: program.institution.name[language],
    back: { href: paths.program(program.slug), text: inLanguage(program.compiled.program.title, language) },
  };
  if (program.announcedAt === null)
    return services.draw(visit, options, <NotYetPage visit={visit} program={program} />);
  const typed = url.searchParams.get("number");
  const number = typed === null ? undefined : cleanNumber(typed);
  const page = /^[1-9]\d{0,5}$/.test(url.searchParams.get("page") ?? "") ? Number(url.searchParams.get("page")) : 1;
  const announced = await listAnnounced(services.db, {
    programId: program.id,
    ...(number === undefined || number === "" ? {} : { number }),
    from: (page - 1) * linesPerPage,
    most: linesPerPage,
  });
  const address = services.publicUrl + paths.announcement(program.slug);
  return services.draw(
    visit,
    { ...options, layout: "side", side: <CodeBox visit={visit} address={address} /> },
    <AnnouncedPage
      visit={visit}
      program={program}
      announcedAt={program.announcedAt}
      announced={announced}
      search={number ?? ""}
      page={page}
      pages={Math.ceil(announced.total / linesPerPage)}
    />,
  );
}

/** The program of the address; unknown where verdicts are told one by one. */
export async function announcingProgram(
  { catalog }: Pick<AnnouncementServices, "catalog">,
  visit: Visit,
): Promise<ListedProgram> {
  const program = await catalog.get(visit.params["program"] ?? "");
  if (!program.announces) throw notFound();
  return program;
}

/** A number as it is printed: letters in capitals, no spaces around. What no number has is left out. */
function cleanNumber(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9./-]/g, "")
    .slice(0, 80);
}
