import type { Kysely } from "kysely";
import type { CompiledProgram, Step } from "../../program/compile.ts";
import { readItemKey } from "../../program/repeat.ts";
import { open } from "../../platform/keys/seal.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Application, Mark } from "../../registry/applications/load.query.ts";
import { reasonText, targetLabel } from "../../registry/reviews/lines.ts";
import { Link } from "../../ui/link/link.tsx";
import type { Visit } from "../route.ts";
import { addressOf } from "./step-address.ts";

/** Where what was marked is corrected: its step, and of a repeated page its item. */
export function placeOf(compiled: CompiledProgram, mark: Pick<Mark, "id">) {
  const { id, item } = readItemKey(mark.id);
  const step = compiled.stepsById.get(compiled.fieldsById.get(id)?.step ?? id)?.step;
  const repeats = step?.kind === "page" && step.repeat !== undefined;
  return step && { step, item: repeats ? item : undefined };
}

/** The officer's own words with the last return, if there were any. */
export async function readReturnNote(db: Kysely<DB>, application: Application): Promise<string | undefined> {
  const event = await db
    .selectFrom("application_events")
    .select(["id", "note_sealed"])
    .where("application_id", "=", application.id)
    .where("kind", "=", "returned")
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!event?.note_sealed) return undefined;
  return open(application.key, event.note_sealed, `application_events|note|${event.id}`).toString("utf8");
}

/** Everything that was marked at the return, why, and the way to each. */
export function Marked({
  visit,
  application,
  note,
}: {
  visit: Visit;
  application: Application;
  note?: string | undefined;
}) {
  const { say, language } = visit;
  const { compiled, marks, id } = application;
  return (
    <div class="daftar-notice">
      <h2 class="govuk-heading-s">{say("apply.marked")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {marks.map((mark) => {
          const place = placeOf(compiled, mark);
          const label = targetLabel(compiled, mark, language);
          return (
            <li>
              {place ? <Link href={addressOf(id, place.step.id, place.item)}>{label}</Link> : label}:{" "}
              {reasonText(compiled, mark.reason, language)}
            </li>
          );
        })}
      </ul>
      {note !== undefined && note !== "" && <p class="govuk-body">{note}</p>}
    </div>
  );
}

/** What was marked on one step, where it is corrected. */
export function MarkedHere({ visit, application, step }: { visit: Visit; application: Application; step: Step }) {
  const { say, language } = visit;
  const { compiled, status, marks } = application;
  const here = status === "returned" ? marks.filter((mark) => placeOf(compiled, mark)?.step.id === step.id) : [];
  if (here.length === 0) return <></>;
  return (
    <div class="daftar-notice">
      <h2 class="govuk-heading-s">{say("apply.marked")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {here.map((mark) => (
          <li>
            {targetLabel(compiled, mark, language)}: {reasonText(compiled, mark.reason, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
