import { paths } from "../src/paths.ts";
import { expectErrors } from "./filling.ts";
import { beHuman } from "./human.ts";
import { followLetter, openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";

const password = "gajah hijau naik sepeda malam";

test("somebody finds a program, makes an account, activates it by the letter and starts @everywhere", async ({
  page,
  product,
  scripts,
}) => {
  await page.goto(paths.portal);
  await page.getByRole("searchbox", { name: "Cari program atau instansi" }).fill("npwp");
  await press(page, "Cari");
  await page.getByRole("link", { name: "Pendaftaran NPWP orang pribadi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pendaftaran NPWP orang pribadi");
  for (const part of ["Yang perlu Anda siapkan", "Berkas yang diunggah", "Masa pendaftaran", "Tanya jawab"]) {
    await expect(page.getByRole("heading", { level: 2, name: part })).toBeVisible();
  }

  await page.getByRole("button", { name: "Mulai" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Masuk");
  await page.getByRole("link", { name: "Buat akun" }).click();
  await press(page, "Buat akun");
  await expectErrors(page, ["name", "email", "password", ...(scripts ? [] : ["human"]), "agree"]);

  const email = `sari.${product.freshNik()}@contoh.example`;
  await page.getByLabel("Nama lengkap").fill("Sari Contoh");
  await page.getByLabel("Alamat e-mail").fill(email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await beHuman(page, scripts);
  await page.getByLabel(/^Saya sudah membaca kebijakan privasi/).check();
  await press(page, "Buat akun");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa e-mail Anda");

  await openLetter(page, email, "Aktivasi akun Daftar Anda");
  await followLetter(page, "Aktivasi");
  await press(page, "Aktivasi");
  await expect(page.getByText("Akun Anda sudah aktif")).toBeVisible();
  await page.getByLabel("E-mail, NIK, nomor HP").fill(email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(password);
  await press(page, "Masuk");
  // The program was where this began, before the letter came between.
  await expect(page).toHaveURL(paths.program("npwp-pribadi"));
  await page.goto(paths.account.home);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halo, Sari Contoh");
  await expect(page.getByText("Anda belum punya permohonan")).toBeVisible();

  await page.goto(paths.program("npwp-pribadi"));
  await page.getByRole("button", { name: "Mulai" }).first().click();
  await expect(page).toHaveURL(/\/apply\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("link", { name: "Identitas sesuai KTP" })).toBeVisible();
});

test("an activation link works once, and says so the second time", async ({ page, product }) => {
  await page.goto(paths.account.activate("x".repeat(43)));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tautan tidak dikenali");
  const person = await product.applicant();
  await page.goto(paths.account.login);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(person.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill("bukan ini kata sandinya");
  await press(page, "Masuk");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await expect(page.getByLabel("E-mail, NIK, nomor HP")).toHaveValue(person.email);
});
