import { paths } from "../../paths.ts";
import { momentWords } from "../../texts/dates.ts";
import { findReceiptProof, type ReceiptProof } from "../../registry/audit/receipt-proof.ts";
import { Button } from "../../ui/button/button.tsx";
import { Details } from "../../ui/details/details.tsx";
import { Link } from "../../ui/link/link.tsx";
import { QrCode } from "../../ui/qr-code/qr-code.tsx";
import { ReceiptPanel } from "../../ui/receipt-panel/receipt-panel.tsx";
import { Timeline } from "../../ui/timeline/timeline.tsx";
import { redirect } from "../respond.ts";
import type { PersonVisit, Visit } from "../route.ts";
import { readHistory } from "./history.tsx";
import type { ApplyServices } from "./services.ts";
import { numberWords } from "./number-words.ts";
import { ahead, HelpBox, timelineTexts } from "./status.tsx";
import { openWork } from "./work.ts";

/** The happiest page: it was sent, this is the number, and this comes next. */
export async function showReceipt(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { say, language } = visit;
  const { application } = await openWork(services, visit);
  if (!application.submittedAt) return redirect(paths.apply.tasks(application.id));
  const proof = await findReceiptProof(services.db, application.id);
  const number = await numberWords(services.db, visit, application);
  const history = await readHistory(services.db, visit, application);
  return services.draw(
    visit,
    {
      title: say("apply.receipt_title"),
      area: application.institution[language],
      program: application.compiled.program.program,
      layout: "side",
      side: <HelpBox visit={visit} application={application} />,
    },
    <>
      <ReceiptPanel
        said={say("apply.receipt_said")}
        number={application.receipt}
        note={`${momentWords(application.submittedAt, application.zone, language)} · ${say("apply.receipt_letter")}`}
        qr={
          <QrCode text={services.publicUrl + paths.checkReceipt(application.receipt)} label={say("paper.qr_label")} />
        }
      />
      <p class="govuk-body">{application.compiled.program.title[language]}</p>
      {number !== undefined && (
        <p class="govuk-body">
          {say("apply.number")}: <strong>{number}</strong>
        </p>
      )}
      <p class="govuk-body">{say("apply.receipt_keep")}</p>
      <div class="govuk-button-group">
        <Button href={paths.apply.receiptPaper(application.id)} text={say("receipt.download")} />
        <Button
          href={paths.apply.status(application.id)}
          text={say("apply.see_status")}
          classes="govuk-button--secondary"
        />
        <Button href={paths.account.home} text={say("frame.home")} classes="govuk-button--secondary" />
      </div>
      <Proof visit={visit} applicationId={application.id} proof={proof} />
      <h2 class="govuk-heading-m">{say("apply.history_title")}</h2>
      <Timeline items={[...history, ...ahead(visit, application)]} stateTexts={timelineTexts(visit)} />
    </>,
  );
}

/** That the record holds it, in short; the rest is in the file. */
function Proof(props: {
  readonly visit: Visit;
  readonly applicationId: string;
  readonly proof: ReceiptProof | undefined;
}) {
  const { proof } = props;
  const { say } = props.visit;
  return (
    <Details summaryText={say("receipt.proof_title")}>
      <p class="govuk-body">{say("receipt.check")}</p>
      {proof === undefined ? (
        <p class="govuk-body">{say("receipt.proof_wait")}</p>
      ) : (
        <>
          <p class="govuk-body">
            {say("receipt.proof_text", { position: String(proof.position + 1), size: String(proof.head.size) })}
          </p>
          <p class="govuk-body">
            {say("receipt.proof_root")}: <code class="daftar-code">{proof.head.root.toString("hex")}</code>
          </p>
          <p class="govuk-body">
            <Link href={paths.apply.receiptProof(props.applicationId)}>{say("receipt.proof_file")}</Link>
          </p>
        </>
      )}
    </Details>
  );
}
