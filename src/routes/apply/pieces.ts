import { bytesOf } from "../../program/definition.ts";
import { paths } from "../../paths.ts";
import { first, type Form } from "../../platform/http/form.ts";
import { readPiece } from "../../platform/http/piece.ts";
import { conflict } from "../../platform/refusals.ts";
import { maySave } from "../../registry/applications/editable.ts";
import { appendPiece, pieceBytes } from "../../registry/uploads/append.ts";
import { beginUpload, type UploadPlace } from "../../registry/uploads/begin.ts";
import { finishUpload } from "../../registry/uploads/finish.ts";
import { asksJson, json, redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { showStored, slotOf, storingIn, type DocumentStep } from "./document.tsx";
import type { ApplyServices } from "./services.ts";
import { openWork, type Work } from "./work.ts";

/** How often one person may begin: a cut line begins again each time, and a bad day has many cuts. */
const beginnings = { name: "upload-begin", most: 1_000, seconds: 3_600 } as const;

/**
 * Begins a file that is sent in pieces, or goes on with the same one: the answer says how many bytes have arrived, and
 * where the rest goes. `arrived`: this very file is in the slot already. A file that is too large is refused (422)
 * before its first byte. Only scripts ask this; a form is led to the page of the slot.
 */
export async function beginPieces(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { work, step, place } = await openSlot(services, visit);
  if (!asksJson(visit.request)) return redirect(paths.apply.step(work.application.id, step.id));
  const announced = readAnnounced(visit.form);
  if (!announced) return json({ code: "malformed" }, 422);
  if (announced.size > bytesOf(step.slot.max)) return json({ code: "too_large" }, 422);
  await services.limits.spend(beginnings, place.accountId);
  const begun = await beginUpload(services, { ...place, ...announced });
  if (begun.arrived) return json({ arrived: true });
  const at = [place.applicationId, place.slot, begun.id] as const;
  return json({
    arrived: false,
    received: begun.received,
    piece: paths.apply.uploadPiece(...at),
    finish: paths.apply.finishUpload(...at),
  });
}

/**
 * Takes a piece that begins at the byte of the header `upload-offset`. The answer says how many bytes have arrived:
 * with 409 when the piece began elsewhere. What arrived of a piece before the line was cut is kept.
 */
export async function takePiece(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { place } = await openSlot(services, visit);
  const offset = visit.request.headers.get("upload-offset") ?? "";
  const starts = /^[0-9]{1,9}$/.test(offset) ? Number(offset) : -1;
  const read = await readPiece(visit.incoming ?? visit.request, { maxBytes: pieceBytes, timeoutMs: 60_000 });
  if (read === "too_large") return json({ code: "form_too_large" }, 413, { connection: "close" });
  const uploadId = visit.params["upload"] ?? "";
  const { added, received } = await appendPiece(services, { ...place, uploadId, starts, bytes: read.bytes });
  return json({ received }, added ? 200 : 409, read.whole ? {} : { connection: "close" });
}

/** Looks at a file that has arrived whole, and answers as the upload of a whole file does. */
export async function finishPieces(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { work, step } = await openSlot(services, visit);
  const uploadId = visit.params["upload"] ?? "";
  const stored = await finishUpload(services, { ...storingIn(services, visit, work, step), uploadId });
  return showStored(services, visit, work, step, stored);
}

async function openSlot(
  services: ApplyServices,
  visit: PersonVisit,
): Promise<{ work: Work; step: DocumentStep; place: UploadPlace }> {
  const work = await openWork(services, visit);
  const step = slotOf(work, visit.params["slot"] ?? "");
  if (!maySave(work.application, step.id)) throw conflict("not_editable");
  const place = { accountId: visit.session.accountId, applicationId: work.application.id, slot: step.id };
  return { work, step, place };
}

function readAnnounced(form: Form): { name: string; size: number; sha256: Buffer } | undefined {
  const [name, size, sha256] = [first(form, "name"), first(form, "size"), first(form, "sha256")];
  if (name === "" || name.length > 1_000) return undefined;
  if (!/^[1-9][0-9]{0,8}$/.test(size) || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  return { name, size: Number(size), sha256: Buffer.from(sha256, "hex") };
}
