import { setTimeout as sleep } from "node:timers/promises";
import { receiveUpload } from "../../platform/http/upload.ts";
import { notFound } from "../../platform/refusals.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import type { DocumentProblem } from "../../registry/documents/problem.ts";
import { readDocumentPage } from "../../registry/documents/read.ts";
import { removeDocument } from "../../registry/documents/remove.ts";
import { storeDocument } from "../../registry/documents/store.ts";
import type { TextKey } from "../../texts/texts.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { findPhoto, photoSlot } from "./photo.query.ts";
import { photoBytes, profileAfter, showProfile } from "./profile.tsx";
import type { AccountRouteServices } from "./services.ts";

const UPLOAD_MS = 120_000;

/** The person's own photo, as the checks have drawn it anew. */
export async function showPhoto(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { accountId } = visit.session;
  const photo = await findPhoto(services.db, accountId);
  if (photo?.status !== "ready") throw notFound();
  const file = await readDocumentPage(services, { documentId: photo.id, page: 1, viewer: { accountId } });
  return new Response(new Uint8Array(file.bytes), { headers: documentHeaders(file, "inline") });
}

export async function postPhoto(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { accountId, staff } = visit.session;
  const upload = await receiveUpload(visit.incoming ?? visit.request, {
    folder: services.quarantine,
    maxBytes: photoBytes,
    maxFields: 5,
    maxFieldBytes: 1000,
    timeoutMs: UPLOAD_MS,
  });
  try {
    visit.checkCsrf(upload.fields.get("csrf") ?? "");
  } catch (error) {
    if ("file" in upload) await upload.file.discard();
    throw error;
  }
  const stored = await storeDocument(services, {
    accountId,
    applicationId: null,
    slot: photoSlot,
    upload,
    formats: ["jpg", "png"],
    maxBytes: photoBytes,
    actor: { actorId: accountId, actorKind: staff ? "staff" : "applicant" },
  });
  if ("document" in stored) await waitForCheck(services, accountId);
  const response =
    "problem" in stored
      ? await showProfile(services, visit, { photo: { key: problemTexts[stored.problem] } })
      : redirect(profileAfter("photo"));
  // What was not read to its end would be taken for the next request.
  if (upload.unread) response.headers.set("connection", "close");
  return response;
}

/** Most checks take less than a second; waiting for them saves the person a reload. */
async function waitForCheck(services: AccountRouteServices, accountId: string): Promise<void> {
  for (let waited = 0; waited < 3000; waited += 150) {
    const photo = await findPhoto(services.db, accountId);
    if (photo?.status !== "quarantined") return;
    await sleep(150);
  }
}

export async function postPhotoRemove(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { accountId, staff } = visit.session;
  const photo = await findPhoto(services.db, accountId);
  if (photo) {
    const actor = { actorId: accountId, actorKind: staff ? "staff" : "applicant" } as const;
    await removeDocument(services, { accountId, documentId: photo.id, actor });
  }
  return redirect(profileAfter("photo_removed"));
}

const problemTexts = {
  none: "account.photo.error.none",
  several: "account.photo.error.none",
  empty: "account.photo.error.broken",
  too_large: "account.photo.error.too_large",
  timed_out: "account.photo.error.interrupted",
  cut_off: "account.photo.error.interrupted",
  malformed: "account.photo.error.interrupted",
  wrong_type: "account.photo.error.wrong_type",
  name_differs: "account.photo.error.wrong_type",
  broken: "account.photo.error.broken",
  encrypted: "account.photo.error.broken",
  too_many_pages: "account.photo.error.broken",
  too_many_pixels: "account.photo.error.too_large",
  too_heavy: "account.photo.error.too_large",
} as const satisfies Record<DocumentProblem, TextKey>;
