import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anApplication, publish, type ReviewWorld, worldOf } from "../../../test/applications.ts";
import { aFee, arrive, pay } from "../../../test/fees.ts";
import { signIn } from "../../../test/people.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { paths } from "../../paths.ts";
import { gatherApplication } from "../../registry/data-copies/gather-application.ts";
import { listPayments } from "../../registry/fees/payments.ts";

const { apply } = paths;
let app: TestApp;
let world: ReviewWorld;
beforeAll(async () => {
  app = await testApp();
  const fee = aFee({ refund: { when: [], text: aFee().refund.text } });
  const institutionId = await publish(app, { ...readProgram(npwpPribadi), program: "berbayar", fee });
  world = worldOf(app, institutionId);
});
afterAll(() => app.close());

it("leads from the list of parts to an order by transfer, and from the money to sending", async () => {
  const application = await anApplication(world, { program: "berbayar" }).complete();
  const browser = await signIn(app, application.accountId, "applicant");
  const fee = apply.fee(application.id);
  const tasks = await browser.get(apply.tasks(application.id));
  expect(tasks.html).toContain(`href="${fee}"`);
  expect(tasks.html).toContain("Belum dibayar");
  expect((await browser.get(apply.check(application.id))).html).not.toContain('name="declaration"');

  const owed = await browser.get(fee);
  expect(owed.html).toContain("Rp250.000");
  const ordered = await browser.post(fee, { method: "transfer" });
  const [payment] = await listPayments(app.database.web.kysely, application.id);
  if (!payment) throw new Error("no order was begun");
  for (const text of ["Bank Contoh", "1234567890", payment.reference, "kode unik", "WIB"]) {
    expect(ordered.html).toContain(text);
  }
  expect(ordered.html).toContain(`Rp250.${String(payment.tail).padStart(3, "0")}`);

  const wrong = await browser.post(apply.tellFee(application.id, payment.id), {
    bank: "",
    name: "Siti",
    "at.day": "3",
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="Siti"');
  const told = { bank: "Bank Contoh", name: "Siti", "at.day": "20", "at.month": "11", "at.year": "2026" };
  expect((await browser.post(apply.tellFee(application.id, payment.id), told)).html).toContain(
    "Menunggu konfirmasi bendahara",
  );

  // A copy of one's data holds it, with what was told.
  const services = { db: app.database.worker.kysely, keyring: app.keyring, catalog: world.catalog, blobs: app.blobs };
  expect((await gatherApplication(services, application.id, application.accountId)).payments).toMatchObject([
    { reference: payment.reference, told: { bank: "Bank Contoh", at: "2026-11-20" } },
  ]);

  await arrive(world, payment.id);
  const paid = await browser.get(fee);
  expect(paid.html).toContain("Lunas");
  expect(paid.html).toContain(`Bukti pembayaran ${payment.reference}`);
  expect((await browser.get(apply.check(application.id))).html).toContain('name="declaration"');
  const sent = await browser.post(apply.submit(application.id), { declaration: "yes" });
  expect(sent.url).toContain(apply.receipt(application.id));
});

it("says on the way out what becomes of the money, and asks whoever was accepted until when", async () => {
  const paid = await anApplication(world, { program: "berbayar" }).complete();
  await pay(world, paid);
  const leaving = await signIn(app, paid.accountId, "applicant");
  expect((await leaving.get(apply.withdraw(paid.id))).html).toContain("Anda sudah membayar Rp250.000.");

  const fee = aFee({ due: "after_acceptance", refund: { when: [], text: aFee().refund.text } });
  await publish(app, { ...readProgram(npwpPribadi), program: "nanti", fee });
  const accepted = await anApplication(world, { program: "nanti" }).submitted();
  const browser = await signIn(app, accepted.accountId, "applicant");
  expect((await browser.get(apply.fee(accepted.id))).html).toContain("Belum waktunya");
  const { sql } = app.database.owner;
  await sql`update applications set status = 'accepted', decided_at = now() where id = ${accepted.id}`;
  expect((await browser.get(apply.status(accepted.id))).html).toContain("Langkah berikutnya: bayar biaya Rp250.000");
  await sql`update applications set decided_at = now() - interval '4 days' where id = ${accepted.id}`;
  expect((await browser.get(apply.status(accepted.id))).html).toContain("seharusnya dibayar");
  const late = await browser.get(apply.fee(accepted.id));
  expect(late.html).toContain("Terlambat");
  expect((await browser.post(apply.fee(accepted.id), { method: "transfer" })).html).toContain("Pesanan pembayaran");
});

it("asks nobody to pay before everything else is done, nor where the program has no fee", async () => {
  const { accountId } = await anApplication(world, { program: "berbayar" }).complete();
  const browser = await signIn(app, accountId, "applicant");
  await publish(app, readProgram(npwpPribadi));
  const free = await anApplication(world, { accountId }).complete();
  expect((await browser.get(apply.fee(free.id))).status).toBe(404);
  expect((await browser.get(apply.tasks(free.id))).html).not.toContain("Bayar biaya");
});
