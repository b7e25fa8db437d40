import type { Kysely } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { paths } from "../../paths.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { GatewayOf } from "../../platform/payments/gateway.ts";
import type { Limits } from "../../platform/limits.ts";
import type { PasswordLengths } from "../../registry/accounts/password-rules.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import type { Draw } from "../draw.tsx";
import { anyone, type Route } from "../route.ts";
import { announcementPaper } from "./announcement-file.ts";
import { showAnnouncement } from "./announcement.tsx";
import { showCheck, showCheckForm } from "./check.tsx";
import { manualPaperOf } from "./manual-paper.ts";
import { showManual } from "./manual.tsx";
import { showPasswordRules } from "./password-rules.tsx";
import { takeNotification } from "./payment-notification.ts";
import { policies, showPolicy } from "./policy.tsx";
import { showPortal } from "./portal.tsx";
import { showProgram } from "./program.tsx";
import { showRegions } from "./regions.ts";
import { showStatus, tellStatus } from "./status.tsx";
import { subscriptionRoutes } from "./subscription-routes.ts";
import { showTemplate } from "./template.ts";
import { showWhy } from "./why.tsx";

export interface PublicServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  /** For counting the days in words; what is open is decided by the database. */
  readonly clock: Clock;
  readonly limits: Limits;
  readonly keyring: Keyring;
  readonly draw: Draw;
  /** Who takes payments for whom. */
  readonly gatewayOf: GatewayOf;
  /** Fewest characters of a password on this platform. */
  readonly passwordLengths: PasswordLengths;
  /** Whether the platform asks security questions. */
  readonly asksQuestions?: boolean;
  /** Where people reach us, for the codes on papers; no slash at its end. */
  readonly publicUrl: string;
}

/** What everyone may see: the portal, its programs, help and the policies. */
export function publicRoutes(services: PublicServices): Route[] {
  const { catalog, draw } = services;
  const manualPaper = manualPaperOf(services);
  return [
    anyone("GET", paths.portal, (visit) => showPortal(services, visit)),
    anyone("GET", paths.program(":program"), (visit) => showProgram(services, visit)),
    anyone("GET", paths.why(":program"), (visit) => showWhy(services, visit)),
    anyone("GET", paths.announcement(":program"), (visit) => showAnnouncement(services, visit)),
    anyone("GET", "/programs/:program/announcement.pdf", (visit) => announcementPaper(services, visit)),
    anyone("GET", paths.template(":program", ":slot"), (visit) => showTemplate(services, visit)),
    anyone("GET", paths.regions, (visit) => showRegions(catalog.regions, visit)),
    anyone("GET", paths.passwordRules, (visit) => showPasswordRules(services, visit)),
    anyone("POST", paths.paymentNotification(":institution"), (visit) => takeNotification(services, visit), "signed"),
    anyone("GET", paths.status, (visit) => showStatus(services, visit)),
    anyone("GET", paths.statusFile, () => tellStatus(services)),
    anyone("GET", paths.manual, (visit) => showManual(draw, visit)),
    anyone("GET", paths.manualPaper, manualPaper),
    anyone("GET", paths.programManual(":program"), manualPaper),
    anyone("GET", paths.check, (visit) => showCheckForm(services, visit)),
    anyone("GET", paths.checkReceipt(":receipt"), (visit) => showCheck(services, visit)),
    ...subscriptionRoutes(services),
    ...policies.map((policy) => anyone("GET", paths[policy], (visit) => showPolicy(draw, policy, visit))),
  ];
}
