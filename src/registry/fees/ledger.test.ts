import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anApplication, aReviewer, publish, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { aFee, aPayment, aProposedRefund, arrive, order } from "../../../test/fees.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { closeProgram } from "../applications/close.ts";
import { submitApplication } from "../applications/submit.ts";
import { withdrawApplication } from "../applications/withdraw.ts";
import { carryOutErasures } from "../erasures/carry-out.ts";
import { feeFacts } from "../notices/fee-facts.query.ts";
import { expirePayments } from "./expire-payments.ts";
import { answerRefund } from "./refund.ts";
import { sumsOfPrograms } from "./treasury.query.ts";

let world: ReviewWorld;
let treasurer: string;
let second: string;
beforeAll(async () => {
  world = await reviewWorld();
  treasurer = await aReviewer(world, world.institutionId, ["treasurer"]);
  second = await aReviewer(world, world.institutionId, ["treasurer"]);
  const window = { opens: "2026-01-01", closes: "2090-01-01", at_close: "submit_complete_and_lock" } as const;
  const refund = { when: ["rejected", "withdrawn", "locked"] as ("rejected" | "withdrawn" | "locked")[] };
  const fee = aFee({ refund: { ...refund, text: aFee().refund.text } });
  await publish(world, { ...readProgram(npwpPribadi), window, program: "berbayar", fee });
});
afterAll(() => world.close());

const draft = () => anApplication(world, { program: "berbayar" }).complete();

/** Where an application can go from each state. */
const onwards: Readonly<Record<string, readonly string[]>> = {
  draft: ["locked", "submitted"],
  locked: ["draft"],
  submitted: ["in_review"],
  in_review: ["submitted", "returned", "rejected", "accepted"],
  returned: ["submitted"],
  rejected: ["appealed"],
  appealed: ["in_review", "rejected"],
  accepted: ["in_review"],
};

const acts = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant("order" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("arrive" as const),
      which: fc.nat(9),
      // Exactly what was asked, or anything.
      amount: fc.option(fc.integer({ min: 1, max: 700_000 })),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant("move" as const), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("fee" as const), due: fc.option(fc.integer({ min: 0, max: 500_000 })) }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("propose" as const), which: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("answer" as const),
      which: fc.nat(9),
      answer: fc.constantFrom("confirmed" as const, "confirmed" as const, "denied" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("expire" as const) }) },
);
type Act = (typeof acts extends fc.Arbitrary<infer One> ? One : never) & object;

interface Row {
  readonly id: string;
  readonly status: string;
  readonly tail: number;
  readonly paid_amount: number | null;
  readonly counted: number;
  readonly refund: number;
  readonly refunded: number;
  readonly proposed: number | null;
}

async function payments(application: string): Promise<readonly Row[]> {
  return world.database.owner.sql<Row[]>`
    select p.id, p.status, p.tail::int, p.paid_amount::float8, p.counted::float8, p.refund::float8, p.refunded::float8,
        r.amount::float8 as proposed
      from payments p left join refund_proposals r on r.payment_id = p.id where p.application_id = ${application} order by p.id`;
}

async function standing(id: string) {
  const [row] = await world.database.owner.sql<{ status: string; fee_due: number | null; fee_paid: number }[]>`
    select status, fee_due::float8, fee_paid::float8 from applications where id = ${id}`;
  if (!row) throw new Error("the application is gone");
  return row;
}

/** Does one act; gives what the bank moved by it: in is above 0, out below. */
async function perform(application: { readonly id: string; readonly accountId: string }, one: Act): Promise<number> {
  const { owner, worker, staff } = world.database;
  const all = await payments(application.id);
  const pick = <T>(from: readonly T[], which: number) => from[which % Math.max(from.length, 1)];
  switch (one.act) {
    case "order":
      await order(world, application).catch(() => undefined);
      return 0;
    case "arrive": {
      const into = pick(all, one.which);
      if (!into) return 0;
      const transactionId = crypto.randomUUID();
      const changes = { transactionId, ...(one.amount === null ? {} : { amount: one.amount }) };
      const told = await Promise.all(Array.from({ length: one.times }, () => arrive(world, into.id, changes)));
      expect(told.filter(({ outcome }) => outcome === "recorded")).toHaveLength(1);
      const [row] = await owner.sql<{ paid: number }[]>`
        select paid_amount::float8 as paid from payments where transaction_id = ${transactionId}`;
      return row?.paid ?? 0;
    }
    case "move": {
      const to = pick(onwards[(await standing(application.id)).status] ?? [], one.which);
      if (to === undefined) return 0;
      const claimed = to === "in_review" ? treasurer : null;
      await owner.sql`
        update applications set status = ${to}, claimed_by = ${claimed}, round = greatest(round, 1), submitted_at = now()
          where id = ${application.id}`;
      return 0;
    }
    case "fee":
      await owner.sql`
        update applications set fee_due = ${one.due} where id = ${application.id} and status in ('draft', 'returned')`;
      return 0;
    case "propose": {
      const owed = pick(
        all.filter(({ status, proposed }) => status === "refund_due" && proposed === null),
        one.which,
      );
      if (owed) await aProposedRefund(world, owed.id, treasurer);
      return 0;
    }
    case "answer": {
      const proposed = pick(
        all.filter((row) => row.proposed !== null),
        one.which,
      );
      if (!proposed) return 0;
      await answerRefund(
        { db: staff.kysely, keyring: world.keyring },
        { paymentId: proposed.id, actorId: second, institutions: [world.institutionId], answer: one.answer },
      );
      return one.answer === "confirmed" ? -(proposed.proposed ?? 0) : 0;
    }
    case "expire":
      await owner.sql`update payments set expires_at = now() where application_id = ${application.id} and status = 'waiting'`;
      await expirePayments(worker.kysely);
      return 0;
  }
}

it("sums to nothing after whatever happens: what came is counted, given back or to be given back, to the rupiah", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 30, maxLength: 60, size: "max" }), async (deeds) => {
      const application = await draft();
      let bank = 0;
      for (const one of deeds) {
        bank += await perform(application, one);
        const { fee_paid } = await standing(application.id);
        const all = await payments(application.id);
        expect(fee_paid).toBe(all.reduce((sum, { counted }) => sum + counted, 0));
        expect(all.reduce((sum, { paid_amount, refunded }) => sum + (paid_amount ?? 0) - refunded, 0)).toBe(bank);
        for (const { paid_amount: paid, counted, refund, tail } of all.filter((row) => row.paid_amount !== null)) {
          // What the program gives back wholly still counts until it is sent, for the case that the application goes on.
          const tails = refund === paid ? 0 : (paid ?? 0) - counted - refund;
          expect(tails).toBeGreaterThanOrEqual(0);
          expect(tails).toBeLessThanOrEqual(tail);
        }
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
  const [sums] = await sumsOfPrograms(world.database.owner.kysely);
  if (!sums) throw new Error("no payment was made");
  const [tails] = await world.database.owner.sql<{ sum: number }[]>`
    select coalesce(sum(tail), 0)::float8 as sum from payments where paid_amount is not null`;
  const kept = sums.received - sums.counted - sums.refundDue - sums.refunded;
  expect(kept).toBeGreaterThanOrEqual(0);
  expect(kept).toBeLessThanOrEqual(tails?.sum ?? 0);
});

it("counts money for a draft whose answers do not say the fee at this moment", async () => {
  const application = await draft();
  const open = await order(world, application);
  await world.database.owner.sql`update applications set fee_due = null where id = ${application.id}`;
  expect(await arrive(world, open)).toMatchObject({ counted: 250_000, refund: 0 });
});

it("records money for an application whose person is gone, to be given back", async () => {
  const application = await draft();
  const open = await order(world, application);
  const { owner, worker } = world.database;
  for (const place of [world.institutionId, null]) {
    await owner.sql`
      insert into erasures (id, number, account_id, institution_id, asked_at, due_at)
        values (gen_random_uuid(), ${`H-${crypto.randomUUID().slice(0, 5)}`}, ${application.accountId}, ${place}, now() - interval '4 days', now())`;
    await carryOutErasures({ db: worker.kysely, keyring: world.keyring, blobs: world.blobs });
    expect(await arrive(world, open)).toMatchObject({ outcome: "recorded", counted: 0 });
  }
  const [left] = await owner.sql`select name_sealed, fee_paid from applications where id = ${application.id}`;
  expect(left).toMatchObject({ name_sealed: null, fee_paid: 0 });
  const [owed] = (await payments(application.id)).filter(({ status }) => status === "refund_due");
  await aProposedRefund(world, owed?.id ?? "", treasurer);
  const services = { db: world.database.staff.kysely, keyring: world.keyring };
  const by = { actorId: second, institutions: [world.institutionId] };
  await answerRefund(services, { ...by, paymentId: owed?.id ?? "", answer: "confirmed" });
  // Nobody is there to be told, and no job tries for days.
  const letters = await owner.sql`select kind from notices where application_id = ${application.id}`;
  expect(letters).toHaveLength(0);
});

it("says in the letter what is still to be given back, without what was sent before", async () => {
  const application = await draft();
  const id = await aPayment(world, application.id, "owed");
  await world.database.owner.sql`update payments set refunded = 50000 where id = ${id}`;
  const [row] = await payments(application.id);
  expect(await feeFacts(world.database.worker.kysely, application.id, "refund_due")).toMatchObject({
    payment: { refund: (row?.refund ?? 0) - 50_000 },
  });
});

it("waits crosswise with nobody: an order whose application is held ends in a later run", async () => {
  const application = await draft();
  const late = await order(world, application);
  await world.database.owner.sql`update payments set expires_at = now() - interval '1 minute' where id = ${late}`;
  await world.database.owner.sql.begin(async (closing) => {
    await closing`select from applications where id = ${application.id} for update`;
    expect(await expirePayments(world.database.worker.kysely)).toBe(0);
    await closing`update payments set told_at = now() where id = ${late}`;
  });
  expect(await expirePayments(world.database.worker.kysely)).toBe(1);
});

it("keeps its sums, and nobody waits crosswise, when money, closing, expiry, sending and withdrawing meet", async () => {
  const { owner, web, worker } = world.database;
  const applications = await Promise.all(Array.from({ length: 6 }, draft));
  const orders = await Promise.all(applications.map((application) => order(world, application)));
  await owner.sql`update payments set expires_at = now() - interval '1 second' where id = any (${orders.slice(0, 3)})`;
  const [program] = await owner.sql<{ id: string }[]>`
    update programs set closes_at = now() - interval '1 minute', grace_seconds = 0 where slug = 'berbayar' returning id`;
  await Promise.all([
    ...applications.flatMap(({ id: applicationId, accountId }, at) => [
      ...["satu", "dua", "satu"].map((name) => arrive(world, orders[at] ?? "", { transactionId: `${at} ${name}` })),
      withdrawApplication(web.kysely, { applicationId, accountId }),
      submitApplication(web.kysely, { applicationId, accountId }),
    ]),
    ...[1, 2].flatMap(() => [closeProgram(worker.kysely, program?.id ?? ""), expirePayments(worker.kysely)]),
  ]);
  await owner.sql`update programs set closes_at = '2090-01-01' where slug = 'berbayar'`;
  for (const { id } of applications) {
    const came = (await payments(id)).filter(({ paid_amount }) => paid_amount !== null);
    expect(came).toHaveLength(2);
    expect((await standing(id)).fee_paid).toBe(came.reduce((sum, { counted }) => sum + counted, 0));
  }
});
