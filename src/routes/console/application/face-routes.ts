import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { faceOutcomes } from "../../../registry/faces/checks.query.ts";
import { judgeFaces } from "../../../registry/faces/judge.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { actOf } from "./show.tsx";

/** Keeping what an officer saw in the two pictures of an application. */
export function faceRoutes(services: ConsoleServices): Route[] {
  return [
    staff("review", "POST", paths.console.faces(":application"), async (visit) => {
      const act = actOf(visit);
      const outcome = faceOutcomes.find((one) => one === first(visit.form, "outcome"));
      const page = paths.console.application(act.applicationId);
      const isKept = await judgeFaces(services, act, outcome);
      return redirect(isKept ? `${page}#faces` : `${page}?faces=empty#faces`);
    }),
  ];
}
