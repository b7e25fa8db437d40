import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "kysely";
import { anApplication, change, publish, reviewWorld, type ReviewWorld, submit } from "../../../test/applications.ts";
import { aFee, arrive, order, pay } from "../../../test/fees.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { submitApplication } from "../applications/submit.ts";
import { withdrawApplication } from "../applications/withdraw.ts";
import { beginPayment } from "./begin-payment.ts";
import { expirePayments } from "./expire-payments.ts";
import { listPayments } from "./payments.ts";

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
  const window = { opens: "2026-01-01", closes: "2090-01-01", at_close: "submit_complete_and_lock" } as const;
  const program = { ...readProgram(npwpPribadi), window };
  await publish(world, { ...program, program: "berbayar", fee: aFee() });
  const amount = 'status_perkawinan == "kawin" ? 300000 : 100000';
  await publish(world, { ...program, program: "berumus", fee: aFee({ amount }) });
});
afterAll(() => world.close());

const draft = (program = "berbayar") => anApplication(world, { program }).complete();

async function standing(id: string) {
  return world.database.owner.kysely
    .selectFrom("applications")
    .select(["status", "complete", "progress", "fee_due", "fee_paid"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

const payments = (id: string) => listPayments(world.database.web.kysely, id);

it("lets an application be sent once it is paid, by an order whose amount names it", async () => {
  const application = await draft();
  const web = world.database.web.kysely;
  const input = { applicationId: application.id, accountId: application.accountId };
  expect(await standing(application.id)).toMatchObject({
    complete: false,
    progress: { fee: "todo" },
    fee_due: 250_000,
  });
  expect(await submitApplication(web, input)).toMatchObject({ outcome: "incomplete" });

  const [one, two] = await Promise.all([order(world, application), order(world, application)]);
  expect(two).toBe(one);
  const [begun] = await payments(application.id);
  expect(begun).toMatchObject({ status: "waiting", fee: 250_000, amount: 250_000 + (begun?.tail ?? 0) });
  expect(begun?.tail).toBeGreaterThan(0);
  expect(begun?.reference).toMatch(/^B-[0-9A-Z]{5}-[0-9A-Z]{5}$/);

  // The same notification fifty times, some at the same moment.
  const told = await Promise.all(Array.from({ length: 50 }, () => arrive(world, one, { transactionId: "trx-satu" })));
  expect(told.filter(({ outcome }) => outcome === "recorded")).toHaveLength(1);
  expect(await standing(application.id)).toMatchObject({
    complete: true,
    progress: { fee: "done" },
    fee_paid: 250_000,
  });
  expect(await payments(application.id)).toMatchObject([{ status: "paid", counted: 250_000, refund: 0 }]);
  expect(await beginPayment(web, { ...input, method: "transfer", payWithin: "P3D" })).toBeUndefined();
  await submit(world, application);
  expect(await standing(application.id)).toMatchObject({ status: "submitted" });
});

it("counts too little, asks for the rest, and gives back what is too much or came twice", async () => {
  const application = await draft();
  const first = await order(world, application);
  expect(await arrive(world, first, { amount: 200_000 })).toMatchObject({ counted: 200_000, rest: 50_000 });
  expect(await standing(application.id)).toMatchObject({ complete: false, fee_paid: 200_000 });
  const second = await order(world, application);
  expect((await payments(application.id))[0]).toMatchObject({ fee: 50_000, status: "waiting" });
  expect(await arrive(world, second, { amount: 60_000 })).toMatchObject({ counted: 50_000, rest: 0 });
  expect(await arrive(world, first, { amount: 250_000 })).toMatchObject({ counted: 0, refund: 250_000 });
  expect((await payments(application.id)).map(({ status, refund }) => [status, refund > 0])).toEqual([
    ["refund_due", true],
    ["refund_due", true],
    ["paid", false],
  ]);
  expect(await standing(application.id)).toMatchObject({ complete: true, fee_paid: 250_000 });
});

it("cancels an order that a changed answer made wrong, and gives back at sending what was paid above the fee", async () => {
  const application = await draft("berumus");
  const marry = (answer: string) => change(world, application, "keluarga", { status_perkawinan: answer });
  expect(await standing(application.id)).toMatchObject({ fee_due: 100_000 });
  const small = await order(world, application);
  await marry("kawin");
  expect(await standing(application.id)).toMatchObject({ fee_due: 300_000, complete: false });
  expect(await payments(application.id)).toMatchObject([{ status: "cancelled" }]);
  // Its money was on the way: it counts, and a rest stays.
  expect(await arrive(world, small)).toMatchObject({ counted: 100_000, rest: 200_000 });
  await pay(world, application);
  expect(await standing(application.id)).toMatchObject({ complete: true, fee_paid: 300_000 });
  await marry("cerai_hidup");
  expect(await standing(application.id)).toMatchObject({ complete: true, fee_due: 100_000, fee_paid: 300_000 });
  await submit(world, application);
  expect(await standing(application.id)).toMatchObject({ fee_paid: 100_000 });
  const back = (await payments(application.id)).map(({ refund, refundReason }) => [refund, refundReason]);
  expect(back).toEqual([
    [200_000, "changed"],
    [0, null],
  ]);
});

it("takes money that comes late: for an open draft it counts, after withdrawing it is to be given back", async () => {
  const application = await draft();
  const late = await order(world, application);
  await world.database.owner.sql`update payments set expires_at = now() - interval '1 minute' where id = ${late}`;
  expect(await payments(application.id)).toMatchObject([{ status: "expired" }]);
  expect(await expirePayments(world.database.worker.kysely)).toBe(1);
  expect(await expirePayments(world.database.worker.kysely)).toBe(0);
  expect(await arrive(world, late)).toMatchObject({ counted: 250_000, refund: 0 });
  expect(await standing(application.id)).toMatchObject({ complete: true });

  const gone = await draft();
  const open = await order(world, gone);
  await withdrawApplication(world.database.web.kysely, { applicationId: gone.id, accountId: gone.accountId });
  expect(await payments(gone.id)).toMatchObject([{ status: "cancelled" }]);
  expect(await arrive(world, open)).toMatchObject({ counted: 0, refund: (await payments(gone.id))[0]?.amount });
  expect(await payments(gone.id)).toMatchObject([{ status: "refund_due", refundReason: "too_late" }]);
});

it("gives every open order of an institution an amount of its own", async () => {
  const applications = await Promise.all(Array.from({ length: 6 }, () => draft()));
  await Promise.all(applications.map((application) => order(world, application)));
  const { rows } = await sql<{ amount: number }>`select amount from payments where status = 'waiting'`.execute(
    world.database.owner.kysely,
  );
  expect(new Set(rows.map(({ amount }) => amount)).size).toBe(rows.length);
  await Promise.all(applications.map((application) => pay(world, application)));
});

it("never counts more than came nor loses a rupiah, whatever comes", async () => {
  const application = await draft();
  const first = await order(world, application);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 600_000 }), async (amount) => {
      const recorded = await arrive(world, first, { amount });
      expect(recorded.outcome).toBe("recorded");
      const all = await payments(application.id);
      for (const { paidAmount, counted, refund, tail } of all.filter((one) => one.paidAmount !== null)) {
        const kept = (paidAmount ?? 0) - counted - refund;
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(kept).toBeLessThanOrEqual(tail);
      }
      const { fee_paid } = await standing(application.id);
      expect(fee_paid).toBe(all.reduce((sum, { counted }) => sum + counted, 0));
      expect(fee_paid).toBeLessThanOrEqual(250_000);
    }),
    { numRuns: 15 },
  );
});
