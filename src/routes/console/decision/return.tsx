import { paths } from "../../../paths.ts";
import { reasonLabel, targetLabel } from "../../../registry/reviews/lines.ts";
import { returnApplication } from "../../../registry/reviews/return.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import { actOf } from "../application/show.tsx";
import { readNote, type ReadNote } from "../note.ts";
import type { ConsoleServices } from "../services.ts";
import { drawDecision } from "./decision-page.tsx";
import { loadDecision } from "./load-decision.ts";

/** Returning: shows what was marked, and sends exactly that. */
export function returnRoutes(services: ConsoleServices): Route[] {
  return [
    staff("review", "GET", paths.console.return(":application"), (visit) => ask(services, visit)),
    staff("review", "POST", paths.console.return(":application"), async (visit) => {
      const note = readNote(visit.form, "note", visit.say);
      if (note.error !== undefined) return ask(services, visit, note);
      const act = actOf(visit);
      const returned = await returnApplication(services, { ...act, note: note.text });
      if ("problem" in returned) return ask(services, visit, note);
      return redirect(`${paths.console.application(act.applicationId)}?done=returned`);
    }),
  ];
}

async function ask(services: ConsoleServices, visit: StaffVisit, note?: ReadNote): Promise<Response> {
  const { say, language } = visit;
  const view = await loadDecision(services, visit, "return");
  const { compiled } = view.application;
  const problems = [
    ...(view.wrong.length === 0 ? [{ text: say("console.return.problem.nothing_marked") }] : []),
    ...(note?.error === undefined ? [] : [{ text: note.error, input: "note" }]),
  ];
  return drawDecision(services, visit, {
    decision: "return",
    view,
    problems,
    mayGoOn: view.wrong.length > 0,
    children: (
      <>
        <p class="govuk-body">{say("console.return.text")}</p>
        {view.wrong.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say("console.return.marks")}</h2>
            <SummaryList
              rows={view.wrong.map((mark) => ({
                key: { text: targetLabel(compiled, mark, language) },
                value: {
                  text: [reasonLabel(compiled, mark.reason ?? "", language), mark.note]
                    .filter((part) => part !== "")
                    .join(" · "),
                },
              }))}
            />
            <Textarea
              name="note"
              label={{ text: say("console.return.note") }}
              value={note?.typed ?? ""}
              rows={4}
              {...(note?.error === undefined
                ? {}
                : { errorMessage: { text: note.error, visuallyHiddenText: say("console.error_sign") } })}
            />
          </>
        )}
      </>
    ),
  });
}
