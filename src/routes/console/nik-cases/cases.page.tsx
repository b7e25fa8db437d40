import { paths } from "../../../paths.ts";
import type { ListedCase } from "../../../registry/nik-cases/cases.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { isTextKey, type Say } from "../../../texts/texts.ts";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag/status-tag.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { Sections, type Section } from "../sections.tsx";

interface CasesPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly cases: readonly ListedCase[];
}

/** Every case that was sent, what is open first. */
export function CasesPage({ visit, sections, cases }: CasesPageProps) {
  const { say, language } = visit;
  return (
    <>
      <Sections say={say} open={sections} current="nik_cases" />
      <h1 class="govuk-heading-l">{say("console.nik_cases.title")}</h1>
      <p class="govuk-body">{say("console.nik_cases.text")}</p>
      {cases.length === 0 ? (
        <EmptyState title={say("console.nik_cases.title")} text={say("console.nik_cases.empty")} />
      ) : (
        <Table
          caption={say("console.nik_cases.caption")}
          captionClasses="govuk-table__caption--s"
          firstCellIsHeader
          stacked
          head={(["opened", "institution", "state"] as const).map((column) => ({
            text: say(`console.nik_cases.column.${column}`),
          }))}
          rows={cases.map((one) => [
            { text: <Link href={paths.console.nikCase(one.id)}>{shortMoment(one.openedAt, one.zone, language)}</Link> },
            { text: one.institution[language] },
            { text: <StatusTag {...caseTag(one.status, say)} /> },
          ])}
        />
      )}
    </>
  );
}

const tones: Readonly<Record<string, Tone>> = { open: "warn", proposed: "info" };

/** The state of a case as officers see it. */
export function caseTag(status: ListedCase["status"], say: Say): { readonly text: string; readonly tone: Tone } {
  const key = `console.nik_case.state.${status}`;
  return { text: isTextKey(key) ? say(key) : status, tone: tones[status] ?? "calm" };
}
