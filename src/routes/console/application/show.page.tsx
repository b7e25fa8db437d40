import { paths } from "../../../paths.ts";
import { momentWords } from "../../../texts/dates.ts";
import type { UntoldVerdict } from "../../../registry/announcements/held.query.ts";
import { reasonLabel } from "../../../registry/reviews/lines.ts";
import type { StaffVisit } from "../../route.ts";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { QueueList } from "../../../ui/workbench/queue-list.tsx";
import { Workbench } from "../../../ui/workbench/workbench.tsx";
import { stateTag } from "../states.ts";
import { leftTag } from "../times.ts";
import { DocumentPanel } from "./document-panel.tsx";
import { Faces } from "./faces.tsx";
import { HistoryLine } from "./history-line.tsx";
import { NikClaim } from "./nik.tsx";
import type { Review } from "./review.query.ts";
import type { ShowPageProps } from "./show-page-props.ts";
import { Sources } from "./sources.tsx";
import { hrefOf, isMine, Work } from "./work.tsx";

/** The workbench: queue, application and document side by side. */
export function ShowPage(props: ShowPageProps) {
  const { say } = props.visit;
  return (
    <Workbench
      labels={{
        queue: say("console.app.queue_label"),
        application: say("console.app.label"),
        document: say("console.app.document_label"),
      }}
      queue={<QueueColumn {...props} />}
      application={<ApplicationColumn {...props} />}
      document={
        <DocumentPanel
          {...props}
          showHref={hrefOf(props, { show: props.document?.id })}
          judging={isMine(props.review, props.visit)}
        />
      }
    />
  );
}

function QueueColumn({ visit, queue, review }: ShowPageProps) {
  const { say } = visit;
  return (
    <>
      <p class="govuk-body-s">
        <Link href={paths.console.queue} attributes={{ "data-shortcut": "b" }}>
          {say("console.back_to_queue")}
        </Link>
      </p>
      <QueueList
        title={say("console.app.queue_title")}
        count={String(queue.counts.open)}
        items={queue.rows.map((row) => ({
          href: paths.console.application(row.id),
          number: row.number ?? row.receipt,
          who: [row.name, ...(row.round > 1 ? [say("console.round", { round: row.round })] : [])].join(" · "),
          tag: row.due ? leftTag(row.due, queue.now, say) : stateTag(row.status, say),
          current: row.id === review.application.id,
        }))}
      />
    </>
  );
}

function ApplicationColumn(props: ShowPageProps) {
  const { visit, review, done, errors } = props;
  const { application } = review;
  const { say } = visit;
  const name = application.name === "" ? say("console.unnamed") : application.name;
  return (
    <>
      <Banner done={done} review={review} visit={visit} />
      {errors.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: errors.length })}
          errorList={errors.map(({ input, text }) => ({ href: `#${input}`, text }))}
        />
      )}
      <span class="govuk-caption-m">
        {application.round > 1
          ? say("console.app.corrected_note", { round: application.round })
          : say("console.app.first_note")}
      </span>
      <h1 class="govuk-heading-l">{name}</h1>
      <Facts visit={visit} review={review} />
      <Sources visit={visit} review={review} />
      <Faces visit={visit} review={review} isMine={isMine(review, visit)} />
      <NikClaim visit={visit} review={review} isMine={isMine(review, visit)} />
      <Work {...props} />
      <h2 class="govuk-heading-m">{say("console.app.history")}</h2>
      <HistoryLine visit={visit} review={review} />
    </>
  );
}

function Banner(props: { readonly done: string | undefined; readonly review: Review; readonly visit: StaffVisit }) {
  const { done, review, visit } = props;
  const { say } = visit;
  const { status, number } = review.application;
  // The address only says what to look for; what is shown is what the record says.
  const text =
    done === "saved"
      ? say("console.app.saved")
      : status === "decided" && (done === "accepted" || done === "rejected" || done === status)
        ? say("console.app.done.decided")
        : done === "accepted" && done === status && number === null
          ? say("console.app.done.accepted_before_number")
          : done !== undefined &&
              done === status &&
              (status === "accepted" || status === "returned" || status === "rejected")
            ? say(`console.app.done.${status}`, { number: number ?? "" })
            : undefined;
  if (text === undefined) return <></>;
  return <NotificationBanner type="success" titleText={say("console.success")} text={text} />;
}

function Facts({ visit, review }: { readonly visit: StaffVisit; readonly review: Review }) {
  const { say, language } = visit;
  const { application } = review;
  return (
    <SummaryList
      rows={[
        { key: { text: say("console.app.receipt") }, value: { text: application.receipt } },
        application.number !== null && {
          key: { text: say("console.app.number") },
          value: { text: application.number },
        },
        {
          key: { text: say("console.app.submitted") },
          value: { text: momentWords(application.current.submittedAt, application.zone, language) },
        },
        {
          key: { text: say("console.app.state") },
          value: { text: <StatusTag {...stateTag(application.status, say)} /> },
        },
        review.untold && {
          key: { text: say("console.app.untold") },
          value: { text: untoldWords(review.untold, visit, review) },
        },
      ]}
    />
  );
}

/** A verdict before its announcement, in one line. */
function untoldWords(untold: UntoldVerdict, { say, language }: StaffVisit, { application }: Review): string {
  return [
    say(`console.event.${untold.verdict}`),
    ...(untold.number === null ? [] : [untold.number]),
    ...untold.reasons.map((code) => reasonLabel(application.compiled, code, language)),
    ...(untold.note === undefined ? [] : [`“${untold.note}”`]),
  ].join(" · ");
}
