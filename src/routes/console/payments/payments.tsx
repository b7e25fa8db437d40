import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { institutionsWhere, listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { listTreasury, sumsOfPrograms } from "../../../registry/fees/treasury.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { paymentRoutes } from "./payment.tsx";
import { readPaymentFilter } from "./payments-filter.ts";
import { paymentsFile } from "./payments-file.ts";
import { PaymentsPage } from "./payments.page.tsx";
import { statementRoutes } from "./statements.tsx";

const MOST = 50;

/** The treasurer's room: what was asked, what came, and what goes back. */
export function treasuryRoutes(services: ConsoleServices): Route[] {
  const { payments, paymentsFile: file } = paths.console;
  return [
    staff("read_payments", "GET", payments, (visit) => list(services, visit)),
    staff("read_payments", "GET", file, (visit) => paymentsFile(services, visit)),
    ...paymentRoutes(services),
    ...statementRoutes(services),
  ];
}

async function list(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, language, session, institutions } = visit;
  const filter = readPaymentFilter(visit.url.searchParams);
  const roles = await listStaffRoles(services.db, session.accountId);
  const programs = (await services.catalog.list())
    .filter(({ institutionId, compiled }) => institutions.includes(institutionId) && compiled.program.fee)
    .map(({ slug, compiled }) => ({ slug, title: inLanguage(compiled.program.title, language) }));
  const { found, sums } = await withStaff(services.db, institutions, async (trx) => ({
    found: await listTreasury(trx, filter, MOST),
    sums: await sumsOfPrograms(trx),
  }));
  return services.draw(
    visit,
    { title: say("console.payments.title"), area: say("console.area"), layout: "full" },
    <PaymentsPage
      visit={visit}
      sections={sectionsOf(roles)}
      filter={filter}
      programs={programs}
      found={found}
      sums={sums}
      mayKeep={institutionsWhere(roles, "keep_payments").length > 0}
    />,
  );
}
