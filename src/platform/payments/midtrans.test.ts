import { hash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sourceService, type SourceService } from "../../../test/source-service.ts";
import { type DevGateway, startDevGateway } from "./dev-gateway.ts";
import { GatewaySilent } from "./gateway.ts";
import { midtransGateway } from "./midtrans.ts";
import { readGateways } from "./read-gateways.ts";

const serverKey = "SB-Mid-server-kunci-contoh";
let folder: string;
let dev: DevGateway;
let listener: SourceService;
let broken: SourceService;
/** What the broken gateway answers next. */
let answer: { status: number; body: string } = { status: 200, body: "{}" };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gateway-"));
  dev = await startDevGateway(folder, serverKey);
  listener = await sourceService((response) => response.end());
  broken = await sourceService((response) => response.writeHead(answer.status).end(answer.body));
});
afterAll(async () => {
  await Promise.all([dev.stop(), listener.close(), broken.close()]);
  rmSync(folder, { recursive: true });
});

function gateway(url = dev.url, key = serverKey) {
  const problems: string[] = [];
  const care = { timeoutMs: 5000, tries: 2, breakAfter: 100, breakMs: 100, pauseMs: 5 };
  const made = midtransGateway({ snapUrl: url, apiUrl: url, serverKey: key, ...care }, (one) => problems.push(one));
  return { ...made, problems };
}

function order(reference: string, amount = 150_000) {
  const returnTo = `${listener.url}/back`;
  return { reference, amount, minutes: 60, returnTo, notifyTo: listener.url };
}

async function press(url: string, act: string): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams({ do: act }), redirect: "manual" });
}

it("takes an order to a page on which one pays, tells of it, and says so when asked", async () => {
  const { gatewayReference, url } = await gateway().begin(order("BYR-7K3M-9QXT"));
  expect(gatewayReference).toMatch(/^BYR-7K3M-9QXT-[A-Z2-9]{5}$/);
  expect(await gateway().ask(gatewayReference)).toEqual({ state: "waiting" });
  expect(await (await fetch(url)).text()).toContain("Rp150.000");
  const paidFrom = Date.now();
  expect((await press(url, "pay")).headers.get("location")).toBe(`${listener.url}/back`);
  const told = listener.questions.at(-1)?.body ?? "";
  expect(gateway().readNotification(told)).toBe(gatewayReference);
  const asked = await gateway().ask(gatewayReference);
  expect(asked).toMatchObject({ state: "paid", amount: 150_000 });
  expect(Math.abs((asked.state === "paid" ? asked.at.getTime() : 0) - paidFrom)).toBeLessThan(60_000);
  expect(await (await fetch(url)).text()).toContain("Sudah dibayar");
  // Nobody pays it twice, and nobody without the address.
  await press(url, "cancel");
  expect(await gateway().ask(gatewayReference)).toMatchObject({ state: "paid" });
  expect((await press(`${url}x`, "pay")).status).toBe(404);
});

it("makes each beginning an order of its own, of which the payer may leave one", async () => {
  const [first, second] = await Promise.all([gateway().begin(order("BYR-DUA")), gateway().begin(order("BYR-DUA"))]);
  expect(first.gatewayReference).not.toBe(second.gatewayReference);
  await press(first.url, "cancel");
  expect(await gateway().ask(first.gatewayReference)).toEqual({ state: "failed" });
  expect(await gateway().ask(second.gatewayReference)).toEqual({ state: "waiting" });
  expect(await gateway().ask("BYR-NOBODY")).toEqual({ state: "waiting" });
});

it("keeps orders and the port over a restart", async () => {
  const { gatewayReference, url } = await gateway().begin(order("BYR-TETAP"));
  await dev.stop();
  dev = await startDevGateway(folder, serverKey);
  expect((await press(url, "pay_silently")).status).toBe(303);
  expect(await gateway().ask(gatewayReference)).toMatchObject({ state: "paid" });
});

it("says that the gateway is silent, and repeats neither key nor answer", async () => {
  const stranger = gateway(dev.url, "SB-Mid-server-orang-lain");
  await expect(stranger.ask("BYR-1")).rejects.toThrow(GatewaySilent);
  await expect(stranger.begin(order("BYR-1"))).rejects.toThrow(GatewaySilent);
  const gone = gateway("http://127.0.0.1:1234");
  await expect(gone.ask("BYR-1")).rejects.toThrow(GatewaySilent);
  expect([...stranger.problems, ...gone.problems]).toEqual(["status 401", "status 401", "ECONNREFUSED"]);
});

const settled = {
  status_code: "200",
  order_id: "BYR-1",
  transaction_status: "settlement",
  gross_amount: "150000.00",
  currency: "IDR",
  settlement_time: "2026-11-21 16:00:00",
};

it.each([
  ["a settled one", {}, { state: "paid", amount: 150_000, at: new Date("2026-11-21T09:00:00Z") }],
  ["a card that was taken", { transaction_status: "capture", fraud_status: "accept" }, { state: "paid" }],
  ["a card that is looked at", { transaction_status: "capture", fraud_status: "challenge" }, { state: "waiting" }],
  ["a card that is no good after all", { transaction_status: "capture", fraud_status: "deny" }, { state: "waiting" }],
  ["a card that was refused", { transaction_status: "deny" }, { state: "waiting" }],
  ["one that is waited for", { transaction_status: "pending" }, { state: "waiting" }],
  ["one that is over", { transaction_status: "expire" }, { state: "expired" }],
  ["one that failed", { transaction_status: "failure" }, { state: "failed" }],
])("reads %s", async (_what, change, expected) => {
  answer = { status: 200, body: JSON.stringify({ ...settled, ...change }) };
  expect(await gateway(new URL(broken.url).origin).ask("BYR-1")).toMatchObject(expected);
});

it.each([
  ["another order", { order_id: "BYR-2" }],
  ["another money", { currency: "USD" }],
  ["half a rupiah", { gross_amount: "150000.50" }],
  ["less than nothing", { gross_amount: "-150000.00" }],
  ["no amount", { gross_amount: undefined }],
  ["no time", { settlement_time: undefined }],
  ["a state nobody knows", { transaction_status: "constructed" }],
])("believes no answer about %s", async (_what, change) => {
  answer = { status: 200, body: JSON.stringify({ ...settled, ...change }) };
  const asked = gateway(new URL(broken.url).origin);
  await expect(asked.ask("BYR-1")).rejects.toThrow(GatewaySilent);
  expect(asked.problems.join()).not.toContain("150000");
});

function signed(fields: { order_id: string; status_code: string; gross_amount: string }, key = serverKey) {
  const { order_id, status_code, gross_amount } = fields;
  return { ...fields, signature_key: hash("sha512", order_id + status_code + gross_amount + key, "hex") };
}

const notification = signed({ order_id: "BYR-1", status_code: "200", gross_amount: "150000.00" });

it.each([
  ["nothing", ""],
  ["no JSON", "order_id=BYR-1"],
  ["a list", "[]"],
  ["null", "null"],
  ["no signature", JSON.stringify({ ...notification, signature_key: undefined })],
  ["an empty signature", JSON.stringify({ ...notification, signature_key: "" })],
  ["a signature of another key", JSON.stringify(signed(notification, "SB-Mid-server-orang-lain"))],
  ["another order under the same signature", JSON.stringify({ ...notification, order_id: "BYR-2" })],
  ["another amount under the same signature", JSON.stringify({ ...notification, gross_amount: "1.00" })],
  [
    "a signature in capitals",
    JSON.stringify({ ...notification, signature_key: notification.signature_key.toUpperCase() }),
  ],
  ["a number where a text is due", JSON.stringify({ ...notification, gross_amount: 150_000 })],
])("takes %s for no notification", (_what, body) => {
  expect(gateway().readNotification(body)).toBeUndefined();
  expect(gateway().readNotification(JSON.stringify(notification))).toBe("BYR-1");
});

it("reads gateways of institutions from a file, and refuses what is unsafe", () => {
  writeFileSync(join(folder, "djp.secret"), `${serverKey}\n`);
  const read = (entry: object) => {
    const file = join(folder, "gateways.json");
    writeFileSync(file, JSON.stringify({ djp: entry }));
    return readGateways(file, folder);
  };
  const good = { snap_url: "https://app.contoh.example/", api_url: "https://api.contoh.example", secret: "djp.secret" };
  expect(read(good)["djp"]).toMatchObject({ snapUrl: "https://app.contoh.example", serverKey, tries: 3 });
  expect(() => read({ ...good, api_url: "http://api.contoh.example" })).toThrow("must be https");
  expect(() => read({ ...good, server_key: serverKey })).toThrow("server_key");
});
