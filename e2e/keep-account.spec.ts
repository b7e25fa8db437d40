import { paths } from "../src/paths.ts";
import { expectErrors, fillIn } from "./filling.ts";
import { aDraft, journeyPath } from "./applications.ts";
import { followLetter, openLetter } from "./letters.ts";
import { password } from "./product.ts";
import { fillLogin } from "./sign-in.ts";
import { expect, openMenu, press, test } from "./story.ts";
import { ktpJpeg } from "../test/sample-files.ts";
import type { Page } from "@playwright/test";

const better = "lima belas kuda lumping biru";

test("a forgotten password is replaced by the link in a letter, which works once", async ({ page, product }) => {
  const person = await product.applicant();
  await page.goto(paths.account.login);
  await page.getByRole("link", { name: "Lupa kata sandi?" }).click();
  await press(page, "Kirim tautan");
  await expectErrors(page, ["identifier"]);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(person.email);
  await press(page, "Kirim tautan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa e-mail Anda");
  await openLetter(page, person.email, "Buat kata sandi baru");
  await followLetter(page, "Reset kata sandi");
  const link = page.url();
  await press(page, "Simpan kata sandi");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(better);
  await press(page, "Simpan kata sandi");
  await fillLogin(page, person.email, better);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halo, Siti Contoh");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tautan ini sudah tidak berlaku");
});

test("somebody signed in changes the password, signs out, and comes back with the new one", async ({
  page,
  product,
  signIn,
}) => {
  const person = await product.applicant();
  await signIn(person);
  await page.goto(paths.account.home);
  await openMenu(page);
  await page.getByRole("banner").getByRole("link", { name: "Ganti kata sandi" }).click();
  await press(page, "Ganti kata sandi");
  await expectErrors(page, ["present", "next"]);
  await page.getByLabel("Kata sandi sekarang", { exact: true }).fill(password);
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(better);
  await press(page, "Ganti kata sandi");
  await expect(page.getByText("Kata sandi Anda sudah diganti.")).toBeVisible();
  await openMenu(page);
  await press(page, "Keluar");
  await expect(page.getByText("Anda sudah keluar.")).toBeVisible();
  await page.goto(paths.account.home);
  await fillLogin(page, person.email, better);
  await expect(page).toHaveURL(paths.account.home);
});

test("the profile takes a new name and a photo", async ({ page, product, signIn }) => {
  await signIn(await product.applicant());
  await page.goto(paths.account.profile);
  await page.getByLabel("Nama lengkap").fill("");
  await press(page, "Simpan profil");
  await expectErrors(page, ["name"]);
  await page.getByLabel("Nama lengkap").fill("Siti Contoh Baru");
  await press(page, "Simpan profil");
  await expect(page.getByText("Profil Anda sudah disimpan.")).toBeVisible();
  const file = { name: "foto.jpg", mimeType: "image/jpeg", buffer: await ktpJpeg() };
  await page.locator("input[type=file]").setInputFiles(file);
  await press(page, "Simpan foto");
  const photo = page.getByRole("img", { name: "Foto Anda" });
  await expect(async () => {
    await page.goto(paths.account.home);
    await expect(photo).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halo, Siti Contoh Baru");
});

/** On a phone the languages stand in the menu. */
async function switchTo(page: Page, language: string): Promise<void> {
  const link = page.getByRole("link", { name: language });
  if (!(await link.isVisible())) await openMenu(page);
  await link.click();
}

test("the language changes on the page one is on, and stays", async ({ page }) => {
  await page.goto(paths.program("npwp-pribadi"));
  await switchTo(page, "English");
  await expect(page).toHaveURL(paths.program("npwp-pribadi"));
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tax number registration for a person");
  await page.goto(paths.account.login);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await switchTo(page, "Bahasa Indonesia");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Masuk");
});

test("a form sent after the session ended is still there after signing in again", async ({
  page,
  product,
  signIn,
  scripts,
}) => {
  const person = await product.applicant();
  const { id } = await aDraft(product, person);
  await signIn(person);
  await page.goto(paths.apply.step(id, "identitas"));
  const identity = journeyPath("karyawan_lajang").steps[0];
  const valid = identity && "valid" in identity ? { ...identity.valid, nik: product.freshNik() } : {};
  await fillIn(page, valid, scripts);
  await product.owner.sql`update sessions set ended_at = app_now() where account_id = ${person.accountId}`;
  await press(page, "Simpan dan lanjutkan");
  await fillLogin(page, person.email, password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Isian Anda masih ada");
  await press(page, "Kirim isian saya");
  await expect(page).toHaveURL(paths.apply.step(id, "keluarga"));
  await page.goto(paths.apply.step(id, "identitas"));
  await expect(page.getByLabel("Tempat lahir")).toHaveValue("Jakarta");
});

test("two tabs on one page lose nothing: both versions are shown, and one is chosen", async ({
  page,
  context,
  product,
  signIn,
}) => {
  const person = await product.applicant();
  const { id } = await aDraft(product, person);
  await signIn(person);
  await page.goto(paths.apply.step(id, "keluarga"));
  const other = await context.newPage();
  await other.goto(paths.apply.step(id, "keluarga"));
  await other.getByLabel(/^Nomor kartu keluarga/).fill("3171010101150001");
  await press(other, "Simpan dan lanjutkan");
  // The other tab stays open: closing the one in front can leave the browser without any in front.
  await page.bringToFront();
  await page.getByLabel(/^Nomor kartu keluarga/).fill("3171010101150002");
  await press(page, "Simpan dan lanjutkan");
  await expect(page.getByRole("cell", { name: "3171010101150001" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "3171010101150002" })).toBeVisible();
  await press(page, "Pakai yang baru saya ketik");
  await expect(page.getByLabel(/^Nomor kartu keluarga/)).toHaveValue("3171010101150002");
});
