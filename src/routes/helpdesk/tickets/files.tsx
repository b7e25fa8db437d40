import { bytesOf } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { notFound } from "../../../platform/refusals.ts";
import { attachFile } from "../../../registry/tickets/attach.ts";
import { ticketDoor } from "../../../registry/tickets/door.ts";
import { listTicketFiles, readTicketFilePage } from "../../../registry/tickets/files.query.ts";
import { documentHeaders } from "../../../registry/documents/headers.ts";
import { answerUpload, receiveFile, waitForCheck } from "../../receive-file.ts";
import { redirect } from "../../respond.ts";
import type { Visit } from "../../route.ts";
import { fileProblemText } from "../../slot-upload.tsx";
import { slotNamed } from "../../ticket-files.tsx";
import type { TicketServices } from "./services.ts";
import { drawTicket, openedTicket } from "./ticket.tsx";

/** Leads to the ticket, as from a page about a refused file that is loaded again. */
export function goToTicket(visit: Visit): Response {
  // What stands in the address may be anything, and a header takes plain signs only.
  return redirect(paths.helpdesk.ticket(encodeURIComponent(visit.params["ticket"] ?? "")));
}

/** Takes a file with a ticket, waits a moment for its check, and shows what came of it. */
export async function postFile(services: TicketServices, visit: Visit): Promise<Response> {
  const id = openedTicket(services, visit);
  const asked = visit.params["slot"] ?? "";
  const category = id === undefined ? undefined : await categoryOf(services, id);
  const slot = slotNamed(category, asked);
  // To an address that is over every document is unknown, and leads to the form all the same.
  if (id !== undefined && slot.id !== asked) throw notFound();
  const upload = await receiveFile(visit, { folder: services.quarantine, maxBytes: bytesOf(slot.max) });
  if (id === undefined) {
    if ("file" in upload) await upload.file.discard();
    return answerUpload(upload, redirect(paths.helpdesk.tickets));
  }
  const stored = await attachFile(services, { ticketId: id, slot, upload });
  if ("problem" in stored) {
    const problem = { field: slot.id, text: fileProblemText(visit.say, stored.problem, slot) };
    return answerUpload(upload, await drawTicket(services, visit, id, [problem]));
  }
  await waitForCheck(async () => {
    const files = await listTicketFiles(services.db, id);
    return files.find((file) => file.id === stored.id)?.status !== "quarantined";
  });
  return redirect(`${paths.helpdesk.ticket(ticketDoor(services.keyring, visit.csrf, id))}?received`);
}

/** A rebuilt picture of a file, for the browser to which the ticket is open. */
export async function showFile(services: TicketServices, visit: Visit): Promise<Response> {
  const ticketId = openedTicket(services, visit);
  if (ticketId === undefined) throw notFound();
  const { file: documentId = "", page } = visit.params;
  const file = await readTicketFilePage(services, { ticketId, documentId, page: Number(page) });
  return new Response(new Uint8Array(file.bytes), { headers: documentHeaders(file, "inline") });
}

async function categoryOf({ db, categories }: TicketServices, id: string) {
  const { category } = await db
    .selectFrom("tickets")
    .select("category")
    .where("id", "=", id)
    .executeTakeFirstOrThrow(notFound);
  return categories.find((one) => one.category === category);
}
