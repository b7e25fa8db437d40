import type { Route } from "../route.ts";
import { accountHelpRoutes } from "./accounts/accounts.tsx";
import { addressRoutes } from "./accounts/address.tsx";
import { accountRequestRoutes } from "./accounts/requests.tsx";
import { auditRoutes } from "./audit/audit.tsx";
import { documentPageRoutes } from "./application/document-page.ts";
import { applicationRoutes } from "./application/show.tsx";
import { sourceRoutes } from "./application/sources.tsx";
import { faceRoutes } from "./application/face-routes.ts";
import { nikRoutes } from "./application/nik-routes.ts";
import { announcementRoutes } from "./announcement/announcement.tsx";
import { appealRoutes } from "./appeal/appeal.tsx";
import { cannedRoutes } from "./canned/canned.tsx";
import { bulkRoutes } from "./bulk/bulk.ts";
import { claimRoutes } from "./bulk/claims.tsx";
import { acceptRoutes } from "./decision/accept.tsx";
import { rejectRoutes } from "./decision/reject.tsx";
import { returnRoutes } from "./decision/return.tsx";
import { emailListRoutes } from "./email-lists/email-lists.tsx";
import { exportRoutes } from "./export/export.tsx";
import { figureRoutes } from "./figures/figures.tsx";
import { incidentRoutes } from "./incidents/incidents.tsx";
import { nikCaseRoutes } from "./nik-cases/nik-cases.tsx";
import { numberRoutes } from "./numbers/numbers.tsx";
import { passwordRoutes } from "./passwords/passwords.tsx";
import { treasuryRoutes } from "./payments/payments.tsx";
import { programRoutes } from "./programs/programs.tsx";
import { questionRoutes } from "./questions/questions.tsx";
import { queueRoutes } from "./queue/queue.tsx";
import { retentionRoutes } from "./retention/retention.tsx";
import { rightsRoutes } from "./rights/rights.tsx";
import type { ConsoleServices } from "./services.ts";
import { staffRoutes } from "./staff/staff.tsx";
import { startRoutes } from "./start.ts";
import { ticketFigureRoutes } from "./tickets/figures/figures.tsx";
import { ticketFileRoutes } from "./tickets/file.ts";
import { ticketRoutes } from "./tickets/tickets.tsx";
import { windowRoutes } from "./window/window.tsx";

/** Every page of the console. `services.db` must be a connection of `daftar_staff`. */
export function consoleRoutes(services: ConsoleServices): Route[] {
  return [
    ...startRoutes(services),
    ...queueRoutes(services),
    ...bulkRoutes(services),
    ...claimRoutes(services),
    ...applicationRoutes(services),
    ...sourceRoutes(services),
    ...faceRoutes(services),
    ...nikRoutes(services),
    ...nikCaseRoutes(services),
    ...documentPageRoutes(services),
    ...acceptRoutes(services),
    ...returnRoutes(services),
    ...rejectRoutes(services),
    ...appealRoutes(services),
    ...numberRoutes(services),
    ...accountHelpRoutes(services),
    ...addressRoutes(services),
    ...accountRequestRoutes(services),
    ...ticketFigureRoutes(services),
    ...rightsRoutes(services),
    ...treasuryRoutes(services),
    ...ticketFileRoutes(services),
    ...ticketRoutes(services),
    ...cannedRoutes(services),
    ...questionRoutes(services),
    ...incidentRoutes(services),
    ...staffRoutes(services),
    ...passwordRoutes(services),
    ...retentionRoutes(services),
    ...emailListRoutes(services),
    ...programRoutes(services),
    ...windowRoutes(services),
    ...announcementRoutes(services),
    ...figureRoutes(services),
    ...auditRoutes(services),
    ...exportRoutes(services),
  ];
}
