import { sql, type Kysely, type SqlBool } from "kysely";
import type { PayMethod } from "../../program/fee.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { PaymentStatus } from "./payments.ts";

/** How the treasurer's list is cut; `told` is what applicants say to have paid, `late` what stood too long unpaid. */
export const paymentDrawers = ["told", "waiting", "late", "paid", "refund_due", "refunded"] as const;
export type PaymentDrawer = (typeof paymentDrawers)[number];

/** What the list is narrowed to; an empty text narrows nothing. */
export interface PaymentFilter {
  readonly drawer: PaymentDrawer | "all";
  /** Slug of a program. */
  readonly program: string;
  /** A reference, or an amount in digits. */
  readonly sought: string;
  /** Id of the payment before which the page begins. */
  readonly before: string;
}

/** A payment in the treasurer's list; amounts are whole rupiah. */
export interface ListedPayment {
  readonly id: string;
  readonly reference: string;
  readonly program: { readonly id: string; readonly en: string };
  readonly slug: string;
  readonly zone: string;
  readonly method: PayMethod;
  readonly drawer: PaymentDrawer | "cancelled";
  readonly status: PaymentStatus;
  readonly amount: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly paidAmount: number | null;
  readonly paidAt: Date | null;
  readonly transactionId: string | null;
  readonly counted: number;
  readonly refund: number;
  readonly refunded: number;
}

/** In which drawer a payment lies. */
const drawerOf = sql<ListedPayment["drawer"]>`case
  when p.status in ('paid', 'refund_due', 'refunded') then p.status
  when p.told_at is not null then 'told'
  when p.status = 'cancelled' then 'cancelled'
  when p.status = 'expired' or p.expires_at <= app_now() then 'late'
  else 'waiting' end`;

/** Payments of one's institutions, the newest first. Call it within `withStaff`. */
export function payments(trx: Kysely<DB>, filter: PaymentFilter) {
  const { drawer, program, sought, before } = filter;
  const amount = /^\d{1,12}$/.test(sought) ? Number(sought) : -1;
  return trx
    .selectFrom("payments as p")
    .innerJoin("programs as pr", "pr.id", "p.program_id")
    .innerJoin("institutions as i", "i.id", "p.institution_id")
    .innerJoin("applications as a", "a.id", "p.application_id")
    .innerJoin("program_versions as v", "v.id", "a.version_id")
    .select(["p.id", "p.reference", "p.method", "p.status", "p.amount", "p.created_at", "p.expires_at"])
    .select(["p.paid_amount", "p.paid_at", "p.transaction_id", "p.counted", "p.refund", "p.refunded"])
    .select(["pr.slug", "i.zone"])
    .select(sql<ListedPayment["program"]>`v.definition -> 'title'`.as("program"))
    .select(drawerOf.as("drawer"))
    .$if(drawer !== "all", (query) => query.where(sql<SqlBool>`${drawerOf} = ${drawer}`))
    .$if(program !== "", (query) => query.where("pr.slug", "=", program))
    .$if(sought !== "", (query) =>
      query.where((eb) =>
        eb.or([eb("p.reference", "=", sought), eb("p.amount", "=", amount), eb("p.paid_amount", "=", amount)]),
      ),
    )
    .$if(before !== "", (query) => query.where("p.id", "<", before))
    .orderBy("p.id", "desc");
}

export type PaymentRow = Awaited<ReturnType<ReturnType<typeof payments>["execute"]>>[number];

export function listed(row: PaymentRow): ListedPayment {
  return {
    id: row.id,
    reference: row.reference,
    program: row.program,
    slug: row.slug,
    zone: row.zone,
    drawer: row.drawer,
    status: row.status,
    method: row.method,
    amount: Number(row.amount),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    paidAmount: row.paid_amount === null ? null : Number(row.paid_amount),
    paidAt: row.paid_at,
    transactionId: row.transaction_id,
    counted: Number(row.counted),
    refund: Number(row.refund),
    refunded: Number(row.refunded),
  };
}

/** A page of the list; `older` is where the next begins. */
export async function listTreasury(
  trx: Kysely<DB>,
  filter: PaymentFilter,
  most: number,
): Promise<{ readonly payments: readonly ListedPayment[]; readonly older: string | undefined }> {
  const rows = await payments(trx, filter)
    .limit(most + 1)
    .execute();
  const shown = rows.slice(0, most).map(listed);
  return { payments: shown, older: rows.length > most ? shown.at(-1)?.id : undefined };
}

/** What programs asked, received and gave back, in whole rupiah. */
export interface ProgramSums {
  readonly slug: string;
  readonly program: { readonly id: string; readonly en: string };
  /** Of orders that stand open. */
  readonly asked: number;
  readonly received: number;
  /** What of it counts towards fees and is not to be given back. */
  readonly counted: number;
  readonly refundDue: number;
  readonly refunded: number;
}

/** The sums of each program that ever had a payment. Call it within `withStaff`. */
export async function sumsOfPrograms(trx: Kysely<DB>): Promise<readonly ProgramSums[]> {
  const { rows } = await sql<Record<"asked" | "received" | "counted" | "due" | "back", string> & Names>`
    select pr.slug, v.definition -> 'title' as program,
        coalesce(sum(p.amount) filter (where p.status = 'waiting' and p.expires_at > app_now()), 0) as asked,
        coalesce(sum(p.paid_amount), 0) as received,
        sum(case when p.refund = p.paid_amount then 0 else p.counted end) as counted,
        sum(p.refund - p.refunded) as due, sum(p.refunded) as back
      from payments p join programs pr on pr.id = p.program_id join program_versions v on v.id = pr.version_id
      group by pr.slug, v.definition -> 'title' order by pr.slug`.execute(trx);
  return rows.map(({ slug, program, asked, received, counted, due, back }) => ({
    slug,
    program,
    asked: Number(asked),
    received: Number(received),
    counted: Number(counted),
    refundDue: Number(due),
    refunded: Number(back),
  }));
}

type Names = Pick<ProgramSums, "slug" | "program">;
