import { paths } from "../../paths.ts";
import { listStaffRoles } from "../../registry/accounts/staff.query.ts";
import { redirect } from "../respond.ts";
import { staff, type Route } from "../route.ts";
import { firstSection } from "./sections.tsx";
import type { ConsoleServices } from "./services.ts";

/** Where staff come in: an auditor has no queue, and should not begin with being refused. */
export function startRoutes(services: ConsoleServices): Route[] {
  return [
    staff("read_programs", "GET", paths.console.start, async (visit) =>
      redirect(firstSection(await listStaffRoles(services.db, visit.session.accountId))),
    ),
  ];
}
