import type { Transaction } from "kysely";
import { bytesOf, type DocumentSlot } from "../../program/definition.ts";
import type { Step } from "../../program/compile.ts";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { maySave } from "../../registry/applications/editable.ts";
import type { SlotDocument } from "../../registry/applications/load.query.ts";
import { refreshProgress } from "../../registry/applications/refresh.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import type { DocumentProblem } from "../../registry/documents/problem.ts";
import { readDocumentPage } from "../../registry/documents/read.ts";
import { removeDocument } from "../../registry/documents/remove.ts";
import { storeDocument } from "../../registry/documents/store.ts";
import { answerUpload, receiveFile, waitForCheck } from "../receive-file.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit, Visit } from "../route.ts";
import { afterSave } from "./save.tsx";
import type { ApplyServices } from "./services.ts";
import { drawDocument } from "./document-page.tsx";
import { cameFromCheck } from "./step-page.tsx";
import { openWork, type Work } from "./work.ts";

export type DocumentStep = Extract<Step, { kind: "document" }>;

/** The page of one document slot: what is there, and a way to give another. */
export function showDocument(services: ApplyServices, visit: Visit, work: Work, step: DocumentStep): Promise<Response> {
  const next = afterSave(work, step.id, cameFromCheck(visit));
  return drawDocument(services, visit, { work, step, next, problem: undefined });
}

/** Leads to the page of a slot, as from a page about a refused file that is loaded again or asked for in English. */
export async function goToSlot(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  return redirect(paths.apply.step(work.application.id, slotOf(work, visit.params["slot"] ?? "").id));
}

/** Takes an upload into its slot, waits a moment for its check, and shows what came of it. */
export async function uploadDocument(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  const { application } = work;
  const step = slotOf(work, visit.params["slot"] ?? "");
  const limits = { folder: services.quarantine, maxBytes: bytesOf(step.slot.max) };
  const upload = await receiveFile(visit, limits, () => {
    if (!maySave(application, step.id)) throw conflict("not_editable");
  });
  const stored = await storeDocument(services, { ...storingIn(services, visit, work, step), upload });
  return answerUpload(upload, await showStored(services, visit, work, step, stored));
}

/** Everything of a slot that storing a file in it needs, beside the file. */
export function storingIn(services: ApplyServices, visit: PersonVisit, { application }: Work, step: DocumentStep) {
  return {
    accountId: visit.session.accountId,
    applicationId: application.id,
    slot: step.id,
    formats: step.slot.formats,
    maxBytes: bytesOf(step.slot.max),
    maxPages: step.slot.pages,
    actor: { actorId: visit.session.accountId, actorKind: "applicant" },
    onChanged: (trx: Transaction<DB>) => refreshProgress({ ...services, db: trx }, application.id),
  } as const;
}

/** Waits a moment for the check of what was stored and leads to it, or shows why it was not taken. */
export async function showStored(
  services: ApplyServices,
  visit: Visit,
  work: Work,
  step: DocumentStep,
  stored: Awaited<ReturnType<typeof storeDocument>>,
): Promise<Response> {
  if ("problem" in stored) return refuse(services, visit, work, step, stored.problem);
  await waitForCheck(async () => {
    const row = await services.db
      .selectFrom("documents")
      .select("status")
      .where("id", "=", stored.document.id)
      .executeTakeFirst();
    return row?.status !== "quarantined";
  });
  return redirect(paths.apply.step(work.application.id, step.id));
}

function refuse(
  services: ApplyServices,
  visit: Visit,
  work: Work,
  step: DocumentStep,
  problem: DocumentProblem,
): Promise<Response> {
  return drawDocument(services, visit, { work, step, next: afterSave(work, step.id, false), problem });
}

/** Takes a document back. */
export async function removeSlotDocument(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const work = await openWork(services, visit);
  const { application } = work;
  const step = slotOf(work, visit.params["slot"] ?? "");
  if (!maySave(application, step.id)) throw conflict("not_editable");
  const document = application.documents[step.id];
  if (document) {
    await removeDocument(services, {
      accountId: visit.session.accountId,
      documentId: document.id,
      actor: { actorId: visit.session.accountId, actorKind: "applicant" },
      onChanged: (trx) => refreshProgress({ ...services, db: trx }, application.id),
    });
  }
  return redirect(paths.apply.step(application.id, step.id));
}

/** A rebuilt page of the person's own document, as a picture. */
export async function showDocumentPage(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { application } = await openWork(services, visit);
  const slot = visit.params["slot"] ?? "";
  // An address may name what every object has ("constructor").
  const document: SlotDocument | undefined = Object.hasOwn(application.documents, slot)
    ? application.documents[slot]
    : undefined;
  if (!document) throw notFound();
  const file = await readDocumentPage(services, {
    documentId: document.id,
    page: Number(visit.params["page"]),
    viewer: { accountId: visit.session.accountId },
  });
  return new Response(new Uint8Array(file.bytes), { headers: documentHeaders(file, "inline") });
}

/** The slot of an address; 404 when the program has none of this name. */
export function slotOf(work: Work, id: string): DocumentStep & { readonly slot: DocumentSlot } {
  const step = work.application.compiled.stepsById.get(id)?.step;
  if (step?.kind !== "document") throw notFound();
  return step;
}
