import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paths } from "../../src/paths.ts";
import { pageHeaders } from "../../src/platform/http/headers.ts";
import { cookies } from "../../src/platform/http/cookies.ts";
import type { Route } from "../../src/routes/route.ts";
import type { Browser } from "../app.ts";
import { anApplication } from "../applications.ts";
import { send, urlencoded, type Answered } from "../bad-input/send.ts";
import { readPage } from "../bad-input/read-page.ts";
import { people, signIn, testPassword } from "../people.ts";
import { reached, type Owned } from "./reached.ts";
import { securityWorld, type SecurityWorld } from "./world.ts";

let world: SecurityWorld;
let owned: Owned;
let browsers: Readonly<Record<"nobody" | "applicant" | "reviewer" | "administrator", () => Browser>>;
beforeAll(async () => {
  world = await securityWorld();
  const { app, reviews } = world;
  owned = { ...(await anApplication(reviews).submitted()), receipt: "" };
  const applicant = await signIn(app, owned.accountId, "applicant");
  const reviewer = (await people.rina(app, reviews.institutionId)).browser;
  const administrator = (await people.agus(app, reviews.institutionId)).browser;
  browsers = {
    nobody: () => app.browser(),
    applicant: () => applicant,
    reviewer: () => reviewer,
    administrator: () => administrator,
  };
});
afterAll(() => world.close());

test("every page says what a browser may do with it, and nobody keeps the page of somebody signed in", async () => {
  const wrong: string[] = [];
  for (const route of world.app.routes.filter(({ method }) => method === "GET")) {
    for (const who of visitorsOf(route)) {
      const page = await send(browsers[who](), new URL(addressOf(route), world.app.origin).href, { method: "GET" });
      wrong.push(...faultsOf(page, who !== "nobody").map((fault) => `${route.path} for ${who}: ${fault}`));
    }
  }
  expect(wrong).toEqual([]);
});

test("pages that do not exist are pages too", async () => {
  for (const path of ["/tiada", "/apply", "/console/tiada", "/account/%00", "/%ff", "/programs/%2e%2e%2f"]) {
    const page = await send(browsers.applicant(), world.app.origin + path, { method: "GET" });
    expect(page.status, path).toBe(404);
    expect(faultsOf(page, true), path).toEqual([]);
  }
});

describe("the policy of pages", () => {
  const policy = pageHeaders["content-security-policy"] ?? "";
  test.each(["unsafe-inline", "unsafe-eval", "unsafe-hashes", "http:", "https:", "*"])("does not allow %s", (word) => {
    expect(policy).not.toContain(word);
  });
  test.each(["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])(
    "says %s",
    (word) => {
      expect(policy.split("; ")).toContain(word);
    },
  );
});

describe("a session", () => {
  test("begins with a token that nobody chose, and the one from before the login is nobody's", async () => {
    const { app } = world;
    const siti = await people.siti(app);
    const chosen = "A".repeat(43);
    const victim = app.browser();
    victim.cookies.set(cookies.session, chosen);
    await login(victim, siti.email);
    expect(victim.cookies.get(cookies.session)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(victim.cookies.get(cookies.session)).not.toBe(chosen);
    const attacker = app.browser();
    attacker.cookies.set(cookies.session, chosen);
    expect((await attacker.get(paths.account.home)).url).toContain(paths.account.login);
  });

  test("of somebody else, put into a browser before its login, is ended by it", async () => {
    const { app } = world;
    const [siti, budi] = [await people.siti(app), await people.budi(app)];
    const planted = budi.browser.cookies.get(cookies.session) ?? "";
    const victim = app.browser();
    victim.cookies.set(cookies.session, planted);
    await login(victim, siti.email);
    expect(victim.cookies.get(cookies.session)).not.toBe(planted);
    expect((await budi.browser.get(paths.account.home)).url).toContain(paths.account.login);
  });

  test("is over after the logout, and its cookie opens nothing", async () => {
    const { app } = world;
    const { browser } = await people.siti(app);
    const kept = browser.cookies.get(cookies.session) ?? "";
    await browser.get(paths.account.home);
    await browser.post(paths.account.logout, {});
    expect(browser.cookies.has(cookies.session)).toBe(false);
    const thief = app.browser();
    thief.cookies.set(cookies.session, kept);
    expect((await thief.get(paths.account.home)).url).toContain(paths.account.login);
  });

  test("does not lend its form token to the browser from before the login", async () => {
    const { app } = world;
    const siti = await people.siti(app);
    const browser = app.browser();
    await browser.get(paths.account.login);
    const before = browser.csrf();
    await login(browser, siti.email);
    const page = await browser.post(paths.account.profile, { csrf: before, name: "Lain", language: "id" });
    expect(page.status).toBe(403);
  });
});

describe("a form", () => {
  test.each([
    ["another site", { origin: "https://contoh.invalid" }],
    ["another port", { origin: "http://127.0.0.1:1" }],
    ["a neighbour of ours", { "sec-fetch-site": "same-site" }],
    ["another site, as the browser says", { "sec-fetch-site": "cross-site" }],
    ["an origin that is none", { origin: "contoh" }],
  ])("from %s is refused even with the right token", async (_, from) => {
    const { browser } = await people.siti(world.app);
    await browser.get(paths.account.profile);
    const body = `csrf=${browser.csrf()}&name=Diganti&language=id`;
    const page = await send(browser, world.app.origin + paths.account.profile, {
      body,
      headers: { ...urlencoded, ...from },
    });
    expect(page.status).toBe(403);
    expect((await browser.get(paths.account.profile)).html).not.toContain("Diganti");
  });
});

const away = [
  "https://contoh.invalid/",
  "//contoh.invalid/",
  "/\\contoh.invalid/",
  "\\\\contoh.invalid",
  "/.//contoh.invalid/",
  "/%2e//contoh.invalid/",
  "/account/..//contoh.invalid/",
  "/\t/contoh.invalid/",
  "/\n//contoh.invalid/",
  "javascript:alert(1)",
  "http:contoh.invalid",
  " //contoh.invalid",
  "/%09/contoh.invalid",
  "//contoh.invalid%2f..",
  "///contoh.invalid",
  "/@contoh.invalid",
];

describe("where a person is sent on", () => {
  test.each(away)("stays with us, whatever the login is asked: %j", async (next) => {
    const { app } = world;
    const siti = await people.siti(app);
    const browser = app.browser();
    const address = `${app.origin}${paths.account.login}?next=${encodeURIComponent(next)}`;
    const shown = await send(browser, address, { method: "GET" });
    const token = /name="csrf" value="([^"]*)"/.exec(shown.html)?.[1] ?? "";
    const given = /name="next" value="([^"]*)"/.exec(shown.html)?.[1];
    for (const asked of [next, given ?? ""]) {
      const form = new URLSearchParams({ csrf: token, email: siti.email, password: testPassword, next: asked });
      const page = await send(browser, address, { body: form.toString(), headers: urlencoded });
      expect(leads(page)).toEqual([]);
    }
  });

  test.each([
    "//contoh.invalid/",
    "///contoh.invalid",
    "/.//contoh.invalid/",
    "/%2e//contoh.invalid",
    "//contoh.invalid/..//",
  ])("stays with us when the language changes at %s", async (path) => {
    const page = await send(browsers.nobody(), `${world.app.origin}${path}?lang=en`, { method: "GET" });
    expect(leads(page)).toEqual([]);
    const links = [...page.html.matchAll(/href="([^"]*)"/g)].map((found) => found[1] ?? "");
    expect(links.filter((href) => href.startsWith("//") || href.includes("contoh.invalid/?"))).toEqual([]);
  });
});

/** Hops that lead to another host. */
function leads(page: Answered): string[] {
  return page.hops
    .map(({ location }) => location)
    .filter((location) => new URL(location, world.app.origin).origin !== world.app.origin);
}

async function login(browser: Browser, email: string): Promise<void> {
  await browser.get(paths.account.login);
  const page = await browser.post(paths.account.login, { identifier: email, password: testPassword });
  expect(page.url).toContain(paths.account.home);
}

function visitorsOf({ access }: Route): (keyof typeof browsers)[] {
  if (access.who === "staff") return ["nobody", access.may === "manage_staff" ? "administrator" : "reviewer"];
  return ["nobody", "applicant"];
}

function addressOf({ path }: Route): string {
  if (!path.includes(":")) return path;
  const known = reached.find(({ route }) => route === `GET ${path}`);
  if (!known) throw new Error(`${path} is missing in the table of routes with names.`);
  return known.address(owned);
}

/** What an answer and the ones that led to it leave unsaid. */
function faultsOf(page: Answered, isSignedIn: boolean): string[] {
  const faults: string[] = [];
  for (const { headers } of [page, ...page.hops]) {
    for (const line of headers.getSetCookie()) {
      if (!/^__Host-[a-z-]+=[^;]*; Path=\/; Secure; HttpOnly; SameSite=(Lax|Strict)(; Max-Age=\d+)?$/.test(line)) {
        faults.push(`sets the cookie ${line.split("=")[0]} with too few words`);
      }
    }
  }
  for (const { headers } of page.hops) {
    if (headers.get("cache-control") !== "no-store") faults.push("leads on with an answer that may be kept");
  }
  const type = page.headers.get("content-type") ?? "";
  if (page.headers.get("x-content-type-options") !== "nosniff") faults.push("may be taken for another type");
  if (type.startsWith("text/html")) {
    for (const [name, value] of Object.entries(pageHeaders)) {
      if (page.headers.get(name) !== value) faults.push(`has not the header ${name}`);
    }
    if (readPage(page).injected.length > 0) faults.push("needs scripts or styles within the page");
    return faults;
  }
  const isPublic = type.startsWith("application/json");
  if (isSignedIn && !isPublic && !page.headers.get("cache-control")?.includes("no-store")) faults.push("may be kept");
  if (!isPublic && !page.headers.get("content-security-policy")?.includes("sandbox")) faults.push("has no sandbox");
  return faults;
}
