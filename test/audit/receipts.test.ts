import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../src/paths.ts";
import { diskBlobStore } from "../../src/platform/files/blob-store.ts";
import { randomKeyring } from "../../src/platform/keys/keyring.ts";
import { auditPublicKey } from "../../src/registry/audit/heads.ts";
import { consistencyPlaces, joinHashes } from "../../src/registry/audit/merkle.ts";
import { readNodes } from "../../src/registry/audit/nodes.query.ts";
import { verifyConsistency } from "../../src/registry/audit/proofs.ts";
import { findReceiptProof, readReceiptProof, verifyReceiptProof } from "../../src/registry/audit/receipt-proof.ts";
import { parseReceipt } from "../../src/registry/audit/receipt.query.ts";
import { catalogOf } from "../../src/registry/programs/catalog.ts";
import { testApp, type Browser, type TestApp } from "../app.ts";
import { anApplication, type ReviewWorld, type TestApplication } from "../applications.ts";
import { signIn } from "../people.ts";
import { toyRegions } from "../programs/regions.ts";
import { publishFrom } from "../seed.ts";
import { addRecords, sealUpTo } from "./records.ts";

let app: TestApp;
let folder: string;
let world: ReviewWorld;
let application: TestApplication;
let receipt: string;
let owner: Browser;
beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), "receipts-"));
  const { institutionId } = await publishFrom(app, "programs/npwp-pribadi");
  const { database, keyring } = app;
  const catalog = catalogOf(database.web.kysely, toyRegions());
  const blobs = diskBlobStore(folder);
  world = { database, keyring, catalog, blobs, institutionId, close: () => Promise.resolve() };
  application = await anApplication(world, { name: "Siti Contoh" }).submitted();
  receipt = await receiptOf(application);
  owner = await signIn(app, application.accountId, "applicant");
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test("a receipt waits for its seal, and then carries a proof that anyone can verify", async () => {
  expect((await owner.get(paths.apply.receipt(application.id))).html).toContain("sedang disegel");
  expect((await owner.get(paths.apply.receiptProof(application.id))).status).toBe(404);
  expect((await app.browser().get(paths.checkReceipt(receipt))).html).toContain("Sedang disegel");

  await sealAll();
  expect((await owner.get(paths.apply.receipt(application.id))).html).toContain("disegel sebagai baris");
  const page = await owner.get(paths.apply.receiptProof(application.id));
  expect(page.headers.get("content-disposition")).toContain(`${receipt}.json`);
  const proof = readReceiptProof(page.html);
  const publicKey = auditPublicKey(app.keyring);
  expect(verifyReceiptProof(proof, publicKey)).toBe(true);
  expect(JSON.parse(proof.record)).toEqual(expect.arrayContaining(["application.submit", application.id]));
  expect(verifyReceiptProof(proof, auditPublicKey(randomKeyring()))).toBe(false);
  expect(verifyReceiptProof({ ...proof, record: proof.record.replace("submit", "accept") }, publicKey)).toBe(false);
  expect(verifyReceiptProof({ ...proof, position: proof.position + 1 }, publicKey)).toBe(false);
});

test("the script in the how-to verifies a proof without any code of ours", async () => {
  await sealAll();
  const guide = await readFile(join(import.meta.dirname, "../../docs/how-to/verify-the-record.md"), "utf8");
  const [, script = ""] = /```js\n([\s\S]*?)```/.exec(guide) ?? [];
  const [program, right, wrong] = ["verify.mjs", "right.json", "wrong.json"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const { html } = await owner.get(paths.apply.receiptProof(application.id));
  await writeFile(program, script);
  await writeFile(right, html);
  await writeFile(wrong, html.replace("application.submit", "application.accept"));
  const key = auditPublicKey(app.keyring).toString("hex");
  const run = promisify(execFile);
  expect((await run(process.execPath, [program, right, key])).stdout).toBe("The record holds it.\n");
  await expect(run(process.execPath, [program, wrong, key])).rejects.toMatchObject({ code: 1 });
  const other = auditPublicKey(randomKeyring()).toString("hex");
  await expect(run(process.execPath, [program, right, other])).rejects.toMatchObject({ code: 1 });
});

test("a proof from yesterday still stands under the head of today, which only grew", async () => {
  await sealAll();
  const db = app.database.web.kysely;
  const before = await findReceiptProof(db, application.id);
  await addRecords(app.database, 33);
  await sealAll();
  const after = await findReceiptProof(db, application.id);
  if (!before || !after) throw new Error("the submission is not sealed");
  expect(after.head.size).toBe(before.head.size + 33);
  expect(verifyReceiptProof(after, auditPublicKey(app.keyring))).toBe(true);
  const places = consistencyPlaces(before.head.size, after.head.size);
  const proof = await Promise.all(
    places.map(async (some) => joinHashes((await readNodes(db, some)).map(({ hash }) => hash))),
  );
  expect(verifyConsistency({ old: before.head, now: after.head, proof })).toBe(true);
});

test("the receipt comes as PDF to its owner", async () => {
  await owner.get(paths.apply.receipt(application.id));
  expect(owner.page?.html).toContain(paths.apply.receiptPaper(application.id));
  expect(owner.page?.html).toContain("daftar-qr");
  const page = await owner.get(paths.apply.receiptPaper(application.id));
  expect(page.headers.get("content-type")).toBe("application/pdf");
  expect(page.html.startsWith("%PDF-1.7")).toBe(true);
  expect(page.headers.get("content-disposition")).toContain(`${receipt}.pdf`);
});

test("a draft has no receipt to download or to check", async () => {
  const draft = await anApplication(world, { nik: "3171011705900779" }).complete();
  const drafting = await signIn(app, draft.accountId, "applicant");
  expect((await drafting.get(paths.apply.receiptPaper(draft.id))).status).toBe(404);
  expect((await drafting.get(paths.apply.receiptProof(draft.id))).status).toBe(404);
  expect((await app.browser().get(paths.checkReceipt(await receiptOf(draft)))).status).toBe(404);
});

test("anyone can check a receipt, and learns nothing of the person or the outcome", async () => {
  await sealAll();
  const browser = app.browser();
  await browser.get(paths.check);
  expect(browser.page?.html).toContain("Cek keaslian surat");
  const typed = receipt.toLowerCase().replaceAll("-", " ");
  const page = await browser.get(`${paths.check}?receipt=${encodeURIComponent(typed)}`);
  expect(page.url).toContain(paths.checkReceipt(receipt));
  for (const said of ["Tanda terima ini asli", receipt, "Disegel dalam catatan"]) expect(page.html).toContain(said);
  for (const secret of ["Siti", application.id, application.accountId, "3171", "ditinjau"])
    expect(page.html).not.toContain(secret);
});

test("unknown and impossible numbers get the same page, and a form that says what is wrong", async () => {
  const unknown = await app.browser().get(paths.checkReceipt("R-00000-00000"));
  const impossible = await app.browser().get(paths.checkReceipt("apa%3Cb%3Esaja"));
  expect([unknown.status, impossible.status]).toEqual([404, 404]);
  expect(impossible.html).toContain("apa&lt;b&gt;saja");
  const strip = (html: string) => html.replaceAll(/R-00000-00000|apa(&lt;|%3C|<)b(&gt;|%3E|>)saja/g, "N");
  expect(strip(impossible.html)).toBe(strip(unknown.html));
  const empty = await app.browser().get(`${paths.check}?receipt=`);
  expect(empty.status).toBe(422);
  expect(empty.html).toContain("Ketik nomor tanda terima");
});

test("reads a number as people write it", () => {
  expect(parseReceipt(" r-7k3m9 qx2pa")).toBe("R-7K3M9-QX2PA");
  expect(parseReceipt("R7K3M9QX2PO")).toBe("R-7K3M9-QX2P0");
  expect(parseReceipt("R-IL3M9-QX2PA")).toBe("R-113M9-QX2PA");
  for (const wrong of ["", "R-7K3M9", "X-7K3M9-QX2PA", "R-7K3M9-QX2PAA", "R-7K3U9-QX2PA", "\0"])
    expect(parseReceipt(wrong)).toBeUndefined();
});

test("a network that tries number after number is stopped", async () => {
  const browser = app.browser();
  let last = 0;
  for (let tries = 0; tries < 320 && last !== 429; tries += 1) {
    last = (await browser.get(paths.checkReceipt(`R-00000-${String(tries).padStart(5, "0")}`))).status;
  }
  expect(last).toBe(429);
});

async function receiptOf({ id }: TestApplication): Promise<string> {
  const row = await app.database.owner.kysely
    .selectFrom("applications")
    .select("receipt")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.receipt;
}

async function sealAll(): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from audit_records`.execute(
    app.database.owner.kysely,
  );
  await sealUpTo(app.database, app.keyring, rows[0]?.count ?? 0);
}
