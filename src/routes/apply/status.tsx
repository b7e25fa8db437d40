import { reviewDays } from "../../program/review-days.ts";
import type { Status } from "../../program/workflow.ts";
import { paths } from "../../paths.ts";
import { readAppeal, type AppealState } from "../../registry/appeals/appeal.query.ts";
import type { Application } from "../../registry/applications/load.query.ts";
import { findRestriction } from "../../registry/rights/restricted.query.ts";
import { lastMoment, momentWords, shortMoment } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { QrCode } from "../../ui/qr-code/qr-code.tsx";
import { SideBox } from "../../ui/side-box/side-box.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { Timeline, type TimelineItem } from "../../ui/timeline/timeline.tsx";
import { questionsHref } from "../program-page.ts";
import type { PersonVisit, Visit } from "../route.ts";
import { owedAfterAcceptance } from "./fee-term.ts";
import { readHistory } from "./history.tsx";
import type { ApplyServices } from "./services.ts";
import { readFindings, SourceFindings } from "./source-findings.tsx";
import { numberWords } from "./number-words.ts";
import { RestrictedNote } from "./restricted-note.tsx";
import { openWork, type Work } from "./work.ts";

/** How each status should feel. */
export const statusTones: Readonly<Record<Status, Tone>> = {
  draft: "calm",
  submitted: "info",
  in_review: "info",
  returned: "warn",
  decided: "info",
  accepted: "good",
  rejected: "bad",
  appealed: "info",
  locked: "bad",
  withdrawn: "calm",
  expired: "bad",
};

/** Where the application stands, what comes next, and everything that happened to it. */
export async function showStatus(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const work = await openWork(services, visit);
  const { application } = work;
  const number = await numberWords(services.db, visit, application);
  const history = await readHistory(services.db, visit, application);
  const findings = await readFindings(services, application);
  const { program } = application.compiled;
  const appeal = await readAppeal(services.db, { applicationId: application.id, key: application.key });
  return services.draw(
    visit,
    {
      title: say("apply.status_title"),
      area: application.institution[language],
      program: application.compiled.program.program,
      back: { href: paths.account.home, text: say("frame.home") },
      layout: "side",
      side: (
        <>
          <HelpBox visit={visit} application={application} />
          <CheckBox visit={visit} application={application} publicUrl={services.publicUrl} />
        </>
      ),
    },
    <>
      <span class="govuk-caption-l">{program.title[language]}</span>
      <h1 class="govuk-heading-l">{say("apply.status_title")}</h1>
      <p class="govuk-body">
        <StatusTag text={say(`status.${application.status}`)} tone={statusTones[application.status]} />
      </p>
      <p class="govuk-body">{say(`apply.status_text_${application.status}`)}</p>
      <RestrictedNote say={say} number={await findRestriction(services.db, application)} />
      <SummaryList
        rows={[
          { key: { text: say("apply.receipt_number") }, value: { text: application.receipt } },
          number === undefined ? null : { key: { text: say("apply.number") }, value: { text: number } },
          application.submittedAt
            ? {
                key: { text: say("apply.submitted_at") },
                value: { text: momentWords(application.submittedAt, application.zone, language) },
              }
            : null,
        ]}
      />
      <Announcement visit={visit} application={application} />
      <Actions visit={visit} work={work} />
      <FeeWay visit={visit} application={application} />
      <AppealWay visit={visit} application={application} appeal={appeal} />
      <SourceFindings visit={visit} findings={findings} />
      <h2 class="govuk-heading-m">{say("apply.history_title")}</h2>
      <Timeline items={[...history, ...ahead(visit, application)]} stateTexts={timelineTexts(visit)} />
    </>,
  );
}

function Actions(props: { visit: Visit; work: Work }) {
  const { say } = props.visit;
  const { id, status } = props.work.application;
  if (status === "draft" || status === "returned") {
    return (
      <Button href={paths.apply.tasks(id)} text={say(status === "draft" ? "apply.continue" : "apply.correct_now")} />
    );
  }
  if (status === "submitted" || status === "in_review") {
    return (
      <ul class="govuk-list">
        <li>
          <Link href={paths.apply.receipt(id)}>{say("apply.see_receipt")}</Link>
        </li>
        <li>
          <Link href={paths.apply.withdraw(id)}>{say("apply.withdraw_link")}</Link>
        </li>
      </ul>
    );
  }
  if (status === "accepted" || status === "rejected") {
    return <Button href={paths.apply.letter(id)} text={say("paper.letter_download")} />;
  }
  return null;
}

/** Where the fee is paid that is due after acceptance, and where its receipts stay. */
function FeeWay({ visit, application }: { readonly visit: Visit; readonly application: Application }) {
  const { say } = visit;
  const { compiled, status, id } = application;
  if (compiled.program.fee === undefined || status === "draft" || status === "returned") return <></>;
  const owed = owedAfterAcceptance(visit, application);
  if (owed !== undefined) {
    return (
      <>
        <InsetText text={owed.text} />
        <Button href={paths.apply.fee(id)} text={say("fee.task")} />
      </>
    );
  }
  return (
    <p class="govuk-body">
      <Link href={paths.apply.fee(id)}>{say("fee.title")}</Link>
    </p>
  );
}

/** Whether and until when a rejection may be appealed, and what became of an appeal. */
function AppealWay(props: { readonly visit: Visit; readonly application: Application; readonly appeal: AppealState }) {
  const { visit, application, appeal } = props;
  const { say, language } = visit;
  const address = paths.apply.appeal(application.id);
  const moment = appeal.closesAt === null ? "" : lastMoment(appeal.closesAt, application.zone, language);
  if (appeal.isOpen) {
    return (
      <>
        <p class="govuk-body">{say("appeal.until", { moment })}</p>
        <Button href={address} text={say("appeal.go")} classes="govuk-button--secondary" />
      </>
    );
  }
  if (appeal.latest !== undefined) {
    return (
      <p class="govuk-body">
        <Link href={address}>{say("appeal.see")}</Link>
      </p>
    );
  }
  if (application.status !== "rejected" || appeal.closesAt === null) return <></>;
  return <p class="govuk-body">{say("appeal.over", { moment })}</p>;
}

/** Where the announcement is, once this application stands on it, or while it waits for it. */
function Announcement({ visit, application }: { readonly visit: Visit; readonly application: Application }) {
  const { say, language } = visit;
  const { status, announcesAt, announcedAt, compiled, zone } = application;
  if (status !== "decided" && announcedAt === null) return <></>;
  return (
    <>
      {status === "decided" && (
        <p class="govuk-body">
          <strong>
            {announcesAt === null
              ? say("announce.unset")
              : say("announce.at_moment", { moment: momentWords(announcesAt, zone, language) })}
          </strong>
        </p>
      )}
      <p class="govuk-body">
        <Link href={paths.announcement(compiled.program.program)}>{say("announce.see")}</Link>
      </p>
    </>
  );
}

/** The way ahead, as far as it is known. */
export function ahead(visit: Visit, { status, announcesAt, zone, compiled }: Application): TimelineItem[] {
  const { say, language } = visit;
  if (status === "decided") {
    const when = announcesAt === null ? {} : { when: shortMoment(announcesAt, zone, language) };
    return [{ what: say("apply.ahead_announcement"), state: "current", ...when }];
  }
  const days = reviewDays(compiled.program);
  const review: TimelineItem = {
    what: say("apply.ahead_review"),
    state: status === "in_review" ? "current" : "todo",
    ...(days === 0 ? {} : { when: say("apply.ahead_review_days", { days }) }),
  };
  const decision: TimelineItem = { what: say("apply.ahead_decision"), state: "todo" };
  if (status === "submitted" || status === "in_review") return [review, decision];
  if (status === "returned") return [{ what: say("apply.ahead_correct"), state: "current" }, review, decision];
  return [];
}

/** The words by which the line of time says its states. */
export function timelineTexts(visit: Visit) {
  const { say } = visit;
  return { done: say("apply.timeline_done"), current: say("apply.timeline_current"), todo: say("apply.timeline_todo") };
}

/** The code of the letter of the decision, by which anyone can check its number. */
function CheckBox(props: { readonly visit: Visit; readonly application: Application; readonly publicUrl: string }) {
  const { visit, application, publicUrl } = props;
  const { say } = visit;
  if (application.status !== "accepted" && application.status !== "rejected") return <></>;
  const address = paths.checkReceipt(application.receipt);
  return (
    <SideBox title={say("paper.check_title")}>
      <p class="daftar-side-qr">
        <QrCode text={publicUrl + address} label={say("paper.qr_label")} />
      </p>
      <p class="govuk-body">
        <Link href={address}>{say("paper.check_link")}</Link>
      </p>
    </SideBox>
  );
}

/** Where to ask, and which number to name. */
export function HelpBox(props: { visit: Visit; application: Pick<Application, "receipt" | "compiled"> }) {
  const { say } = props.visit;
  return (
    <SideBox title={say("apply.help_title")}>
      <p class="govuk-body">
        {say("apply.help_text", { receipt: props.application.receipt })}{" "}
        <a class="govuk-link" href={questionsHref(props.visit, props.application.compiled.program.program)}>
          {say("apply.help_link")}
        </a>
      </p>
    </SideBox>
  );
}
