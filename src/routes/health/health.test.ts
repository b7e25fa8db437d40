import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { paths } from "../../paths.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("says that it lives and that it is ready", async () => {
  const browser = app.browser();
  expect(JSON.parse((await browser.get(paths.health.live)).html)).toEqual({ status: "live" });
  expect(JSON.parse((await browser.get(paths.health.ready)).html)).toEqual({ status: "ready", database: "up" });
});

test("an address that nobody serves is a page in the person's language", async () => {
  const browser = app.browser();
  const page = await browser.get("/nowhere");
  expect(page.status).toBe(404);
  expect(page.html).toContain("Halaman tidak ditemukan");
  await browser.get("/?lang=en");
  expect((await browser.get("/nowhere")).html).toContain("Page not found");
});
