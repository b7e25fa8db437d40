import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { rejectApplication } from "../../../registry/reviews/reject.ts";
import { stageOf } from "../../../registry/reviews/stage.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { Checkboxes } from "../../../ui/checkboxes/checkboxes.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import { WarningText } from "../../../ui/warning-text/warning-text.tsx";
import { actOf } from "../application/show.tsx";
import { readNote } from "../note.ts";
import type { ConsoleServices } from "../services.ts";
import { drawDecision } from "./decision-page.tsx";
import { loadDecision } from "./load-decision.ts";

/** Rejecting: never without a reason, and asked once more. */
export function rejectRoutes(services: ConsoleServices): Route[] {
  return [
    staff("review", "GET", paths.console.reject(":application"), (visit) => ask(services, visit, false)),
    staff("review", "POST", paths.console.reject(":application"), async (visit) => {
      const note = readNote(visit.form, "note", visit.say);
      const reasons = visit.form["reasons"] ?? [];
      if (note.error !== undefined || reasons.length === 0) return ask(services, visit, true);
      const act = actOf(visit);
      const rejected = await rejectApplication(services, { ...act, reasons, note: note.text });
      if ("problem" in rejected) return ask(services, visit, true);
      return redirect(`${paths.console.application(act.applicationId)}?done=rejected`);
    }),
  ];
}

async function ask(services: ConsoleServices, visit: StaffVisit, posted: boolean): Promise<Response> {
  const { say, language, form } = visit;
  const view = await loadDecision(services, visit, "reject");
  const { compiled } = view.application;
  const stage = stageOf(compiled);
  const offered = compiled.program.review.reasons.filter(({ reason }) => stage.reasons.includes(reason));
  const chosen = form["reasons"] ?? [];
  const note = readNote(form, "note", say);
  const missing = posted && !offered.some(({ reason }) => chosen.includes(reason));
  const noReason = say("console.reject.problem.no_reason");
  const error = (text: string) => ({ errorMessage: { text, visuallyHiddenText: say("console.error_sign") } });
  return drawDecision(services, visit, {
    decision: "reject",
    view,
    problems: [
      ...(missing ? [{ text: noReason, input: "reasons" }] : []),
      ...(note.error === undefined ? [] : [{ text: note.error, input: "note" }]),
    ],
    mayGoOn: true,
    children: (
      <>
        <WarningText
          text={say(view.isHeld ? "console.decision.held" : "console.reject.text")}
          iconFallbackText={say("console.warning_sign")}
        />
        <Checkboxes
          name="reasons"
          fieldset={{ legend: { text: say("console.reject.reasons"), classes: "govuk-fieldset__legend--m" } }}
          values={[...chosen]}
          items={offered.map(({ reason, label, text }) => ({
            value: reason,
            text: inLanguage(label, language),
            hint: { text: inLanguage(text, language) },
          }))}
          {...(missing ? error(noReason) : {})}
        />
        <Textarea
          name="note"
          label={{ text: say("console.reject.note") }}
          value={note.typed}
          rows={4}
          {...(note.error === undefined ? {} : error(note.error))}
        />
      </>
    ),
  });
}
