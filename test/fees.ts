import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { Fee } from "../src/program/fee.ts";
import type { Program } from "../src/program/definition.ts";
import { newReceipt } from "../src/registry/applications/receipt.ts";
import { beginPayment } from "../src/registry/fees/begin-payment.ts";
import { takeStatement } from "../src/registry/fees/take-statement.ts";
import { recordPayment, type Arrival, type Recorded } from "../src/registry/fees/record-payment.ts";
import type { ReviewWorld, TestApplication } from "./applications.ts";

/** A fee of Rp250.000 by transfer before submission, changed as told. */
export function aFee(changes: Partial<Program["fee"] & object> = {}): Fee {
  return Fee.parse({
    amount: 250_000,
    covers: { id: "Pemeriksaan permohonan", en: "Checking the application" },
    due: "before_submission",
    pay_within: "P3D",
    methods: ["transfer"],
    transfer: { bank: "Bank Contoh", account: "1234567890", name: "Instansi Contoh" },
    refund: {
      when: ["rejected", "locked"],
      text: { id: "Dikembalikan bila ditolak.", en: "Given back if rejected." },
    },
    ...changes,
  });
}

/** Begins an order by transfer, as its owner does. */
export async function order(world: ReviewWorld, { id, accountId }: TestApplication): Promise<string> {
  const begun = await beginPayment(world.database.web.kysely, {
    applicationId: id,
    accountId,
    method: "transfer",
    payWithin: "P3D",
  });
  if (begun === undefined) throw new Error("nothing is to be paid");
  return begun;
}

/** Records money for an order as the gateway's notification does; by default all that was asked. */
export async function arrive(
  world: Pick<ReviewWorld, "database" | "keyring">,
  paymentId: string,
  changes: Partial<Arrival> = {},
): Promise<Recorded> {
  const { amount } = await world.database.owner.kysely
    .selectFrom("payments")
    .select("amount")
    .where("id", "=", paymentId)
    .executeTakeFirstOrThrow();
  const arrival: Arrival = {
    paymentId,
    amount,
    transactionId: uuidv7(),
    at: new Date(),
    origin: "gateway",
    actorId: null,
    ...changes,
  };
  return world.database.web.kysely.transaction().execute((trx) => recordPayment(trx, world.keyring, arrival));
}

/** Pays all that an application asks for, by transfer. */
export async function pay(world: ReviewWorld, application: TestApplication): Promise<void> {
  await arrive(world, await order(world, application));
}

/** The databases behind a world, or a product that runs. */
interface Behind {
  readonly database: Pick<ReviewWorld["database"], "owner" | "staff">;
}

/**
 * An order of Rp250.000 and a tail for an application, whatever its program: the one that is open, or a new one; `owed` is
 * paid and to be given back wholly. Processes that make some at once wait for each other, as orders of people do.
 */
export async function aPayment(
  world: Behind,
  applicationId: string,
  state: "waiting" | "owed" = "waiting",
): Promise<string> {
  const [row] = await world.database.owner.sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('an order of a test', 0))`;
    const open = await sql<{ id: string }[]>`
      select id from payments where application_id = ${applicationId} and status = 'waiting' and ${state} = 'waiting'`;
    if (open.length > 0) return open;
    return sql<{ id: string }[]>`
      insert into payments (id, institution_id, program_id, application_id, reference, method, fee, tail, amount, expires_at,
          status)
        select fresh_id(), institution_id, program_id, id, ${newReceipt("B")}, 'transfer', 250000, n, 250000 + n,
            app_now() + interval '3 days', ${state === "owed" ? "cancelled" : "waiting"}
          from applications, generate_series(1, 999) as n
          where id = ${applicationId} and not exists
            (select from payments where amount = 250000 + n and status = 'waiting')
          order by random() limit 1
        returning id`;
  });
  const id = row?.id ?? "";
  if (state === "owed") {
    await world.database.owner.sql`
      update payments set status = 'refund_due', transaction_id = ${id}, paid_amount = amount, paid_at = app_now(),
          recorded_at = app_now(), refund = amount, refund_reason = 'too_late', refund_at = app_now()
        where id = ${id}`;
  }
  return id;
}

/** What a treasurer says to have given back of it. */
export async function aProposedRefund(world: Behind, paymentId: string, proposedBy: string) {
  await world.database.owner.sql`
    insert into refund_proposals (payment_id, institution_id, amount, transfer_reference, proposed_by)
      select id, institution_id, refund - refunded, 'KEMBALI-1', ${proposedBy} from payments where id = ${paymentId}`;
}

/** A statement of the bank, without a line or with one that pays an order. */
export async function aStatement(
  world: Behind,
  institutionId: string,
  actorId: string,
  paymentId?: string,
): Promise<string> {
  const orders = await world.database.owner.sql<{ reference: string; amount: string }[]>`
    select reference, amount from payments where id = ${paymentId ?? null}`;
  const lines = orders.map(({ reference, amount }) => {
    return { line: 2, day: "2026-01-21", amount: Number(amount), references: [reference], transactionId: uuidv7() };
  });
  return takeStatement(world.database.staff.kysely, {
    institutionId,
    institutions: [institutionId],
    actorId,
    fileHash: randomBytes(32),
    statement: { lines, badLines: 0, debits: 0 },
  });
}
