import { afterAll, beforeAll, expect, it } from "vitest";
import { anApplication, aReviewer, publish, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { aFee, arrive, order, pay } from "../../../test/fees.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { closeProgram } from "../applications/close.ts";
import { withdrawApplication } from "../applications/withdraw.ts";
import { contentOf } from "../../jobs/letters/content.ts";
import { closingFacts } from "../notices/closing-facts.query.ts";
import { takeNotice } from "../notices/outgoing.ts";
import { acceptApplication } from "../reviews/accept.ts";
import { rejectApplication } from "../reviews/reject.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { extendWindow } from "../windows/extend.ts";
import { sql } from "kysely";
import { beginPayment } from "./begin-payment.ts";
import { listPayments } from "./payments.ts";

let world: ReviewWorld;
let reviewer: string;
beforeAll(async () => {
  world = await reviewWorld();
  reviewer = await aReviewer(world, world.institutionId);
  const window = { opens: "2026-01-01", closes: "2090-01-01", at_close: "submit_complete_and_lock" } as const;
  const program = { ...readProgram(npwpPribadi), window };
  await publish(world, { ...program, program: "berbayar", fee: aFee() });
  const refund = { when: [], text: aFee().refund.text };
  await publish(world, { ...program, program: "nanti", fee: aFee({ due: "after_acceptance", refund }) });
});
afterAll(() => world.close());

async function standing(id: string) {
  return world.database.owner.kysely
    .selectFrom("applications")
    .select(["status", "complete", "fee_due", "fee_paid", "program_id"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

const payments = (id: string) => listPayments(world.database.web.kysely, id);
const staff = () => ({ db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog });

it("sends paid drafts at the closing, locks unpaid ones, and lets an extension take the refund back", async () => {
  const { owner, worker } = world.database;
  const draft = () => anApplication(world, { program: "berbayar" }).complete();
  const [paid, unpaid, partly] = [await draft(), await draft(), await draft()];
  await pay(world, paid);
  const open = await order(world, unpaid);
  await arrive(world, await order(world, partly), { amount: 1_000 });
  await owner.sql`update applications set agreed_at = now(), declared_at = now() where status = 'draft'`;
  const { program_id } = await standing(paid.id);
  expect(await closingFacts(owner.kysely, unpaid.id, "reminder")).toMatchObject({
    lines: [{ id: "Biaya: Pemeriksaan permohonan" }],
    outlook: "locks",
  });
  await owner.sql`update programs set closes_at = now() - interval '1 minute', grace_seconds = 0 where id = ${program_id}`;
  expect(await closeProgram(worker.kysely, program_id)).toEqual({ submitted: 1, locked: 2 });
  expect(await standing(paid.id)).toMatchObject({ status: "submitted", fee_paid: 250_000 });
  expect(await standing(unpaid.id)).toMatchObject({ status: "locked" });
  expect(await closingFacts(owner.kysely, unpaid.id, "locked")).toMatchObject({
    lines: [{ en: "Fee: Checking the application" }],
  });
  expect(await payments(unpaid.id)).toMatchObject([{ status: "cancelled" }]);
  expect(await payments(partly.id)).toMatchObject([{ status: "refund_due", refund: 1_000, refundReason: "locked" }]);
  // Paid in time by the bank, seen by the treasurer after the closing.
  expect(await arrive(world, open)).toMatchObject({ counted: 0 });

  const extend = (applicationId: string) =>
    extendWindow(world.database.staff.kysely, {
      programId: program_id,
      applicationId,
      closesAt: new Date(Date.now() + 86_400_000),
      reason: "Gangguan",
      actorId: reviewer,
      institutions: [world.institutionId],
    });
  await extend(partly.id);
  expect(await standing(partly.id)).toMatchObject({ status: "draft", complete: false, fee_paid: 1_000 });
  expect(await payments(partly.id)).toMatchObject([{ status: "paid", refund: 0 }]);
  // Nor does whoever paid in time pay again: what came while the draft was locked counts.
  await extend(unpaid.id);
  expect(await standing(unpaid.id)).toMatchObject({ status: "draft", complete: true, fee_paid: 250_000 });
  expect(await payments(unpaid.id)).toMatchObject([{ status: "paid", counted: 250_000, refund: 0 }]);
  await owner.sql`update programs set closes_at = '2090-01-01' where id = ${program_id}`;
});

it("gives back by the program's rule: after a rejection, not after withdrawing", async () => {
  const rejected = await anApplication(world, { program: "berbayar" }).complete();
  await pay(world, rejected);
  await world.database.owner.sql`update applications set status = 'in_review', claimed_by = ${reviewer}, round = 1,
    submitted_at = now() where id = ${rejected.id}`;
  await rejectApplication(staff(), {
    applicationId: rejected.id,
    institutions: [world.institutionId],
    actorId: reviewer,
    round: 1,
    reasons: ["tidak_sesuai"],
    note: "",
  });
  const [owed] = await payments(rejected.id);
  expect(owed).toMatchObject({ status: "refund_due", refund: owed?.paidAmount, refundReason: "rejected" });
  const given = (id: string) =>
    withStaff(world.database.staff.kysely, [world.institutionId], async (trx) => {
      const { rows } = await sql<{
        done: boolean;
      }>`select refund_payment(${id}::uuid, (select refund - refunded from payments where id = ${id}::uuid), ${reviewer}::uuid) as done`.execute(
        trx,
      );
      return rows[0]?.done;
    });
  expect(await given(owed?.id ?? "")).toBe(true);
  expect(await given(owed?.id ?? "")).toBe(false);
  expect(await payments(rejected.id)).toMatchObject([{ status: "refunded", refunded: owed?.paidAmount, counted: 0 }]);
  expect(await standing(rejected.id)).toMatchObject({ fee_paid: 0 });

  const withdrawn = await anApplication(world, { program: "berbayar" }).complete();
  await pay(world, withdrawn);
  const { id: applicationId, accountId } = withdrawn;
  await withdrawApplication(world.database.web.kysely, { applicationId, accountId });
  expect(await payments(withdrawn.id)).toMatchObject([{ status: "paid", refund: 0 }]);
});

it("is paid after acceptance, where the program says so, and not before", async () => {
  const application = await anApplication(world, { program: "nanti" }).claimedBy(reviewer);
  const begin = () =>
    beginPayment(world.database.web.kysely, {
      applicationId: application.id,
      accountId: application.accountId,
      method: "transfer",
      payWithin: "P3D",
    });
  expect(await begin()).toBeUndefined();
  const { round } = await world.database.owner.kysely
    .selectFrom("applications")
    .select("round")
    .where("id", "=", application.id)
    .executeTakeFirstOrThrow();
  const act = { applicationId: application.id, institutions: [world.institutionId], actorId: reviewer, round };
  expect(await acceptApplication(staff(), act)).toMatchObject({ number: expect.any(String) as string });
  expect(await standing(application.id)).toMatchObject({ status: "accepted", fee_due: 250_000, fee_paid: 0 });
  const [notice] = await world.database.owner.sql<{ id: string }[]>`
    select id from notices where application_id = ${application.id} and kind = 'accepted'`;
  const letter = await takeNotice(world.database.worker.kysely, world.keyring, notice?.id ?? "");
  expect(letter && contentOf(letter, "https://daftar.example").facts).toContain(
    "Langkah berikutnya: bayar biaya Rp250.000",
  );
  await arrive(world, (await begin()) ?? "");
  expect(await standing(application.id)).toMatchObject({ fee_paid: 250_000 });
  expect(await begin()).toBeUndefined();
});
