import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import {
  type Incident,
  listIncidents,
  listOutages,
  listPartStates,
  type Part,
  type PartState,
} from "../../registry/status/status.query.ts";
import { shortMoment } from "../../texts/dates.ts";
import { sourceName } from "../../texts/sources.ts";
import type { Say } from "../../texts/texts.ts";
import { Link } from "../../ui/link/link.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag/status-tag.tsx";
import { Table } from "../../ui/table/table.tsx";
import type { Draw } from "../draw.tsx";
import { json } from "../respond.ts";
import type { Visit } from "../route.ts";

interface StatusServices {
  readonly db: Kysely<DB>;
  readonly draw: Draw;
}

const tones = { up: "good", down: "bad", unknown: "calm" } as const satisfies Record<PartState["state"], Tone>;
const zone = "Asia/Jakarta";

/** What works now, what staff say of it, and what did not work in the last weeks. */
export async function showStatus({ db, draw }: StatusServices, visit: Visit): Promise<Response> {
  const { say, language } = visit;
  const [states, open, ended, outages] = await Promise.all([
    listPartStates(db),
    listIncidents(db, "open"),
    listIncidents(db, "ended"),
    listOutages(db),
  ]);
  const well = open.length === 0 && states.every(({ state }) => state === "up");
  const moment = (at: Date | null) => (at === null ? "–" : shortMoment(at, zone, language));
  return draw(
    visit,
    { title: say("status.title"), layout: "full" },
    <>
      <h1 class="govuk-heading-l">{say("status.title")}</h1>
      <p class="govuk-body-l">{say(well ? "status.well" : "status.not_well")}</p>
      {open.map((incident) => (
        <IncidentNote visit={visit} incident={incident} />
      ))}
      <Table
        firstCellIsHeader
        stacked
        caption={say("status.parts")}
        captionClasses="govuk-table__caption--m"
        head={(["part", "state", "since", "checked"] as const).map((column) => ({
          text: say(`status.column.${column}`),
        }))}
        rows={states.map(({ part, state, since, checkedAt }) => [
          { text: partName(part, say) },
          { text: <StatusTag text={say(`status.state.${state}`)} tone={tones[state]} /> },
          { text: moment(since) },
          { text: moment(checkedAt) },
        ])}
      />
      <p class="govuk-body-s daftar-quiet">
        {say("status.how")} <Link href={paths.statusFile}>{say("status.file")}</Link>
      </p>
      {outages.length > 0 && (
        <section class="daftar-section">
          <h2 class="govuk-heading-m">{say("status.outages")}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {outages.map(({ part, since, until }) => (
              <li>
                {partName(part, say)}: {moment(since)} – {until === null ? say("status.still") : moment(until)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <section class="daftar-section">
          <h2 class="govuk-heading-m">{say("status.ended")}</h2>
          {ended.map((incident) => (
            <IncidentNote visit={visit} incident={incident} />
          ))}
        </section>
      )}
    </>,
  );
}

function partName(part: Part, say: Say): string {
  switch (part) {
    case "login":
    case "uploads":
    case "letters":
    case "messages":
    case "payments":
      return say(`status.part.${part}`);
    default:
      return say("status.part.source", { source: sourceName(part.slice("source:".length)) });
  }
}

function IncidentNote({ visit: { say, language }, incident }: { readonly visit: Visit; readonly incident: Incident }) {
  const { title, text, openedAt, endedAt } = incident;
  const from = shortMoment(openedAt, zone, language);
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>{title[language]}</strong>
      </p>
      <p class="govuk-body">{text[language]}</p>
      <p class="govuk-body-s">
        {endedAt === null
          ? say("status.from", { from })
          : say("status.from_until", { from, until: shortMoment(endedAt, zone, language) })}
      </p>
    </div>
  );
}

/** The same for machines. */
export async function tellStatus({ db }: Pick<StatusServices, "db">): Promise<Response> {
  const [states, incidents] = await Promise.all([listPartStates(db), listIncidents(db, "open")]);
  return json({
    parts: states.map(({ part, state, since, checkedAt }) => ({ part, state, since, checked_at: checkedAt })),
    incidents: incidents.map(({ title, text, openedAt }) => ({ title, text, opened_at: openedAt })),
  });
}
