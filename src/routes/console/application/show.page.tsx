import { paths } from "../../../paths.ts";
import { momentWords } from "../../../texts/dates.ts";
import type { UntoldVerdict } from "../../../registry/announcements/held.query.ts";
import { reasonLabel } from "../../../registry/reviews/lines.ts";
import { stageOf } from "../../../registry/reviews/stage.ts";
import type { StaffVisit } from "../../route.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Shortcuts } from "../../../ui/shortcuts/shortcuts.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { QueueList } from "../../../ui/workbench/queue-list.tsx";
import { Workbench } from "../../../ui/workbench/workbench.tsx";
import type { Queue } from "../queue/queue.query.ts";
import { stateTag } from "../states.ts";
import { leftTag } from "../times.ts";
import { Answers } from "./answers.tsx";
import { DocumentPanel } from "./document-panel.tsx";
import { HistoryLine } from "./history-line.tsx";
import type { Review, ReviewItem } from "./review.query.ts";
import type { TypedVerdict, VerdictError } from "./verdict-form.ts";
import { verdictsForm, viewHref } from "./way.tsx";

export interface ShowPageProps {
  readonly visit: StaffVisit;
  readonly review: Review;
  readonly queue: Queue;
  /** The document beside the answers. */
  readonly document: ReviewItem | undefined;
  readonly shown: ReadonlySet<string>;
  /** What the last act came to, for its banner. */
  readonly done: string | undefined;
  readonly typed: ReadonlyMap<string, TypedVerdict>;
  readonly errors: readonly VerdictError[];
}

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

/** The same page with another document beside it, or with one more item shown. */
function hrefOf(
  props: ShowPageProps,
  next: { readonly document?: string; readonly show?: string | undefined },
): string {
  const show = new Set([...props.shown, ...(next.show === undefined ? [] : [next.show])]);
  return viewHref(props.review.application.id, {
    document: next.document ?? props.document?.id ?? "",
    show: [...show],
  });
}

function isMine({ application }: Review, visit: StaffVisit): boolean {
  return application.status === "in_review" && application.claimedBy === visit.session.accountId;
}

function QueueColumn({ visit, queue, review }: ShowPageProps) {
  const { say } = visit;
  return (
    <>
      <p class="govuk-body-s">
        <Link href={paths.console.queue}>{say("console.back_to_queue")}</Link>
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

/** The answers with what may be done now: take it, judge and decide, or only read. */
function Work(props: ShowPageProps) {
  const { visit, review, typed, errors } = props;
  const { application } = review;
  const { say, language, csrf } = visit;
  const hrefs = {
    show: (id: string) => hrefOf(props, { show: id }),
    document: (id: string) => hrefOf(props, { document: id }),
  };
  const answers = { tasks: review.tasks, say, language, hrefs };
  if (application.status === "submitted") {
    return (
      <>
        <form method="post" action={paths.console.claim(application.id)}>
          <input type="hidden" name="csrf" value={csrf} />
          <p class="govuk-hint">{say("console.app.claim_hint")}</p>
          <Button text={say("console.app.claim")} attributes={{ "data-shortcut": "a" }} preventDoubleClick />
        </form>
        <Answers {...answers} judging={undefined} />
      </>
    );
  }
  if (!isMine(review, visit)) {
    const holder = application.claimedBy === null ? undefined : review.names.get(application.claimedBy);
    return (
      <>
        {application.status === "in_review" && (
          <p class="govuk-inset-text">{say("console.app.held", { name: holder ?? "" })}</p>
        )}
        <AppealBox visit={visit} review={review} />
        <Answers {...answers} judging={undefined} />
        <NextForm visit={visit} />
      </>
    );
  }
  const stage = stageOf(application.compiled);
  const reasons = application.compiled.program.review.reasons.filter(({ reason }) => stage.reasons.includes(reason));
  return (
    <>
      <form method="post" action={paths.console.verdict(application.id)} id={verdictsForm} novalidate>
        {/* The Enter key presses the first button of a form: it is to save, not to show a document. */}
        <button type="submit" name="next" value="save" hidden />
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="round" value={String(application.round)} />
        {props.document && <input type="hidden" name="document" value={props.document.id} />}
        {[...props.shown].map((id) => (
          <input type="hidden" name="show" value={id} />
        ))}
        <Answers {...answers} judging={{ reasons, typed, errors }} />
        <Decisions say={say} decisions={stage.decisions} />
      </form>
      <form method="post" action={paths.console.release(application.id)}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="round" value={String(application.round)} />
        <Button text={say("console.app.release")} classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </>
  );
}

/** The way to the appeal, while it waits and after. */
function AppealBox({ visit, review }: { readonly visit: StaffVisit; readonly review: Review }) {
  const { say } = visit;
  const { id, status } = review.application;
  if (!review.history.some(({ kind }) => kind === "appealed")) return <></>;
  return (
    <div class="govuk-inset-text">
      {status === "appealed" && <p class="govuk-body">{say("console.appeal.waits")}</p>}
      <Link href={paths.console.appeal(id)}>
        {say(status === "appealed" ? "console.appeal.open" : "console.appeal.read")}
      </Link>
    </div>
  );
}

function Decisions(props: {
  readonly say: StaffVisit["say"];
  readonly decisions: readonly ("accept" | "return" | "reject")[];
}) {
  const { say, decisions } = props;
  const keys = { accept: "a", return: "k", reject: "t" } as const;
  const looks = { accept: "", return: "govuk-button--secondary", reject: "govuk-button--warning" } as const;
  const offered = (["accept", "return", "reject"] as const).filter((decision) => decisions.includes(decision));
  return (
    <>
      <div class="daftar-verdicts daftar-verdicts--stay">
        {offered.map((decision) => (
          <Button
            text={say(`console.app.${decision}`)}
            name="next"
            value={decision}
            classes={looks[decision]}
            attributes={{ "data-shortcut": keys[decision] }}
          />
        ))}
        <Button
          text={say("console.app.save")}
          name="next"
          value="save"
          classes="govuk-button--secondary"
          attributes={{ "data-shortcut": "s" }}
        />
      </div>
      <Shortcuts
        title={say("console.keys.title")}
        turnOff={say("console.keys.off")}
        turnOn={say("console.keys.on")}
        keys={[
          ...offered.map((decision) => ({ key: keys[decision].toUpperCase(), text: say(`console.keys.${decision}`) })),
          { key: "S", text: say("console.keys.save") },
        ]}
      />
    </>
  );
}

function NextForm({ visit }: { readonly visit: StaffVisit }) {
  const { say } = visit;
  return (
    <form method="post" action={paths.console.next}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Button text={say("console.queue.next")} attributes={{ "data-shortcut": "j" }} preventDoubleClick />
      <Shortcuts
        title={say("console.keys.title")}
        turnOff={say("console.keys.off")}
        turnOn={say("console.keys.on")}
        keys={[{ key: "J", text: say("console.keys.next") }]}
      />
    </form>
  );
}
