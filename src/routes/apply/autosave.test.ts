import { tmpdir } from "node:os";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { anApplication, worldOf, type ReviewWorld } from "../../../test/applications.ts";
import { people, signIn } from "../../../test/people.ts";
import { publishClosing, publishFrom } from "../../../test/seed.ts";
import { diskBlobStore } from "../../platform/files/blob-store.ts";
import { cookies } from "../../platform/http/cookies.ts";
import { paths } from "../../paths.ts";

const { apply } = paths;

let app: TestApp;
let world: ReviewWorld;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, "programs/jpt-bumn");
  const { institutionId } = await publishClosing(app);
  world = worldOf({ ...app, blobs: diskBlobStore(tmpdir()) }, institutionId);
});
afterAll(() => app.close());

interface Told {
  readonly status: number;
  readonly type: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** Posts as the script of a page does. */
async function tell(browser: Browser, address: string, fields: Record<string, string>, headers = {}): Promise<Told> {
  const response = await fetch(new URL(address, app.origin), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ csrf: browser.csrf(), ...fields }),
    headers: {
      accept: "application/json",
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      ...headers,
    },
  });
  const type = response.headers.get("content-type") ?? "";
  return { status: response.status, type, said: (await response.json()) as Told["said"] };
}

const byItself = { by_itself: "yes" };
const family = { nomor_kk: "3171010101150001", status_perkawinan: "belum_kawin", punya_tanggungan: "no" };

async function begin(browser: Browser, program = "npwp-pribadi"): Promise<string> {
  await browser.get(paths.program(program));
  await browser.post(paths.startProgram(program), {});
  return browser.page?.url.split("/").at(-1) ?? "";
}

async function aPage() {
  const { browser } = await people.siti(app);
  const id = await begin(browser);
  const address = apply.step(id, "keluarga");
  await browser.get(address);
  return { browser, id, address };
}

async function rowsOf(id: string) {
  return app.database.owner.kysely
    .selectFrom("application_pages")
    .select(["page", "version", "valid", "unfinished"])
    .where("application_id", "=", id)
    .orderBy("page")
    .execute();
}

describe("a page that saves itself", () => {
  test("is kept half typed, and is opened again with the text and without a word of blame", async () => {
    const { browser, id, address } = await aPage();
    const told = await tell(browser, address, { nomor_kk: "31710", version: "0", ...byItself });
    expect(told.status).toBe(200);
    expect(told.type).toContain("application/json");
    expect(told.said).toEqual({ version: 1, time: expect.stringMatching(/^\d\d\.\d\d WIB$/) as string });
    expect(await rowsOf(id)).toEqual([{ page: "keluarga", version: 1, valid: false, unfinished: true }]);
    const again = await browser.get(address);
    expect(again.html).toContain('value="31710"');
    expect(again.html).not.toContain("govuk-error");
    const saved = await browser.post(address, { nomor_kk: "31710", version: browser.hidden("version") });
    expect(saved.status).toBe(422);
    expect((await browser.get(address)).html).toContain("govuk-error-summary");
    expect(await rowsOf(id)).toMatchObject([{ unfinished: false }]);
  });

  test("is where the task list leads on, with the time it was saved", async () => {
    const { browser, id, address } = await aPage();
    await tell(browser, address, { nomor_kk: "31710", version: "0", ...byItself });
    const tasks = await browser.get(apply.tasks(id));
    expect(tasks.html).toMatch(/Anda sampai di “Keluarga”, terakhir disimpan pukul \d\d\.\d\d WIB/);
    expect(tasks.html).toMatch(new RegExp(`href="${address}"[^>]*>\\s*Lanjutkan`));
    expect(tasks.html).toContain("Belum selesai");
    expect(tasks.html).not.toContain("Perlu diperbaiki");
    await sql`update applications set updated_at = '2026-01-02T03:04:00Z' where id = ${id}::uuid`.execute(
      app.database.owner.kysely,
    );
    expect((await browser.get(apply.tasks(id))).html).toContain("terakhir disimpan 2 Januari 2026 pukul 10.04 WIB");
    await browser.get(address);
    await browser.post(address, { ...family, version: browser.hidden("version") });
    expect((await browser.get(apply.tasks(id))).html).not.toContain("Anda sampai di");
  });

  test("goes on from the version it was told, and says the same again where nothing changed", async () => {
    const { browser, id, address } = await aPage();
    await tell(browser, address, { nomor_kk: "3", version: "0", ...byItself });
    const second = await tell(browser, address, { nomor_kk: "31", version: "1", ...byItself });
    expect(second.said).toMatchObject({ version: 2 });
    // The answer to the second was lost on the line: sent again, it is neither a conflict nor another version.
    const repeated = await tell(browser, address, { nomor_kk: "31", version: "1", ...byItself });
    expect(repeated.said).toMatchObject({ version: 2 });
    expect(await rowsOf(id)).toMatchObject([{ version: 2 }]);
  });

  test("never writes over what another tab saved", async () => {
    const { browser, id, address } = await aPage();
    await browser.post(address, { ...family, version: "0" });
    await browser.get(address);
    const told = await tell(browser, address, { nomor_kk: "99", version: "0", ...byItself });
    expect(told).toMatchObject({ status: 409, said: { code: "stale" } });
    expect(await rowsOf(id)).toMatchObject([{ version: 1, valid: true, unfinished: false }]);
    const compared = await browser.post(address, { nomor_kk: "99", version: "0" });
    expect(compared.status).toBe(409);
    expect(compared.html).toContain("3171010101150001");
  });

  test("is told where to go on after the button, and that the form has to be sent where something is wrong", async () => {
    const { browser, id, address } = await aPage();
    const wrong = await tell(browser, address, { nomor_kk: "31710", version: "0" });
    expect(wrong).toMatchObject({ status: 200, said: { version: 1 } });
    expect(wrong.said).not.toHaveProperty("to");
    const right = await tell(browser, address, { ...family, version: "1" });
    expect(right.said).toMatchObject({ version: 2, to: apply.step(id, "alamat_ktp") });
    expect(await rowsOf(id)).toEqual([{ page: "keluarga", version: 2, valid: true, unfinished: false }]);
  });

  test("may be an item of a list", async () => {
    const { browser } = await people.siti(app);
    const id = await begin(browser, "jpt-bumn");
    const address = apply.item(id, "pendidikan", 1);
    await browser.get(address);
    const told = await tell(browser, address, { perguruan: "Univ", version: "0", ...byItself });
    expect(told.status).toBe(200);
    const again = await browser.get(address);
    expect(again.html).toContain('value="Univ"');
    expect(again.html).not.toContain("govuk-error");
    expect(String(told.said["version"])).toBe(browser.hidden("version"));
    const tasks = await browser.get(apply.tasks(id));
    expect(tasks.html).toMatch(new RegExp(`href="${address}"[^>]*>\\s*Lanjutkan`));
  });
});

describe("what may not be saved", () => {
  test("is somebody else's page, a page that does not exist, and a page without the token of this browser", async () => {
    const { id, address } = await aPage();
    const { browser: budi } = await people.budi(app);
    await budi.get(paths.program("npwp-pribadi"));
    expect(await tell(budi, address, { version: "0", ...byItself })).toMatchObject({ status: 404 });
    const { browser, id: own } = await aPage();
    expect(await tell(browser, apply.step(own, "tidak_ada"), { ...byItself })).toMatchObject({ status: 404 });
    const forged = await tell(browser, apply.step(own, "keluarga"), { csrf: "x".repeat(43), ...byItself });
    expect(forged).toMatchObject({ status: 403, said: { code: "forged" } });
    const elsewhere = await tell(browser, apply.step(own, "keluarga"), byItself, { "sec-fetch-site": "cross-site" });
    expect(elsewhere).toMatchObject({ status: 403, said: { code: "forged" } });
    expect(await rowsOf(id)).toEqual([]);
    expect(await rowsOf(own)).toEqual([]);
  });

  test("is a page whose session has ended, which is said so that nothing is led away", async () => {
    const { browser, id, address } = await aPage();
    await sql`update sessions set ended_at = app_now()`.execute(app.database.owner.kysely);
    const told = await tell(browser, address, { nomor_kk: "31", version: "0", ...byItself });
    expect(told).toMatchObject({ status: 401, said: { code: "signed_out" } });
    browser.cookies.clear();
    const bare = await tell(browser, address, { nomor_kk: "31", version: "0", ...byItself });
    expect(bare).toMatchObject({ status: 401, said: { code: "no_session" } });
    expect(await rowsOf(id)).toEqual([]);
  });

  test("in a page from before a new login is saved with the token that is given for it", async () => {
    const { browser, address } = await aPage();
    const session = browser.cookies.get(cookies.session);
    const { browser: anew } = await people.siti(app);
    const csrf = browser.csrf();
    browser.cookies.set(cookies.session, anew.cookies.get(cookies.session) ?? "");
    const sameOrigin = { "sec-fetch-site": "same-origin" };
    const told = await tell(browser, address, { csrf, version: "0", ...byItself }, sameOrigin);
    expect(told).toMatchObject({ status: 403, said: { code: "old_tab", csrf: expect.any(String) as string } });
    // This was another account's login; the page stays its owner's, whatever the token.
    const given = String(told.said["csrf"]);
    expect(await tell(browser, address, { csrf: given, version: "0", ...byItself })).toMatchObject({ status: 404 });
    browser.cookies.set(cookies.session, session ?? "");
    expect((await tell(browser, address, { csrf, nomor_kk: "3", version: "0", ...byItself })).status).toBe(200);
  });

  test("is a page after the closing and its grace", async () => {
    const { browser, address } = await aPage();
    const closed = (minutes: number) =>
      sql`update programs set closes_at = app_now() - ${minutes} * interval '1 minute' where slug = 'npwp-pribadi'`.execute(
        app.database.owner.kysely,
      );
    await closed(5);
    expect((await tell(browser, address, { nomor_kk: "3", version: "0", ...byItself })).status).toBe(200);
    await closed(11);
    const late = await tell(browser, address, { nomor_kk: "31", version: "1", ...byItself });
    expect(late).toMatchObject({ status: 409, said: { code: "not_editable" } });
    await sql`update programs set closes_at = file_closes_at`.execute(app.database.owner.kysely);
  });

  test("is half a change of a complete draft that the closing will send; a whole one is taken", async () => {
    const { id, accountId } = await anApplication(world).complete();
    const browser = await signIn(app, accountId, "applicant");
    await browser.get(apply.closing(id));
    await browser.post(apply.closing(id), { agree: "yes" });
    const address = apply.step(id, "keluarga");
    await browser.get(address);
    const version = browser.hidden("version");
    const half = await tell(browser, address, { ...family, nomor_kk: "3", version, ...byItself });
    expect(half).toMatchObject({ status: 409, said: { code: "withheld" } });
    const { complete } = await app.database.owner.kysely
      .selectFrom("applications")
      .select("complete")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(complete).toBe(true);
    const whole = { ...family, nomor_kk: "3171010101150009", version, ...byItself };
    expect((await tell(browser, address, whole)).status).toBe(200);
    // Pressing the button is the person's own word, right or wrong.
    await browser.get(address);
    const pressed = { ...family, nomor_kk: "3", version: browser.hidden("version") };
    expect((await browser.post(address, pressed)).status).toBe(422);
  });

  test("is a body that is no form, too large, or full of nonsense, without a broken page", async () => {
    const { browser, id, address } = await aPage();
    const raw = (body: string, type: string) =>
      fetch(new URL(address, app.origin), {
        method: "POST",
        body,
        headers: {
          accept: "application/json",
          "content-type": type,
          cookie: `${cookies.session}=${browser.cookies.get(cookies.session) ?? ""}`,
        },
      });
    expect((await raw("{}", "application/json")).status).toBe(400);
    const large = await raw("a".repeat(5 * 1024 * 1024), "application/x-www-form-urlencoded");
    expect(large.status).toBe(413);
    for (const version of ["", "-1", "1e9", "9".repeat(40), "0\u0000"]) {
      const told = await tell(browser, address, { nomor_kk: "31", version, ...byItself });
      expect(told, version).toMatchObject({ status: 409, said: { code: "stale" } });
    }
    const hostile = await tell(browser, address, { nomor_kk: "\u0000'; --", version: "0", ...byItself });
    expect(hostile.status).toBe(200);
    expect(await rowsOf(id)).toHaveLength(1);
  });
});
