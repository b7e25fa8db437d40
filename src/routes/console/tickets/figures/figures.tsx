import { sql } from "kysely";
import { inLanguage } from "../../../../program/definition.ts";
import { paths } from "../../../../paths.ts";
import { listStaffRoles } from "../../../../registry/accounts/staff.query.ts";
import { documentHeaders } from "../../../../registry/documents/headers.ts";
import { listMisses } from "../../../../registry/faq/misses.ts";
import { listJudged } from "../../../../registry/faq/votes.query.ts";
import { withStaff } from "../../../../registry/reviews/with-staff.ts";
import { loadCategories } from "../../../../registry/tickets/category-file.ts";
import { loadTicketFigures, type TicketSpan } from "../../../../registry/tickets/figures.query.ts";
import { redirect } from "../../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../../route.ts";
import { sectionsOf } from "../../sections.tsx";
import type { ConsoleServices } from "../../services.ts";
import { readSpan, spanAddress } from "./figure-span.ts";
import { ticketFiguresFile } from "./figures-file.ts";
import { TicketFiguresPage } from "./figures.page.tsx";
import type { ShownFigures } from "./shown-figures.ts";

/** What is counted of questions to the helpdesk: the page, and the same as a file. Name it before the tickets' own addresses. */
export function ticketFigureRoutes(services: ConsoleServices): Route[] {
  const titles = new Map(loadCategories().map(({ category, title }) => [category, title]));
  const spanOf = async ({ url }: StaffVisit) =>
    readSpan(url.searchParams, await today(services), new Set(titles.keys()));
  return [
    staff("read_programs", "GET", paths.console.ticketFigures, async (visit) => {
      const { say, language, session } = visit;
      const { span, errors } = await spanOf(visit);
      const wrong = Object.keys(errors).length > 0;
      const listed = await services.catalog.list();
      const pages = listed.flatMap(({ slug, compiled }) =>
        [...compiled.stepsById].map(([id, { step }]) => [`${slug}/${id}`, inLanguage(step.title, language)] as const),
      );
      const programs = listed.map(
        ({ slug, compiled }) => [slug, inLanguage(compiled.program.title, language)] as const,
      );
      return services.draw(
        visit,
        {
          title: say("ticket_figures.title"),
          area: say("console.area"),
          layout: "full",
          errors: wrong,
          status: wrong ? 422 : 200,
        },
        <TicketFiguresPage
          visit={visit}
          sections={sectionsOf(await listStaffRoles(services.db, session.accountId))}
          span={span}
          errors={errors}
          figures={wrong ? undefined : await countIn(services, visit, span)}
          names={{
            categories: new Map([...titles].map(([category, title]) => [category, title[language]])),
            programs: new Map(programs),
            pages: new Map(pages),
          }}
        />,
      );
    }),
    staff("read_programs", "GET", paths.console.ticketFiguresFile, async (visit) => {
      const { span, errors } = await spanOf(visit);
      if (Object.keys(errors).length > 0) return redirect(spanAddress(paths.console.ticketFigures, span));
      const file = { mediaType: "text/csv; charset=utf-8", name: "angka-helpdesk.csv" };
      return new Response(ticketFiguresFile(span, await countIn(services, visit, span)), {
        headers: documentHeaders(file, "attachment"),
      });
    }),
  ];
}

function countIn({ db }: ConsoleServices, { institutions }: StaffVisit, span: TicketSpan): Promise<ShownFigures> {
  return withStaff(db, institutions, async (trx) => ({
    ...(await loadTicketFigures(trx, span)),
    judged: await listJudged(trx, span),
    misses: await listMisses(trx, span),
  }));
}

/** The day in Jakarta, by the database's clock. */
async function today({ db }: ConsoleServices): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select to_char(app_now() at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as day`.execute(db);
  return rows[0]?.day ?? "";
}
