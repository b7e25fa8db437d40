import { setTimeout as sleep } from "node:timers/promises";
import { receiveUpload, type Upload } from "../platform/http/upload.ts";
import type { Visit } from "./route.ts";

const TIMEOUT_MS = 10 * 60_000;

/**
 * Receives the one file of a form, whose token is checked when it has arrived. Lets go of the file where that is wrong or
 * `admit` throws; otherwise the caller must.
 */
export async function receiveFile(
  visit: Visit,
  { folder, maxBytes }: { readonly folder: string; readonly maxBytes: number },
  admit: () => void = () => undefined,
): Promise<Upload> {
  const upload = await receiveUpload(visit.incoming ?? visit.request, {
    folder,
    maxBytes,
    maxFields: 10,
    maxFieldBytes: 1000,
    timeoutMs: TIMEOUT_MS,
  });
  try {
    visit.checkCsrf(upload.fields.get("csrf") ?? "");
    admit();
  } catch (error) {
    if ("file" in upload) await upload.file.discard();
    throw error;
  }
  return upload;
}

/** The answer to an upload: what was not read of its body would be taken for the next request on this connection. */
export function answerUpload(upload: Upload, response: Response): Response {
  if (upload.unread) response.headers.set("connection", "close");
  return response;
}

/** Most checks take less than a second; waiting for them saves the person a reload. */
export async function waitForCheck(isChecked: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 3000; waited += 150) {
    if (await isChecked()) return;
    await sleep(150);
  }
}
