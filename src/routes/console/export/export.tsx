import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { notFound } from "../../../platform/refusals.ts";
import type { ListedProgram } from "../../../registry/programs/catalog.ts";
import { exportApplications } from "../../../registry/reviews/export.ts";
import { exportColumns } from "../../../registry/reviews/export-columns.ts";
import { countSelections, fetchExport, listExports } from "../../../registry/reviews/export.query.ts";
import { countHeldBack } from "../../../registry/rights/restricted.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { exportFile } from "./export-file.ts";
import { freshExport, readExport, type ReadExport } from "./export-form.ts";
import { ExportPage } from "./export.page.tsx";

/** Taking applications of a program out as a table, for the people who select. */
export function exportRoutes(services: ConsoleServices): Route[] {
  return [
    staff("export_applications", "GET", paths.console.export(":program"), async (visit) => {
      const program = await programOf(services, visit);
      const typed = freshExport(exportColumns(program.compiled, visit.language));
      return draw(services, visit, program, { typed, errors: {} });
    }),
    staff("export_applications", "POST", paths.console.export(":program"), (visit) => make(services, visit)),
    staff("export_applications", "GET", paths.console.exportFile(":file"), async (visit) => {
      const who = { institutions: visit.institutions, actorId: visit.session.accountId };
      const exportId = visit.params["file"] ?? "";
      const found = await withStaff(services.db, who.institutions, (trx) =>
        fetchExport(trx, { exportId, actorId: who.actorId }),
      );
      return exportFile(services, found, who);
    }),
  ];
}

async function make(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say } = visit;
  const program = await programOf(services, visit);
  const read = readExport(visit.form, exportColumns(program.compiled, visit.language), say);
  const { wanted } = read;
  if (!wanted) return draw(services, visit, program, read);
  const made = await exportApplications(services, {
    ...wanted,
    actorId: visit.session.accountId,
    institutions: visit.institutions,
    program,
    columns: wanted.columns.map(({ id }) => id),
    specific: wanted.columns.filter(({ specific }) => specific).map(({ id }) => id),
    language: visit.language,
  });
  if ("exportId" in made) return redirect(`${paths.console.export(program.slug)}?done=${made.exportId}`);
  const selection =
    made.problem === "nobody"
      ? say("console.export.error.nobody")
      : say("console.export.error.too_many", { left: made.left });
  return draw(services, visit, program, { ...read, errors: { selection } });
}

async function programOf(services: ConsoleServices, visit: StaffVisit): Promise<ListedProgram> {
  const program = await services.catalog.get(visit.params["program"] ?? "");
  if (!visit.institutions.includes(program.institutionId)) throw notFound();
  return program;
}

async function draw(
  services: ConsoleServices,
  visit: StaffVisit,
  program: ListedProgram,
  { typed, errors }: Pick<ReadExport, "typed" | "errors">,
): Promise<Response> {
  const { say, language } = visit;
  const { counts, heldBack, past } = await withStaff(services.db, visit.institutions, async (trx) => ({
    counts: await countSelections(trx, program.id),
    heldBack: await countHeldBack(trx, { of: "submitted", programId: program.id }),
    past: await listExports(trx, services.keyring, program),
  }));
  const done = visit.url.searchParams.get("done");
  const title = inLanguage(program.compiled.program.title, language);
  return services.draw(
    visit,
    {
      title: `${say("console.export.title")}: ${title}`,
      area: say("console.area"),
      back: { href: paths.console.programs },
      errors: Object.keys(errors).length > 0,
    },
    <ExportPage
      visit={visit}
      program={{ slug: program.slug, title, zone: program.institution.zone }}
      columns={exportColumns(program.compiled, language)}
      counts={counts}
      heldBack={heldBack}
      past={past}
      typed={typed}
      errors={errors}
      ready={past.find(({ id }) => id === done)}
    />,
  );
}
