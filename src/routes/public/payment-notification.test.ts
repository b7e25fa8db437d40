import { hash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anApplication, publish, type ReviewWorld, worldOf } from "../../../test/applications.ts";
import { aFee } from "../../../test/fees.ts";
import { signIn } from "../../../test/people.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { paths } from "../../paths.ts";
import { type DevGateway, startDevGateway } from "../../platform/payments/dev-gateway.ts";
import { GatewaySilent } from "../../platform/payments/gateway.ts";
import { gatewaysOf } from "../../platform/payments/gateways.ts";
import { askGateways } from "../../registry/fees/ask-gateways.ts";
import { listPayments } from "../../registry/fees/payments.ts";

const serverKey = "SB-Mid-server-kunci-contoh";
const program = readProgram(npwpPribadi);
const notifying = paths.paymentNotification(program.institution);

let folder: string;
let gateway: DevGateway;
let isAway = false;
let app: TestApp;
let world: ReviewWorld;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "payments-"));
  gateway = await startDevGateway(folder, serverKey);
  const there = gatewaysOf({}, gateway, () => undefined);
  const care = { timeoutMs: 5000, tries: 1, breakAfter: 1000, breakMs: 1, pauseMs: 1 };
  const nowhere = { snapUrl: "http://127.0.0.1:1", apiUrl: "http://127.0.0.1:1", serverKey, ...care };
  const away = gatewaysOf({ [program.institution]: nowhere }, undefined, () => undefined);
  app = await testApp({ gatewayOf: (institution) => (isAway ? away : there)(institution) });
  const window = { opens: "2026-01-01", closes: "2090-01-01", at_close: "submit_complete_and_lock" } as const;
  const fee = aFee({ methods: ["transfer", "gateway"] });
  world = worldOf(app, await publish(app, { ...program, window, program: "berbayar", fee }));
});
afterAll(async () => {
  await app.close();
  await gateway.stop();
  await rm(folder, { recursive: true });
});

/** Somebody who has begun to pay at the gateway, by the page. */
async function aPayer() {
  const application = await anApplication(world, { program: "berbayar" }).complete();
  const browser = await signIn(app, application.accountId, "applicant");
  const address = paths.apply.fee(application.id);
  await browser.get(address);
  const page = await browser.post(address, { method: "gateway" });
  return { ...application, browser, address, page, order: await orderOf(application.id) };
}

async function orderOf(applicationId: string) {
  const [payment] = await listPayments(app.database.web.kysely, applicationId);
  if (!payment) throw new Error("no order was begun");
  const row = await app.database.owner.kysely
    .selectFrom("payments")
    .select("gateway_reference")
    .where("id", "=", payment.id)
    .executeTakeFirstOrThrow();
  return { ...payment, gatewayReference: row.gateway_reference ?? "" };
}

function press(url: string | null, act: string): Promise<Response> {
  return fetch(url ?? "", { method: "POST", body: new URLSearchParams({ do: act }), redirect: "manual" });
}

function ask(): Promise<void> {
  const there = gatewaysOf({}, gateway, () => undefined);
  return askGateways({ db: app.database.worker.kysely, keyring: app.keyring, gatewayOf: there });
}

/** Lets the pauses between questions pass. */
async function due(paymentId: string): Promise<void> {
  await app.database.owner.sql`
    update gateway_asks set ask_at = app_now(), asked_at = app_now() - interval '1 hour' where payment_id = ${paymentId}`;
}

function waitingJobs() {
  return app.database.owner.sql<{ id: string }[]>`
    select id from graphile_worker.jobs where task_identifier = 'ask-gateways'`;
}

async function post(body: string, to = notifying): Promise<string> {
  const answer = await fetch(app.origin + to, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });
  return `${answer.status} ${await answer.text()}`;
}

function notification(order_id: string, change: object = {}) {
  const fields = { order_id, status_code: "200", gross_amount: "250000.00" };
  const signature_key = hash("sha512", Object.values(fields).join("") + serverKey, "hex");
  return JSON.stringify({ ...fields, signature_key, transaction_status: "settlement", ...change });
}

test("one pays at the gateway, which tells of it, and we ask it what is true", async () => {
  const { order, page, id, browser, address } = await aPayer();
  expect(page.html).toContain(order.gatewayUrl);
  expect(order).toMatchObject({ method: "gateway", tail: 0, amount: 250_000 });
  expect((await press(order.gatewayUrl, "pay")).headers.get("location")).toBe(app.origin + address);
  expect(await waitingJobs()).toHaveLength(1);
  // The notification alone changes nothing.
  expect(await orderOf(id)).toMatchObject({ status: "waiting" });
  await ask();
  expect(await orderOf(id)).toMatchObject({ status: "paid", paidAmount: 250_000, counted: 250_000 });
  expect((await browser.get(address)).html).not.toContain(order.gatewayUrl);
});

test("a payment whose notification was lost is found by the clock, once", async () => {
  const { order, id } = await aPayer();
  await press(order.gatewayUrl, "pay_silently");
  await ask();
  expect(await orderOf(id)).toMatchObject({ status: "waiting" });
  await due(order.id);
  await Promise.all([ask(), ask()]);
  await ask();
  expect(await listPayments(app.database.web.kysely, id)).toMatchObject([{ status: "paid", counted: 250_000 }]);
});

test("pressing twice at the same moment begins one order there that anybody is told of", async () => {
  const application = await anApplication(world, { program: "berbayar" }).complete();
  const browser = await signIn(app, application.accountId, "applicant");
  const address = paths.apply.fee(application.id);
  await browser.get(address);
  const pages = await Promise.all([1, 2, 3].map(() => browser.post(address, { method: "gateway" })));
  const { gatewayUrl } = await orderOf(application.id);
  for (const { html } of pages) expect(html).toContain(gatewayUrl);
});

test("whoever leaves the gateway's page may begin anew, and money for the first order is given back or counted", async () => {
  const { order, id, browser, address } = await aPayer();
  await press(order.gatewayUrl, "cancel");
  await ask();
  expect(await orderOf(id)).toMatchObject({ status: "cancelled" });
  await browser.get(address);
  await browser.post(address, { method: "gateway" });
  const second = await orderOf(id);
  expect(second.gatewayUrl).not.toBe(order.gatewayUrl);
  await press(second.gatewayUrl, "pay");
  await ask();
  expect(await orderOf(id)).toMatchObject({ status: "paid", counted: 250_000 });
});

test("a gateway that is away loses nothing: the order stands, transfer stays open, and it can be tried again", async () => {
  isAway = true;
  const { id, order, page, browser, address } = await aPayer().finally(() => (isAway = false));
  expect(page.status).toBe(200);
  expect(order).toMatchObject({ status: "waiting", gatewayUrl: null });
  await browser.post(address, { method: "gateway" });
  const begun = await orderOf(id);
  expect(begun.id).toBe(order.id);
  expect(begun.gatewayUrl).not.toBeNull();
  // It is away while one pays, and is asked again when it is back.
  await press(begun.gatewayUrl, "pay_silently");
  await due(order.id);
  await askGateways({ db: app.database.worker.kysely, keyring: app.keyring, gatewayOf: () => undefined });
  expect(await orderOf(id)).toMatchObject({ status: "waiting" });
  await ask();
  expect(await orderOf(id)).toMatchObject({ status: "paid" });
});

test("money that comes for an order whose time is over is recorded", async () => {
  const { order, id } = await aPayer();
  await app.database.owner
    .sql`update payments set status = 'expired', expires_at = app_now() - interval '1 hour' where id = ${order.id}`;
  await press(order.gatewayUrl, "pay");
  await ask();
  expect(await orderOf(id)).toMatchObject({ paidAmount: 250_000 });
});

test("one order of which the gateway says what nobody understands keeps no other back, nor is it forgotten", async () => {
  const [odd, plain] = [await aPayer(), await aPayer()];
  await press(plain.order.gatewayUrl, "pay_silently");
  await due(plain.order.id);
  await due(odd.order.id);
  await app.database.owner.sql`
    update gateway_asks set ask_at = app_now() - interval '1 day' where payment_id = ${odd.order.id}`;
  await app.database.owner
    .sql`update payments set expires_at = app_now() - interval '3 days' where id = ${odd.order.id}`;
  const there = gatewaysOf({}, gateway, () => undefined)(program.institution);
  await askGateways({
    db: app.database.worker.kysely,
    keyring: app.keyring,
    gatewayOf: () =>
      there && {
        ...there,
        ask: (reference) =>
          reference === odd.order.gatewayReference
            ? Promise.reject(new GatewaySilent({ answered: true }))
            : there.ask(reference),
      },
  });
  expect(await orderOf(plain.id)).toMatchObject({ status: "paid" });
  await press(odd.order.gatewayUrl, "pay_silently");
  await due(odd.order.id);
  await ask();
  expect(await orderOf(odd.id)).toMatchObject({ paidAmount: 250_000 });
});

test("one payment that cannot be recorded keeps no other back, and the job says so", async () => {
  const [odd, plain] = [await aPayer(), await aPayer()];
  for (const { order } of [odd, plain]) {
    await press(order.gatewayUrl, "pay_silently");
    await due(order.id);
  }
  await app.database.owner.sql`
    update gateway_asks set ask_at = app_now() - interval '1 day' where payment_id = ${odd.order.id}`;
  const there = gatewaysOf({}, gateway, () => undefined)(program.institution);
  const work = askGateways({
    db: app.database.worker.kysely,
    keyring: app.keyring,
    gatewayOf: () =>
      there && {
        ...there,
        ask: async (reference) => {
          const answer = await there.ask(reference);
          return reference === odd.order.gatewayReference && answer.state === "paid"
            ? { ...answer, amount: 0 }
            : answer;
        },
      },
  });
  await expect(work).rejects.toThrow("payments__paid_positive");
  expect(await orderOf(plain.id)).toMatchObject({ status: "paid" });
  await due(odd.order.id);
  await ask();
  expect(await orderOf(odd.id)).toMatchObject({ status: "paid" });
});

test("money that the gateway takes long after the end of an order is recorded when it tells of it", async () => {
  const { order, id } = await aPayer();
  await app.database.owner.sql`update payments set expires_at = app_now() - interval '3 days' where id = ${order.id}`;
  await due(order.id);
  await ask();
  await press(order.gatewayUrl, "pay_silently");
  await ask();
  expect(await orderOf(id)).toMatchObject({ paidAmount: null });
  await app.database.owner.sql`update gateway_asks set asked_at = app_now() - interval '1 hour'`;
  await post(notification(order.gatewayReference));
  await ask();
  expect(await orderOf(id)).toMatchObject({ paidAmount: 250_000 });
});

test.each([
  ["nothing", () => ""],
  ["no JSON", () => "order_id=B-1"],
  ["a forged one", (order: string) => notification(order, { signature_key: "0".repeat(128) })],
  ["one of another order under the same signature", () => notification("B-OTHER", {}).replace("B-OTHER", "B-AAAAA")],
  [
    "one with another amount under the same signature",
    (order: string) => notification(order, { gross_amount: "1.00" }),
  ],
  ["one about an order that nobody began", () => notification("B-NOBODY-AAAAA")],
  ["one that never ends", (order: string) => notification(order, { note: "x".repeat(200_000) })],
  ["one of ten thousand brackets", () => "[".repeat(10_000)],
])("%s is answered as a true one is, and changes nothing", async (_what, body) => {
  const { order, id } = await aPayer();
  await app.database.owner.sql`delete from graphile_worker._private_jobs`;
  const before = await app.database.owner.sql`select * from gateway_asks where payment_id = ${order.id}`;
  expect(await post(body(order.gatewayReference))).toBe('200 {"status":"received"}');
  expect(await waitingJobs()).toHaveLength(0);
  expect(await app.database.owner.sql`select * from gateway_asks where payment_id = ${order.id}`).toEqual(before);
  expect(await orderOf(id)).toMatchObject({ status: "waiting" });
});

test("a true notification at another institution's address, doubled, replayed or before its time changes nothing either", async () => {
  const { order, id } = await aPayer();
  const told = notification(order.gatewayReference);
  const other = paths.paymentNotification("instansi-lain");
  expect(await post(told, other)).toBe('200 {"status":"received"}');
  expect(await waitingJobs()).toHaveLength(0);
  // Signed and untrue: the gateway knows of no payment.
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(told)));
  expect(new Set(answers)).toEqual(new Set(['200 {"status":"received"}']));
  expect(await waitingJobs()).toHaveLength(1);
  await ask();
  expect(await orderOf(id)).toMatchObject({ status: "waiting" });
  await press(order.gatewayUrl, "pay_silently");
  await due(order.id);
  await ask();
  await app.database.owner.sql`delete from graphile_worker._private_jobs`;
  // The end is known: a replay makes nobody ask.
  expect(await post(told)).toBe('200 {"status":"received"}');
  expect(await waitingJobs()).toHaveLength(0);
  expect(await listPayments(app.database.web.kysely, id)).toHaveLength(1);
});
