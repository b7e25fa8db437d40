import { paths } from "../../../paths.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { isTextKey, type Say, type TextKey } from "../../../texts/texts.ts";
import { FilterBar } from "../../../ui/filter-bar/filter-bar.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { Sections, type Section } from "../sections.tsx";
import { actorKinds, auditAddress, type AuditFilter } from "./audit-filter.ts";
import type { AuditLine, AuditPage as Lines } from "./audit.query.ts";

export interface AuditPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly filter: AuditFilter & { readonly wrongDay: boolean };
  readonly zone: string;
  readonly records: Lines;
}

/** Who did what and when at the institution, in codes and ids. */
export function AuditPage({ visit, sections, filter, zone, records }: AuditPageProps) {
  const { say } = visit;
  const narrowed = auditAddress("", filter) !== "";
  return (
    <>
      <Sections say={say} open={sections} current="audit" />
      <h1 class="govuk-heading-l">{say("audit.title")}</h1>
      <p class="govuk-body">{say("audit.lead")}</p>
      <p class="govuk-body">
        {say("audit.proof")} <code class="daftar-code">npm run audit -- verify</code>
      </p>
      <FilterBar
        action={paths.console.audit}
        label={say("audit.filter")}
        buttonText={say("audit.filter.button")}
        open={filter.wrongDay}
        {...(narrowed ? { clear: { href: paths.console.audit, text: say("audit.filter.clear") } } : {})}
      >
        <Select
          name="who"
          label={{ text: say("audit.who") }}
          value={filter.actorKind ?? ""}
          items={[
            { value: "", text: say("audit.who.all") },
            ...actorKinds.map((kind) => ({ value: kind, text: say(`audit.who.${kind}`) })),
          ]}
        />
        <Input name="action" label={{ text: say("audit.action") }} value={filter.action} spellcheck={false} />
        <Input
          name="until"
          type="date"
          label={{ text: say("audit.until") }}
          value={filter.until}
          {...(filter.wrongDay ? { errorMessage: { text: say("audit.until.wrong") } } : {})}
        />
        {filter.about !== "" && <input type="hidden" name="about" value={filter.about} />}
      </FilterBar>
      {filter.about !== "" && (
        <p class="govuk-body">
          {say("audit.filter.about")}: <code class="daftar-code">{filter.about}</code>
        </p>
      )}
      {records.lines.length === 0 ? (
        <p class="govuk-inset-text">{say("audit.none")}</p>
      ) : (
        <Records visit={visit} filter={filter} zone={zone} lines={records.lines} />
      )}
      <p class="govuk-body">
        {records.older !== undefined && (
          <Link href={auditAddress(paths.console.audit, { ...filter, before: records.older })}>
            {say("audit.older")}
          </Link>
        )}
        {filter.before !== "" && records.older !== undefined && " · "}
        {filter.before !== "" && (
          <Link href={auditAddress(paths.console.audit, { ...filter, before: "" })}>{say("audit.newest")}</Link>
        )}
      </p>
    </>
  );
}

interface RecordsProps {
  readonly visit: StaffVisit;
  readonly filter: AuditFilter;
  readonly zone: string;
  readonly lines: readonly AuditLine[];
}

function Records({ visit, filter, zone, lines }: RecordsProps) {
  const { say, language } = visit;
  return (
    <Table
      caption={say("audit.title")}
      captionClasses="govuk-visually-hidden"
      stacked
      classes="daftar-trail"
      head={[
        { text: say("audit.column.when") },
        { text: say("audit.who") },
        { text: say("audit.action") },
        { text: say("audit.column.about") },
        { text: say("audit.column.data") },
      ]}
      rows={lines.map((line) => [
        { text: shortMoment(line.at, zone, language) },
        { text: line.actor === "" ? actorKindWords(line.actorKind, say) : line.actor },
        {
          text: (
            <>
              {deedWords(line.action, say)}{" "}
              <Link href={auditAddress(paths.console.audit, { ...filter, before: "", action: line.action })}>
                <code>{line.action}</code>
              </Link>
            </>
          ),
        },
        { text: <About line={line} filter={filter} say={say} /> },
        { text: dataWords(line.data), classes: "daftar-code" },
      ])}
    />
  );
}

/** What people read of the same deed in the trail of their own data, where it stands there. */
function deedWords(action: string, say: Say): string {
  const key = `account.data.did.${action}`;
  return isTextKey(key) ? say(key) : "";
}

function About({ line, filter, say }: { readonly line: AuditLine; readonly filter: AuditFilter; readonly say: Say }) {
  const kind = say(subjectKey(line.subjectKind));
  if (line.subjectId === null) return <>{kind}</>;
  return (
    <>
      {kind}{" "}
      <Link href={auditAddress(paths.console.audit, { ...filter, before: "", about: line.subjectId })}>
        <span class="govuk-visually-hidden">{say("audit.about.only")}: </span>
        <code>{line.subjectId.slice(-12)}</code>
      </Link>
    </>
  );
}

const subjects: Readonly<Record<string, TextKey>> = {
  application: "audit.about.application",
  account: "audit.about.account",
  document: "audit.about.document",
  program: "audit.about.program",
  institution: "audit.about.institution",
  subscription: "audit.about.subscription",
  source: "audit.about.source",
  ticket: "audit.about.ticket",
  nik_case: "audit.about.nik_case",
  key: "audit.about.key",
};

function subjectKey(kind: string): TextKey {
  return subjects[kind] ?? "audit.about.other";
}

function actorKindWords(kind: string, say: Say): string {
  const known = actorKinds.find((one) => one === kind);
  return known === undefined ? kind : say(`audit.who.${known}`);
}

/** Codes as they stand in the record, `round: 2 · reason: tidak_terbaca`; of a hash its beginning, as it is compared. */
function dataWords(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? shortened(value) : JSON.stringify(value)}`)
    .join(" · ");
}

function shortened(value: string): string {
  return /^[0-9a-f]{40,}$/.test(value) ? `${value.slice(0, 12)}…` : value;
}
