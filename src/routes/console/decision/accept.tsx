import { paths } from "../../../paths.ts";
import { acceptApplication, type AcceptProblem } from "../../../registry/reviews/accept.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { WarningText } from "../../../ui/warning-text/warning-text.tsx";
import { actOf } from "../application/show.tsx";
import type { ConsoleServices } from "../services.ts";
import { drawDecision } from "./decision-page.tsx";
import { loadDecision } from "./load-decision.ts";

/** Accepting: asked once more, then done once. */
export function acceptRoutes(services: ConsoleServices): Route[] {
  return [
    staff("review", "GET", paths.console.accept(":application"), (visit) => ask(services, visit)),
    staff("review", "POST", paths.console.accept(":application"), async (visit) => {
      const act = actOf(visit);
      const accepted = await acceptApplication(services, act);
      if ("problem" in accepted) return ask(services, visit, accepted.problem);
      return redirect(`${paths.console.application(act.applicationId)}?done=accepted`);
    }),
  ];
}

async function ask(services: ConsoleServices, visit: StaffVisit, found?: AcceptProblem): Promise<Response> {
  const { say } = visit;
  const view = await loadDecision(services, visit, "accept");
  const problem = found ?? (view.wrong.length > 0 ? "marked_wrong" : undefined);
  return drawDecision(services, visit, {
    decision: "accept",
    view,
    problems: problem ? [{ text: say(`console.accept.problem.${problem}`) }] : [],
    // A document may have passed its check by the time the button is pressed again.
    mayGoOn: problem !== "marked_wrong",
    children: (
      <WarningText
        text={say(view.isHeld ? "console.decision.held" : "console.accept.text")}
        iconFallbackText={say("console.warning_sign")}
      />
    ),
  });
}
