import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { cookies } from "../src/platform/http/cookies.ts";
import { listGetRoutes } from "./composed-routes.ts";
import { applicantPages, notPages, officePages, publicPages, reviewerPages, type PageVisit } from "./pages.ts";
import type { Product } from "./product.ts";
import { nikCasePages } from "./nik-case-pages.ts";
import { recoveryPages } from "./recovery-pages.ts";
import { rightsPages } from "./rights-pages.ts";
import { sceneOf } from "./scene.ts";
import { ticketPages } from "./ticket-pages.ts";
import { expect, keepCookie, test } from "./story.ts";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What can be wrong in one language alone: words. Structure, colours and sizes are the same page's. */
const rulesOfWords = [
  "cat.language",
  "cat.text-alternatives",
  "cat.name-role-value",
  "cat.forms",
  "cat.aria",
  "cat.semantics",
];

/** The axe that its builder brings. */
const axeFile = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve(
  "axe-core/axe.min.js",
);

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

const roles = {
  nobody: (product) => publicPages(product),
  forgetful: (product) => recoveryPages(product),
  "who asks the helpdesk, and an agent": (product) => ticketPages(product),
  "who asks about their data, and who answers": (product) => rightsPages(product),
  "two who state one NIK, and who decides": (product) => nikCasePages(product),
  applicant: async (product) => applicantPages(product, await sceneOf(product)),
  reviewer: async (product) => reviewerPages(product, await sceneOf(product)),
  "secretariat and institution admin": async (product) => officePages(product, await sceneOf(product)),
} as const satisfies Record<string, (product: Product) => Promise<readonly PageVisit[]>>;

test.describe.configure({ mode: "parallel" });

for (const [role, pagesOf] of Object.entries(roles)) {
  test(`${role}: axe finds nothing on any page in either language, none is too wide for 320 px, and a finger hits every target @js @desk`, async ({
    page,
    product,
  }) => {
    test.setTimeout(900_000);
    const found: string[] = [];
    // Each page has it from the start. The browser keeps it compiled; sent to each page it cost five times as much.
    await page.addInitScript({ path: axeFile });
    for (const visit of await pagesOf(product)) {
      // It comes up on a phone, and is looked at there and on a desk.
      await page.setViewportSize(phone);
      await open(page, product, visit, "id");
      found.push(...(await violations(page, visit.name, axeOn(page).withRules(["target-size"]))));
      found.push(...(await measure(page, visit)));
      await page.setViewportSize(desk);
      found.push(...(await violations(page, visit.name, axeOn(page).withTags(rules))));
      if (visit.dark) found.push(...(await lookInTheDark(page, visit)));
      if (!visit.path.startsWith("/dev/")) found.push(...(await findEnglish(page, visit)));
    }
    for (const visit of await pagesOf(product)) {
      await open(page, product, visit, "en");
      found.push(...(await violations(page, visit.name, axeOn(page).withTags(rulesOfWords))));
    }
    expect(found).toEqual([]);
  });
}

test("no page is left out: every GET route is visited, or is named as no page @js @desk", async ({ product }) => {
  const visits = (await Promise.all(Object.values(roles).map((pagesOf) => pagesOf(product)))).flat();
  const visited = new Set(visits.map(({ route }) => route));
  const routes = (await listGetRoutes()).map(({ path }) => path);
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => !visited.has(route) && !(route in notPages))).toEqual([]);
  expect(Object.keys(notPages).filter((route) => !routes.includes(route) || visited.has(route))).toEqual([]);
});

async function open(page: Page, product: Product, visit: PageVisit, language: "id" | "en"): Promise<void> {
  await page.context().clearCookies();
  await keepCookie(page, product.url, cookies.language, language);
  if (visit.as) await keepCookie(page, product.url, cookies.session, visit.as.session);
  await page.goto(visit.path);
  await visit.act?.(page);
  await expect(page.locator("html"), visit.name).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { level: 1 }), visit.name).toHaveCount(1);
  // A refusal or a redirect would be looked at in place of the page that is meant.
  if (/^\/(programs\/:program|apply)\b/.test(visit.route))
    expect(await page.locator('a[href^="/helpdesk?program="]').count(), visit.name).toBeGreaterThan(0);
  if (visit.route !== "*" && !visit.act)
    expect(new URL(page.url()).pathname, visit.name).toMatch(patternOf(visit.route));
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replaceAll(/:[a-z]+/g, "[^/]+")}$`);
}

async function lookInTheDark(page: Page, visit: PageVisit): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const axe = axeOn(page).withRules(["color-contrast", "link-in-text-block"]);
  const found = await violations(page, `${visit.name}, dark`, axe);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}

/** The axe that stands in the page. */
function axeOn(page: Page): AxeBuilder {
  // The other mode brings frames of other origins together in a blank page, opened for each look; we have no such frame.
  return new AxeBuilder({ page, axeSource: ";" })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .exclude("iframe");
}

async function violations(page: Page, name: string, axe: AxeBuilder): Promise<string[]> {
  const results = await axe.analyze();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${name} (${page.url()}): ${id} at ${String(target)}: ${failureSummary ?? ""}`,
    ),
  );
}

/** The short words that no English sentence does without, which a component's own default text would bring along. */
async function findEnglish(page: Page, visit: PageVisit): Promise<string[]> {
  const text = await page.evaluate<string>(
    "[...document.querySelectorAll('main, title')].map((part) => part.innerText ?? part.textContent).join(' ')",
  );
  const words = text.match(/\b(the|you|your|and|with|please|enter|choose)\b/gi) ?? [];
  return words.length > 0 ? [`${visit.name} (${page.url()}) speaks English: ${words.join(", ")}`] : [];
}

/** At 400 % zoom a window of 1280 by 1024 has 320 by 256 CSS pixels: nothing may scroll sideways then. */
async function measure(page: Page, visit: PageVisit): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 });
  const over = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  return over > 0 ? [`${visit.name} (${page.url()}) is ${over} px wider than a screen of 320 px`] : [];
}
