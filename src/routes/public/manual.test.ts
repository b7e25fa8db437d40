import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { loadQuestions } from "../../../test/questions.ts";
import { readPdf } from "../../../test/read-pdf.ts";
import { paths } from "../../paths.ts";
import { cookies } from "../../platform/http/cookies.ts";
import { manualTexts } from "../../texts/manual.ts";
import { texts } from "../../texts/texts.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test.each(["id", "en"] as const)("what the manual quotes in %s stands on the pages word for word", (language) => {
  const known = new Set<string>(
    Object.entries(texts).flatMap(([key, text]) => (key.startsWith("manual.") ? [] : [text[language]])),
  );
  const quoted = Object.values(manualTexts).flatMap((text) =>
    [...text[language].matchAll(/\u201c([^\u201d]+)\u201d/g)].map(([, words = ""]) => words),
  );
  expect(quoted.length).toBeGreaterThan(20);
  expect(quoted.filter((words) => !known.has(words))).toEqual([]);
});

test("both languages have the same number of steps in every section", () => {
  for (const [key, { id, en }] of Object.entries(manualTexts)) {
    expect(id.split("\n").length, key).toBe(en.split("\n").length);
  }
});

test("the manual is a page with its sections in order, reached from help and from the foot of every page", async () => {
  const browser = app.browser();
  for (const from of [paths.portal, paths.help]) {
    expect((await browser.get(from)).html).toContain(`href="${paths.manual}"`);
  }
  const { status, html } = await browser.get(paths.manual);
  expect(status).toBe(200);
  const titles = [...html.matchAll(/<h2[^>]*>\s*(\d+)\. /g)].map(([, number]) => Number(number));
  expect(titles).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(html).toContain(`href="${paths.manualPaper}"`);
});

test("the manual is a tagged PDF with the same words, in the language of the visit", async () => {
  for (const [language, title] of [
    ["id", "Buku panduan"],
    ["en", "User manual"],
  ] as const) {
    const answer = await fetch(app.origin + paths.manualPaper, {
      headers: { cookie: `${cookies.language}=${language}` },
    });
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    const { text, raw, pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(pages).toBeGreaterThan(1);
    const plain = text.replaceAll("\ufffe", "-").replaceAll(/\s+/g, " ");
    for (const said of [title, manualTexts["manual.correct.title"][language]]) expect(plain).toContain(said);
    for (const said of manualTexts["manual.submit.steps"][language].split("\n")) expect(plain).toContain(said);
    for (const part of [
      "/S /H1",
      "/S /H2",
      "/S /LI",
      "/S /LBody",
      language === "id" ? "/Lang (id-ID)" : "/Lang (en-GB)",
    ]) {
      expect(raw).toContain(part);
    }
  }
});

test("the PDF ends with the questions of the help centre, and follows them", async () => {
  const plain = async () => {
    const answer = await fetch(app.origin + paths.manualPaper);
    const { text } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    return text.replaceAll("\ufffe", "-").replaceAll(/\s+/g, " ");
  };
  expect(await plain()).not.toContain("Saya lupa kata sandi");
  await loadQuestions(app.database, app.keyring);
  expect(await plain()).toContain("Saya lupa kata sandi – Pilih Lupa kata sandi? di halaman masuk");
});
