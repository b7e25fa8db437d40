import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { cookies } from "../src/platform/http/cookies.ts";
import { openProduct, type Person, type Product } from "./product.ts";

interface Story {
  /** Signs somebody in without the login page, which has stories of its own. */
  readonly signIn: (person: Person) => Promise<void>;
  /** Whether scripts run in this browser. */
  readonly scripts: boolean;
}

/** A test that fails when any page complains, is refused something, or asks another host for anything. */
export const test = base.extend<Story, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = openProduct();
      await use(product);
      await product.close();
    },
    { scope: "worker" },
  ],
  context: async ({ context, baseURL }, use) => {
    const complaints = listen(context, baseURL ?? "?");
    await use(context);
    expect(complaints, "what pages complained about").toEqual([]);
  },
  signIn: async ({ page, product }, use) => {
    await use((person) => keepCookie(page, product.url, cookies.session, person.session));
  },
  scripts: async ({ javaScriptEnabled }, use) => {
    await use(javaScriptEnabled);
  },
});

export { expect };

/** Gathers errors of the console (a broken content policy is one), failed parts of pages, and requests that leave. */
function listen(context: BrowserContext, home: string): readonly string[] {
  const complaints: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob|about):/.test(url)) complaints.push(`asked ${url}`);
  });
  context.on("response", (response) => {
    const isPage = ["document", "xhr", "fetch"].includes(response.request().resourceType());
    if (response.status() >= (isPage ? 500 : 400)) complaints.push(`${response.status()} ${response.url()}`);
  });
  context.on("console", (message) => {
    // Chromium calls the page of a refusal a failed resource; that is counted above, by its status.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return complaints;
}

/** Gives the browser a cookie of ours. Playwright's own way names a domain, which `__Host-` forbids. */
export async function keepCookie(page: Page, url: string, name: string, value: string): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const kept = await protocol.send("Network.setCookie", {
    name,
    value,
    url,
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Lax",
  });
  expect(kept.success).toBe(true);
  await protocol.detach();
}

/** Sends the form around a button and waits for the page it leads to. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Opens what is folded behind these words on a phone; where there is room for it, it stands open. */
export async function unfold(page: Page, words: string): Promise<void> {
  const fold = page.locator(".daftar-fold summary", { hasText: words });
  if (await fold.isVisible()) await fold.click();
}

/** Opens the menu of the head: the only one on a phone, and the account's own where there is room for the others. */
export async function openMenu(page: Page): Promise<void> {
  await page.getByRole("banner").locator("summary:visible").click();
}
