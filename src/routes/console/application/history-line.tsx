import { momentWords } from "../../../texts/dates.ts";
import { reasonLabel, targetLabel } from "../../../registry/reviews/lines.ts";
import type { HistoryEntry } from "../../../registry/reviews/history.query.ts";
import { Timeline } from "../../../ui/timeline/timeline.tsx";
import type { StaffVisit } from "../../route.ts";
import type { Review } from "./review.query.ts";

/** Everything that happened to the application, by whom, and the words that went with it. */
export function HistoryLine({ visit, review }: { readonly visit: StaffVisit; readonly review: Review }) {
  const { say, language } = visit;
  const last = review.history.length - 1;
  return (
    <Timeline
      stateTexts={{
        done: say("console.app.timeline.done"),
        current: say("console.app.timeline.current"),
        todo: say("console.app.timeline.todo"),
      }}
      items={review.history.map((entry, index) => ({
        what: say(`console.event.${entry.kind}`, { round: entry.round }),
        detail: detailOf(entry, visit, review),
        when: momentWords(entry.at, review.application.zone, language),
        state: index === last ? "current" : "done",
      }))}
    />
  );
}

function detailOf(entry: HistoryEntry, { say, language }: StaffVisit, review: Review): string {
  const { compiled } = review.application;
  const parts = [
    say("console.event.by", { name: actorName(entry, say, review) }),
    ...entry.marks.map(
      (mark) => `${targetLabel(compiled, mark, language)}: ${reasonLabel(compiled, mark.reason, language)}`,
    ),
    ...entry.reasons.map((code) => reasonLabel(compiled, code, language)),
    ...(entry.number === undefined ? [] : [entry.number]),
    ...(entry.note === undefined ? [] : [`“${entry.note}”`]),
  ];
  return parts.join(" · ");
}

function actorName(entry: HistoryEntry, say: StaffVisit["say"], review: Review): string {
  if (entry.actorKind === "system") return say("console.event.system");
  if (entry.actorKind === "applicant" || entry.actorId === null) return say("console.event.applicant");
  return review.names.get(entry.actorId) ?? "";
}
