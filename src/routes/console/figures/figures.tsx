import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { documentHeaders } from "../../../registry/documents/headers.ts";
import { loadFigures, type Figures } from "../../../registry/reviews/figures.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { figuresFile } from "./figures-file.ts";
import { FiguresPage } from "./figures.page.tsx";

/** What is counted over the history of applications: the page and the same as a file. */
export function figureRoutes(services: ConsoleServices): Route[] {
  return [
    staff("read_programs", "GET", paths.console.figures, async (visit) => {
      const { say, language } = visit;
      const listed = await services.catalog.list();
      const programs = listed
        .filter(({ institutionId }) => visit.institutions.includes(institutionId))
        .map(({ slug, compiled }) => ({ slug, title: inLanguage(compiled.program.title, language), compiled }));
      const roles = await listStaffRoles(services.db, visit.session.accountId);
      return services.draw(
        visit,
        { title: say("console.figures.title"), area: say("console.area"), layout: "full" },
        <FiguresPage
          visit={visit}
          sections={sectionsOf(roles)}
          program={programOf(visit)}
          programs={programs}
          figures={await figuresOf(services, visit)}
        />,
      );
    }),
    staff("read_programs", "GET", paths.console.figuresFile, async (visit) => {
      const file = { mediaType: "text/csv; charset=utf-8", name: "angka.csv" };
      return new Response(figuresFile(await figuresOf(services, visit)), {
        headers: documentHeaders(file, "attachment"),
      });
    }),
  ];
}

function figuresOf(services: ConsoleServices, visit: StaffVisit): Promise<Figures> {
  return withStaff(services.db, visit.institutions, (trx) => loadFigures(trx, { program: programOf(visit) }));
}

function programOf(visit: StaffVisit): string {
  const program = visit.url.searchParams.get("program") ?? "";
  return /^[a-z0-9-]{1,60}$/.test(program) ? program : "";
}
