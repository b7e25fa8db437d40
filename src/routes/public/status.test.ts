import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anInstitution, people } from "../../../test/people.ts";
import { BlobMissing } from "../../platform/files/blob-store.ts";
import { createLog } from "../../platform/log.ts";
import { SourceSilent } from "../../platform/sources/source.ts";
import { loadSource } from "../../registry/sources/load.ts";
import { sourcesOn } from "../../registry/sources/sources.ts";
import { checkService } from "../../registry/status/check-service.ts";
import { paths } from "../../paths.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

function check(change: Partial<Parameters<typeof checkService>[0]> = {}): Promise<void> {
  const { database, blobs, origin } = app;
  return checkService({ db: database.worker.kysely, blobs, loginUrl: origin + paths.account.login, ...change });
}

async function history(part: string) {
  const { sql } = app.database.owner;
  return sql`select state, until is null as present from service_states where part = ${part} order by since`;
}

test("before anything was checked, nothing is claimed to work", async () => {
  expect((await app.browser().get(paths.status)).html).toContain("Belum diketahui");
});

test("real checks say what works, keep when it changed, and say it to machines as well", async () => {
  await check();
  await check();
  expect(await history("login")).toEqual([{ state: "up", present: true }]);
  const { html } = await app.browser().get(paths.status);
  expect(html).toContain("Berjalan");
  await check({
    loginUrl: `${app.origin}/no-such-page`,
    blobs: { ...app.blobs, put: () => Promise.reject(new BlobMissing("x")), remove: () => Promise.resolve() },
  });
  for (const part of ["login", "uploads"]) {
    expect(await history(part)).toEqual([
      { state: "up", present: false },
      { state: "down", present: true },
    ]);
  }
  const disturbed = await app.browser().get(`${paths.status}?lang=en`);
  expect(disturbed.html).toContain("Disturbances of the last 30 days");
  const told = (await (await fetch(app.origin + paths.statusFile)).json()) as {
    parts: { part: string; state: string }[];
  };
  expect(told.parts.map(({ part, state }) => `${part} ${state}`)).toEqual([
    "login down",
    "uploads down",
    "letters unknown",
  ]);
  await check();
  expect((await history("login")).map(({ state }) => String(state))).toEqual(["up", "down", "up"]);
});

test("what no check has looked at for long is not known", async () => {
  await app.database.owner
    .sql`update service_states set checked_at = app_now() - interval '6 minutes' where part = 'login'`;
  const told = (await (await fetch(app.origin + paths.statusFile)).json()) as {
    parts: { part: string; state: string }[];
  };
  expect(told.parts.find(({ part }) => part === "login")?.state).toBe("unknown");
});

test("each source is a part by itself: one that answers hides none that is silent, whoever asked it", async () => {
  let status = 200;
  const service = createServer((request, response) => {
    request.resume();
    response.writeHead(request.method === "HEAD" ? 405 : status, { "content-type": "application/json" });
    response.end(JSON.stringify({ found: false }));
  }).listen(0, "127.0.0.1");
  await once(service, "listening");
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
  const settings = { url, secret: "x".repeat(16), timeoutMs: 5000, tries: 1, breakAfter: 9, breakMs: 100, pauseMs: 1 };
  const db = app.database.worker.kysely;
  const sourceOf = sourcesOn({
    db,
    keyring: app.keyring,
    log: createLog({ level: "silent" }),
    httpSources: { dukcapil: { ...settings, dailyBudget: 9 } },
  });
  const sourceUrls = { dukcapil: url };
  const csv = "nik,name,birth_date\n3171015705900001,SITI CONTOH,1990-05-17\n";
  await loadSource(
    { owner: app.database.owner.kysely, keyring: app.keyring },
    { source: "thk2", csv: Readable.from([csv]), onBadLine: ({ problem }) => expect.fail(problem) },
  );
  const sources = async () => {
    await check({ sourceUrls });
    const told = (await (await fetch(app.origin + paths.statusFile)).json()) as {
      parts: { part: string; state: string }[];
    };
    return told.parts.flatMap(({ part, state }) => (part.startsWith("source:") ? [`${part} ${state}`] : []));
  };
  // Nobody has asked it yet: something answers at its address.
  expect(await sources()).toEqual(["source:dukcapil up", "source:thk2 up"]);
  status = 500;
  await expect(sourceOf("dukcapil").find("3171015705900001")).rejects.toThrow(SourceSilent);
  expect(await sources()).toEqual(["source:dukcapil down", "source:thk2 up"]);
  const { html } = await app.browser().get(paths.status);
  for (const name of ["Pencocokan data: Dukcapil", "Pencocokan data: THK-II"]) expect(html).toContain(name);
  status = 200;
  await sourceOf("dukcapil").find("3171015705900001");
  expect(await sources()).toEqual(["source:dukcapil up", "source:thk2 up"]);
  service.close();
  service.closeAllConnections();
});

test.each([
  ["the carrier of short messages", "messages", "Pesan singkat", (url: string) => ({ smsUrl: url })],
  ["the payment gateways", "payments", "Pembayaran", (url: string) => ({ gatewayUrls: [url] })],
] as const)("a part where there is one: %s", async (_what, part, name, of) => {
  const parts = async () => (await app.browser().get(paths.status)).html;
  expect(await parts()).not.toContain(name);
  let status = 405;
  const carrier = createServer((_request, response) => void response.writeHead(status).end()).listen(0, "127.0.0.1");
  await once(carrier, "listening");
  const services = of(`http://127.0.0.1:${(carrier.address() as AddressInfo).port}/send`);
  // It takes no HEAD, but it is there.
  await check(services);
  status = 503;
  await check(services);
  carrier.close();
  carrier.closeAllConnections();
  expect(await history(part)).toEqual([
    { state: "up", present: false },
    { state: "down", present: true },
  ]);
  expect(await parts()).toContain(name);
});

test("an incident stands in the portal, the helpdesk, the login and everybody's home while it is open, and in the history afterwards", async () => {
  const institution = await anInstitution(app);
  const { browser } = await people.agus(app, institution);
  const at = paths.console.incidents;
  await browser.get(at);
  const texts = {
    title_id: "Surat terlambat",
    title_en: "Letters are late",
    text_id: "<b>Tunggu</b>",
    text_en: "Wait",
  };
  expect((await browser.post(at, { ...texts, act: "open", institution, title_id: "" })).status).toBe(422);
  expect((await browser.post(at, { ...texts, act: "open", institution })).html).toContain("tampil di portal");
  await browser.get(at);
  await browser.post(at, { ...texts, act: "open", institution });
  for (const page of [paths.portal, paths.helpdesk.home, paths.account.login]) {
    const { html } = await app.browser().get(page);
    expect(html).toContain("Surat terlambat");
    expect(html).toContain("&lt;b&gt;Tunggu");
  }
  const siti = (await people.siti(app)).browser;
  expect((await siti.get(paths.account.home)).html).toContain("Surat terlambat");
  const other = (await people.agus(app, await anInstitution(app))).browser;
  const incident = browser.hidden("incident");
  await other.get(at);
  expect((await other.post(at, { act: "end", incident })).status).toBe(404);
  await browser.get(at);
  expect((await browser.post(at, { act: "end", incident })).html).toContain("dinyatakan selesai");
  expect((await app.browser().get(paths.portal)).html).not.toContain("Surat terlambat");
  expect((await app.browser().get(paths.status)).html).toContain("Surat terlambat");
  const { sql } = app.database.owner;
  const acts = await sql`select action from audit_records where action like 'incident.%' order by id`;
  expect(acts.map(({ action }) => String(action))).toEqual(["incident.open", "incident.end"]);
});
