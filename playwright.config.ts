import { defineConfig, type Project } from "@playwright/test";
import { chromiumFlags, findChromium } from "./test/chromium.ts";
import { freePort } from "./test/free-port.ts";

// Chosen once by the first process; Playwright's workers read this file again and inherit it.
const url = (process.env["E2E_URL"] ??= `http://localhost:${await freePort()}`);

const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  desk: { viewport: { width: 1280, height: 900 } },
};

const withoutScripts = { javaScriptEnabled: false };

/**
 * A story runs on a phone with scripts and on a desk without: each of both once. One that is about the size says so by
 * `@phone` or `@desk`, one that needs scripts or their absence by `@js` or `@nojs`. The way from the portal to the
 * officers' answer runs `@everywhere`: on both sizes, with scripts and without. That no page is too wide for its screen
 * is measured on every page, in `every-page.spec.ts`.
 */
const projects: readonly Project[] = [
  { name: "phone", use: sizes.phone, grepInvert: /@nojs|@desk/ },
  { name: "desk without scripts", use: { ...sizes.desk, ...withoutScripts }, grepInvert: /@js|@phone/ },
  { name: "desk", use: sizes.desk, grep: /@desk|@everywhere/, grepInvert: /@nojs/ },
  {
    name: "phone without scripts",
    use: { ...sizes.phone, ...withoutScripts },
    grep: /@phone|@everywhere/,
    grepInvert: /@js/,
  },
];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./test/product.setup.ts",
  forbidOnly: true,
  // A browser may lose its breath on a busy machine: one more try, and `npm test` names whoever needed it.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  outputDir: "test-results/pages",
  use: {
    baseURL: url,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags] },
  },
  projects: [...projects],
});
