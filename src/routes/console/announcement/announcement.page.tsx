import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import type { AnnouncementView } from "../../../registry/announcements/announcement.query.ts";
import type { ListedProgram } from "../../../registry/programs/catalog.ts";
import { momentWords, shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Table } from "../../../ui/table/table.tsx";
import { HeldBack } from "../held-back.tsx";
import type { StaffVisit } from "../../route.ts";
import { MomentFields } from "../moment-fields.tsx";

/** What an officer typed, as it goes back into the form. */
export type TypedMove = Readonly<Record<"day" | "time" | "reason", string>>;
export type MoveErrors = Partial<TypedMove>;

export interface AnnouncementPageProps {
  /** How many are passed over, since their owners have restricted the processing. */
  readonly heldBack: number;
  readonly visit: StaffVisit;
  readonly program: ListedProgram;
  readonly view: AnnouncementView;
  readonly typed: TypedMove;
  readonly errors: MoveErrors;
  readonly done: boolean;
}

/** The announcement as it is set, the form that sets it, and its history. */
export function AnnouncementPage(props: AnnouncementPageProps) {
  const { visit, program, view, errors } = props;
  const { say, language } = visit;
  const { zone } = program.institution;
  const found = Object.entries(errors);
  const moment = (at: Date | null) => (at ? momentWords(at, zone, language) : say("announce.program_unset"));
  return (
    <>
      {props.done && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say("console.announcement.done")} />
      )}
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <span class="govuk-caption-l">{inLanguage(program.compiled.program.title, language)}</span>
      <h1 class="govuk-heading-l">{say("console.announcement.title")}</h1>
      <HeldBack say={say} count={props.heldBack} />
      <SummaryList
        rows={[
          program.announcedAt === null
            ? { key: { text: say("console.announcement.at") }, value: { text: moment(program.announcesAt) } }
            : { key: { text: say("console.announcement.was") }, value: { text: moment(program.announcedAt) } },
          view.fileAnnouncesAt && {
            key: { text: say("console.window.file_closes") },
            value: { text: moment(view.fileAnnouncesAt) },
          },
          { key: { text: say("console.announcement.held") }, value: { text: String(view.held) } },
        ]}
      />
      <p class="govuk-body">
        <Link href={paths.announcement(program.slug)}>{say("console.announcement.public")}</Link>
      </p>
      {program.announcedAt === null ? (
        <MoveForm {...props} />
      ) : (
        <p class="govuk-body">{say("console.announcement.over")}</p>
      )}
      <History {...props} />
    </>
  );
}

function MoveForm({ visit, program, typed, errors }: AnnouncementPageProps) {
  const { say } = visit;
  return (
    <form method="post" action={paths.console.announcement(program.slug)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <h2 class="govuk-heading-m">{say("console.announcement.set")}</h2>
      <p class="govuk-body">{say("console.announcement.set_text")}</p>
      <MomentFields
        say={say}
        room="console.announcement"
        zone={program.institution.zone}
        typed={typed}
        errors={errors}
      />
      <Button text={say("console.announcement.button")} preventDoubleClick />
    </form>
  );
}

function History({ visit, program, view }: AnnouncementPageProps) {
  const { say, language } = visit;
  const { zone } = program.institution;
  if (view.moves.length === 0) return <></>;
  return (
    <>
      <h2 class="govuk-heading-m">{say("console.announcement.history")}</h2>
      <Table
        stacked
        head={(["at", "by", "until", "reason"] as const).map((column) => ({
          text: say(`console.announcement.column.${column}`),
        }))}
        rows={view.moves.map((move) => [
          { text: shortMoment(move.at, zone, language) },
          { text: move.by },
          { text: shortMoment(move.announcesAt, zone, language) },
          { text: move.reason },
        ])}
      />
    </>
  );
}
