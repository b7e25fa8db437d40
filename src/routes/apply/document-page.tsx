import type { Step } from "../../program/compile.ts";
import { paths } from "../../paths.ts";
import type { SlotDocument } from "../../registry/applications/load.query.ts";
import type { DocumentProblem } from "../../registry/documents/problem.ts";
import { listReusable } from "../../registry/documents/reusable.query.ts";
import { findInSlot } from "../../registry/uploads/begin.ts";
import { Button } from "../../ui/button/button.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { FileState } from "../file-state.tsx";
import type { Visit } from "../route.ts";
import { fileProblemText, SlotUpload } from "../slot-upload.tsx";
import { DeadlineBox } from "./deadline-box.tsx";
import { GivenBefore } from "./given-before.tsx";
import type { ApplyServices } from "./services.ts";
import { backHref, cameFromCheck, Heading, Progress } from "./step-page.tsx";
import type { Work } from "./work.ts";

export interface DocumentPage {
  readonly work: Work;
  readonly step: Extract<Step, { kind: "document" }>;
  readonly next: string;
  /** Why the file just sent was not taken. */
  readonly problem: DocumentProblem | undefined;
}

/** One document slot: what it takes, what is there now, and what to do next. */
export async function drawDocument(services: ApplyServices, visit: Visit, page: DocumentPage): Promise<Response> {
  const { say, language } = visit;
  const { step, work } = page;
  const { application } = work;
  const { slot } = step;
  const place = { accountId: application.accountId, applicationId: application.id, slot: step.id };
  const halfway = await findInSlot(services.db, place);
  const document = application.documents[step.id];
  const isGiven = document !== undefined && document.status !== "refused";
  const offered = isGiven ? [] : await listReusable(services, { ...place, slot });
  const problem = page.problem ?? (document?.status === "refused" ? document.problem : undefined);
  const error = problem ? fileProblemText(say, problem, slot) : undefined;
  return services.draw(
    visit,
    {
      title: step.title[language],
      area: application.institution[language],
      program: application.compiled.program.program,
      errors: error !== undefined,
      status: page.problem ? 422 : 200,
      back: { href: backHref(work, step.id, cameFromCheck(visit)) },
      layout: "side",
      side: <DeadlineBox visit={visit} compiled={application.compiled} application={work.facts} />,
    },
    <>
      <Progress visit={visit} work={work} step={step} />
      {error && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: 1 })}
          errorList={[{ href: "#file", text: error }]}
        />
      )}
      <Heading visit={visit} work={work} step={step} />
      {slot.hint && <p class="govuk-body">{slot.hint[language]}</p>}
      {slot.template !== undefined && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`${paths.template(application.compiled.program.program, step.id)}?version=${application.versionId}`}
          >
            {say("template.download")}
          </a>
        </p>
      )}
      {document && <Present visit={visit} page={page} document={document} />}
      <GivenBefore visit={visit} work={work} slot={step.id} offered={offered} />
      <SlotUpload
        visit={visit}
        slot={slot}
        action={paths.apply.upload(application.id, step.id)}
        pieces={{
          begin: paths.apply.uploads(application.id, step.id),
          waiting: say("apply.upload_waiting"),
          resuming: say("apply.upload_resuming"),
          halfway:
            halfway && halfway.received > 0
              ? say("apply.upload_halfway", { percent: Math.floor((halfway.received / halfway.size) * 100) })
              : undefined,
        }}
        name="file"
        label={say(document ? "apply.document_replace" : "apply.document_choose")}
        error={error}
        isSecondary={document !== undefined && document.status !== "refused"}
      />
      {(document && document.status !== "refused") || slot.optional ? (
        <Button href={page.next} text={say("apply.continue")} classes={document ? "" : "govuk-button--secondary"} />
      ) : null}
    </>,
  );
}

/** The document that is there: its state, its pages as pictures, and a way to take it back. */
function Present(props: { visit: Visit; page: DocumentPage; document: SlotDocument }) {
  const { document, page } = props;
  const { say, language } = props.visit;
  const { id } = page.work.application;
  const slot = page.step.id;
  return (
    <div class="daftar-document">
      <p class="govuk-body">
        <FileState say={say} status={document.status} />{" "}
        {say("apply.document_size", { size: kilobytes(document.size, language) })}
      </p>
      {document.status === "quarantined" && (
        <p class="govuk-body">
          {say("apply.document_wait")}{" "}
          <a class="govuk-link" href={paths.apply.step(id, slot)}>
            {say("apply.reload")}
          </a>
        </p>
      )}
      {document.status === "ready" && (
        <ul class="daftar-document__pages">
          {Array.from({ length: document.pages }, (_, at) => (
            <li>
              <img
                class="daftar-document__page"
                src={paths.apply.documentPage(id, slot, at + 1)}
                alt={say("apply.document_page", {
                  title: page.step.title[language],
                  page: at + 1,
                  pages: document.pages,
                })}
                loading="lazy"
              />
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={paths.apply.removeDocument(id, slot)}>
        <input type="hidden" name="csrf" value={props.visit.csrf} />
        <Button text={say("apply.document_remove")} classes="govuk-button--secondary" />
      </form>
    </div>
  );
}

function kilobytes(size: number, language: "id" | "en"): string {
  return new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 0 }).format(
    Math.max(1, size / 1024),
  );
}
