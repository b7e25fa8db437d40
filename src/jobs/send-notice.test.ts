import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { startMailServer } from "../platform/mail/dev-server.ts";
import { openMail } from "../platform/mail/mail.ts";
import { openMailbox } from "../platform/mail/mailbox.ts";
import { randomKeyring } from "../platform/keys/keyring.ts";
import { createActiveAccount } from "../registry/accounts/create.ts";
import { noticeKinds, type NoticeData, type NoticeKind } from "../registry/notices/notice-kinds.ts";
import { notify } from "../registry/notices/notify.ts";
import type { OutgoingNotice } from "../registry/notices/outgoing.ts";
import { contentOf, textPart } from "./letters/content.ts";
import { htmlPart } from "./letters/html-part.tsx";
import { sendNoticeJob } from "./send-notice.ts";

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "daftar-letters-"));
const server = await startMailServer(openMailbox(folder));
const mail = openMail({ url: server.url, from: "Daftar <daftar@contoh.example>" });
afterAll(async () => {
  mail.close();
  await server.stop();
  rmSync(folder, { recursive: true });
  await database.close();
});

const keyring = randomKeyring();
const { kysely: owner } = database.owner;
const job = sendNoticeJob({ db: database.worker.kysely, keyring, mail, publicUrl: "https://daftar.contoh.example" });
const context = { attempt: 1, signal: new AbortController().signal };

let siti = "";
beforeAll(async () => {
  siti = await createActiveAccount(owner, keyring, {
    email: "siti@contoh.example",
    name: "Siti <b>Contoh</b>",
    password: "x",
  });
});

async function lastNotice() {
  return owner.selectFrom("notices").selectAll().orderBy("id", "desc").limit(1).executeTakeFirstOrThrow();
}

function readLetters() {
  return Promise.all(
    readdirSync(folder)
      .toSorted()
      .map((name) => PostalMime.parse(readFileSync(join(folder, name)))),
  );
}

describe("a letter", () => {
  test("is caused by the deed's transaction, goes out over SMTP once, and leaves no secret behind", async () => {
    await database.web.kysely
      .transaction()
      .execute((trx) => notify(trx, keyring, { accountId: siti, kind: "activate", data: { token: "t".repeat(43) } }));
    const { id, data_sealed } = await lastNotice();
    expect(data_sealed?.includes(Buffer.from("ttttt"))).toBe(false);
    const jobs = await database.owner.sql`select 1 from graphile_worker.jobs where task_identifier = 'send-notice'`;
    expect(jobs).toHaveLength(1);

    await job({ noticeId: id }, context);
    await job({ noticeId: id }, context);
    const letters = await readLetters();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({
      subject: "Aktivasi akun Daftar Anda",
      messageId: `<${id}@daftar.contoh.example>`,
      to: [{ address: "siti@contoh.example" }],
    });
    const link = `https://daftar.contoh.example/account/activate?token=${"t".repeat(43)}`;
    expect(letters[0]?.text).toContain(link);
    expect(letters[0]?.html).toContain(`href="${link}"`);
    expect(letters[0]?.html).toContain("Siti &lt;b&gt;Contoh&lt;/b&gt;");
    expect(await lastNotice()).toMatchObject({ sent_at: expect.any(Date) as Date, data_sealed: null, attempts: 1 });
  });

  test("is not written when the deed is undone", async () => {
    const before = await lastNotice();
    const undone = database.web.kysely.transaction().execute(async (trx) => {
      await notify(trx, keyring, { accountId: siti, kind: "password_changed", data: {} });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect((await lastNotice()).id).toBe(before.id);
  });

  test("about an application names its program and receipt, even when the submission's own statement wrote no data", async () => {
    const [institution, program, version, application, id] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    const { sql } = database.owner;
    const definition = sql.json({ title: { id: "Klub Contoh", en: "Sample Club" } });
    await sql`insert into institutions (id, slug, name, key_wrapped) values (${institution}, 'klub', '{}', '')`;
    await sql`insert into programs (id, institution_id, slug, opens_at) values (${program}, ${institution}, 'klub', now())`;
    await sql`insert into program_versions (id, program_id, content_hash, definition) values (${version}, ${program}, 'x', ${definition})`;
    await sql`insert into applications (id, account_id, institution_id, program_id, version_id, language, status, receipt)
      values (${application}, ${siti}, ${institution}, ${program}, ${version}, 'en', 'submitted', 'K7F2')`;
    await sql`insert into notices (id, account_id, application_id, kind, language) values (${id}, ${siti}, ${application}, 'submitted', 'en')`;
    await job({ noticeId: id }, context);
    const letter = (await readLetters()).at(-1);
    expect(letter?.subject).toBe("We have received your application – Sample Club");
    expect(letter?.text).toContain("Receipt number: K7F2");
    expect(letter?.text).toContain(`https://daftar.contoh.example/apply/${application}/receipt`);
  });

  test("stays unsent, with its data, while the mail server does not answer", async () => {
    await notify(database.web.kysely, keyring, { accountId: siti, kind: "reset", data: { token: "r" } });
    const { id } = await lastNotice();
    const nowhere = openMail({ url: "smtp://127.0.0.1:1", from: "daftar@contoh.example" });
    const failing = sendNoticeJob({
      db: database.worker.kysely,
      keyring,
      mail: nowhere,
      publicUrl: "https://daftar.contoh.example",
    });
    await expect(failing({ noticeId: id }, context)).rejects.toThrow("did not take the letter");
    nowhere.close();
    expect(await lastNotice()).toMatchObject({
      id,
      sent_at: null,
      attempts: 1,
      data_sealed: expect.any(Buffer) as Buffer,
    });
  });
});

const samples: { [K in NoticeKind]: NoticeData<K> } = {
  activate: { token: "abc" },
  already_registered: {},
  reset: { token: "abc" },
  password_changed: {},
  password_due: { at: "2026-12-05T03:00:00Z" },
  factor_added: {},
  factor_removed: {},
  factor_leaving: { token: "t".repeat(16) },
  recovery_code_used: {},
  login_code: { code: "042424" },
  recovery_code: { code: "042424" },
  questions_changed: {},
  recovered: { until: "2026-11-22T05:00:00.000Z" },
  phone_changed: {},
  copy_ready: { number: "S-7K3M9-QX2PA" },
  erasure_asked: { number: "H-7K3M9-QX2PA", until: "2026-11-24T05:00:00.000Z" },
  erasure_void: { number: "H-7K3M9-QX2PA" },
  erased: { number: "H-7K3M9-QX2PA" },
  closed: { number: "H-7K3M9-QX2PA", to: "lama@contoh.example", name: "Siti Contoh" },
  right_asked: {
    number: "P-7K3M9-QX2PA",
    holder: { id: "Instansi Contoh", en: "Sample Institution" },
    until: "2026-11-24T05:00:00.000Z",
  },
  consent_withdrawn: { number: "P-7K3M9-QX2PA" },
  right_fulfilled: { number: "P-7K3M9-QX2PA", words: "Alamat sudah diperbaiki." },
  right_refused: { number: "P-7K3M9-QX2PA", words: "Datanya sudah benar.", article: "6" },
  rights_pressing: { numbers: ["P-7K3M9-QX2PA"], officer: true },
  rights_overdue: { numbers: ["P-7K3M9-QX2PA"], officer: false },
  email_code: { code: "042424", to: "baru@contoh.example" },
  email_changed: { to: "lama@contoh.example" },
  identity_stated: {},
  nik_case_opened: { institution: { id: "Instansi Contoh", en: "Sample Institution" } },
  nik_case_begun: { institution: { id: "Instansi Contoh", en: "Sample Institution" } },
  nik_case_told: { institution: { id: "Instansi Contoh", en: "Sample Institution" } },
  nik_case_withdrawn: { institution: { id: "Instansi Contoh", en: "Sample Institution" } },
  nik_yours: { institution: { id: "Instansi Contoh", en: "Sample Institution" }, words: "Swafoto sesuai KTP." },
  nik_not_yours: { institution: { id: "Instansi Contoh", en: "Sample Institution" }, words: "KTP milik orang lain." },
  number_code: { code: "042424", to: "lama@contoh.example", program: "pamjaki-anggota" },
  number_proved: { number: "PMJ-2019-00012" },
  number_denied: { program: "pamjaki-anggota", words: "Kartunya belum kami lihat." },
  ticket_linked: { institution: { id: "Instansi Contoh", en: "Sample Institution" } },
  tickets_overdue: { numbers: ["T-7K3M-9QX2-PA4C"] },
  number_moved: { to: "lama@contoh.example" },
  unlocked_by_staff: { institution: { id: "Instansi Contoh", en: "Sample Institution" } },
  reset_by_staff: { token: "t".repeat(43), institution: { id: "Instansi Contoh", en: "Sample Institution" } },
  email_moving: {
    token: "t".repeat(43),
    institution: { id: "Instansi Contoh", en: "Sample Institution" },
    newAddress: "b•••@contoh.example",
  },
  phone_moving: {
    token: "t".repeat(43),
    institution: { id: "Instansi Contoh", en: "Sample Institution" },
    newPhone: "+62•••••789",
  },
  phone_claim: {
    token: "t".repeat(43),
    institution: { id: "Instansi Contoh", en: "Sample Institution" },
    newPhone: "+62•••••789",
  },
  email_claim: {
    token: "t".repeat(43),
    institution: { id: "Instansi Contoh", en: "Sample Institution" },
    to: "baru@contoh.example",
  },
  your_names: { names: [{ kind: "number", name: "PMJ-2026-00001" }] },
  new_device: {
    agent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0",
    address: "192.0.2.7",
    at: "2026-11-21T03:00:00Z",
  },
  submitted: { programTitle: { id: "NPWP Pribadi", en: "Personal tax number" } },
  returned: { programTitle: "NPWP", lines: ["Scan KTP: tidak terbaca", { id: "Alamat", en: "Address" }] },
  accepted: { programTitle: "NPWP", number: "NPWP-2026-000001" },
  rejected: { programTitle: "NPWP", lines: ["Tidak lengkap"] },
  appealed: { programTitle: "NPWP" },
  appeal_denied: { programTitle: "NPWP", lines: ["Berkasnya tidak berubah."] },
  appeal_granted: { programTitle: "NPWP", lines: ["Anda benar."] },
  locked: { programTitle: "NPWP", lines: ["Foto KTP"], wanting: ["submission", "nik_taken"] },
  extended: { programTitle: "NPWP", lines: ["Gangguan"], closes: { at: "2026-12-31T16:59:00Z", zone: "Asia/Jakarta" } },
  payment_received: {
    programTitle: "NPWP",
    payment: { reference: "B-7K3M9-QX2PA", amount: 250_123, rest: 50_000, refund: 0 },
  },
  payment_expired: { programTitle: "NPWP" },
  refunded: { programTitle: "NPWP", payment: { reference: "B-7K3M9-QX2PA", amount: 250_123, rest: 0, refund: 0 } },
  refund_due: {
    programTitle: "NPWP",
    payment: { reference: "B-7K3M9-QX2PA", amount: 250_123, rest: 0, refund: 250_123 },
  },
  reminder: {
    programTitle: "NPWP",
    lines: ["Foto KTP"],
    closes: { at: "2026-12-31T16:59:00Z", zone: "Asia/Jakarta" },
    outlook: "locks",
  },
};

describe.each(["id", "en"] as const)("in %s", (language) => {
  test.each(Object.keys(noticeKinds) as NoticeKind[])("%s says the same in HTML and in text", (kind) => {
    const notice: OutgoingNotice = {
      id: "0",
      kind,
      language,
      to: "siti@contoh.example",
      name: "Siti Contoh",
      applicationId: "app-1",
      data: samples[kind],
    };
    const content = contentOf(notice, "https://daftar.contoh.example");
    const [html, text] = [htmlPart(content), textPart(content)];
    expect(html).toContain(`<html lang="${language}">`);
    for (const piece of [
      content.text,
      content.button.text,
      content.button.href,
      content.note,
      ...content.facts,
      ...content.lines,
    ]) {
      expect(text).toContain(piece);
      expect(html.replaceAll("&quot;", '"').replaceAll("&#39;", "'")).toContain(piece);
    }
    expect(html).not.toMatch(/<img|<script|@import|url\(/);
  });
});
