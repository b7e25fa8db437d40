import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { institutionsWhere, listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import { claimNext } from "../../../registry/reviews/claim.ts";
import { countHeldBack } from "../../../registry/rights/restricted.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { listLost } from "../bulk/lost.query.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route } from "../../route.ts";
import { sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { readFilter } from "./filter.ts";
import { narrowingOf } from "./narrowing.ts";
import { QueuePage } from "./queue.page.tsx";
import { listQueue } from "./queue.query.ts";

/** The queue, and taking the next application from it. */
export function queueRoutes(services: ConsoleServices): Route[] {
  return [
    // Every role of the console comes in here; who may not review is sent on to what they may do.
    staff("read_programs", "GET", paths.console.queue, async (visit) => {
      const { accountId } = visit.session;
      const roles = await listStaffRoles(services.db, accountId);
      const institutions = institutionsWhere(roles, "review");
      if (institutions.length === 0) return redirect(paths.console.staff);
      const query = visit.url.searchParams;
      const filter = readFilter(query);
      const listed = (await services.catalog.list()).filter(({ institutionId }) =>
        institutions.includes(institutionId),
      );
      const programs = listed.map(({ slug, compiled }) => ({
        slug,
        title: inLanguage(compiled.program.title, visit.language),
      }));
      const inQuestion = listed.filter(({ slug }) => filter.program === "" || slug === filter.program);
      const { queue, heldBack, lost } = await withStaff(services.db, institutions, async (trx) => ({
        queue: await listQueue(trx, services, { filter, actorId: accountId }),
        heldBack: await countHeldBack(trx, { of: "submitted" }),
        lost: await listLost(trx, services.keyring, { ids: query.getAll("lost"), actorId: accountId }),
      }));
      return services.draw(
        visit,
        { title: visit.say("console.queue.title"), area: visit.say("console.area"), layout: "full" },
        <QueuePage
          visit={visit}
          sections={sectionsOf(roles)}
          filter={filter}
          queue={queue}
          heldBack={heldBack}
          programs={programs}
          narrowing={narrowingOf(
            inQuestion.map(({ compiled }) => compiled.program),
            visit.language,
          )}
          picked={query.get("pick") === "all"}
          done={query.get("done") ?? ""}
          lost={lost}
        />,
      );
    }),
    staff("review", "POST", paths.console.next, async (visit) => {
      const next = await claimNext(services, { institutions: visit.institutions, actorId: visit.session.accountId });
      return redirect(next === undefined ? paths.console.queue : paths.console.application(next));
    }),
  ];
}
