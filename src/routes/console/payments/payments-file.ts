import { csvStream } from "../../../platform/files/csv.ts";
import { documentHeaders } from "../../../registry/documents/headers.ts";
import { recordAudit } from "../../../registry/audit/record.ts";
import { listTreasury, type ListedPayment, type PaymentFilter } from "../../../registry/fees/treasury.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import type { StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { readPaymentFilter } from "./payments-filter.ts";

const BATCH = 500;
const columns = [
  "reference",
  "program",
  "method",
  "status",
  "amount",
  "created_at",
  "expires_at",
  "paid_amount",
  "paid_at",
  "transaction",
  "counted",
  "refund",
  "refunded",
] as const;

/** The payments of a choice as CSV, in codes and without names; that they were taken out is written down. */
export async function paymentsFile(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { drawer, program, sought } = readPaymentFilter(visit.url.searchParams);
  const { institutions, session } = visit;
  await withStaff(services.db, institutions, async (trx) => {
    for (const institutionId of institutions) {
      await recordAudit(trx, {
        actorId: session.accountId,
        actorKind: "staff",
        action: "payment.export",
        institutionId,
        subjectKind: "institution",
        subjectId: institutionId,
        data: { status: drawer, program },
      });
    }
  });
  const rows = batches(services, institutions, { drawer, program, sought });
  const headers = documentHeaders({ name: "pembayaran.csv", mediaType: "text/csv; charset=utf-8" }, "attachment");
  return new Response(csvStream(rows), { headers });
}

async function* batches(
  services: ConsoleServices,
  institutions: readonly string[],
  filter: Omit<PaymentFilter, "before">,
): AsyncGenerator<readonly (readonly string[])[]> {
  yield [columns];
  let before: string | undefined = "";
  while (before !== undefined) {
    const from: string = before;
    const page = await withStaff(services.db, institutions, (trx) =>
      listTreasury(trx, { ...filter, before: from }, BATCH),
    );
    yield page.payments.map(rowOf);
    before = page.older;
  }
}

function rowOf(one: ListedPayment): string[] {
  const moment = (at: Date | null) => at?.toISOString() ?? "";
  return [
    one.reference,
    one.slug,
    one.method,
    one.drawer,
    String(one.amount),
    moment(one.createdAt),
    moment(one.expiresAt),
    one.paidAmount === null ? "" : String(one.paidAmount),
    moment(one.paidAt),
    one.transactionId ?? "",
    String(one.counted),
    String(one.refund),
    String(one.refunded),
  ];
}
