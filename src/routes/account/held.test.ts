import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { people, signIn } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { cookies } from "../../platform/http/cookies.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, "programs/npwp-pribadi");
});
afterAll(() => app.close());

const typed = { nomor_kk: "3171010101150001", status_perkawinan: "kawin", punya_tanggungan: "no", version: "0" };

async function sendAfterTheSessionEnded() {
  const siti = await people.siti(app);
  await siti.browser.get(paths.program("npwp-pribadi"));
  await siti.browser.post(paths.startProgram("npwp-pribadi"), {});
  const address = `${siti.browser.page?.url}/steps/keluarga`;
  await siti.browser.get(address);
  await sql`update sessions set idle_until = app_now() - interval '1 minute' where account_id = ${siti.accountId}::uuid`.execute(
    app.database.owner.kysely,
  );
  const page = await siti.browser.post(address, typed);
  return { siti, address, page };
}

test("a form sent after the session ended is there again once the person has logged in", async () => {
  const { siti, address, page } = await sendAfterTheSessionEnded();
  expect(page.url).toContain(paths.account.login);
  const again = await signIn(app, siti.accountId, "applicant");
  again.cookies.set(cookies.held, siti.browser.cookies.get(cookies.held) ?? "");
  const held = await again.get(paths.account.held);
  expect(held.html).toContain("Isian Anda masih ada");
  expect(held.html).toContain('name="nomor_kk" value="3171010101150001"');
  const saved = await again.post(address, typed);
  expect(saved.status).toBe(200);
  expect((await again.get(address)).html).toContain('value="3171010101150001"');
});

test("a held form is nobody else's, and stands sealed in the database", async () => {
  const { siti } = await sendAfterTheSessionEnded();
  const budi = await people.budi(app);
  budi.browser.cookies.set(cookies.held, siti.browser.cookies.get(cookies.held) ?? "");
  const page = await budi.browser.get(paths.account.held);
  expect(page.html).not.toContain("3171010101150001");
  const { rows } = await sql<{
    found: boolean;
  }>`select bool_or(encode(sealed, 'escape') like '%3171010101150001%') as found from held_forms`.execute(
    app.database.owner.kysely,
  );
  expect(rows[0]?.found).toBe(false);
});

test("a form with a forged token is not held", async () => {
  const { siti, address } = await sendAfterTheSessionEnded();
  const page = await siti.browser.post(address, { ...typed, csrf: "x" });
  expect(page.status).toBe(403);
});

test("a form with a password in it is never kept", async () => {
  const siti = await people.siti(app);
  await siti.browser.get(paths.account.password);
  await sql`update sessions set idle_until = app_now() - interval '1 minute' where account_id = ${siti.accountId}::uuid`.execute(
    app.database.owner.kysely,
  );
  const page = await siti.browser.post(paths.account.password, {
    current: "rahasia lama sekali",
    password: "rahasia baru sekali",
  });
  expect(page.url).toContain(paths.account.login);
  expect(siti.browser.cookies.has(cookies.held)).toBe(false);
});

test("what was typed in a form that comes to nothing is on the page that says so, and goes again where that helps", async () => {
  const siti = await people.siti(app);
  await siti.browser.get(paths.program("npwp-pribadi"));
  await siti.browser.post(paths.startProgram("npwp-pribadi"), {});
  const start = siti.browser.page?.url ?? "";
  const address = `${start}/steps/alamat_ktp`;
  await siti.browser.get(address);
  const street = { jalan_ktp: "Jalan Contoh Nomor 1", version: "0", csrf: siti.browser.csrf() };
  const { sql: owner } = app.database.owner;
  await owner`alter table sessions rename to sessions_away`;
  const away = await siti.browser.post(address, street);
  await owner`alter table sessions_away rename to sessions`;
  expect(away.status).toBe(503);
  expect(away.html).toMatch(/<textarea[^>]*readonly[^>]*>Jalan Contoh Nomor 1<\/textarea>/);
  const again = await siti.browser.post(address, {
    ...street,
    csrf: siti.browser.csrf(),
    jalan_ktp: siti.browser.hidden("jalan_ktp"),
  });
  expect(again.status).toBe(422);
  expect(again.html).toContain('value="Jalan Contoh Nomor 1"');
  await siti.browser.get(`${start}/withdraw`);
  await siti.browser.post(`${start}/withdraw`, {});
  const gone = await siti.browser.post(address, { ...street, jalan_ktp: "Jalan Lain 2" });
  expect(gone.status).toBe(409);
  expect(gone.html).toMatch(/<textarea[^>]*readonly[^>]*>Jalan Lain 2<\/textarea>/);
  expect(gone.html).not.toContain("Kirim isian saya");
});

test("a form for everybody from a tab that is older than the cookie is given back to be sent again, but to nobody elsewhere", async () => {
  const browser = app.browser();
  await browser.get(paths.helpdesk.tickets);
  const old = { csrf: browser.csrf(), nomor: "T-Bukan Nomor", surel: "siti@contoh.example" };
  browser.cookies.clear();
  await browser.get(paths.helpdesk.tickets);
  const send = (site: string) => browser.post(paths.helpdesk.tickets, old, { "sec-fetch-site": site });
  const elsewhere = await browser.post(paths.helpdesk.tickets, old);
  expect([elsewhere.status, elsewhere.html.includes("Bukan Nomor")]).toEqual([403, false]);
  const own = await send("same-origin");
  expect([own.status, browser.hidden("nomor")]).toEqual([403, old.nomor]);
  const sent = await browser.post(paths.helpdesk.tickets, { ...old, csrf: browser.csrf() });
  expect(sent.status).toBe(422);
  expect(sent.html).toContain(`value="${old.nomor}"`);
});

test("a form of a tab that is older than the session is asked for once more, not thrown away", async () => {
  const siti = await people.siti(app);
  await siti.browser.get(paths.program("npwp-pribadi"));
  await siti.browser.post(paths.startProgram("npwp-pribadi"), {});
  const address = `${siti.browser.page?.url}/steps/keluarga`;
  await siti.browser.get(address);
  const old = siti.browser.csrf();
  const again = await signIn(app, siti.accountId, "applicant");
  const send = (site: string) =>
    fetch(address, {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": site,
        cookie: `${cookies.session}=${again.cookies.get(cookies.session) ?? ""}`,
      },
      body: new URLSearchParams({ ...typed, csrf: old }).toString(),
    });
  const kept = await send("same-origin");
  expect(kept.headers.get("location")).toBe(paths.account.held);
  again.cookies.set(cookies.held, /daftar-held=([^;]+)/.exec(kept.headers.getSetCookie().join())?.[1] ?? "");
  expect((await again.get(paths.account.held)).html).toContain('name="nomor_kk" value="3171010101150001"');
  expect((await send("cross-site")).status).toBe(403);
});
