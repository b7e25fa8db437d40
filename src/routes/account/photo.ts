import { notFound } from "../../platform/refusals.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import type { DocumentProblem } from "../../registry/documents/problem.ts";
import { readDocumentPage } from "../../registry/documents/read.ts";
import { removeDocument } from "../../registry/documents/remove.ts";
import { storeDocument } from "../../registry/documents/store.ts";
import type { TextKey } from "../../texts/texts.ts";
import { answerUpload, receiveFile, waitForCheck } from "../receive-file.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { findPhoto, photoSlot } from "./photo.query.ts";
import { photoBytes, profileAfter, showProfile } from "./profile.tsx";
import type { AccountRouteServices } from "./services.ts";

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
  const upload = await receiveFile(visit, { folder: services.quarantine, maxBytes: photoBytes });
  const stored = await storeDocument(services, {
    accountId,
    applicationId: null,
    slot: photoSlot,
    upload,
    formats: ["jpg", "png"],
    maxBytes: photoBytes,
    actor: { actorId: accountId, actorKind: staff ? "staff" : "applicant" },
  });
  if ("document" in stored)
    await waitForCheck(async () => (await findPhoto(services.db, accountId))?.status !== "quarantined");
  const response =
    "problem" in stored
      ? await showProfile(services, visit, { photo: { key: problemTexts[stored.problem] } })
      : redirect(profileAfter("photo"));
  return answerUpload(upload, response);
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
