import { paths } from "../../../paths.ts";
import type { Upload } from "../../../platform/http/upload.ts";
import { notFound } from "../../../platform/refusals.ts";
import { applyStatement } from "../../../registry/fees/apply-statement.ts";
import { readStatement } from "../../../registry/fees/read-statement.ts";
import { getStatement, listStatements } from "../../../registry/fees/statement.query.ts";
import { takeStatement } from "../../../registry/fees/take-statement.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { answerUpload, receiveFile } from "../../receive-file.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { actorOf } from "../accounts/asking.ts";
import { shortMoment } from "../../../texts/dates.ts";
import type { ConsoleServices } from "../services.ts";
import { StatementPage } from "./statement.page.tsx";
import { StatementsPage, type StatementFaults, type StatementTyped } from "./statements.page.tsx";

const maxBytes = 5 * 1024 * 1024;
const untyped: StatementTyped = { institution: "", day: "", amount: "" };

/** Statements of the bank: uploaded, looked at, and then recorded. */
export function statementRoutes(services: ConsoleServices): Route[] {
  const { statements, statement } = paths.console;
  return [
    staff("keep_payments", "GET", statements, (visit) => list(services, visit, untyped, {})),
    staff("keep_payments", "POST", statements, (visit) => take(services, visit), "upload"),
    staff("keep_payments", "GET", statement(":statement"), (visit) => show(services, visit)),
    staff("keep_payments", "POST", statement(":statement"), (visit) => apply(services, visit)),
  ];
}

async function list(
  services: ConsoleServices,
  visit: StaffVisit,
  typed: StatementTyped,
  errors: StatementFaults,
): Promise<Response> {
  const { say, institutions } = visit;
  const wrong = Object.keys(errors).length > 0;
  const { past, own } = await withStaff(services.db, institutions, async (trx) => ({
    past: await listStatements(trx),
    own: await trx.selectFrom("institutions").select(["id", "name"]).where("id", "in", institutions).execute(),
  }));
  return services.draw(
    visit,
    {
      title: say("console.statements.title"),
      area: say("console.area"),
      errors: wrong,
      status: wrong ? 422 : 200,
      back: { href: paths.console.payments, text: say("console.payments.title") },
    },
    <StatementsPage
      visit={visit}
      past={past}
      institutions={own.map(({ id, name }) => ({ id, name: name as { id: string; en: string } }))}
      typed={typed}
      errors={errors}
    />,
  );
}

async function take(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const upload = await receiveFile(visit, { folder: services.quarantine, maxBytes });
  try {
    return answerUpload(upload, await keep(services, visit, upload));
  } finally {
    if ("file" in upload) await upload.file.discard();
  }
}

async function keep(services: ConsoleServices, visit: StaffVisit, upload: Upload): Promise<Response> {
  const { say, institutions } = visit;
  const field = (name: string) => (upload.fields.get(name) ?? "").trim().toLowerCase().slice(0, 60);
  const typed = { institution: field("institution"), day: field("day"), amount: field("amount") };
  if (!("file" in upload)) return list(services, visit, typed, { statement: say("console.statements.error.file") });
  const [only, ...others] = institutions;
  const meant = typed.institution === "" && others.length === 0 ? only : typed.institution;
  const institutionId = institutions.find((one) => one === meant);
  if (institutionId === undefined) throw notFound();
  const statement = await readStatement(await upload.file.read(), typed);
  if (statement === "too_long")
    return list(services, visit, typed, { statement: say("console.statements.error.too_long") });
  if ("columns" in statement) {
    const columns = statement.columns.join(", ");
    const error =
      columns === ""
        ? say("console.statements.error.no_columns")
        : say("console.statements.error.columns", { columns });
    return list(services, visit, typed, { statement: error });
  }
  const fileHash = upload.file.sha256;
  const id = await takeStatement(services.db, { ...actorOf(visit), institutionId, fileHash, statement });
  return redirect(paths.console.statement(id));
}

async function show(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, language, institutions } = visit;
  const statement = await withStaff(services.db, institutions, (trx) =>
    getStatement(trx, visit.params["statement"] ?? ""),
  );
  return services.draw(
    visit,
    {
      title: say("console.statement.title", { at: shortMoment(statement.uploadedAt, statement.zone, language) }),
      area: say("console.area"),
      back: { href: paths.console.statements, text: say("console.statements.title") },
    },
    <StatementPage visit={visit} statement={statement} />,
  );
}

async function apply(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const statementId = visit.params["statement"] ?? "";
  await applyStatement(services, { ...actorOf(visit), statementId });
  return redirect(`${paths.console.statement(statementId)}?done`);
}
