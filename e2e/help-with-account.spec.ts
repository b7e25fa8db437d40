import type { Page } from "@playwright/test";
import { generateSync } from "otplib";
import { paths } from "../src/paths.ts";
import { enqueue } from "../src/platform/queue/enqueue.ts";
import { moveAddressJob } from "../src/registry/desk/move-address.ts";
import { accountKey } from "../src/registry/accounts/keys.ts";
import { rules } from "../src/registry/accounts/rules.ts";
import { identifierContext } from "../src/registry/identifiers/identifier.ts";
import { open } from "../src/platform/keys/seal.ts";
import { aSubmittedApplication, receiptOf } from "./applications.ts";
import { guessAt } from "./guesses.ts";
import { followLetter, openLetter } from "./letters.ts";
import { password, totpSecret, type Person, type Product } from "./product.ts";
import { signInAnew } from "./sign-in.ts";
import { expect, press, test } from "./story.ts";

const { console: at, account } = paths;

/** An agent finds the account by its address. */
async function find(page: Page, email: string, purpose: string): Promise<void> {
  await page.goto(at.accounts);
  await press(page, "Cari akun");
  await expect(page.locator(".govuk-error-summary")).toContainText("Pilih keperluannya");
  await page.getByLabel("E-mail, NIK, nomor HP, atau nomor registrasi").fill(email);
  await page.getByLabel(purpose).check();
  await press(page, "Cari akun");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Akun S••• C•••");
  await expect(page.locator("main")).not.toContainText(email);
}

/** Somebody else of the institution gives the code once more, and confirms. */
async function confirmAs(page: Page, product: Product, second: Person, request: RegExp): Promise<void> {
  await product.owner
    .sql`update sessions set proved_at = app_now() - interval '1 hour' where account_id = ${second.accountId}`;
  await page.goto(at.accountRequests);
  await page.getByRole("link", { name: request }).last().click();
  await page.getByLabel("Kode 6 angka").fill(generateSync({ secret: totpSecret }));
  await page.locator("main form button").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(request);
  await page.getByLabel("Ya, setujui").check();
  await press(page, "Simpan keputusan");
  await expect(page.getByText("Permintaan disetujui")).toBeVisible();
}

/** The NIK with which somebody applied. */
async function nikOf(product: Product, accountId: string): Promise<string> {
  const db = product.owner.kysely;
  const row = await db
    .selectFrom("account_identifiers")
    .select(["id", "sealed"])
    .where("account_id", "=", accountId)
    .where("kind", "=", "nik")
    .executeTakeFirstOrThrow();
  const key = await accountKey(db, product.keyring, accountId);
  return open(key, row.sealed, identifierContext("nik", row.id)).toString("utf8");
}

test("two officers unlock the password of somebody whom strangers guessed at @desk", async ({
  page,
  product,
  signIn,
}) => {
  const [agent, second] = [await product.member("agent", "Ayu Contoh"), await product.member("secretariat")];
  const { person } = await aSubmittedApplication(product, await product.applicant("Siti Contoh"));
  const limits = await guessAt(product, person, 100);
  await signInAnew(page, person.email, password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kata sandi tidak berlaku di perangkat ini");

  await signIn(agent);
  await find(page, person.email, "Membuka kunci kata sandi");
  await expect(page.getByText("Terkunci setelah 100 tebakan salah")).toBeVisible();
  await page.getByLabel("Buka kunci kata sandi").check();
  await page.getByLabel("Alasan").fill("Menelepon dari nomor yang terdaftar.");
  await press(page, "Minta persetujuan petugas kedua");
  await expect(page.getByText("Permintaan dicatat")).toBeVisible();

  await signIn(second);
  await confirmAs(page, product, second, /Buka kunci kata sandi/);
  await expect.poll(() => limits.countOf(rules.loginAccount, person.accountId)).toBe(0);
  await openLetter(page, person.email, "Kunci kata sandi Anda dibuka");
  await signInAnew(page, person.email, password);
  await expect(page).toHaveURL(account.home);
});

test("two officers start a new password for somebody whose papers fit, who chooses it by the letter @desk", async ({
  page,
  product,
  signIn,
}) => {
  const [agent, second] = [await product.member("agent", "Ayu Contoh"), await product.member("secretariat")];
  const application = await aSubmittedApplication(product, await product.applicant("Siti Contoh"));
  const { accountId, email } = application.person;
  const nik = await nikOf(product, accountId);
  await product.owner
    .sql`update account_identifiers set created_at = app_now() - interval '30 days' where account_id = ${accountId}`;

  await signIn(agent);
  await find(page, email, "Memulai penggantian kata sandi");
  await page.getByLabel("Mulai penggantian kata sandi").check();
  await page.getByLabel("NIK pada KTP").fill("3171011705900099");
  await page.getByLabel("Nomor tanda terima").fill(await receiptOf(product, application));
  await page.getByLabel("Alasan").fill("Datang ke loket dengan KTP.");
  await press(page, "Minta persetujuan petugas kedua");
  await expect(page.locator(".govuk-error-summary")).toContainText("Salah satu dari keduanya tidak cocok");
  await page.getByLabel("NIK pada KTP").fill(nik);
  await press(page, "Minta persetujuan petugas kedua");
  await expect(page.getByText("Permintaan dicatat")).toBeVisible();

  await signIn(second);
  await confirmAs(page, product, second, /Mulai penggantian kata sandi/);
  await page.context().clearCookies();
  await openLetter(page, email, "Buat kata sandi baru");
  await followLetter(page, "Buat kata sandi baru");
  const better = "perahu kertas di atas awan";
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(better);
  await press(page, "Simpan kata sandi");
  await signInAnew(page, email, better);
  await expect(page).toHaveURL(account.home);
});

/** The secretariat asks for another address of somebody whose papers fit, and a second officer agrees. */
async function askForAddress(page: Page, product: Product, signIn: (person: Person) => Promise<void>) {
  const [first, second] = [
    await product.member("secretariat", "Dewi Contoh"),
    await product.member("institution_admin"),
  ];
  const application = await aSubmittedApplication(product, await product.applicant("Siti Contoh"));
  const { accountId, email } = application.person;
  const newEmail = `baru.${product.freshNik()}@contoh.example`;
  await signIn(first);
  await find(page, email, "Mengganti alamat e-mail");
  await page.getByRole("link", { name: "Ganti alamat e-mail akun ini" }).click();
  await page.getByLabel("Alamat e-mail baru").fill(newEmail);
  await page.getByLabel("NIK pada KTP").fill(await nikOf(product, accountId));
  await page.getByLabel("Nomor tanda terima").fill(await receiptOf(product, application));
  await page.getByLabel("Alasan").fill("Alamat lamanya sudah tidak ada.");
  await press(page, "Minta persetujuan petugas kedua");
  await expect(page.getByText("Permintaan dicatat")).toBeVisible();
  await signIn(second);
  await confirmAs(page, product, second, /Ganti alamat e-mail/);
  await page.context().clearCookies();
  return { accountId, email, newEmail };
}

test("another address is proved by its own letter, and holds when the old one was told three days ago", async ({
  page,
  product,
  signIn,
}) => {
  const { accountId, email, newEmail } = await askForAddress(page, product, signIn);
  await openLetter(page, newEmail, "Buktikan alamat e-mail Anda");
  await followLetter(page, "Buktikan alamat");
  await expect(page.getByText(`${newEmail} akan menjadi alamat e-mail akun`)).toBeVisible();
  await press(page, "Ya, ini alamat saya");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Alamat Anda terbukti");
  await openLetter(page, email, "Petugas akan mengganti alamat e-mail akun Anda");

  await product.owner.sql`
    update notices set sent_at = app_now() - interval '72 hours' where account_id = ${accountId} and kind = 'email_moving'`;
  const [row] = await product.owner.sql<{ id: string }[]>`
    select id from account_requests where account_id = ${accountId}`;
  const requestId = row?.id ?? "";
  await enqueue(product.owner.kysely, moveAddressJob, { requestId }, { key: `${moveAddressJob} ${requestId}` });
  await openLetter(page, email, "Alamat e-mail akun Anda diganti");
  await signInAnew(page, newEmail, password);
  await expect(page).toHaveURL(account.home);
});

test("another address is called off by whoever has the old one", async ({ page, product, signIn }) => {
  const { email, newEmail } = await askForAddress(page, product, signIn);
  await openLetter(page, email, "Petugas akan mengganti alamat e-mail akun Anda");
  await followLetter(page, "Lihat dan nyatakan keberatan");
  await press(page, "Saya keberatan, jangan diganti");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Alamat tidak diganti");
  await openLetter(page, newEmail, "Buktikan alamat e-mail Anda");
  await followLetter(page, "Buktikan alamat");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Alamat tidak diganti");
});
