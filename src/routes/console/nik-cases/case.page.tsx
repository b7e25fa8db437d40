import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { proposals } from "../../../registry/nik-cases/case.ts";
import type { CaseView, Side } from "../../../registry/nik-cases/cases.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import type { StaffVisit } from "../../route.ts";
import { caseTag } from "./cases.page.tsx";

/** What is wrong with a form, by its field. */
export type CaseErrors = { readonly [field in "proposal" | "reason" | "answer" | "remark"]?: string };

interface CaseProps {
  readonly visit: StaffVisit;
  readonly matter: CaseView;
  readonly errors: CaseErrors;
}

/** Both sides beside each other, and what the officer may do now. */
export function CasePage({ visit, matter, errors }: CaseProps) {
  const { say, language } = visit;
  const isOwn = matter.proposedBy === visit.session.accountId;
  const list = Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text }));
  return (
    <>
      {list.length > 0 && (
        <ErrorSummary titleText={say("frame.errors_title", { count: list.length })} errorList={list} />
      )}
      <span class="govuk-caption-l">{matter.institution[language]}</span>
      <h1 class="govuk-heading-l">
        {say("console.nik_case.title", { at: shortMoment(matter.openedAt, matter.zone, language) })}
      </h1>
      <p class="govuk-body">
        <StatusTag {...caseTag(matter.status, say)} />
      </p>
      <p class="govuk-body">
        {say("console.nik_case.nik")}: <strong class="daftar-digits">{matter.claimant.nik ?? matter.holder.nik}</strong>
      </p>
      <div class="govuk-grid-row">
        {(["claimant", "holder"] as const).map((side) => (
          <section class="govuk-grid-column-one-half">
            <h2 class="govuk-heading-m">{say(`console.nik_case.${side}`)}</h2>
            <SideFacts visit={visit} matter={matter} side={matter[side]} />
          </section>
        ))}
      </div>
      {matter.proposal !== null && matter.status !== "open" && <Proposed visit={visit} matter={matter} />}
      {matter.status === "open" && matter.remark !== undefined && (
        <InsetText>
          <strong>{say("console.nik_case.remark")}:</strong> {matter.remark}
        </InsetText>
      )}
      {matter.status === "open" && <ProposalForm visit={visit} matter={matter} errors={errors} />}
      {matter.status === "proposed" &&
        (isOwn ? (
          <InsetText text={say("console.nik_case.own")} />
        ) : (
          <AnswerForm visit={visit} matter={matter} errors={errors} />
        ))}
    </>
  );
}

function SideFacts({ visit, matter, side }: { visit: StaffVisit; matter: CaseView; side: Side }) {
  const { say, language } = visit;
  const none = say("console.nik_case.none");
  const moment = (at: Date | null) => (at === null ? none : shortMoment(at, matter.zone, language));
  return (
    <>
      <SummaryList
        rows={[
          { key: { text: say("console.nik_case.name") }, value: { text: side.name } },
          { key: { text: say("console.nik_case.stated") }, value: { text: moment(side.statedAt) } },
          { key: { text: say("console.nik_case.proven") }, value: { text: moment(side.provenAt) } },
          {
            key: { text: say("console.nik_case.applications") },
            value: { text: side.applications.map(({ receipt }) => receipt).join(", ") || none },
          },
        ]}
      />
      {side.evidence.length === 0 && <p class="govuk-body">{say("console.nik_case.no_evidence")}</p>}
      {side.evidence.flatMap(({ id, slot, pages }) =>
        Array.from({ length: pages }, (_, at) => {
          const src = paths.console.nikEvidence(matter.id, id, String(at + 1));
          const what = say(`console.nik_case.what.${slot}`);
          const text = pages > 1 ? say("console.nik_case.page", { what, page: at + 1 }) : what;
          return (
            <>
              <p class="govuk-body-s">
                <Link href={src}>{text}</Link>
              </p>
              <img class="daftar-face" src={src} alt={text} />
            </>
          );
        }),
      )}
    </>
  );
}

function Proposed({ visit, matter }: { readonly visit: StaffVisit; readonly matter: CaseView }) {
  const { say } = visit;
  return (
    <SummaryList
      rows={[
        matter.proposal && {
          key: { text: say("console.nik_case.proposal") },
          value: { text: say(`console.nik_case.${matter.proposal}`) },
        },
        { key: { text: say("console.nik_case.proposer") }, value: { text: matter.proposer ?? "" } },
        { key: { text: say("console.nik_case.reason") }, value: { text: matter.reason ?? "" } },
      ]}
    />
  );
}

function ProposalForm({ visit, matter, errors }: CaseProps) {
  const { say, form } = visit;
  return (
    <form method="post" action={paths.console.nikProposal(matter.id)} novalidate>
      <h2 class="govuk-heading-m">{say("console.nik_case.propose")}</h2>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Radios
        name="proposal"
        fieldset={{ legend: { text: say("console.nik_case.which"), classes: "govuk-fieldset__legend--s" } }}
        value={first(form, "proposal")}
        items={proposals.map((value) => ({ value, text: say(`console.nik_case.${value}`) }))}
        {...errorOf(visit, errors.proposal)}
      />
      <Textarea
        name="reason"
        label={{ text: say("console.nik_case.reason") }}
        hint={{ text: say("console.nik_case.reason_hint") }}
        value={first(form, "reason")}
        rows={3}
        {...errorOf(visit, errors.reason)}
      />
      <Button text={say("console.nik_case.propose_button")} preventDoubleClick />
    </form>
  );
}

function AnswerForm({ visit, matter, errors }: CaseProps) {
  const { say, form } = visit;
  return (
    <form method="post" action={paths.console.nikAnswer(matter.id)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Radios
        name="answer"
        fieldset={{ legend: { text: say("console.nik_case.answer"), classes: "govuk-fieldset__legend--m" } }}
        value={first(form, "answer")}
        items={(["confirmed", "refused"] as const).map((value) => ({ value, text: say(`console.nik_case.${value}`) }))}
        {...errorOf(visit, errors.answer)}
      />
      <Textarea
        name="remark"
        label={{ text: say("console.nik_case.remark_label") }}
        value={first(form, "remark")}
        rows={3}
        {...errorOf(visit, errors.remark)}
      />
      <Button text={say("console.nik_case.answer_button")} preventDoubleClick />
    </form>
  );
}

function errorOf({ say }: StaffVisit, text: string | undefined) {
  return text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("frame.error_prefix") } };
}
