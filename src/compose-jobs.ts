import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { afterNikCaseJob } from "./jobs/after-nik-case.ts";
import { askGatewaysJobOf } from "./jobs/ask-gateways.ts";
import { answerLookupJob, sweepLookupsJob } from "./jobs/answer-lookup.ts";
import { announceExtensionJob } from "./jobs/announce-extension.ts";
import { announceVerdictsJob } from "./jobs/announce-verdicts.ts";
import { carryOutAccountRequestJob } from "./jobs/carry-out-account-request.ts";
import { carryOutErasuresJob } from "./jobs/carry-out-erasures.ts";
import { checkDocumentJob } from "./jobs/check-document.ts";
import { checkTicketJobOf } from "./jobs/check-ticket.ts";
import { checkTicketFileJobOf } from "./jobs/check-ticket-file.ts";
import { checkServiceJob } from "./jobs/check-service.ts";
import { checkSourcesJob } from "./jobs/check-sources.ts";
import { expirePaymentsJob } from "./jobs/expire-payments.ts";
import { loadQuestionsJob } from "./jobs/load-questions.ts";
import { compareFacesJob } from "./jobs/compare-faces.ts";
import { closeProgramsJob } from "./jobs/close-programs.ts";
import { eraseOldTicketsJob } from "./jobs/erase-old-tickets.ts";
import { escalateTicketsJob } from "./jobs/escalate-tickets.ts";
import { remindPasswordsJob } from "./jobs/remind-passwords.ts";
import { removeFactorsJobOf } from "./jobs/remove-factors.ts";
import { moveAddressJobOf } from "./jobs/move-address.ts";
import { remindDraftsJob } from "./jobs/remind-drafts.ts";
import { sendNoticeJob, type SendNoticeServices } from "./jobs/send-notice.ts";
import { sendTicketLetterJobOf } from "./jobs/send-ticket-letter.ts";
import { sendTextJob } from "./jobs/send-text.ts";
import { sendSubscriptionLetterJob } from "./jobs/send-subscription-letter.ts";
import { makeDataCopyJob } from "./jobs/make-data-copy.ts";
import { makeNumberSeriesJob } from "./jobs/make-number-series.ts";
import { releaseStaleClaimsJob } from "./jobs/release-stale-claims.ts";
import { sendAuditHeadJob } from "./jobs/send-audit-head.ts";
import { sweepChallengesJob } from "./jobs/sweep-challenges.ts";
import { sweepDataCopiesJob } from "./jobs/sweep-data-copies.ts";
import { sweepDocumentsJob } from "./jobs/sweep-documents.ts";
import { sweepNumberProofsJob } from "./jobs/sweep-number-proofs.ts";
import { sweepOrphansJob } from "./jobs/sweep-orphans.ts";
import { sweepHeldFormsJob } from "./jobs/sweep-held-forms.ts";
import { sweepUploadsJob } from "./jobs/sweep-uploads.ts";
import { tellOperatorJobOf } from "./jobs/tell-operator.ts";
import { tellOperatorOfTicketsJobOf } from "./jobs/tell-operator-of-tickets.ts";
import { warnOfRightsJob } from "./jobs/warn-of-rights.ts";
import { sweepRecoveriesJob } from "./jobs/sweep-recoveries.ts";
import { sweepSessionsJob } from "./jobs/sweep-sessions.ts";
import { sweepSubscriptionsJob } from "./jobs/sweep-subscriptions.ts";
import { paths } from "./paths.ts";
import type { Db } from "./platform/db/connect.ts";
import type { BlobStore } from "./platform/files/blob-store.ts";
import type { Rebuilder } from "./platform/files/rebuild.ts";
import type { Keyring } from "./platform/keys/keyring.ts";
import type { MailTransport } from "./platform/mail/mail.ts";
import type { Places } from "./platform/places/places.ts";
import { projectRoot } from "./platform/project-root.ts";
import { limitsOn } from "./platform/limits.ts";
import type { GatewayOf } from "./platform/payments/gateway.ts";
import type { SmsGateway } from "./platform/sms/sms.ts";
import type { HttpSources } from "./platform/sources/read-sources.ts";
import type { Jobs } from "./platform/queue/worker.ts";
import type { Regions } from "./program/regions.ts";
import { refreshProgress } from "./registry/applications/refresh.ts";
import { makeDataCopyJob as copyJob } from "./registry/data-copies/ask.ts";
import { catalogOf } from "./registry/programs/catalog.ts";
import { askGatewaysJob } from "./registry/fees/ask-gateways.ts";
import { sourcesOn } from "./registry/sources/sources.ts";
import { afterCaseJob } from "./registry/nik-cases/answer.ts";
import { carryOutJob } from "./registry/desk/carry-out.ts";
import { removeFactorsJob } from "./registry/recovery/lost-factor.ts";
import { moveAddressJob } from "./registry/desk/move-address.ts";
import { tellOperatorJob } from "./registry/rights/warn.ts";
import { checkTicketFileJob } from "./registry/tickets/attach.ts";
import { checkTicketJob } from "./registry/tickets/check.ts";
import { tellOfTicketsJob } from "./registry/tickets/escalate.ts";
import { sendTicketLetterJob } from "./registry/tickets/letter.ts";

/** What the jobs need of what the process has opened; see `Platform`. */
export interface JobPlatform {
  readonly db: { readonly worker: Db };
  readonly config?: Partial<Pick<Config, "auditHeadsEmail" | "operatorEmail" | "sms">>;
  /** Where letters go out; without it they wait in the queue. */
  readonly mail?: MailTransport;
  /** Who carries short messages; without it nothing is offered that needs one. */
  readonly sms?: SmsGateway | undefined;
  readonly keyring: Keyring;
  readonly regions: Regions;
  readonly blobs: BlobStore;
  readonly rebuild: Rebuilder;
  readonly log: Logger;
  /** Address under which people reach the service, for links in letters; no slash at its end. */
  readonly publicUrl: string;
  /** Maps that tell where network addresses are. */
  readonly places: Places;
  /** Sources that are asked over HTTP; all others come from tables. */
  readonly httpSources?: HttpSources;
  /** Who takes payments for whom. */
  readonly gatewayOf?: GatewayOf;
  /** Where payment gateways are looked for, to say whether they answer. */
  readonly gatewayUrls?: readonly string[];
}

/** What comes due by the clock, in UTC: lines of graphile-worker's crontab. */
export const CRONTAB = [
  "17 20 * * * sweep-documents",
  "47 20 * * * sweep-orphans",
  "29 * * * * sweep-uploads",
  "11 * * * * sweep-data-copies",
  "*/5 * * * * carry-out-erasures",
  "41 * * * * sweep-held-forms",
  "7 20 * * * sweep-sessions",
  "53 * * * * sweep-challenges",
  "47 * * * * sweep-recoveries",
  "19 * * * * sweep-number-proofs",
  "37 20 * * * sweep-subscriptions",
  "23 19 * * * make-number-series",
  "*/10 * * * * release-stale-claims",
  "13 18 * * * send-audit-head",
  "* * * * * close-programs",
  "* * * * * check-sources",
  "* * * * * check-service",
  "* * * * * ask-gateways",
  "37 * * * * check-sources ?id=check-all-sources {all: true}",
  "* * * * * compare-faces",
  "*/10 * * * * load-questions",
  "3,13,23,33,43,53 * * * * escalate-tickets",
  "4,14,24,34,44,54 * * * * warn-of-rights",
  "27 18 * * * erase-old-tickets",
  "*/5 * * * * sweep-lookups",
  "* * * * * announce-verdicts",
  "*/5 * * * * remind-drafts",
  "* * * * * expire-payments",
  "23 * * * * remind-passwords",
].join("\n");

/** The questions of the helpdesk, as files. */
export const questionsFolder = join(projectRoot, "helpdesk/faq");

/** Every job by its name, wired to what it needs. */
export function jobsOf(platform: JobPlatform): Jobs {
  const { keyring, blobs, rebuild } = platform;
  const db = platform.db.worker.kysely;
  const catalog = catalogOf(db, platform.regions);
  const { log, httpSources = {} } = platform;
  const sourceOf = sourcesOn({ db, keyring, log, httpSources });
  return {
    "check-document": checkDocumentJob({
      db,
      keyring,
      blobs,
      rebuild,
      onChanged: async (trx, document) => {
        if (document.application_id) await refreshProgress({ db: trx, keyring, catalog }, document.application_id);
      },
    }),
    [checkTicketFileJob]: checkTicketFileJobOf({ db, keyring, blobs, rebuild }),
    [afterCaseJob]: afterNikCaseJob({ db, keyring, catalog }),
    [checkTicketJob]: checkTicketJobOf({ db, keyring, sourceOf }),
    "sweep-documents": sweepDocumentsJob({ db, blobs }),
    "sweep-orphans": sweepOrphansJob({ db, blobs }),
    "sweep-uploads": sweepUploadsJob({ db, blobs }),
    "sweep-held-forms": sweepHeldFormsJob(db),
    "sweep-sessions": sweepSessionsJob(db),
    "expire-payments": expirePaymentsJob(db),
    "sweep-challenges": sweepChallengesJob(db),
    "sweep-recoveries": sweepRecoveriesJob(db),
    [carryOutJob]: carryOutAccountRequestJob({ db, keyring, limits: limitsOn(platform.db.worker.sql, keyring) }),
    [moveAddressJob]: moveAddressJobOf({ db, keyring }),
    [removeFactorsJob]: removeFactorsJobOf({ db, keyring }),
    "sweep-number-proofs": sweepNumberProofsJob(db),
    "sweep-subscriptions": sweepSubscriptionsJob(db),
    [copyJob]: makeDataCopyJob({ db, keyring, blobs, catalog }),
    "sweep-data-copies": sweepDataCopiesJob({ db, blobs }),
    "carry-out-erasures": carryOutErasuresJob({ db, keyring, blobs }),
    "make-number-series": makeNumberSeriesJob(db),
    "check-sources": checkSourcesJob({ db, keyring, catalog, sourceOf }),
    "compare-faces": compareFacesJob({ db, keyring, catalog, blobs, log, httpSources }),
    "check-service": checkServiceJob({
      db,
      blobs,
      mail: platform.mail,
      smsUrl: platform.config?.sms?.url,
      gatewayUrls: platform.gatewayUrls,
      loginUrl: platform.publicUrl + paths.account.login,
      sourceUrls: Object.fromEntries(Object.entries(httpSources).map(([name, { url }]) => [name, url])),
    }),
    [askGatewaysJob]: askGatewaysJobOf({ db, keyring, gatewayOf: platform.gatewayOf ?? (() => undefined) }),
    "load-questions": loadQuestionsJob(db, questionsFolder),
    "erase-old-tickets": eraseOldTicketsJob({ db, blobs }),
    "escalate-tickets": escalateTicketsJob({ db, keyring }),
    "warn-of-rights": warnOfRightsJob({ db, keyring }),
    [tellOperatorJob]: tellOperatorJobOf({
      db,
      mail: platform.mail,
      to: platform.config?.operatorEmail,
      publicUrl: platform.publicUrl,
      log,
    }),
    [tellOfTicketsJob]: tellOperatorOfTicketsJobOf({
      db,
      mail: platform.mail,
      to: platform.config?.operatorEmail,
      log,
    }),
    "answer-lookup": answerLookupJob({ db, keyring, sourceOf }),
    "sweep-lookups": sweepLookupsJob(db),
    "close-programs": closeProgramsJob(db),
    "announce-extension": announceExtensionJob(db),
    "announce-verdicts": announceVerdictsJob(db),
    "remind-drafts": remindDraftsJob(db),
    "remind-passwords": remindPasswordsJob({ db, keyring }),
    "release-stale-claims": releaseStaleClaimsJob(db),
    "send-audit-head": sendAuditHeadJob({
      db,
      mail: platform.mail,
      to: platform.config?.auditHeadsEmail,
      publicUrl: platform.publicUrl,
    }),
    ...(platform.sms ? { "send-text": sendTextJob({ db, keyring, sms: platform.sms }) } : {}),
    ...(platform.mail
      ? lettersOf({
          db,
          keyring,
          mail: platform.mail,
          sms: platform.sms,
          publicUrl: platform.publicUrl,
          places: platform.places,
        })
      : {}),
  };
}

function lettersOf(services: SendNoticeServices & { readonly sms: SmsGateway | undefined }): Jobs {
  return {
    "send-notice": sendNoticeJob(services),
    [sendTicketLetterJob]: sendTicketLetterJobOf(services),
    "send-subscription-letter": sendSubscriptionLetterJob(services),
  };
}
