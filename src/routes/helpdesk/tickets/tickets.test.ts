import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testApp, type TestApp } from "../../../../test/app.ts";
import { loadQuestions } from "../../../../test/questions.ts";
import { publishFrom } from "../../../../test/seed.ts";
import { answerTicket, born, forgetLimits, lookUp, numberOn, otherDay, sendTicket } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";
import { limitsOn } from "../../../platform/limits.ts";
import { isTakenBy, loadCategories } from "../../../registry/tickets/category-file.ts";
import { ticketDoor } from "../../../registry/tickets/door.ts";
import { ticketContent } from "../../../jobs/letters/ticket-content.ts";
import { takeTicketLetter } from "../../../registry/tickets/letter.ts";

const { helpdesk } = paths;
const look = (number: string, fact: Readonly<Record<string, string>>) => lookUp(app, number, fact);

let app: TestApp;
let institution: string;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, "programs/npwp-pribadi");
  institution = (await app.database.owner.kysely.selectFrom("institutions").select("slug").executeTakeFirstOrThrow())
    .slug;
});
afterAll(() => app.close());

async function sent() {
  await forgetLimits(app);
  const browser = app.browser();
  const page = await sendTicket(browser, { instansi: institution });
  return { browser, page, number: numberOn(page) };
}

async function answer(text: string) {
  const { owner } = app.database;
  const { id } = await owner.kysely
    .selectFrom("tickets")
    .select("id")
    .orderBy("asked_at", "desc")
    .executeTakeFirstOrThrow();
  await answerTicket(app, id, text);
}

/** The code in the letter that is owed about the last ticket. */
async function codeOfLetter() {
  const [letter] = await app.database.owner.sql<{ id: string }[]>`
    select l.id from ticket_letters l join tickets t on t.id = l.ticket_id order by t.asked_at desc, l.id limit 1`;
  const services = { db: app.database.worker.kysely, keyring: app.keyring };
  const told = await takeTicketLetter(services, letter?.id ?? "");
  return (
    told &&
    ticketContent(told, app.origin)
      .facts.find((fact) => fact.includes("Kode"))
      ?.slice("Kode e-mail: ".length)
  );
}

test("every category of the files can be opened in both languages and sent without an account", async () => {
  for (const { category, title } of loadCategories().filter((one) => isTakenBy(one, institution))) {
    await forgetLimits(app);
    const browser = app.browser();
    const page = await sendTicket(browser, { instansi: institution }, category);
    expect(page.html, category).toContain("Pertanyaan terkirim");
    numberOn(page);
    const english = await app.browser().get(`${helpdesk.ask(category)}?lang=en`);
    expect(english.html).toContain(title.en);
  }
});

test("a category of one institution is asked there and at no other, and an answer that may help stands above the form", async () => {
  await publishFrom(app, "programs/pamjaki-anggota");
  await loadQuestions(app.database, app.keyring);
  const own = helpdesk.ask("nomor-registrasi");
  const offered = async (path: string) => (await app.browser().get(path)).html.includes(`href="${own}`);
  expect(await offered(helpdesk.askWhat)).toBe(true);
  expect(await offered(helpdesk.askWhatFrom("pamjaki-anggota"))).toBe(true);
  expect(await offered(helpdesk.askWhatFrom("npwp-pribadi"))).toBe(false);
  const { html } = await app.browser().get(own);
  expect(html).toContain('<option value="pamjaki" selected');
  expect(html).not.toContain(`<option value="${institution}"`);
  expect(html).toContain(`href="${helpdesk.question("pamjaki", "nomor-lama")}"`);
  await forgetLimits(app);
  const elsewhere = await sendTicket(app.browser(), { instansi: institution }, "nomor-registrasi");
  expect(elsewhere.status).toBe(422);
  numberOn(await sendTicket(app.browser(), { instansi: "pamjaki" }, "nomor-registrasi"));
});

test("the program whose page led to the question is kept, its institution chosen beforehand, and any other word ignored", async () => {
  const kept = async () =>
    (
      await app.database.owner.kysely
        .selectFrom("tickets")
        .select("program_slug")
        .orderBy("asked_at", "desc")
        .executeTakeFirstOrThrow()
    ).program_slug;
  const browser = app.browser();
  const about = await browser.get(helpdesk.ofProgram("npwp-pribadi"));
  expect(about.html).toContain(`href="${helpdesk.askWhatFrom("npwp-pribadi")}"`);
  const from = helpdesk.askFrom("pengaduan-ke-instansi", "npwp-pribadi");
  expect((await browser.get(helpdesk.askWhatFrom("npwp-pribadi"))).html).toContain(`href="${from}"`);
  expect((await browser.get(from)).html).toContain(`<option value="${institution}" selected`);
  await forgetLimits(app);
  await sendTicket(browser, { instansi: institution, program: browser.hidden("program") });
  expect(await kept()).toBe("npwp-pribadi");
  await sendTicket(browser, { instansi: institution, program: "tidak-ada" });
  expect(await kept()).toBeNull();
  // From one of its pages: through the questions and the list of categories to the form, and no other word passes for one.
  const questions = await browser.get(helpdesk.ofProgram("npwp-pribadi", "foto_ktp"));
  const href = (address: string) => `href="${address.replaceAll("&", "&amp;")}"`;
  expect(questions.html).toContain(href(helpdesk.askWhatFrom("npwp-pribadi", "foto_ktp")));
  const fromPage = helpdesk.askFrom("pengaduan-ke-instansi", "npwp-pribadi", "foto_ktp");
  expect((await browser.get(helpdesk.askWhatFrom("npwp-pribadi", "foto_ktp"))).html).toContain(href(fromPage));
  expect((await browser.get(fromPage)).html).toContain('name="page" value="foto_ktp"');
  for (const [page, known] of [
    ["foto_ktp", "foto_ktp"],
    ["tidak_ada", null],
  ] as const) {
    await forgetLimits(app);
    await sendTicket(browser, { instansi: institution, program: "npwp-pribadi", page });
    const [row] = await app.database.owner
      .sql`select program_page from tickets order by asked_at desc, id desc limit 1`;
    expect(row).toEqual({ program_page: known });
  }
});

test("whoever the civil registry must help is told which office, when it was sent and on the ticket", async () => {
  for (const category of ["nik-kk-tidak-ditemukan", "data-tidak-sesuai"]) {
    await forgetLimits(app);
    const sentPage = await sendTicket(app.browser(), { instansi: institution }, category);
    const later = await look(numberOn(sentPage), born);
    for (const { html } of [sentPage, later]) {
      expect(html).toContain("Suku Dinas Kependudukan dan Pencatatan Sipil Kota Administrasi Jakarta Pusat");
      expect(html).toContain('href="tel:1500537"');
    }
  }
  const other = await sendTicket(app.browser(), { instansi: institution });
  expect(other.html).not.toContain("Hubungi Dukcapil");
  const unknown = await sendTicket(
    app.browser(),
    { instansi: institution, nik: "9999015705900001" },
    "nik-kk-tidak-ditemukan",
  );
  expect(unknown.html).toContain("HALO DUKCAPIL menyebut alamatnya");
});

test("nothing of what was written, and not the number, stands in the database in plain", async () => {
  const { number } = await sent();
  const { rows } = { rows: await app.database.owner.sql`select t::text as line from tickets t` };
  const all = rows.map(({ line }) => String(line)).join("\n");
  for (const plain of [number, "Siti", "1990-05-17", "siti@contoh.example", "3171015705900001"]) {
    expect(all).not.toContain(plain);
    expect(all).not.toContain(Buffer.from(plain).toString("hex"));
  }
});

test("what is missing is told at its field, and what was typed stays", async () => {
  await forgetLimits(app);
  const page = await sendTicket(app.browser(), { instansi: "", nik: "12", pertanyaan: "a".repeat(501) });
  expect(page.status).toBe(422);
  for (const text of ["Pilih instansi", 'value="12"', 'value="Siti Contoh"']) expect(page.html).toContain(text);
});

describe("the way of a ticket", () => {
  test("is found with the number and the birth date or the e-mail address, typed in any manner", async () => {
    const { number } = await sent();
    const typed = number.toLowerCase().replaceAll("-", " ");
    expect((await look(typed, born)).html).toContain(`Tiket ${number}`);
  });

  test("opens by its address only once the code of a letter to it was typed where it is open", async () => {
    const { number, browser, page } = await sent();
    const byAddress = async () => (await look(number, { surel: "Siti@Contoh.example" })).status;
    expect(await byAddress()).toBe(422);
    const at = new URL(page.url).pathname;
    const prove = async (kode: string) => {
      await browser.get(at);
      return browser.post(`${at}/email`, { kode });
    };
    const code = (await codeOfLetter()) ?? "";
    const wrong = await prove(code === "123 456" ? "123 457" : "123 456");
    expect([wrong.status, wrong.html.includes("bukan kode di surat")]).toEqual([422, true]);
    // Whoever got the letter astray has the code, and no page to type it on.
    const stranger = app.browser();
    await stranger.get(helpdesk.tickets);
    expect(new URL((await stranger.post(`${at}/email`, { kode: code })).url).pathname).toBe(helpdesk.tickets);
    expect(await byAddress()).toBe(422);
    expect((await prove(code)).html).toContain("kini dapat membuka tiket ini");
    expect((await look(number, { surel: "Siti@Contoh.example" })).html).toContain(`Tiket ${number}`);
    expect(await codeOfLetter()).toBeUndefined();
  });

  test("goes from question to answer, both ways, and never shows a note of agents", async () => {
    const { number, browser, page } = await sent();
    await answer("Kami sudah memeriksanya.");
    const answered = await look(number, born);
    expect(answered.html).toContain("Kami sudah memeriksanya.");
    expect(answered.html).not.toContain("Sudah saya telepon.");
    await browser.get(new URL(page.url).pathname);
    const replied = await browser.post(new URL(page.url).pathname, { balasan: "Masih belum." });
    expect(replied.html).toContain("Balasan Anda terkirim.");
    expect(replied.html).toContain("Masih belum.");
    const twice = await browser.post(new URL(page.url).pathname, { balasan: "Masih belum." });
    expect(twice.html.split("Masih belum.")).toHaveLength(replied.html.split("Masih belum.").length);
    const [row] = await app.database.owner.sql`select status from tickets order by asked_at desc limit 1`;
    expect(row?.["status"]).toBe("working");
  });

  test("asks once of an answer whether it helped, and keeps what was said sealed", async () => {
    const { browser, page } = await sent();
    const path = new URL(page.url).pathname;
    expect((await browser.get(path)).html).not.toContain("Apakah jawaban ini menolong?");
    await answer("Sudah kami kirim.");
    await browser.get(path);
    const blank = await browser.post(`${path}/rating`, { kesan: "Terlalu lama." });
    expect(blank.status).toBe(422);
    expect(blank.html).toContain("Terlalu lama.");
    const rated = await browser.post(`${path}/rating`, { menolong: "no", kesan: "Terlalu lama." });
    expect(rated.html).toContain("Terima kasih atas penilaian Anda.");
    expect(rated.html).not.toContain("Apakah jawaban ini menolong?");
    await browser.post(`${path}/rating`, { menolong: "yes" });
    const rows = await app.database.owner.sql`select helped, r::text as line from ticket_ratings r`;
    expect(rows.map(({ helped }) => helped as unknown)).toEqual([false]);
    expect(String(rows[0]?.["line"])).not.toContain(Buffer.from("Terlalu lama.").toString("hex"));
  });

  test("keeps what was typed until its page had closed, and sends it as the ticket is opened again", async () => {
    const { number, browser, page } = await sent();
    const [id = ""] = (new URL(page.url).pathname.split("/").at(-1) ?? "").split(".");
    const early = vi.spyOn(Date, "now").mockReturnValueOnce(Date.now() - 3_600_001);
    const over = helpdesk.ticket(ticketDoor(app.keyring, browser.csrf(), id));
    early.mockRestore();
    const limits = limitsOn(app.database.web.sql, app.keyring);
    for (let reply = 0; reply < 20; reply++) {
      await limits.spend({ name: "ticket-reply", most: 20, seconds: 86_400 }, id);
    }
    const flood = await browser.post(new URL(page.url).pathname, { balasan: "Satu jam saya menulis ini." });
    expect(flood.status).toBe(429);
    expect(flood.html).toMatch(/<textarea[^>]*>Satu jam saya menulis ini\./);
    expect(flood.html).toContain("Tunggu 24 jam");
    expect(new URL((await browser.post(over, { balasan: " " })).url).pathname).toBe(helpdesk.tickets);
    const kept = await browser.post(over, { balasan: "Satu jam saya menulis ini." });
    expect(kept.html).toContain("Tulisan Anda tersimpan di sini");
    const typed = () => ({
      untuk: browser.hidden("untuk"),
      balasan: browser.hidden("balasan"),
    });
    const wrong = await browser.post(helpdesk.tickets, { ...typed(), nomor: number, surel: "", ...otherDay });
    expect([wrong.status, wrong.html.includes("Tulisan Anda tersimpan di sini")]).toEqual([422, true]);
    let guessed = wrong;
    for (let guess = 0; guess < 9 && guessed.status === 422; guess++)
      guessed = await browser.post(helpdesk.tickets, { ...typed(), nomor: number, surel: "", ...otherDay });
    expect([guessed.status, typed().balasan]).toEqual([429, "Satu jam saya menulis ini."]);
    await forgetLimits(app);
    // Another ticket gets nothing unread.
    const other = await sent();
    const shown = await browser.post(helpdesk.tickets, { ...typed(), nomor: other.number, surel: "", ...born });
    expect(shown.html).toMatch(/<textarea[^>]*>Satu jam saya menulis ini\.</);
    expect(shown.html).not.toContain("Balasan Anda terkirim.");
    await browser.post(over, { balasan: "Satu jam saya menulis ini." });
    const sentNow = await browser.post(helpdesk.tickets, { ...typed(), nomor: number, surel: "", ...born });
    expect(sentNow.url).toContain("?replied");
    expect(sentNow.html).toContain("Satu jam saya menulis ini.");
    await answer("Sudah.");
    const rated = await browser.post(`${over}/rating`, { menolong: "no", kesan: "Terlalu lama." });
    expect(rated.html).toContain('name="kesan" value="Terlalu lama."');
  });

  test("ends fourteen days after the answer", async () => {
    const { browser, page } = await sent();
    await answer("Sudah.");
    await app.database.owner.sql`update tickets set answered_at = app_now() - interval '15 days'`;
    const path = new URL(page.url).pathname;
    await browser.get(path);
    const late = await browser.post(path, { balasan: "Sebentar." });
    expect(late.status).toBe(422);
    expect(late.html).toContain("Ajukan pertanyaan baru");
    expect(late.html).toContain("Sebentar.");
  });

  test("is closed to another browser that has its address", async () => {
    const { page } = await sent();
    const stranger = await app.browser().get(new URL(page.url).pathname);
    expect(new URL(stranger.url).pathname).toBe(helpdesk.tickets);
  });
});
