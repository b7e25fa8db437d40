import { paths } from "../../../paths.ts";
import { listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { staff, type Route } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { readAuditFilter } from "./audit-filter.ts";
import { AuditPage } from "./audit.page.tsx";
import { listAuditRecords, zoneOf } from "./audit.query.ts";

/** The audit trail of the visitor's institutions. */
export function auditRoutes(services: ConsoleServices): Route[] {
  return [
    staff("read_audit", "GET", paths.console.audit, async (visit) => {
      const { say, institutions } = visit;
      const filter = readAuditFilter(visit.url.searchParams);
      const roles = await listStaffRoles(services.db, visit.session.accountId);
      const { zone, records } = await withStaff(services.db, institutions, async (trx) => {
        const zone = await zoneOf(trx, institutions);
        const until = filter.wrongDay ? "" : filter.until;
        return {
          zone,
          records: await listAuditRecords(trx, services.keyring, { ...filter, until, institutions, zone }),
        };
      });
      return services.draw(
        visit,
        { title: say("audit.title"), area: say("console.area"), layout: "full", errors: filter.wrongDay },
        <AuditPage visit={visit} sections={sectionsOf(roles)} filter={filter} zone={zone} records={records} />,
      );
    }),
  ];
}
