import { afterAll, beforeAll, expect, test } from "vitest";
import { activePdfs } from "../../../../test/hostile-files/active-pdfs.ts";
import { encryptedPdf } from "../../../../test/hostile-files/encrypted-pdf.ts";
import { impostors } from "../../../../test/hostile-files/impostors.ts";
import { testApp, type Browser, type TestApp } from "../../../../test/app.ts";
import { ktpJpeg, pdf } from "../../../../test/sample-files.ts";
import { publishFrom } from "../../../../test/seed.ts";
import { forgetLimits, sendTicket } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";
import { limitsOn } from "../../../platform/limits.ts";
import { loadCategories } from "../../../registry/tickets/category-file.ts";

const category = "nik-didaftarkan-orang-lain";
const { documents = [] } = loadCategories().find((one) => one.category === category) ?? {};

let app: TestApp;
let instansi: string;
beforeAll(async () => {
  app = await testApp({ worker: true });
  await publishFrom(app, "programs/npwp-pribadi");
  instansi = (await app.database.owner.kysely.selectFrom("institutions").select("slug").executeTakeFirstOrThrow()).slug;
});
afterAll(() => app.close());

async function asked() {
  await forgetLimits(app);
  const browser = app.browser();
  const page = await sendTicket(browser, { instansi }, category);
  const at = new URL(page.url).pathname;
  const upload = (slot: string, bytes: Uint8Array, name: string) =>
    browser.upload(`${at}/files/${slot}`, {}, { field: "file", name, type: "image/jpeg", bytes });
  return { browser, page, at, upload };
}

function pictures(html: string): string[] {
  return [...html.matchAll(/<img class="daftar-document__page" src="([^"]+)"/g)].map(([, src]) => src ?? "");
}

async function picture(browser: Browser, src: string) {
  const { status, headers } = await browser.get(src);
  return { status, type: headers.get("content-type"), policy: headers.get("content-security-policy") };
}

test("documents go with a ticket without an account and without scripts, are drawn anew, and shown to its browser alone", async () => {
  const { browser, page, at, upload } = await asked();
  for (const { label, hint } of documents)
    for (const text of [label.id, hint?.id ?? ""]) expect(page.html).toContain(text);
  const photo = await ktpJpeg();
  for (const { id } of documents.slice(0, 2)) {
    const sent = await upload(id, photo, "Rahasia Siti.jpg");
    expect(sent.html).toContain("Berkas Anda diterima.");
  }
  await upload(documents[2]?.id ?? "", pdf(2), "kk.pdf");
  const whole = await upload("lampiran", pdf(1), "surat.pdf");
  expect(whole.html).not.toContain("Dokumen yang perlu dikirim");
  const shown = pictures(whole.html);
  expect(shown).toHaveLength(5);
  const drawn = { status: 200, type: "image/jpeg", policy: "sandbox; default-src 'none'" };
  expect(await picture(browser, shown[0] ?? "")).toEqual(drawn);
  expect((await app.browser().get(shown[0] ?? "")).status).toBe(404);
  const rows = await app.database.owner.sql`select d::text as line, original_blob from ticket_documents d`;
  expect(rows.map(({ original_blob: blob }) => blob as unknown)).toEqual([null, null, null, null]);
  expect(rows.map(({ line }) => String(line)).join()).not.toContain(Buffer.from("Rahasia").toString("hex"));
  expect((await browser.get(`${at}/files/bukan-slot`)).status).toBe(200);
  await browser.get(at);
  expect((await upload("bukan-slot", photo, "ktp.jpg")).status).toBe(404);
  const other = app.browser();
  await other.get(paths.helpdesk.tickets);
  const file = { field: "file", name: "ktp.jpg", type: "image/jpeg", bytes: photo };
  const led = await other.upload(`${at}/files/${documents[0]?.id ?? ""}`, {}, file);
  expect(new URL(led.url).pathname).toBe(paths.helpdesk.tickets);
});

test("files that are not what they say, or too large, are refused with a reason, and nothing of them is shown", async () => {
  const { browser, at, upload } = await asked();
  const hostile = [
    ...(await impostors()),
    { name: "ktp.jpg", bytes: Buffer.concat([await ktpJpeg(), Buffer.alloc(201 * 1024)]) },
    { name: "ktp.pdf", bytes: encryptedPdf("rahasia") },
    { name: "ktp.pdf", bytes: pdf(9) },
    { name: "ktp.jpg", bytes: (await ktpJpeg()).subarray(0, 300) },
  ];
  for (const { name, bytes } of hostile) {
    await browser.get(at);
    const { html } = await upload("scan_ktp", bytes, name);
    expect(html, name).toMatch(/govuk-error-message|Berkas ditolak/);
    expect(pictures(html)).toEqual([]);
  }
  for (const bytes of Object.values(activePdfs())) {
    await browser.get(at);
    const drawn = pictures((await upload("scan_ktp", bytes, "ktp.pdf")).html);
    for (const src of drawn) expect((await picture(browser, src)).type).toBe("image/jpeg");
  }
});

test("nothing more goes with a ticket that is answered, nor with one that got twenty files in a day", async () => {
  const { browser, at, upload } = await asked();
  const photo = await ktpJpeg();
  const limits = limitsOn(app.database.web.sql, app.keyring);
  const [ticketId = ""] = (at.split("/").at(-1) ?? "").split(".");
  for (let sent = 0; sent < 19; sent++)
    await limits.spend({ name: "ticket-file", most: 20, seconds: 86_400 }, ticketId);
  expect((await upload("lampiran", photo, "ktp.jpg")).status).toBe(200);
  expect((await upload("lampiran", photo, "ktp.jpg")).status).toBe(429);
  await forgetLimits(app);
  await app.database.owner
    .sql`update tickets set status = 'answered', received_at = app_now(), answered_at = app_now()`;
  const { html } = await browser.get(at);
  expect(html).not.toContain('type="file"');
  expect((await upload("lampiran", photo, "ktp.jpg")).status).toBe(409);
});
