import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { paths } from "../../paths.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const pages = [paths.help, paths.privacy, paths.accessibility, paths.phishing];

describe("help and the policies", () => {
  test.each(pages)("%s is a page in both languages with headings in order", async (path) => {
    const browser = app.browser();
    const indonesian = await browser.get(path);
    const english = await browser.get(`${path}?lang=en`);
    for (const page of [indonesian, english]) {
      expect(page.status).toBe(200);
      const levels = [...page.html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
    expect(english.html).not.toBe(indonesian.html);
  });

  test.each(pages)("every message on %s exists", async (path) => {
    const { html } = await app.browser().get(path);
    expect(html).not.toMatch(/undefined|\bhelp\.\w+\.|privacy\.\w+\./);
  });
});
