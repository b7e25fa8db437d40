import type { Transaction } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import { recordAudit } from "../../../registry/audit/record.ts";
import { renewClaim } from "../../../registry/reviews/claim.ts";
import type { StaffVisit } from "../../route.ts";
import { listQueue } from "../queue/queue.query.ts";
import type { ConsoleServices } from "../services.ts";
import { itemsOf, loadReview, type Review, type ReviewItem } from "./review.query.ts";
import { ShowPage } from "./show.page.tsx";
import type { TypedVerdict, VerdictError } from "./verdict-form.ts";

const QUEUE_BESIDE = 8;

/** What a rejected form brings back to the page. */
export interface Rejected {
  readonly typed: ReadonlyMap<string, TypedVerdict>;
  readonly errors: readonly VerdictError[];
}

/**
 * Draws the workbench. Who saw which application, and which of its specific data, is recorded in
 * the transaction that reads them: the person may ask for that trail. `trx` must come from `withStaff`.
 */
export async function drawApplication(
  trx: Transaction<DB>,
  services: ConsoleServices,
  visit: StaffVisit,
  input: {
    readonly document: string;
    readonly show: readonly string[];
    readonly done?: string;
    readonly rejected?: Rejected;
  },
): Promise<Response> {
  const applicationId = visit.params["application"] ?? "";
  const shown = new Set(input.show);
  const review = await loadReview(trx, services, { applicationId, language: visit.language, shown });
  await recordSight(trx, visit, review, shown);
  const { accountId: actorId } = visit.session;
  await renewClaim(trx, { applicationId: review.application.id, actorId });
  const filter = { drawer: "open", program: "", age: 0, search: "", page: 1 } as const;
  const queue = await listQueue(trx, services, { filter, actorId, limit: QUEUE_BESIDE });
  const { application } = review;
  const name = application.name === "" ? visit.say("console.unnamed") : application.name;
  return services.draw(
    visit,
    {
      title: `${name} (${application.number ?? application.receipt})`,
      area: visit.say("console.area"),
      layout: "workbench",
      errors: (input.rejected?.errors.length ?? 0) > 0,
    },
    <ShowPage
      visit={visit}
      review={review}
      queue={queue}
      document={chosenDocument(review, input.document)}
      shown={specificIds(review, shown)}
      done={input.done}
      typed={input.rejected?.typed ?? new Map()}
      errors={input.rejected?.errors ?? []}
    />,
  );
}

/** The document asked for, or else the first one that was uploaded. */
function chosenDocument(review: Review, id: string): ReviewItem | undefined {
  const documents = itemsOf(review).filter(({ document }) => document !== undefined);
  return documents.find((item) => item.id === id) ?? documents[0];
}

/** Of what an address asks to show only what exists and was hidden: nothing else is worth repeating. */
function specificIds(review: Review, shown: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    itemsOf(review)
      .filter(({ id, specific }) => specific && shown.has(id))
      .map(({ id }) => id),
  );
}

async function recordSight(
  trx: Transaction<DB>,
  visit: StaffVisit,
  review: Review,
  shown: ReadonlySet<string>,
): Promise<void> {
  const { application } = review;
  const specific = [...specificIds(review, shown)];
  await recordAudit(trx, {
    actorId: visit.session.accountId,
    actorKind: "staff",
    action: specific.length > 0 ? "application.reveal" : "application.view",
    institutionId: application.institutionId,
    subjectKind: "application",
    subjectId: application.id,
    data: { round: application.round, ...(specific.length > 0 ? { shown: specific } : {}) },
  });
}
