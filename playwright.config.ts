import { defineConfig, type Project } from "@playwright/test";
import { chromiumFlags, findChromium } from "./test/chromium.ts";
import { freePort } from "./test/free-port.ts";

// Chosen once by the first process; Playwright's workers read this file again and inherit it.
const url = (process.env["E2E_URL"] ??= `http://localhost:${await freePort()}`);

const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  desk: { viewport: { width: 1280, height: 900 } },
};

const others: Readonly<Record<string, string>> = { phone: "desk", desk: "phone" };

/** Every story runs on both sizes, with scripts and without; tests that need one of either say so by a tag. */
const projects = Object.entries(sizes).flatMap(([size, use]): Project[] => [
  { name: size, use, grepInvert: new RegExp(`@nojs|@${others[size]}`) },
  {
    name: `${size} without scripts`,
    use: { ...use, javaScriptEnabled: false },
    grepInvert: new RegExp(`@js|@${others[size]}`),
  },
]);

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
  projects,
});
