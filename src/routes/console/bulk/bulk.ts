import { paths } from "../../../paths.ts";
import { isUuid } from "../../../registry/applications/load.query.ts";
import { claimMany } from "../../../registry/reviews/bulk-claim.ts";
import { releaseMine } from "../../../registry/reviews/bulk-release.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";

/** Taking several applications at once, and giving back all that one holds. */
export function bulkRoutes(services: ConsoleServices): Route[] {
  return [
    staff("review", "POST", paths.console.bulkClaim, async (visit) => {
      const applicationIds = (visit.form["application"] ?? []).filter((id) => isUuid(id));
      if (applicationIds.length === 0) return redirect(`${paths.console.queue}?done=none`);
      const who = { institutions: visit.institutions, actorId: visit.session.accountId };
      const { taken, lost } = await claimMany(services, { ...who, applicationIds });
      const query = new URLSearchParams({ status: taken.length > 0 ? "mine" : "waiting" });
      if (taken.length > 0) query.set("done", "claimed");
      for (const id of lost) query.append("lost", id);
      return redirect(`${paths.console.queue}?${query.toString()}`);
    }),
    staff("review", "POST", paths.console.bulkRelease, async (visit) => {
      await releaseMine(services.db, { institutions: visit.institutions, actorId: visit.session.accountId });
      return redirect(`${paths.console.queue}?done=released`);
    }),
  ];
}
