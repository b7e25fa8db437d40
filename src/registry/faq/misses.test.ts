import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { signIn } from "../../../test/people.ts";
import { loadQuestions } from "../../../test/questions.ts";
import { publishFrom } from "../../../test/seed.ts";
import { anAgent } from "../../../test/tickets.ts";
import { paths } from "../../paths.ts";
import { limitsOn } from "../../platform/limits.ts";
import { countMiss } from "./misses.ts";

let app: TestApp;
let institutionId: string;
beforeAll(async () => {
  app = await testApp();
  ({ institutionId } = await publishFrom(app, "programs/npwp-pribadi"));
  await loadQuestions(app.database, app.keyring);
});
afterAll(() => app.close());

const counted = () => app.database.owner.sql`
  select program_slug, word, searches from faq_misses order by program_slug, word`;

test("a search that finds nothing is counted by its page and by words that are known anyway, and by nothing else", async () => {
  const { web } = app.database;
  const services = { db: web.kysely, limits: limitsOn(web.sql, app.keyring) };
  const typed = "Kata SANDI saya 3171015705900001 lhkpn, Budi Sukacontoh budi@contoh.example t0k0";
  const vocabulary = new Set(["lhkpn"]);
  await countMiss(services, { typed, program: "npwp-pribadi", vocabulary, network: "1" });
  await countMiss(services, { typed: "sandi 12", program: undefined, vocabulary, network: "1" });
  const known = await counted();
  expect(known).toEqual(
    expect.arrayContaining([
      { program_slug: "", word: "", searches: 1 },
      { program_slug: "npwp-pribadi", word: "", searches: 1 },
      { program_slug: "", word: "sandi", searches: 2 },
      { program_slug: "", word: "lhkpn", searches: 1 },
    ]),
  );
  expect(JSON.stringify(known)).not.toMatch(/\d{4}|suka|t0k0|12"/);
  await expect(web.sql`select from faq_misses`).rejects.toThrow(/permission denied/);

  // One network that searches without end counts sixty times an hour.
  for (const _ of Array.from({ length: 61 }))
    await countMiss(services, { typed: "zzqx", program: undefined, vocabulary, network: "2" });
  const [{ searches } = {}] = await app.database.owner.sql<{ searches: number }[]>`
    select searches from faq_misses where program_slug = '' and word = ''`;
  expect(searches).toBe(61);
});

test("the helpdesk counts what it does not find, and the figures show it on their page and in their file", async () => {
  await app.database.owner.sql`delete from faq_misses`;
  const browser = app.browser();
  const search = (q: string) =>
    browser.get(`${paths.helpdesk.home}?${new URLSearchParams({ q, program: "npwp-pribadi" }).toString()}`);
  expect((await search("zzqx vvwk")).html).toContain('name="program" value="npwp-pribadi"');
  expect((await search("lupa kata sandi")).status).toBe(200);
  await browser.get(`${paths.helpdesk.home}?q=zzqx&program=tidak-ada`);
  // Something was found, and it did not help: they go on to ask an agent.
  const found = await search("sandi Sukacontoh");
  const [, asking = ""] = /href="(\/helpdesk\/new\?[^"]*searched=[^"]*)"/.exec(found.html) ?? [];
  expect((await browser.get(asking.replaceAll("&amp;", "&"))).html).toContain("Belum terjawab?");
  expect(await counted()).toEqual([
    { program_slug: "", word: "", searches: 1 },
    { program_slug: "", word: "sandi", searches: 1 },
    { program_slug: "npwp-pribadi", word: "", searches: 2 },
  ]);
  await app.database.owner.sql`
    insert into faq_misses (day, program_slug, word, searches)
    select distinct day, 'program-lain', '', 5 from faq_misses union all
    select distinct day, '', 'eselon', 3 from faq_misses`;
  const agent = await signIn(app, await anAgent(app, institutionId), "staff");
  const page = await agent.get(paths.console.ticketFigures);
  for (const text of ["Pencarian tanpa jawaban", "8 pencarian", "eselon"]) expect(page.html).toContain(text);
  // Another institution's page is not named.
  expect(page.html).not.toContain("program-lain");
  const file = await agent.get(paths.console.ticketFiguresFile);
  expect(file.html).toMatch(/"searches_without_answer","[\d-]+","[\d-]+",,"all","8"/);
  expect(file.html).toMatch(/"searches_without_answer","[\d-]+","[\d-]+","eselon","word","3"/);
  expect(file.html).toMatch(/"searches_without_answer","[\d-]+","[\d-]+","npwp-pribadi","program","2"/);
});
