import { paths } from "../../../paths.ts";
import { recordAudit } from "../../../registry/audit/record.ts";
import { documentHeaders } from "../../../registry/documents/headers.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { readTicketFilePage } from "../../../registry/tickets/files.query.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";

/** The rebuilt pictures of files that came with tickets. Nobody sees a file as it was sent. */
export function ticketFileRoutes(services: ConsoleServices): Route[] {
  const pattern = paths.console.ticketFile(":ticket", ":file", ":page");
  return [staff("answer_tickets", "GET", pattern, (visit) => respond(services, visit))];
}

async function respond(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { ticket: ticketId = "", file: documentId = "", page } = visit.params;
  const file = await withStaff(services.db, visit.institutions, async (trx) => {
    const asked = { ticketId, documentId, page: Number(page) };
    const read = await readTicketFilePage({ ...services, db: trx }, asked);
    await recordAudit(trx, {
      actorId: visit.session.accountId,
      actorKind: "staff",
      action: "ticket.view_file",
      institutionId: read.institutionId,
      subjectKind: "ticket",
      subjectId: ticketId,
      data: { document: documentId, page: asked.page },
    });
    return read;
  });
  return new Response(new Uint8Array(file.bytes), { headers: documentHeaders(file, "inline") });
}
