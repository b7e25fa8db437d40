import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { Refusal } from "../../../platform/refusals.ts";
import { claimApplication, releaseApplication } from "../../../registry/reviews/claim.ts";
import { stageOf } from "../../../registry/reviews/stage.ts";
import { saveVerdicts } from "../../../registry/reviews/verdicts.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { readRound } from "../note.ts";
import type { ConsoleServices } from "../services.ts";
import { drawApplication } from "./draw-application.tsx";
import { itemsOf, loadReview } from "./review.query.ts";
import { readVerdicts } from "./verdict-form.ts";
import { viewHref, viewOf } from "./way.tsx";

/** One application on the workbench: reading, taking, releasing and judging it. */
export function applicationRoutes(services: ConsoleServices): Route[] {
  return [
    staff("review", "GET", paths.console.application(":application"), (visit) => {
      const query = visit.url.searchParams;
      return withStaff(services.db, visit.institutions, (trx) =>
        drawApplication(trx, services, visit, {
          document: query.get("document") ?? "",
          show: query.getAll("show"),
          done: query.get("done") ?? "",
        }),
      );
    }),
    staff("review", "POST", paths.console.claim(":application"), async (visit) => {
      const act = actOf(visit);
      await claimApplication(services, act).catch((error: unknown) => {
        // A doubled click on what is this person's already: nothing to complain about.
        if (!(error instanceof Refusal && error.code === "already_claimed")) throw error;
      });
      return redirect(paths.console.application(act.applicationId));
    }),
    staff("review", "POST", paths.console.release(":application"), async (visit) => {
      await releaseApplication(services, actOf(visit));
      return redirect(paths.console.queue);
    }),
    staff("review", "POST", paths.console.verdict(":application"), (visit) => judge(services, visit)),
    // Whoever asks for the address of a rejected form again, to read it in the other language, finds the application.
    staff("review", "GET", paths.console.verdict(":application"), (visit) =>
      redirect(paths.console.application(encodeURIComponent(visit.params["application"] ?? ""))),
    ),
  ];
}

/** Who acts on what, as the visit says. */
export function actOf(visit: StaffVisit) {
  return {
    applicationId: visit.params["application"] ?? "",
    institutions: visit.institutions,
    actorId: visit.session.accountId,
    round: readRound(visit.form),
  };
}

/** Saves the verdicts whichever button was pressed, so that nothing typed is lost on the way to a decision. */
async function judge(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { applicationId } = actOf(visit);
  const { isWay, ...view } = viewOf(visit.form);
  const read = await withStaff(services.db, visit.institutions, async (trx) => {
    const review = await loadReview(trx, services, { applicationId, language: visit.language, shown: new Set() });
    const { reasons } = stageOf(review.application.compiled);
    return {
      ...readVerdicts(visit.form, itemsOf(review), reasons, visit.say),
      known: new Set(itemsOf(review).map(({ id }) => id)),
    };
  });
  if (read.errors.length > 0) {
    // Whoever only wants to see another document is not finished typing: all of it stays, and nothing is blamed yet.
    const rejected = isWay ? { ...read, errors: [] } : read;
    return withStaff(services.db, visit.institutions, (trx) =>
      drawApplication(trx, services, visit, { ...view, rejected }),
    );
  }
  await saveVerdicts(services, actOf(visit), read.given);
  switch (first(visit.form, "next")) {
    case "accept":
      return redirect(paths.console.accept(applicationId));
    case "return":
      return redirect(paths.console.return(applicationId));
    case "reject":
      return redirect(paths.console.reject(applicationId));
    default: {
      // Only what the application has comes back into an address.
      const { known } = read;
      const document = known.has(view.document) ? view.document : "";
      const show = view.show.filter((id) => known.has(id));
      return redirect(viewHref(applicationId, { document, show, ...(isWay ? {} : { done: "saved" }) }));
    }
  }
}
