import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookies } from "../../src/platform/http/cookies.ts";
import { diskBlobStore } from "../../src/platform/files/blob-store.ts";
import { paths } from "../../src/paths.ts";
import { catalogOf } from "../../src/registry/programs/catalog.ts";
import { startSession } from "../../src/registry/sessions/session.ts";
import { sayIn } from "../../src/texts/texts.ts";
import { testApp, type Browser, type TestApp } from "../app.ts";
import { anApplication, change, type ReviewWorld } from "../applications.ts";
import { send, urlencoded } from "../bad-input/send.ts";
import { anInstitution, people, signIn, testPassword, testTotpSecret } from "../people.ts";
import { toyRegions } from "../programs/regions.ts";
import { publishFrom } from "../seed.ts";
import { createStaff } from "../../src/registry/accounts/create.ts";
import { reached, type Owned } from "./reached.ts";

/** What only the owner and their institution may ever read. */
const canaries = ["Kanaria Semata", "Kotakanari", "3171011705900777", "3171010101150777"] as const;

let app: TestApp;
let folder: string;
let institutionId: string;
let owner: Browser;
let drafted: Owned;
let submitted: Owned;
let visitors: Readonly<Record<string, Browser>>;
beforeAll(async () => {
  app = await testApp({ worker: true });
  ({ institutionId } = await publishFrom(app, "programs/npwp-pribadi"));
  folder = await mkdtemp(join(tmpdir(), "reach-"));
  const { database, keyring } = app;
  const catalog = catalogOf(database.web.kysely, toyRegions());
  const world = {
    database,
    keyring,
    catalog,
    blobs: diskBlobStore(folder),
    institutionId,
    close: () => Promise.resolve(),
  };
  submitted = await ownedBy(world, "submitted");
  drafted = await ownedBy(world, "complete");
  owner = await signIn(app, submitted.accountId, "applicant");
  const elsewhere = await anInstitution(app);
  visitors = {
    nobody: app.browser(),
    "another applicant": (await people.budi(app)).browser,
    "a reviewer of another institution": (await people.rina(app, elsewhere)).browser,
    "an administrator of another institution": (await people.agus(app, elsewhere)).browser,
    "a reviewer of the institution": (await people.rina(app, institutionId)).browser,
    "an administrator of the institution": (await people.agus(app, institutionId)).browser,
    "a reviewer of the institution without their code": await withoutCode(),
    owner: await signIn(app, submitted.accountId, "applicant"),
  };
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** Who may not be let in, by whose page it is. */
const strangers = {
  applicant: [
    "nobody",
    "another applicant",
    "a reviewer of another institution",
    "an administrator of another institution",
    "a reviewer of the institution",
    "an administrator of the institution",
    "a reviewer of the institution without their code",
  ],
  institution: [
    "nobody",
    "owner",
    "another applicant",
    "a reviewer of another institution",
    "an administrator of another institution",
    "an administrator of the institution",
    "a reviewer of the institution without their code",
  ],
  administration: [
    "nobody",
    "owner",
    "another applicant",
    "a reviewer of another institution",
    "an administrator of another institution",
    "a reviewer of the institution",
    "a reviewer of the institution without their code",
  ],
  everyone: [],
} as const;

test("every route with a name in its address stands in the table, and the table has no other", () => {
  const routes = app.routes.filter(({ path }) => path.includes(":")).map(({ method, path }) => `${method} ${path}`);
  const known = reached.map(({ route }) => route);
  expect({
    missing: routes.filter((route) => !known.includes(route)),
    gone: known.filter((route) => !routes.includes(route)),
  }).toEqual({ missing: [], gone: [] });
});

const guarded = reached.filter(({ whose }) => whose !== "everyone");

describe.each(guarded.map((one) => [one.route, one] as const))("%s", (_, { route, whose, address }) => {
  test.each(strangers[whose])("gives %s nothing of anybody's application", async (who) => {
    const browser = visitors[who] ?? app.browser();
    for (const owned of [submitted, drafted]) {
      const before = await stateOf(owned);
      const to = new URL(address(owned), app.origin).href;
      const page = route.startsWith("GET")
        ? await send(browser, to, { method: "GET" })
        : await send(browser, to, {
            body: `csrf=${await tokenOf(browser)}&declaration=yes&round=1&version=1&then=`,
            headers: { ...urlencoded, "x-csrf": await tokenOf(browser) },
          });
      expect(isTurnedAway(page), `${who} got ${page.status} at ${page.url}`).toBe(true);
      // Refused for the form's token would say nothing about who may come in.
      expect(page.html).not.toContain(sayIn("id")("refusal.forged.title"));
      for (const canary of canaries) expect(page.html).not.toContain(canary);
      expect(await stateOf(owned)).toEqual(before);
    }
  });
});

test("the owner does find what the others did not", async () => {
  const html = (await owner.get(paths.apply.check(submitted.id))).html;
  expect(html).not.toContain("Kotakanari");
  const drafts = await signIn(app, drafted.accountId, "applicant");
  const check = (await drafts.get(paths.apply.check(drafted.id))).html;
  for (const canary of ["Kanaria Semata", "Kotakanari"]) expect(check).toContain(canary);
});

test("the institution's reviewer does find what was submitted, and nothing of a draft", async () => {
  const reviewer = visitors["a reviewer of the institution"] ?? app.browser();
  const page = await reviewer.get(paths.console.application(submitted.id));
  expect(page.status).toBe(200);
  expect(page.html).toContain("Kanaria Semata");
  expect((await reviewer.get(paths.console.application(drafted.id))).status).toBe(404);
});

test("an administrator of another institution gives and takes no roles here", async () => {
  const browser = visitors["an administrator of another institution"] ?? app.browser();
  const victim = await people.dewi(app, institutionId);
  await browser.get(paths.console.staff);
  expect(browser.page?.html).not.toContain(victim.email);
  for (const path of [paths.console.grantRole, paths.console.revokeRole]) {
    const form = {
      csrf: await tokenOf(browser),
      institution: institutionId,
      account: victim.accountId,
      email: victim.email,
      role: "secretariat",
    };
    expect((await browser.post(path, form)).status, path).toBe(403);
  }
});

test("the queue and the search of another institution show nothing of an application", async () => {
  const browser = visitors["a reviewer of another institution"] ?? app.browser();
  for (const query of ["?status=all", "?q=Kanaria", `?q=${submitted.receipt}`]) {
    const page = await browser.get(`${paths.console.queue}${query}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain("Kanaria Semata");
    expect(page.html).not.toContain(submitted.id);
  }
});

function isTurnedAway({ status, url }: { readonly status: number; readonly url: string }): boolean {
  const { pathname } = new URL(url);
  const doors: readonly string[] = [paths.account.login, paths.account.factor, paths.account.authenticator];
  return status === 403 || status === 404 || (status === 200 && doors.includes(pathname));
}

async function tokenOf(browser: Browser): Promise<string> {
  await browser.get(paths.account.profile);
  return browser.csrf();
}

async function ownedBy(world: ReviewWorld, made: "submitted" | "complete"): Promise<Owned> {
  const nik = made === "submitted" ? canaries[2] : "3171011705900778";
  const complete = await anApplication(world, { name: canaries[0], nik }).complete();
  await change(world, complete, "identitas", { nama: canaries[0], tempat_lahir: canaries[1], nik });
  await change(world, complete, "keluarga", { nomor_kk: canaries[3] });
  if (made === "submitted") {
    const browser = await signIn(app, complete.accountId, "applicant");
    await browser.get(paths.apply.check(complete.id));
    await browser.post(paths.apply.submit(complete.id), { declaration: "yes" });
  }
  const row = await app.database.owner.kysely
    .selectFrom("applications")
    .select(["status", "receipt"])
    .where("id", "=", complete.id)
    .executeTakeFirstOrThrow();
  expect(row.status).toBe(made === "submitted" ? "submitted" : "draft");
  return { ...complete, receipt: row.receipt };
}

/** Everything of an application that a stranger's post could have changed. */
async function stateOf({ id }: Owned): Promise<unknown> {
  const db = app.database.owner.kysely;
  return Promise.all([
    db.selectFrom("applications").selectAll().where("id", "=", id).execute(),
    db
      .selectFrom("application_pages")
      .select(["page", "version"])
      .where("application_id", "=", id)
      .orderBy("page")
      .execute(),
    db.selectFrom("documents").select(["id", "status"]).where("application_id", "=", id).orderBy("id").execute(),
    db.selectFrom("application_events").select("id").where("application_id", "=", id).orderBy("id").execute(),
  ]);
}

async function withoutCode(): Promise<Browser> {
  const accountId = await createStaff(app.database.owner.kysely, app.keyring, {
    email: "tanpa.kode@contoh.example",
    name: "Rina Contoh",
    password: testPassword,
    roles: [{ institutionId, role: "reviewer" }],
    totpSecret: testTotpSecret,
  });
  const browser = app.browser();
  const token = await startSession(app.database.web.kysely, { accountId, kind: "staff", factor: false });
  browser.cookies.set(cookies.session, token);
  return browser;
}
