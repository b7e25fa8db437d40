import { feeStep } from "../../program/fee.ts";
import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { targetLabel } from "../../registry/reviews/lines.ts";
import { open } from "../../platform/keys/seal.ts";
import type { Application, Mark } from "../../registry/applications/load.query.ts";
import type { wantingCodes } from "../../registry/notices/notice-kinds.ts";
import type { HistoryEntry } from "../../registry/reviews/history.query.ts";
import { shortMoment } from "../../texts/dates.ts";
import type { TimelineItem } from "../../ui/timeline/timeline.tsx";
import type { Visit } from "../route.ts";

/** The whole history of an application as a line of time, with the officers' reasons and words. */
export async function readHistory(db: Kysely<DB>, visit: Visit, application: Application): Promise<TimelineItem[]> {
  const { language } = visit;
  const rows = await db
    .selectFrom("application_events")
    .select(["id", "kind", "round", "actor_kind", "data", "note_sealed", "at"])
    .where("application_id", "=", application.id)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    what: eventWords(visit, row),
    when: shortMoment(row.at, application.zone, language),
    state: "done",
    more: drawMore({
      visit,
      application,
      data: row.data as EventData,
      note:
        row.note_sealed && open(application.key, row.note_sealed, `application_events|note|${row.id}`).toString("utf8"),
    }),
  }));
}

interface EventData {
  readonly marks?: readonly Mark[];
  readonly reasons?: readonly string[];
  readonly number?: string;
  /** At the closing: the steps that were not done, and what else was missing. */
  readonly missing?: readonly string[];
  readonly wanting?: readonly (typeof wantingCodes)[number][];
}

function eventWords(
  { say }: Visit,
  event: {
    readonly kind: HistoryEntry["kind"];
    readonly round: number;
    readonly actor_kind: HistoryEntry["actorKind"];
  },
): string {
  if (event.kind === "submitted" && event.actor_kind === "system") return say("apply.event_submitted_system");
  if (event.kind === "submitted" && event.round > 1) return say("apply.event_submitted_again", { round: event.round });
  return say(`apply.event_${event.kind}`);
}

function drawMore(props: { visit: Visit; application: Application; data: EventData; note: string | null }) {
  const { application, data, note } = props;
  const { language, say } = props.visit;
  const lines = [
    ...application.compiled.steps
      .filter(({ id }) => data.missing?.includes(id))
      .map((step) => `${say("closing.missing")}: ${step.title[language]}`),
    ...(data.missing?.includes(feeStep) ? [`${say("closing.missing")}: ${say("fee.task")}`] : []),
    ...(data.wanting ?? []).map((code) => `${say("closing.missing")}: ${say(`closing.wanting_${code}`)}`),
    ...(data.marks ?? []).map(
      (mark) => `${markTitle(application, mark, language)}: ${reasonText(application, mark.reason, language)}`,
    ),
    ...(data.reasons ?? []).map((reason) => reasonText(application, reason, language)),
    ...(data.number ? [data.number] : []),
  ];
  if (lines.length === 0 && !note) return undefined;
  return (
    <>
      {lines.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {note && <p class="govuk-body daftar-note">{note}</p>}
    </>
  );
}

function markTitle({ compiled }: Application, { id, kind }: Mark, language: "id" | "en"): string {
  return targetLabel(compiled, { id, kind }, language);
}

/** A reason code in the words of its program. */
export function reasonText({ compiled }: Application, reason: string, language: "id" | "en"): string {
  return compiled.program.review.reasons.find((one) => one.reason === reason)?.text[language] ?? reason;
}
