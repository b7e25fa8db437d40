import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { givePhone } from "../test/phones.ts";
import { aSubmittedApplication } from "./applications.ts";
import { beHuman } from "./human.ts";
import { followLetter, openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";

const { account } = paths;
const next = "perahu jingga di danau";

async function codeInMessage(page: Page, number: string): Promise<string> {
  let code = "";
  await expect(async () => {
    await page.goto(paths.dev.sms);
    const message = page.getByRole("listitem").filter({ hasText: number }).first();
    code = /[0-9]{6}/.exec(await message.locator("p").first().innerText({ timeout: 500 }))?.[0] ?? "";
    expect(code).not.toBe("");
  }).toPass({ timeout: 20_000 });
  return code;
}

async function codeInLetter(page: Page, email: string): Promise<string> {
  await openLetter(page, email, "Kode pemulihan akun");
  return /Kode: ([0-9]{6})/.exec(await page.locator("pre").innerText())?.[1] ?? "";
}

test("somebody who has submitted recovers by telephone and letter, is told, and finds the account as it was for a day", async ({
  page,
  product,
}) => {
  const siti = await product.applicant();
  const phone = await givePhone(product.owner.kysely, product.keyring, siti.accountId);
  await aSubmittedApplication(product, siti);
  await page.goto(account.login);
  await page.getByRole("link", { name: "Lupa kata sandi" }).click();
  await page.getByRole("link", { name: /kode lewat SMS atau kode pemulihan/ }).click();
  await page.getByLabel("E-mail, NIK, nomor HP").fill(`0${phone.slice(3)}`);
  await page.getByLabel("Kode lewat SMS ke nomor HP akun saya").check();
  await press(page, "Lanjutkan");
  await expect(page.getByText("kami baru saja mengirim kode lewat SMS")).toBeVisible();
  const first = await codeInMessage(page, phone);
  await page.goto(account.recoverProof);
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(first);
  await press(page, "Buktikan");
  await expect(page.getByText("satu bukti lagi")).toBeVisible();
  await press(page, /Kirim kode lewat e-mail ke/);
  await expect(page.getByText("Kami mengirim kode ke")).toBeVisible();
  const second = await codeInLetter(page, siti.email);
  await page.goto(account.recoverProof);
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(second);
  await press(page, "Buktikan");
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(next);
  await press(page, "Simpan kata sandi");
  await expect(page.getByText("Kata sandi Anda sudah diganti")).toBeVisible();

  await page.getByLabel("E-mail, NIK, nomor HP").fill(siti.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(next);
  await press(page, "Masuk");
  await expect(page).toHaveURL(account.home);
  await page.goto(account.security);
  await expect(page.getByText("Dikunci sampai")).toBeVisible();
  await page.goto(account.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Akun Anda baru dipulihkan");
  await openLetter(page, siti.email, "Akun Anda dipulihkan");
  await expect(page.locator("pre")).toContainText("dikunci sampai");
  await expect(async () => {
    await page.goto(paths.dev.sms);
    await expect(page.getByRole("listitem").filter({ hasText: phone }).first()).toContainText("dibuat ulang", {
      timeout: 500,
    });
  }).toPass({ timeout: 20_000 });
});

test("somebody with security questions sets a new password by the form of old, behind the letter", async ({
  page,
  product,
  signIn,
  scripts,
}) => {
  const siti = await product.applicant();
  await signIn(siti);
  await page.goto(account.questions);
  await expect(page.getByRole("link", { name: "Kunci sandi (passkey)" })).toBeVisible();
  await page.getByLabel("Pertanyaan 1").selectOption("gift");
  await page.getByLabel("Jawaban 1").fill("Layang-layang hijau dari Paman Jono");
  await page.getByLabel("Pertanyaan 2").selectOption("far_trip");
  await page.getByLabel("Jawaban 2").fill("Nasi goreng");
  await fillFacts(page);
  await press(page, "Simpan pertanyaan");
  await expect(page.getByRole("alert")).toContainText("dipilih banyak orang");
  await page.getByLabel("Jawaban 2").fill("Ke Danau Biru naik truk sayur");
  await press(page, "Simpan pertanyaan");
  await expect(page.getByText("Pertanyaan pengaman Anda tersimpan")).toBeVisible();

  await page.context().clearCookies();
  await page.goto(account.forgot);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(siti.email);
  await press(page, "Kirim tautan");
  await openLetter(page, siti.email, "Buat kata sandi baru");
  await followLetter(page, "Reset kata sandi");
  await page.getByLabel("Nama lengkap").fill(siti.name);
  await fillFacts(page);
  await page.getByLabel(/^(Hadiah apa|Ke mana perjalanan)/).fill("bukan ini jawabannya");
  await beHuman(page, scripts);
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(next);
  await press(page, "Simpan kata sandi");
  await expect(page.getByRole("alert")).toContainText("Data atau jawaban tidak cocok");
  const gift = await page.getByLabel(/^Hadiah apa/).isVisible();
  const answer = gift ? "LAYANG LAYANG HIJAU dari paman jono" : "ke danau biru, naik truk sayur";
  await page.getByLabel(/^(Hadiah apa|Ke mana perjalanan)/).fill(answer);
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(next);
  await press(page, "Simpan kata sandi");
  await expect(page.getByText("Kata sandi Anda sudah diganti")).toBeVisible();
});

async function fillFacts(page: Page): Promise<void> {
  await page.getByLabel("Nomor Kartu Keluarga").fill("3171010101150007");
  await page.getByLabel("Tempat lahir").fill("Kota Contoh");
  await page.getByLabel("Tanggal lahir").fill("17-05-1990");
}
