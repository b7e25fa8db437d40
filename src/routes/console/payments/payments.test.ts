import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { aFee, arrive, order } from "../../../../test/fees.ts";
import { npwpPribadi, readProgram } from "../../../../test/programs/compiled.ts";
import { paths } from "../../../paths.ts";
import { withdrawApplication } from "../../../registry/applications/withdraw.ts";

const { console: at } = paths;
const window = { opens: "2026-01-01", closes: "2090-01-01", at_close: "submit_complete_and_lock" } as const;

let world: ConsoleWorld;
let budi: { readonly id: string; readonly desk: Desk };
let wati: { readonly id: string; readonly desk: Desk };
beforeAll(async () => {
  world = await consoleWorld();
  await publish(world, { ...readProgram(npwpPribadi), window, program: "berbayar", fee: aFee() });
  budi = await treasurer("Budi Contoh");
  wati = await treasurer("Wati Contoh");
});
afterAll(() => world.close());

async function treasurer(name: string) {
  const id = await aReviewer(world, world.institutionId, ["treasurer"], name);
  return { id, desk: await world.signIn(id) };
}

/** An open order of a complete draft, with its amount as the bank shows it. */
async function anOrder() {
  const application = await anApplication(world, { program: "berbayar" }).complete();
  const id = await order(world, application);
  const { amount, reference } = await row(id);
  return { application, id, amount: Number(amount), reference };
}

function row(id: string) {
  return world.database.owner.kysely
    .selectFrom("payments")
    .select(["amount", "reference", "status", "paid_amount", "paid_at", "counted", "refund", "refunded"])
    .select("decided_by")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

function money(id: string) {
  return world.database.owner.kysely
    .selectFrom("payments")
    .select(["status", "paid_amount", "counted", "refund"])
    .where((eb) => eb.or([eb("id", "=", id), eb("follows", "=", id)]))
    .orderBy("id")
    .execute();
}

const seen = (amount: number | string, reference: string) => ({
  act: "confirm",
  day: "2026-01-20",
  amount: String(amount),
  reference,
});

async function letters(applicationId: string): Promise<string[]> {
  const rows = await world.database.owner.kysely
    .selectFrom("notices")
    .select("kind")
    .where("application_id", "=", applicationId)
    .orderBy("id")
    .execute();
  return rows.map(({ kind }) => kind);
}

test("a treasurer finds an order by its amount, and records the transfer that the statement shows", async () => {
  const { id, amount, reference, application } = await anOrder();
  const found = await budi.desk.get(`${at.payments}?sought=${amount}`);
  expect(found.html).toContain(reference);
  expect((await budi.desk.get(`${at.payments}?sought=Rp1`)).html).toContain("Tidak ada pembayaran");
  expect((await budi.desk.get(at.payment(id))).html).toContain("Siti Contoh");
  const done = await budi.desk.post(at.payment(id), seen(`Rp ${amount.toLocaleString("id-ID")},00`, "trx-01"));
  expect(done.location).toBe(`${at.payment(id)}?done=recorded`);
  expect(await row(id)).toMatchObject({ status: "paid", decided_by: budi.id });
  expect((await row(id)).paid_at?.toISOString()).toBe("2026-01-20T05:00:00.000Z");
  expect(await letters(application.id)).toContain("payment_received");
  const page = (await budi.desk.get(at.payment(id))).html;
  for (const text of ["Uang tercatat", "Bendahara", "seen 2026-01-20 TRX-01"]) expect(page).toContain(text);
});

test("of two treasurers who record the same transfer the second is told, and money that came once more is recorded", async () => {
  const { id, amount } = await anOrder();
  const both = await Promise.all([
    budi.desk.post(at.payment(id), seen(amount, "dua-a")),
    wati.desk.post(at.payment(id), seen(amount, "dua-b")),
  ]);
  expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([303, 409]));
  expect(both.find(({ status }) => status === 409)?.html).toContain("Sementara itu keadaannya berubah");
  expect(await money(id)).toHaveLength(1);
  // Whoever saw that it was paid says that this is more.
  const again = { ...seen(amount, "dua-c"), again: "yes" };
  expect((await wati.desk.post(at.payment(id), again)).status).toBe(303);
  const twice = await wati.desk.post(at.payment(id), again);
  expect(twice.status).toBe(422);
  expect(twice.html).toContain("sudah dicatat");
  expect(await money(id)).toMatchObject([
    { status: "paid", refund: 0 },
    { status: "refund_due", counted: 0, refund: amount },
  ]);
});

test("another amount is recorded as it came", async () => {
  const { id, amount } = await anOrder();
  await budi.desk.post(at.payment(id), seen(amount - 100_000, "kurang"));
  expect(await money(id)).toMatchObject([{ status: "paid", paid_amount: amount - 100_000, counted: amount - 100_000 }]);
});

test.each([
  ["a day that has not come", { day: "2089-01-01" }, "tidak di masa depan"],
  ["no day of the calendar", { day: "2026-02-30" }, "tidak di masa depan"],
  ["half a rupiah", { amount: "250.123,50" }, "rupiah penuh"],
  ["no amount", { amount: "0" }, "rupiah penuh"],
  ["no reference", { reference: " " }, "nomor referensi"],
])("%s is told beside its field, and nothing is recorded", async (_what, change, text) => {
  const { id, amount } = await anOrder();
  const page = await budi.desk.post(at.payment(id), { ...seen(amount, "salah"), ...change });
  expect(page.status).toBe(422);
  expect(page.html).toContain(text);
  expect(page.html).toContain(`value="${Object.values(change)[0] ?? ""}"`);
  expect(await money(id)).toMatchObject([{ status: "waiting", paid_amount: null }]);
});

test("money goes back by two: who says to have sent it does not confirm it, and the payer is told at the end", async () => {
  const { id, amount, application } = await anOrder();
  await withdrawApplication(world.database.web.kysely, {
    applicationId: application.id,
    accountId: application.accountId,
  });
  await arrive(world, id);
  expect(await row(id)).toMatchObject({ status: "refund_due", refund: amount });
  const said = await budi.desk.post(at.payment(id), { act: "propose", sent_reference: "KEMBALI-7" });
  expect(said.location).toBe(`${at.payment(id)}?done=proposed`);
  expect((await wati.desk.post(at.payment(id), { act: "propose", sent_reference: "KEMBALI-8" })).status).toBe(409);
  const own = await budi.desk.get(at.payment(id));
  expect(own.html).toContain("Menunggu penegasan orang kedua");
  expect(own.html).not.toContain("Tegaskan pengembalian");
  expect((await budi.desk.post(at.paymentRefund(id), { answer: "confirmed" })).status).toBe(403);
  expect(await row(id)).toMatchObject({ status: "refund_due", refunded: 0 });
  expect((await wati.desk.get(at.payment(id))).html).toContain("KEMBALI-7");
  const both = await Promise.all([1, 2].map(() => wati.desk.post(at.paymentRefund(id), { answer: "confirmed" })));
  expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([303, 409]));
  expect(await row(id)).toMatchObject({ status: "refunded", refunded: amount });
  expect((await letters(application.id)).filter((kind) => kind === "refunded")).toHaveLength(1);
});

test("a statement about a refund can be taken back, and holds whatever is owed by then: what was sent was sent", async () => {
  const { id, amount, application } = await anOrder();
  await arrive(world, id);
  const { sql } = world.database.owner;
  await sql`update payments set status = 'refund_due', refund = 1000, refund_reason = 'changed', refund_at = app_now() where id = ${id}`;
  await budi.desk.post(at.payment(id), { act: "propose", sent_reference: "SATU" });
  await sql`update payments set refund = 3000 where id = ${id}`;
  expect((await wati.desk.post(at.paymentRefund(id), { answer: "?" })).html).toContain("SATU");
  expect((await wati.desk.post(at.paymentRefund(id), { answer: "confirmed" })).status).toBe(303);
  expect(await row(id)).toMatchObject({ status: "refund_due", refund: 3000, refunded: 1000 });
  expect((await budi.desk.post(at.payment(id), { act: "propose", sent_reference: "DUA" })).status).toBe(303);
  // It is not owed any more, as when an application is reopened; but the bank has sent it.
  await sql`update payments set refund = 1000, status = 'refunded' where id = ${id}`;
  expect((await wati.desk.get(at.payment(id))).html).toContain("DUA");
  expect((await wati.desk.post(at.paymentRefund(id), { answer: "confirmed" })).status).toBe(303);
  const counted = Math.min(250_000, amount - 3000);
  expect(await row(id)).toMatchObject({ status: "refunded", refund: 3000, refunded: 3000, counted });
  const [paid] = await sql`select fee_paid from applications where id = ${application.id}`;
  expect(paid).toMatchObject({ fee_paid: counted });
  await sql`update payments set status = 'refund_due', refund = 4000 where id = ${id}`;
  await budi.desk.post(at.payment(id), { act: "propose", sent_reference: "TIGA" });
  expect((await budi.desk.post(at.paymentRefund(id), { answer: "denied" })).status).toBe(303);
  expect(await row(id)).toMatchObject({ status: "refund_due", refunded: 3000 });
});

test("nobody is treasurer of their own money", async () => {
  const { id, amount, application } = await anOrder();
  const values = { account_id: application.accountId, institution_id: world.institutionId, role: "treasurer" } as const;
  await world.database.owner.kysely.insertInto("staff_roles").values(values).execute();
  const own = await world.signIn(application.accountId);
  expect((await own.post(at.payment(id), seen(amount, "sendiri"))).status).toBe(403);
  expect(await money(id)).toMatchObject([{ status: "waiting" }]);
});

test("the list is taken out as CSV without names, and that is written down", async () => {
  const { reference } = await anOrder();
  const file = await budi.desk.get(`${at.paymentsFile}?status=waiting&program=berbayar`);
  expect(file.headers.get("content-type")).toContain("text/csv");
  expect(file.html).toContain(`"${reference}","berbayar","transfer","waiting"`);
  expect(file.html).not.toContain("Siti");
  const [record] = await world.database.owner.sql`
    select actor_id, data from audit_records where action = 'payment.export' order by at desc limit 1`;
  expect(record).toMatchObject({ actor_id: budi.id, data: { status: "waiting", program: "berbayar" } });
});

test.each(["%00", "%ED%A0%80", "'", "%25", "Rp%20250.000", "9".repeat(40), "-1", "250000.5"])(
  "%s is looked for and not found, in the list and in the file",
  async (typed) => {
    expect((await budi.desk.get(`${at.payments}?sought=${typed}&program=${typed}&before=${typed}`)).status).toBe(200);
    expect((await budi.desk.get(`${at.paymentsFile}?sought=${typed}`)).status).toBe(200);
  },
);

test("of another institution there is nothing to see", async () => {
  const foreign = await publish(world, foreignProgram());
  const stranger = await world.signIn(await aReviewer(world, foreign, ["treasurer"]));
  const { id, reference } = await anOrder();
  expect((await stranger.get(at.payments)).html).not.toContain(reference);
  expect((await stranger.get(at.paymentsFile)).html).not.toContain(reference);
  expect((await stranger.get(at.payment(id))).status).toBe(404);
});
