import { inLanguage } from "../../../program/definition.ts";
import type { Status } from "../../../program/workflow.ts";
import { paths } from "../../../paths.ts";
import { momentWords } from "../../../texts/dates.ts";
import { institutionsWhere, listStaffRoles } from "../../../registry/accounts/staff.query.ts";
import type { ListedProgram } from "../../../registry/programs/catalog.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import type { Say } from "../../../texts/texts.ts";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag/status-tag.tsx";
import { Table, type TableCell } from "../../../ui/table/table.tsx";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import { Sections, sectionsOf } from "../sections.tsx";
import type { ConsoleServices } from "../services.ts";
import { stateTag } from "../states.ts";
import { countApplications, countSubscribers } from "./programs.query.ts";

interface Counts {
  readonly applications: Awaited<ReturnType<typeof countApplications>>;
  readonly subscribers: Awaited<ReturnType<typeof countSubscribers>>;
}

const tones = { open: "good", soon: "info", closed: "calm" } as const satisfies Record<ListedProgram["state"], Tone>;

/** The institution's programs as they are published; changing them is done in their files. */
export function programRoutes(services: ConsoleServices): Route[] {
  return [
    staff("read_programs", "GET", paths.console.programs, async (visit) => {
      const { say } = visit;
      const listed = await services.catalog.list();
      const programs = listed.filter(({ institutionId }) => visit.institutions.includes(institutionId));
      const counts = await withStaff(services.db, visit.institutions, async (trx) => ({
        applications: await countApplications(trx),
        subscribers: await countSubscribers(trx),
      }));
      const roles = await listStaffRoles(services.db, visit.session.accountId);
      const extendable = institutionsWhere(roles, "extend_window");
      const announcing = institutionsWhere(roles, "move_announcement");
      const exportable = institutionsWhere(roles, "export_applications");
      return services.draw(
        visit,
        { title: say("console.programs.title"), area: say("console.area"), layout: "full" },
        <>
          <Sections say={say} open={sectionsOf(roles)} current="programs" />
          <h1 class="govuk-heading-l">{say("console.programs.title")}</h1>
          {programs.length === 0 ? (
            <EmptyState title={say("console.programs.empty.title")} text={say("console.programs.empty.text")} />
          ) : (
            <Table
              firstCellIsHeader
              stacked
              head={(["program", "window", "version", "counts"] as const).map((column) => ({
                text: say(`console.programs.column.${column}`),
              }))}
              rows={programs.map((program) =>
                cells(program, counts, visit, {
                  export: exportable.includes(program.institutionId),
                  extend: extendable.includes(program.institutionId),
                  announce: program.announces && announcing.includes(program.institutionId),
                }),
              )}
            />
          )}
        </>,
      );
    }),
  ];
}

/** What this member of staff may do with a program. */
interface Offered {
  readonly export: boolean;
  readonly extend: boolean;
  readonly announce: boolean;
}

function cells(program: ListedProgram, counts: Counts, { say, language }: StaffVisit, offered: Offered): TableCell[] {
  const { zone } = program.institution;
  const opens = momentWords(program.opensAt, zone, language);
  const window = program.closesAt
    ? say("console.programs.window", { opens, closes: momentWords(program.closesAt, zone, language) })
    : say("console.programs.window_open", { opens });
  const counted = counts.applications.get(program.id) ?? [];
  return [
    { text: <Link href={paths.program(program.slug)}>{inLanguage(program.compiled.program.title, language)}</Link> },
    {
      text: (
        <>
          <StatusTag text={say(`console.programs.state.${program.state}`)} tone={tones[program.state]} /> {window}
          {offered.extend && program.closesAt && (
            <>
              <br />
              <Link href={paths.console.window(program.slug)}>
                {say("console.window.change")}
                <span class="govuk-visually-hidden">
                  {" "}
                  {say("console.window.of", { title: inLanguage(program.compiled.program.title, language) })}
                </span>
              </Link>
            </>
          )}
          {offered.announce && (
            <>
              <br />
              <Link href={paths.console.announcement(program.slug)}>
                {say("console.announcement.change")}
                <span class="govuk-visually-hidden"> {inLanguage(program.compiled.program.title, language)}</span>
              </Link>
            </>
          )}
        </>
      ),
    },
    { text: <code title={program.compiled.hash}>{program.compiled.hash.slice(0, 12)}</code> },
    {
      text: (
        <>
          {program.compiled.program.account === "none"
            ? say("console.programs.subscribers", { count: counts.subscribers.get(program.id) ?? 0 })
            : countWords(counted, say)}
          {offered.export && counted.length > 0 && (
            <>
              <br />
              <Link href={paths.console.export(program.slug)}>{say("console.programs.export")}</Link>
            </>
          )}
        </>
      ),
    },
  ];
}

function countWords(counted: readonly { readonly status: Status; readonly count: number }[], say: Say): string {
  if (counted.length === 0) return say("console.programs.none_yet");
  return counted
    .map(({ status, count }) => say("console.programs.count", { state: stateTag(status, say).text, count }))
    .join(" · ");
}
