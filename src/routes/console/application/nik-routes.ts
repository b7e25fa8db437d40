import { paths } from "../../../paths.ts";
import { inviteToCase } from "../../../registry/nik-cases/invite.ts";
import { proveSeenNik } from "../../../registry/nik-claims/prove.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { actOf } from "./show.tsx";

/** Noting that the officer saw the NIK of an application on the KTP, and asking its applicant for evidence. */
export function nikRoutes(services: ConsoleServices): Route[] {
  return [
    staff("review", "POST", paths.console.seenNik(":application"), async (visit) => {
      const act = actOf(visit);
      await proveSeenNik(services, act);
      return redirect(`${paths.console.application(act.applicationId)}#nik`);
    }),
    staff("decide_nik_cases", "POST", paths.console.inviteToNikCase(":application"), async (visit) => {
      const applicationId = visit.params["application"] ?? "";
      const { institutions, session } = visit;
      await inviteToCase(services, { applicationId, institutions, actorId: session.accountId });
      return redirect(`${paths.console.application(applicationId)}#nik`);
    }),
  ];
}
