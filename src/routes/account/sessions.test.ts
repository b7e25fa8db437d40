import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { lastLetter, people, signInByForm, testPassword } from "../../../test/people.ts";
import { writePlaces } from "../../../test/places.ts";
import { contentOf, textPart } from "../../jobs/letters/content.ts";
import { paths } from "../../paths.ts";
import { openPlaces, type Places } from "../../platform/places/places.ts";
import { sweepSessions } from "../../registry/sessions/sweep.ts";

let app: TestApp;
let folder: string;
let places: Places;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "daftar-places-"));
  const file = join(folder, "towns.mmdb");
  writePlaces(file, { "203.0.113.0/24": { country: { iso_code: "ID" }, city: { names: { en: "Makassar" } } } });
  places = openPlaces([file], "Peta Contoh https://peta.example");
  app = await testApp({ proxyHops: 1, places });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const login = async (email: string, from?: Browser) => (await signInByForm(app, { email }, from)).browser;

async function sessionsOf(accountId: string): Promise<{ id: string; ended_at: Date | null }[]> {
  return app.database.owner.sql<{ id: string; ended_at: Date | null }[]>`
    select id, ended_at from sessions where account_id = ${accountId} order by created_at, token_hash`;
}

describe("the devices that are signed in", () => {
  test("are shown with the failed tries before them; one is signed out, the one that asks stays", async () => {
    const siti = await people.siti(app);
    const telephone = app.browser();
    await telephone.get(paths.account.login);
    await telephone.post(paths.account.login, { identifier: siti.email, password: "bukan kata sandinya" });
    await login(siti.email, telephone);
    const [, second] = await sessionsOf(siti.accountId);
    const page = await siti.browser.get(paths.account.sessions);
    expect(page.html).toContain("(perangkat ini)");
    expect(page.html).toContain("1 kali kata sandi salah sebelumnya");
    expect(page.html).toContain("127.0.0.1");

    const done = await siti.browser.post(paths.account.endSession, { session: second?.id ?? "" });
    expect(done.html).toContain("Perangkat itu sudah dikeluarkan");
    expect(done.html).toContain("Riwayat masuk");
    expect((await telephone.get(paths.account.home)).url).toContain(paths.account.login);
    expect((await siti.browser.get(paths.account.home)).url).toContain(paths.account.home);
  });

  test("are all signed out but this one", async () => {
    const siti = await people.siti(app);
    const others = [await login(siti.email), await login(siti.email)];
    await siti.browser.get(paths.account.sessions);
    await siti.browser.post(paths.account.endSession, { session: "others" });
    for (const other of others) expect((await other.get(paths.account.home)).url).toContain(paths.account.login);
    expect((await siti.browser.get(paths.account.home)).url).toContain(paths.account.home);
    // They are asked anew: a login by one of them is told as that of a new device, one by this browser is not.
    const letters = () => app.database.owner.sql`
      select id from notices where account_id = ${siti.accountId} and kind = 'new_device'`;
    const before = await letters();
    await login(siti.email, siti.browser);
    expect(await letters()).toHaveLength(before.length);
    await login(siti.email, others[0]);
    expect(await letters()).toHaveLength(before.length + 1);
  });

  test("of somebody else cannot be signed out, nor by a word that is no session", async () => {
    const siti = await people.siti(app);
    const budi = await people.budi(app);
    const [hers] = await sessionsOf(siti.accountId);
    await budi.browser.get(paths.account.sessions);
    for (const session of [hers?.id ?? "", "", "x", "null"]) {
      expect((await budi.browser.post(paths.account.endSession, { session })).status).toBe(200);
    }
    expect((await sessionsOf(siti.accountId)).every((one) => one.ended_at === null)).toBe(true);
  });

  test("name the browser and the address nowhere in plain", async () => {
    const siti = await people.siti(app);
    await login(siti.email);
    const rows = await app.database.owner.sql<{ visitor_sealed: Buffer | null }[]>`
      select visitor_sealed from sessions where account_id = ${siti.accountId} and visitor_sealed is not null`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.visitor_sealed?.toString("latin1")).not.toContain("127.0.0.1");
  });
});

describe("a letter about a new device", () => {
  test("follows a login by a browser that was never there, but not the first login of all, nor a known browser's", async () => {
    const siti = await people.siti(app);
    await app.database.owner.sql`delete from sessions where account_id = ${siti.accountId}`;
    const first = await login(siti.email);
    expect(await lastLetter(app, siti.email)).toBeUndefined();
    await first.post(paths.account.logout, {});
    await login(siti.email, first);
    expect(await lastLetter(app, siti.email)).toBeUndefined();
    await login(siti.email);
    expect(await lastLetter(app, siti.email)).toMatchObject({ kind: "new_device", data: { address: "127.0.0.1" } });
  });
});

test("the place of a login is guessed from its address, on the page and in the letter, and whose map it is stands there", async () => {
  const siti = await people.siti(app);
  const away = app.browser();
  await away.get(paths.account.login);
  const fields = { identifier: siti.email, password: testPassword };
  await login(siti.email);
  await away.post(paths.account.login, fields, { "x-forwarded-for": "203.0.113.9" });
  const { html } = await siti.browser.get(paths.account.sessions);
  expect(html).toMatch(/Makassar, Indonesia<br ?\/?><span[^>]*>203\.0\.113\.9/);
  expect(html).toContain("Komputer layanan ini sendiri");
  expect(html).toContain('href="https://peta.example">Peta Contoh</a>');
  const letter = await lastLetter(app, siti.email);
  if (!letter) throw new Error("There is no letter.");
  const text = textPart(contentOf(letter, app.origin, places));
  expect(text).toContain("Tempat (kira-kira): Makassar, Indonesia\nAlamat jaringan: 203.0.113.9");
  expect(text).toContain("Tempat menurut: Peta Contoh https://peta.example");
});

test("logins that ended 90 days ago are forgotten, living ones are not", async () => {
  const siti = await people.siti(app);
  await login(siti.email);
  const [old] = await sessionsOf(siti.accountId);
  await app.database.owner
    .sql`update sessions set ended_at = app_now() - interval '91 days' where id = ${old?.id ?? ""}`;
  await sweepSessions(app.database.worker.kysely);
  expect(await sessionsOf(siti.accountId)).toHaveLength(1);
});
