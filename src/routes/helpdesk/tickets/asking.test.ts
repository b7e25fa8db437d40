import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Page, testApp, type TestApp } from "../../../../test/app.ts";
import { people } from "../../../../test/people.ts";
import { pdf } from "../../../../test/sample-files.ts";
import { publishFrom } from "../../../../test/seed.ts";
import {
  aTicket,
  anAgent,
  anotherNik,
  answerTicket,
  forgetLimits,
  humanAnswer,
  numberOn,
  sendTicket,
  ticketFields,
} from "../../../../test/tickets.ts";
import { sendTicketLetterJobOf } from "../../../jobs/send-ticket-letter.ts";
import { paths } from "../../../paths.ts";
import { startMailServer } from "../../../platform/mail/dev-server.ts";
import { openMail, type MailTransport } from "../../../platform/mail/mail.ts";
import { openMailbox } from "../../../platform/mail/mailbox.ts";
import { keepMessages } from "../../../platform/sms/kept-messages.ts";
import { loadSource } from "../../../registry/sources/load.ts";
import { actOnTicket, receiveTicket } from "../../../registry/tickets/act.ts";
import { gatherTickets } from "../../../registry/tickets/own.query.ts";
import { getTicket } from "../../../registry/tickets/ticket.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";

const { helpdesk } = paths;
const dapodik = "pengecekan-dapodik-lulusan-pg";
const known = anotherNik();
const graduate = anotherNik();

const folder = mkdtempSync(join(tmpdir(), "daftar-tickets-"));
const mailbox = openMailbox(join(folder, "mail"));
const sms = keepMessages(join(folder, "sms"));

let app: TestApp;
let server: Awaited<ReturnType<typeof startMailServer>>;
let mail: MailTransport;
let institution: { id: string; slug: string };
beforeAll(async () => {
  app = await testApp({ worker: true });
  server = await startMailServer(mailbox);
  mail = openMail({ url: server.url, from: "Daftar <daftar@contoh.example>" });
  await publishFrom(app, "programs/npwp-pribadi");
  institution = await app.database.owner.kysely
    .selectFrom("institutions")
    .select(["id", "slug"])
    .executeTakeFirstOrThrow();
  const lineOf = (nik: string) => `${nik},3171010101100001,SITI CONTOH,JAKARTA,1990-05-17\n`;
  for (const [source, csv] of [
    ["dapodik", lineOf(known)],
    ["lulus_pg", lineOf(graduate)],
  ] as const)
    await loadSource(
      { owner: app.database.owner.kysely, keyring: app.keyring },
      {
        source,
        csv: Readable.from([`nik,kk,name,birth_place,birth_date\n${csv}`]),
        onBadLine: ({ problem }) => expect.fail(problem),
      },
    );
});
afterAll(async () => {
  mail.close();
  await server.stop();
  await app.close();
  rmSync(folder, { recursive: true });
});

/** Sends what is owed, twice, and gives what has come to an address or a telephone so far. */
async function deliver(to: string) {
  const db = app.database.worker.kysely;
  const send = sendTicketLetterJobOf({ db, keyring: app.keyring, mail, sms, publicUrl: app.origin });
  const owed = await db.selectFrom("ticket_letters").select("id").where("sent_at", "is", null).orderBy("id").execute();
  const context = { attempt: 1, signal: new AbortController().signal };
  for (const { id: letterId } of [...owed, ...owed]) await send({ letterId }, context);
  const letters = (await mailbox.list()).filter((letter) => letter.to.includes(to));
  const messages = (await sms.list()).filter((message) => message.to === to);
  return [...letters.map(({ subject, text }) => `${subject}\n${text}`), ...messages.map(({ text }) => text)];
}

async function send(fields: Readonly<Record<string, string>> = {}, category?: string) {
  await forgetLimits(app);
  const browser = app.browser();
  const page = await sendTicket(browser, { instansi: institution.slug, ...fields }, category);
  return { browser, page, at: new URL(page.url).pathname };
}

async function ticketsOf(category: string) {
  return app.database.owner.kysely
    .selectFrom("tickets")
    .select(["id", "status"])
    .where("category", "=", category)
    .orderBy("asked_at", "desc")
    .execute();
}

async function messagesOf(ticketId: string) {
  const rows = await app.database.owner.kysely
    .selectFrom("ticket_messages")
    .select("author")
    .where("ticket_id", "=", ticketId)
    .orderBy("written_at")
    .execute();
  return rows.map(({ author }) => author);
}

describe("a check by sources", () => {
  test.each([
    ["Dapodik", known, "Lulusan PG"],
    ["Lulusan PG", graduate, "Dapodik"],
  ])("answers whom %s alone has with all that they gave, in words that hold none of it", async (source, nik, other) => {
    const { browser, page, at } = await send({ nik }, dapodik);
    numberOn(page);
    await expect.poll(async () => (await ticketsOf(dapodik))[0]?.status).toBe("answered");
    const { html } = await browser.get(at);
    expect(html).toContain("Pemeriksaan otomatis");
    expect(html).toContain(`Data Anda ditemukan di ${source}`);
    expect(html).not.toContain(`Data Anda ditemukan di ${other}`);
    expect(html).toMatch(/NIK, nomor KK, nama, tempat lahir, tanggal lahir/);
  });

  test("tells agents of each source what it said: one that does not answer is not one that has nobody", async () => {
    const id = await aTicket(app, institution.id, {
      email: "bungkam@contoh.example",
      // The first was never loaded, so that it does not answer.
      checks: ["thk2", "lulus_pg"].map((source) => ({ source, nik: anotherNik(), person: { name: "Siti Contoh" } })),
    });
    await expect.poll(() => messagesOf(id)).toEqual(["finding"]);
    const { messages } = await getTicket({ db: app.database.owner.kysely, keyring: app.keyring }, id);
    expect(messages[0]?.text).toMatch(/^THK-II sedang tidak dapat ditanya.*\nLulusan PG: NIK tidak ditemukan\.$/);
    const records = await app.database.owner.sql`
      select data ->> 'outcome' as outcome from audit_records where action = 'ticket.check_source' and subject_id = ${id}
      order by data ->> 'source'`;
    expect(records).toEqual([{ outcome: "not_found" }, { outcome: "not_available" }]);
  });

  test.each([
    ["whose facts differ", { nik: known, nama: "Orang Lain" }, dapodik],
    ["who is not found", {}, dapodik],
    ["whose source has nobody yet", {}, "pengecekan-eks-thk2"],
  ])("leaves somebody %s to an agent, and tells them nothing", async (_who, fields, category) => {
    const { browser, at } = await send(fields, category);
    const [{ id } = { id: "" }] = await ticketsOf(category);
    await expect.poll(() => messagesOf(id)).toEqual(["finding"]);
    expect((await ticketsOf(category))[0]?.status).toBe("asked");
    const { html } = await browser.get(at);
    expect(html).not.toMatch(/Pemeriksaan otomatis|tidak ditemukan|berbeda/);
  });
});

describe("the same question of the same person", () => {
  test("is added to the ticket that is open, under one page that tells a stranger nothing of it", async () => {
    const nik = anotherNik();
    const first = await send({ nik });
    const number = numberOn(first.page);
    const again = { nik, nama: "SITI  contoh", pertanyaan: "Masih menunggu.", kontak_surel: "Siti@contoh.example" };
    const second = await send(again);
    expect(new URL(second.page.url).pathname).toBe(helpdesk.again);
    for (const told of [number, "Permohonan saya tidak dijawab.", "siti@contoh.example"])
      expect(second.page.html).not.toContain(told);
    const withoutContact = anotherNik();
    await send({ nik: withoutContact, kontak_surel: "" });
    const third = await send({ nik: withoutContact, kontak_surel: "", pertanyaan: "Sekali lagi." });
    const bare = ({ html }: { html: string }) => html.replaceAll(/value="[\w-]{43}"/g, "");
    expect(bare(third.page)).toBe(bare(second.page));
    const { html } = await first.browser.get(first.at);
    // Nor does it tell the first of the second: either may be the stranger. Agents read it.
    expect(html).not.toContain("Masih menunggu.");
    const added = await app.database.owner.sql`select from ticket_messages where author = 'again'`;
    expect(added).toHaveLength(2);
    expect(await app.database.web.sql`select from ticket_messages where author = 'again'`).toEqual([]);
    const letters = await deliver("siti@contoh.example");
    expect(letters.filter((letter) => letter.includes(number))).toHaveLength(2);
  });

  test("is another question with another contact: whoever asks in somebody else's name draws nothing of theirs", async () => {
    const nik = anotherNik();
    const planted = numberOn((await send({ nik, kontak_surel: "asing@contoh.example" })).page);
    const own = await send({ nik, pertanyaan: "Ini saya sendiri." });
    expect(numberOn(own.page)).not.toBe(planted);
    expect((await deliver("asing@contoh.example")).join()).not.toContain(numberOn(own.page));
  });

  test("makes one ticket of two that come at the same moment, and another one once the first is answered", async () => {
    await forgetLimits(app);
    const category = "lupa-jawaban-pengaman";
    const fields = { instansi: institution.slug, nik: anotherNik() };
    await Promise.all([1, 2].map(() => sendTicket(app.browser(), fields, category)));
    expect(await ticketsOf(category)).toHaveLength(1);
    await app.database.owner
      .sql`update tickets set status = 'answered', received_at = app_now(), answered_at = app_now()`;
    numberOn((await send(fields, category)).page);
    expect(await ticketsOf(category)).toHaveLength(2);
  });

  test("is another question for another institution's category, and another person", async () => {
    const nik = anotherNik();
    numberOn((await send({ nik })).page);
    numberOn((await send({ nik }, "data-tidak-sesuai")).page);
    numberOn((await send({ nik, "tanggal_lahir.year": "1991" })).page);
  });
});

test("each step is told at the contact with the number and a link, and never with a word of it", async () => {
  const kontak_surel = "langkah@contoh.example";
  const { browser, page, at } = await send({ kontak_surel, pertanyaan: "Rahasia penanya." });
  const number = numberOn(page);
  const { id: ticketId } = await app.database.owner.kysely
    .selectFrom("tickets")
    .select("id")
    .orderBy("asked_at", "desc")
    .executeTakeFirstOrThrow();
  const actorId = await anAgent(app, institution.id);
  const acting = { ticketId, actorId, institutions: [institution.id] };
  const { kysely: db } = app.database.staff;
  await withStaff(db, acting.institutions, (trx) => receiveTicket(trx, { ...acting, institutionId: institution.id }));
  // Given back and taken again, it is told once.
  for (const act of ["take", "release", "take", "answer"] as const)
    await actOnTicket({ db, keyring: app.keyring }, { ...acting, act, text: "Rahasia petugas." });
  await browser.get(at);
  await browser.post(at, { balasan: "Belum jelas." });
  const letters = await deliver(kontak_surel);
  expect(letters).toHaveLength(5);
  for (const letter of letters) {
    expect(letter).toContain(number);
    expect(letter).toContain(helpdesk.tickets);
    expect(letter).not.toContain("Rahasia");
  }
  const subjects = ["tercatat", "dibaca petugas", "sedang dikerjakan", "Tiket Anda dijawab", "dibuka lagi"];
  for (const subject of subjects)
    expect(
      letters.some((letter) => letter.includes(subject)),
      subject,
    ).toBe(true);
});

test("what somebody asks while signed in stands in their account and in the copy of their data, and goes with its erasure", async () => {
  await forgetLimits(app);
  const { browser, accountId } = await people.siti(app);
  expect((await browser.get(paths.account.tickets)).html).toContain("Belum ada tiket");
  const fields = { instansi: institution.slug };
  const form = await browser.get(helpdesk.ask("reset-password"));
  for (const known of ["Siti Contoh", "siti.contoh."]) expect(form.html).toContain(`value="${known}`);
  const page = await sendTicket(browser, fields, "reset-password");
  const number = numberOn(page);
  const upload = { field: "file", name: "ktp.pdf", type: "application/pdf", bytes: pdf(1) };
  await browser.upload(`${new URL(page.url).pathname}/files/lampiran`, {}, upload);
  expect((await browser.get(paths.account.tickets)).html).toContain(number);
  const [{ id } = { id: "" }] = await ticketsOf("reset-password");
  expect((await browser.get(paths.account.ticket(id))).html).toContain(`Tiket ${number}`);
  const budi = await people.budi(app);
  expect((await budi.browser.get(paths.account.ticket(id))).status).toBe(404);
  const another = await sendTicket(browser, { ...fields, pertanyaan: "Tambahan saya." }, "reset-password");
  expect(new URL(another.url).pathname).toBe(helpdesk.again);
  expect((await browser.get(paths.account.ticket(id))).html).toContain("Tambahan saya.");

  await answerTicket(app, id, "Sudah kami bantu.");
  const worker = { db: app.database.worker.kysely, keyring: app.keyring };
  const copy = JSON.stringify(await gatherTickets(worker, accountId));
  for (const kept of [number, "Permohonan saya tidak dijawab.", "Sudah kami bantu."]) expect(copy).toContain(kept);
  expect(copy).not.toContain("Sudah saya telepon.");
  const erase = (at: string | null) =>
    app.database.worker.sql<{ blobs: string[] }[]>`select erase_tickets(${accountId}::uuid, ${at}::uuid) as blobs`;
  expect(await erase(uuidv7())).toEqual([{ blobs: [] }]);
  const [erased] = await erase(null);
  expect(erased?.blobs).toHaveLength(1);
  expect(await ticketsOf("reset-password")).toEqual([]);
  expect((await browser.get(paths.account.ticket(id))).status).toBe(404);
});

test("whoever gave a telephone alone hears by short message, in the ticket's language and without a link", async () => {
  await forgetLimits(app);
  const browser = app.browser();
  const contact = { kontak_surel: "", kontak_telepon: "0812 0000 7711" };
  const number = numberOn(await sendTicket(browser, { instansi: institution.slug, ...contact }));
  await app.database.owner.sql`update tickets set language = 'en'`;
  const [message = "", ...more] = await deliver("+6281200007711");
  expect(message).toContain(`your question has the number ${number}`);
  expect(message).not.toContain("://");
  expect(more).toEqual([]);
});

test("a form that was used already asks something new, and what was typed goes out with the answer", async () => {
  await forgetLimits(app);
  const browser = app.browser();
  const { html } = await browser.get(helpdesk.ask("pengaduan-ke-instansi"));
  const used = { ticket: browser.hidden("ticket"), human: humanAnswer(html) };
  const fields = { ...ticketFields, instansi: institution.slug, nik: anotherNik(), nama: "Kembali Contoh" };
  numberOn(await browser.post(helpdesk.ask("pengaduan-ke-instansi"), { ...fields, ...used }));
  const changed = { ...fields, nik: anotherNik(), pertanyaan: "Pertanyaan kedua saya." };
  await browser.get(helpdesk.ask("pengaduan-ke-instansi"));
  const refused = await browser.post(helpdesk.ask("pengaduan-ke-instansi"), { ...changed, ...used });
  for (const text of ["Pertanyaan kedua saya.", "kedaluwarsa"]) expect(refused.html).toContain(text);
  const fresh = { ticket: browser.hidden("ticket"), human: humanAnswer(refused.html) };
  numberOn(await browser.post(helpdesk.ask("pengaduan-ke-instansi"), { ...changed, ...fresh }));
});

test("one person and one contact are heard ten times a day, whatever network they come from", async () => {
  await forgetLimits(app);
  const sent: Page[] = [];
  for (const _ of Array.from({ length: 11 })) {
    const fields = { instansi: institution.slug, nama: "Orang Sibuk", kontak_surel: "" };
    sent.push(await sendTicket(app.browser(), fields));
  }
  const statuses = sent.map(({ status }) => status);
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(statuses.at(-1)).toBe(429);
  for (const text of ["Tunggu", "Permohonan saya tidak dijawab."]) expect(sent.at(-1)?.html).toContain(text);
});
