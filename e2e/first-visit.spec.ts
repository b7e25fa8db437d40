import { paths } from "../src/paths.ts";
import { expect, test } from "./story.ts";
import type { Page } from "@playwright/test";

const KB = 1024;

test("a first visit costs at most 60 KB besides the font, at most 30 KB of it scripts @js @phone", async ({ page }) => {
  for (const path of [paths.portal, paths.program("npwp-pribadi"), paths.account.register]) {
    const parts = await weigh(page, path);
    const sum = (wanted: (url: string) => boolean) =>
      parts.filter(({ url }) => wanted(url)).reduce((total, { bytes }) => total + bytes, 0);
    const all = sum((url) => !url.endsWith(".woff2"));
    const scripts = sum((url) => url.endsWith(".js"));
    const list = parts.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join("\n");
    expect(scripts, list).toBeGreaterThan(0);
    expect(scripts, list).toBeLessThanOrEqual(30 * KB);
    expect(all, list).toBeLessThanOrEqual(60 * KB);
  }
});

/** What each part of a page took on the wire, headers included, with an empty cache. */
async function weigh(page: Page, path: string): Promise<{ url: string; bytes: number }[]> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.setCacheDisabled", { cacheDisabled: true });
  const urls = new Map<string, string>();
  const parts: { url: string; bytes: number }[] = [];
  protocol.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url));
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId) ?? "";
    if (!url.startsWith("data:")) parts.push({ url, bytes: encodedDataLength });
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await protocol.detach();
  return parts;
}
