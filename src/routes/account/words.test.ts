import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anInstitution, people } from "../../../test/people.ts";
import { aTicket } from "../../../test/tickets.ts";
import { contentOf, textPart } from "../../jobs/letters/content.ts";
import { htmlPart } from "../../jobs/letters/html-part.tsx";
import { ticketContent } from "../../jobs/letters/ticket-content.ts";
import { paths } from "../../paths.ts";
import { notify } from "../../registry/notices/notify.ts";
import { takeNotice } from "../../registry/notices/outgoing.ts";
import { takeTicketLetter } from "../../registry/tickets/letter.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** The next letter to an account, in both its parts. */
async function letterTo(accountId: string): Promise<readonly string[]> {
  const db = app.database.owner.kysely;
  await notify(db, app.keyring, { accountId, kind: "password_changed", data: {} });
  const { id } = await db.selectFrom("notices").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
  const notice = await takeNotice(db, app.keyring, id);
  if (!notice) throw new Error("No letter waits.");
  const content = contentOf(notice, "https://daftar.contoh.example");
  return [textPart(content), htmlPart(content)];
}

test("words of one's own stand in every letter, sealed, until they are changed or removed", async () => {
  const { browser, accountId } = await people.siti(app);
  for (const part of await letterTo(accountId)) expect(part).toContain("belum memilih kata pengenal");

  await browser.get(paths.account.words);
  const empty = await browser.post(paths.account.words, { words: " " });
  expect(empty.status).toBe(422);
  const saved = await browser.post(paths.account.words, { words: "layang <b>hijau</b>" });
  expect(saved.html).toContain("Kata pengenal Anda disimpan");
  const [text, html] = await letterTo(accountId);
  expect(text).toContain("Kata pengenal Anda: layang <b>hijau</b>");
  expect(html).toContain("Kata pengenal Anda: layang &lt;b&gt;hijau&lt;/b&gt;");
  const [row] = await app.database.owner.sql<{ words_sealed: Buffer }[]>`
    select words_sealed from accounts where id = ${accountId}`;
  expect(row?.words_sealed.includes(Buffer.from("hijau"))).toBe(false);

  await browser.post(paths.account.words, { words: "perahu biru" });
  expect((await letterTo(accountId))[0]).toContain("perahu biru");
  const removed = await browser.post(paths.account.removeWords, {});
  expect(removed.html).toContain("Kata pengenal Anda dihapus");
  for (const part of await letterTo(accountId)) expect(part).not.toContain("perahu biru");
});

test("a letter about a ticket has them where it goes to the owner's own address, and nowhere else", async () => {
  const { browser, accountId, email } = await people.siti(app);
  await browser.get(paths.account.words);
  await browser.post(paths.account.words, { words: "perahu biru" });
  const institutionId = await anInstitution(app);
  const db = app.database.owner.kysely;
  const written: string[] = [];
  for (const to of [email.toUpperCase(), "orang.lain@contoh.example"]) {
    const ticket = await aTicket(app, institutionId, { email: to });
    await db.updateTable("tickets").set({ account_id: accountId }).where("id", "=", ticket).execute();
    const [letter] = await db.selectFrom("ticket_letters").select("id").where("ticket_id", "=", ticket).execute();
    const taken = await takeTicketLetter({ db: app.database.worker.kysely, keyring: app.keyring }, letter?.id ?? "");
    if (!taken) throw new Error("No letter waits.");
    written.push(textPart(ticketContent(taken, "https://daftar.contoh.example")));
  }
  expect(written[0]).toContain("Kata pengenal Anda: perahu biru");
  expect(written[1]).not.toContain("perahu biru");
  expect(written[1]).not.toContain("kata pengenal");
});

test("the words are not shown or changed without a fresh proof of who one is", async () => {
  const { browser, accountId } = await people.budi(app);
  await browser.get(paths.account.words);
  await browser.post(paths.account.words, { words: "perahu biru" });
  await app.database.owner
    .sql`update sessions set proved_at = proved_at - interval '1 day' where account_id = ${accountId}`;
  const page = await browser.get(paths.account.words);
  expect(page.url).toContain(paths.account.confirm);
  expect(page.html).not.toContain("perahu biru");
  await browser.post(paths.account.removeWords, {});
  expect((await letterTo(accountId))[0]).toContain("perahu biru");
});
