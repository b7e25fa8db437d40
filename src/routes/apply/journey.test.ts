import { parse as parseHtml, type DefaultTreeAdapterTypes } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browser, type Page, type TestApp } from "../../../test/app.ts";
import { loadJourney, type JourneyPath, type JourneyStep } from "../../../test/journey.ts";
import { people } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { ktpJpeg, pdf } from "../../../test/sample-files.ts";
import { paths } from "../../paths.ts";

const programs = ["programs/npwp-pribadi", "programs/jpt-bumn", "programs/pamjaki-anggota"];

type JourneyPageStep = Extract<JourneyStep, { page: string }>;

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ worker: true });
});
afterAll(() => app.close());

describe.each(programs)("the journey of %s, played over HTTP", (folder) => {
  const journey = loadJourney(folder);
  beforeAll(() => publishFrom(app, folder));

  test.each(journey.paths)("$path", async (path) => {
    const { browser } = await people.siti(app);
    expectQuestions(await browser.get(paths.program(journey.program)));
    await browser.post(paths.startProgram(journey.program), {});
    const id = browser.page?.url.split("/").at(-1) ?? "";
    expect(browser.page?.status).toBe(200);
    for (const step of path.steps) await playStep(browser, id, step);
    await finish(browser, id, path);
  });
});

async function playStep(browser: Browser, id: string, step: JourneyStep): Promise<void> {
  if ("document" in step) return playDocument(browser, id, step);
  if (step.items !== undefined) return playList(browser, id, { ...step, items: step.items });
  const address = paths.apply.step(id, step.page);
  await playPage(browser, address, step);
  expect(browser.page?.url).toMatch(nextOf(step.next));
}

/** A repeated page: it cannot be gone past with too few, each item is added from the list, and one too many is removed. */
async function playList(
  browser: Browser,
  id: string,
  step: JourneyPageStep & { readonly items: readonly Record<string, string | string[]>[] },
): Promise<void> {
  const address = paths.apply.step(id, step.page);
  for (const [at, valid] of step.items.entries()) {
    const item = paths.apply.item(id, step.page, at + 1);
    expect((await browser.get(address)).html).toContain(`href="${item}"`);
    if (at === 0 && Object.keys(step.empty).length > 0) {
      expect((await browser.post(address, { version: browser.hidden("version") })).status).toBe(422);
    }
    await playPage(browser, item, { ...step, empty: at === 0 ? step.empty : {}, valid });
    expect(new URL(browser.page?.url ?? "").pathname).toBe(address);
  }
  const [first] = step.items;
  if (first !== undefined) {
    const extra = paths.apply.item(id, step.page, step.items.length + 1);
    await playPage(browser, extra, { ...step, empty: {}, valid: first });
    const remove = paths.apply.removeItem(id, step.page, step.items.length + 1);
    expect((await browser.get(remove)).status).toBe(200);
    expect((await browser.post(remove, {})).html).not.toContain(remove);
  }
  await browser.get(address);
  const gone = await browser.post(address, { version: browser.hidden("version") });
  expect(gone.url, gone.html).toMatch(nextOf(step.next));
}

/** Every page of a program leads to the questions about it. */
function expectQuestions({ html, url }: Page): void {
  expect(html, url).toContain(`href="${paths.helpdesk.ofProgram("")}`);
  // Which page it was goes along.
  const [, step] = /\/steps\/([a-z0-9_]+)/.exec(url) ?? [];
  if (step !== undefined) expect(html, url).toContain(`&amp;page=${step}"`);
}

function nextOf(next: string): RegExp {
  return next === "check" ? /\/check$/ : new RegExp(`/steps/${next}$`);
}

async function playPage(browser: Browser, address: string, step: Pick<JourneyPageStep, "empty" | "valid">) {
  const shown = await browser.get(address);
  expect(shown.status).toBe(200);
  expectQuestions(shown);
  const blank = Object.fromEntries(Object.keys({ ...step.empty, ...step.valid }).map((name) => [name, ""]));
  const empty = await browser.post(address, { ...blank, version: browser.hidden("version") });
  if (Object.keys(step.empty).length > 0) {
    expect(empty.status).toBe(422);
    expect(summaryLinks(empty).toSorted()).toEqual(
      Object.keys(step.empty)
        .map((name) => `#${name}`)
        .toSorted(),
    );
    for (const href of summaryLinks(empty)) expect(empty.html).toContain(`id="${href.slice(1)}"`);
    await browser.get(address);
  }
  await browser.get(address);
  const saved = await browser.post(address, { ...step.valid, version: browser.hidden("version") });
  expect(saved.status, saved.html).toBe(200);
  for (const page of [empty, saved]) expectQuestions(page);
}

async function playDocument(browser: Browser, id: string, step: { document: string; next: string }): Promise<void> {
  const address = paths.apply.step(id, step.document);
  expectQuestions(await browser.get(address));
  const picture = step.document.includes("ktp") || step.document.includes("foto");
  const bytes = picture ? await ktpJpeg() : pdf(2);
  const name = picture ? "ktp.jpg" : "izin.pdf";
  const page = await browser.upload(
    paths.apply.upload(id, step.document),
    {},
    { field: "file", name, type: "", bytes },
  );
  expect(page.status, page.html).toBe(200);
  expect(page.html).toContain("Berkas diterima");
  expectQuestions(page);
  expect(page.html).toContain(step.next === "check" ? paths.apply.check(id) : paths.apply.step(id, step.next));
}

async function finish(browser: Browser, id: string, path: JourneyPath): Promise<void> {
  const check = await browser.get(paths.apply.check(id));
  for (const shown of Object.values(path.shows)) expect(check.html).toContain(shown);
  const undeclared = await browser.post(paths.apply.submit(id), {});
  expect(undeclared.status).toBe(422);
  expect(summaryLinks(undeclared)).toEqual(["#declaration"]);
  const receipt = await browser.post(paths.apply.submit(id), { declaration: "yes" });
  expect(receipt.url).toMatch(/\/receipt$/);
  const others = [paths.apply.tasks(id), paths.apply.status(id)];
  for (const page of [check, undeclared, receipt]) expectQuestions(page);
  for (const other of others) expectQuestions(await browser.get(other));
  expect(receipt.html).toMatch(/R-[0-9A-Z]{5}-[0-9A-Z]{5}/);
  const events = await app.database.owner.kysely
    .selectFrom("application_events")
    .select("kind")
    .where("application_id", "=", id)
    .orderBy("at")
    .execute();
  expect(events.map(({ kind }) => kind)).toEqual(["started", "submitted"]);
}

function summaryLinks(page: Page): string[] {
  const links: string[] = [];
  function visit(node: DefaultTreeAdapterTypes.Node, inside: boolean): void {
    const element = node as Partial<DefaultTreeAdapterTypes.Element>;
    const attribute = (name: string) => element.attrs?.find((one) => one.name === name)?.value;
    const within = inside || (attribute("class") ?? "").split(" ").includes("govuk-error-summary");
    if (within && element.tagName === "a") links.push(attribute("href") ?? "");
    for (const child of element.childNodes ?? []) visit(child, within);
  }
  visit(parseHtml(page.html), false);
  return links;
}
