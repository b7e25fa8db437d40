import { paths } from "../../../paths.ts";
import { notFound } from "../../../platform/refusals.ts";
import { recordAudit } from "../../../registry/audit/record.ts";
import { documentHeaders } from "../../../registry/documents/headers.ts";
import { readDocumentPage } from "../../../registry/documents/read.ts";
import { loadUnrestricted } from "../../../registry/reviews/submitted.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";

/** The rebuilt pictures of a submitted document. There is no way to the file as it was sent. */
export function documentPageRoutes(services: ConsoleServices): Route[] {
  return [staff("review", "GET", pattern, (visit) => respond(services, visit))];
}

// The number of a page is a name here, not a number, so the pattern is the address with it replaced.
const pattern = paths.console.documentPage(":application", ":slot", 1).replace(/1$/, ":page");

async function respond(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { application = "", slot = "", page = "" } = visit.params;
  if (!/^[1-9]\d{0,3}$/.test(page)) throw notFound();
  const file = await withStaff(services.db, visit.institutions, async (trx) => {
    const { current, institutionId } = await loadUnrestricted(trx, services, application);
    const documentId = Object.hasOwn(current.documents, slot) ? current.documents[slot] : undefined;
    if (documentId === undefined) throw notFound();
    const viewer = { institutions: visit.institutions };
    const read = await readDocumentPage({ ...services, db: trx }, { documentId, page: Number(page), viewer });
    await recordAudit(trx, {
      actorId: visit.session.accountId,
      actorKind: "staff",
      action: "document.view",
      institutionId,
      subjectKind: "document",
      subjectId: documentId,
      data: { application, page: Number(page) },
    });
    return read;
  });
  return new Response(new Uint8Array(file.bytes), { headers: documentHeaders(file, "inline") });
}
