import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { loadQuestions } from "../../../test/questions.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";

const { helpdesk } = paths;
const address = helpdesk.question("platform", "lupa-kata-sandi");

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, "programs/jpt-bumn");
  await loadQuestions(app.database, app.keyring);
});
afterAll(() => app.close());

async function votes() {
  return app.database.owner.kysely.selectFrom("faq_votes").select(["helped", "failed"]).execute();
}

test("the landing page leads to every question of the platform and of each institution with programs, and old links come here", async () => {
  const { html, url } = await app.browser().get(paths.help);
  expect(new URL(url).pathname).toBe(helpdesk.home);
  expect(html).toContain(`href="${address}"`);
  expect(html).toContain(`href="${helpdesk.question("kementerian-bumn", "jpt-apa")}"`);
  expect(html).toContain(`href="${helpdesk.ofProgram("jpt-bumn")}"`);
});

test("what is misspelt is found, what is not there says so, and what was typed stays in the box", async () => {
  const browser = app.browser();
  const found = await browser.get(`${helpdesk.home}?q=${encodeURIComponent("lupa pasword")}`);
  expect(found.html).toContain("Saya lupa kata sandi");
  expect(found.html).toContain('value="lupa pasword"');
  const nothing = await browser.get(`${helpdesk.home}?q=zzzzqqq`);
  expect(nothing.html).toContain("Belum ada jawaban untuk itu");
  const hostile = await browser.get(`${helpdesk.home}?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(hostile.status).toBe(200);
  expect(hostile.html).not.toContain("<script>alert");
});

test("a program's page links to the questions that concern it", async () => {
  const browser = app.browser();
  const program = await browser.get(paths.program("jpt-bumn"));
  expect(program.html).toContain(`href="${helpdesk.ofProgram("jpt-bumn", "program").replace("&", "&amp;")}"`);
  expect(program.html).toContain(`href="${helpdesk.question("kementerian-bumn", "lhkpn-apa")}"`);
  const questions = await browser.get(helpdesk.ofProgram("jpt-bumn"));
  expect(questions.html).toContain(helpdesk.question("kementerian-bumn", "kirim-otomatis"));
  // Those that its file answers, and those of every application.

  for (const shown of ["Bagaimana cara mendaftar dan masuk?", helpdesk.question("platform", "submit-akhir")])
    expect(questions.html).toContain(shown);
  const found = await browser.get(`${helpdesk.ofProgram("jpt-bumn")}&q=lupa+pasword`);
  expect(found.html).toContain(`href="${helpdesk.askWhatFrom("jpt-bumn")}&amp;searched=lupa+pasword"`);
});

test("a question is shown in both languages with its links, and an unknown one is 404", async () => {
  const browser = app.browser();
  const id = await browser.get(address);
  expect(id.html).toContain("<h1");
  expect(id.html).toContain(`href="${paths.account.forgot}"`);
  expect((await browser.get(`${address}?lang=en`)).html).toContain("I forgot my password");
  expect((await browser.get(helpdesk.question("platform", "tidak-ada"))).status).toBe(404);
});

describe("whether it helped", () => {
  test("is counted for the day and never for a person, and said thanks for", async () => {
    const browser = app.browser();
    await browser.get(address);
    expect((await browser.post(helpdesk.vote("platform", "lupa-kata-sandi"), { helpful: "yes" })).html).toContain(
      "Terima kasih",
    );
    await browser.get(address);
    await browser.post(helpdesk.vote("platform", "lupa-kata-sandi"), { helpful: "no" });
    expect(await votes()).toEqual([{ helped: 1, failed: 1 }]);
    await browser.get(address);
    await browser.post(helpdesk.vote("platform", "lupa-kata-sandi"), { helpful: "perhaps" });
    expect(await votes()).toEqual([{ helped: 1, failed: 1 }]);
  });

  test("is not counted any more from a network that says it all the time", async () => {
    const browser = app.browser();
    await browser.get(address);
    const csrf = browser.csrf();
    const answers: number[] = [];
    for (let at = 0; at < 62; at++)
      answers.push((await browser.post(helpdesk.vote("platform", "lupa-kata-sandi"), { helpful: "yes", csrf })).status);
    expect(answers.at(-1)).toBe(429);
  });
});

test("the glossary holds the words of the service and those of programs, and contacts name each institution", async () => {
  const browser = app.browser();
  const { html } = await browser.get(helpdesk.glossary);
  for (const word of ["JPT", "LHKPN", "NIK", "LPNK", "K/L", "Eselon (Es.)", "Aktivasi", "THK-II"])
    expect(html).toContain(`<dt>${word}</dt>`);
  const contacts = (await browser.get(helpdesk.contacts)).html;
  for (const link of [
    paths.program("jpt-bumn"),
    "mailto:panitia.jpt@bumn.contoh.example",
    "tel:1500537",
    "https://wa.me/628118005373",
    helpdesk.askWhat,
  ])
    expect(contacts).toContain(`href="${link}"`);
});
