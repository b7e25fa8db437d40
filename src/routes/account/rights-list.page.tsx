import { paths } from "../../paths.ts";
import type { OwnRequest, OwnState } from "../../registry/rights/own-requests.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { Link } from "../../ui/link/link.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag/status-tag.tsx";
import { Table } from "../../ui/table/table.tsx";
import type { PersonVisit } from "../route.ts";
import { zone } from "./capital-zone.ts";

const tones: Readonly<Record<OwnState, Tone>> = {
  waiting: "info",
  in_work: "info",
  fulfilled: "good",
  in_force: "warn",
  lifted: "calm",
  refused: "bad",
  undone: "calm",
  void: "calm",
};

/** How a request stands, in colour and word. */
export function OwnStateTag({ visit, state }: { readonly visit: PersonVisit; readonly state: OwnState }) {
  return <StatusTag text={visit.say(`rights.state.${state}`)} tone={tones[state]} />;
}

/** What one can ask, and everything that was asked, each with its number and when it is answered at the latest. */
export function RightsPart({
  visit,
  requests,
}: {
  readonly visit: PersonVisit;
  readonly requests: readonly OwnRequest[];
}) {
  const { say, language } = visit;
  return (
    <>
      <h2 class="govuk-heading-m">{say("account.rights.title")}</h2>
      <p class="govuk-body">{say("account.rights.intro")}</p>
      <ul class="govuk-list govuk-list--bullet">
        {(["correction", "restriction", "objection"] as const).map((kind) => (
          <li>
            <Link href={paths.account.rights[kind]}>{say(`account.rights.link.${kind}`)}</Link>
          </li>
        ))}
        <li>
          <Link href={paths.account.erase}>{say("account.erase.link")}</Link>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{say("account.rights.requests")}</h2>
      {requests.length === 0 ? (
        <p class="govuk-body">{say("account.rights.none")}</p>
      ) : (
        <Table
          caption={say("account.rights.requests")}
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          stacked
          head={(["number", "what", "due", "state"] as const).map((column) => ({
            text: say(`account.rights.column.${column}`),
          }))}
          rows={requests.map((request) => [
            { text: numberOf(request) },
            {
              text: request.institution
                ? `${say(`rights.kind.${request.kind}`)} – ${request.institution[language]}`
                : say(`rights.kind.${request.kind}`),
            },
            { text: momentWords(request.dueAt, zone, language) },
            { text: <OwnStateTag visit={visit} state={request.state} /> },
          ])}
        />
      )}
    </>
  );
}

/** The number, as a link where the request has a page of its own. */
function numberOf({ number, kind }: OwnRequest) {
  if (kind === "copy") return number;
  const own = kind === "erasure" || kind === "closing" ? paths.account.erase : paths.account.rights.request(number);
  return <Link href={own}>{number}</Link>;
}
