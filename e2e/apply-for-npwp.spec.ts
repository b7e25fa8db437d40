import { ktpJpeg, ktpPng, pdf } from "../test/sample-files.ts";
import { paths } from "../src/paths.ts";
import { aDraft, journeyPath } from "./applications.ts";
import { emptyTexts, expectErrors, fillIn, giveFile } from "./filling.ts";
import { openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";
import type { Page } from "@playwright/test";

test("an employee fills every page, uploads a KTP, checks, declares, submits and has a receipt @everywhere", async ({
  page,
  product,
  signIn,
  scripts,
}) => {
  const person = await product.applicant("Budi Contoh");
  const { id } = await aDraft(product, person);
  await signIn(person);
  await page.goto(paths.apply.tasks(id));
  await press(page, "Mulai mengisi");
  for (const step of journeyPath("karyawan_lajang").steps) {
    if ("document" in step) {
      await giveKtp(page, scripts);
      await page.getByRole("button", { name: "Lanjutkan" }).click();
      continue;
    }
    await expect(page).toHaveURL(paths.apply.step(id, step.page));
    await emptyTexts(page);
    await press(page, "Simpan dan lanjutkan");
    await expectErrors(page, Object.keys(step.empty));
    const valid = step.page === "identitas" ? { ...step.valid, nik: product.freshNik() } : step.valid;
    await fillIn(page, valid, scripts);
    await press(page, "Simpan dan lanjutkan");
    await expect(page).toHaveURL(paths.apply.step(id, step.next));
  }

  await expect(page).toHaveURL(paths.apply.check(id));
  await expect(page.getByText("Gambir, Gambir, Kota Administrasi Jakarta Pusat")).toBeVisible();
  await page.getByRole("link", { name: /^Ubah.*Cara menghubungi Anda/ }).click();
  await page.getByLabel("Nomor telepon seluler").fill("0813 0000 1111");
  await press(page, "Simpan dan lanjutkan");
  await expect(page).toHaveURL(paths.apply.check(id));
  await expect(page.getByText("0813-0000-1111")).toBeVisible();

  await press(page, "Kirim permohonan");
  await expect(page.locator(".govuk-error-summary")).toContainText("Centang pernyataan");
  await page.getByLabel("Ya, saya menyatakan demikian").check();
  await press(page, "Kirim permohonan");
  await expect(page).toHaveURL(paths.apply.receipt(id));
  const receipt = (await page.locator(".daftar-receipt__number").textContent()) ?? "";
  expect(receipt).toMatch(/^R-[0-9A-Z]{5}-[0-9A-Z]{5}$/);

  await openLetter(page, person.email, /^Permohonan Anda sudah kami terima/);
  await expect(page.locator("pre")).toContainText(receipt);
  await page.goto(paths.account.home);
  await page.getByRole("link", { name: "Pendaftaran NPWP orang pribadi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Status permohonan");
  await expect(page.locator(".daftar-timeline").getByText("Dikirim", { exact: true })).toBeVisible();
  await expect(page.locator(".daftar-timeline").getByText("Verifikasi oleh petugas")).toBeVisible();
});

test("a married woman with a business meets the pages that her answers open, and back follows them", async ({
  page,
  product,
  signIn,
  scripts,
}) => {
  const person = await product.applicant("Siti Contoh");
  const { id } = await aDraft(product, person);
  await signIn(person);
  const steps = journeyPath("istri_berusaha").steps;
  await page.goto(paths.apply.step(id, "identitas"));
  let before = paths.apply.tasks(id);
  for (const step of steps) {
    const here = paths.apply.step(id, "document" in step ? step.document : step.page);
    await expect(page).toHaveURL(here);
    await expect(page.getByRole("link", { name: "Kembali", exact: true })).toHaveAttribute("href", before);
    before = here;
    if ("document" in step) {
      const file = { name: "berkas.pdf", mimeType: "application/pdf", buffer: pdf(1) };
      await giveFile(page, file, scripts);
      await page.getByRole("button", { name: "Lanjutkan" }).click();
      continue;
    }
    const valid = step.page === "identitas" ? { ...step.valid, nik: product.freshNik("491185") } : step.valid;
    await fillIn(page, valid, scripts);
    await press(page, "Simpan dan lanjutkan");
  }
  await expect(page).toHaveURL(paths.apply.check(id));
  await expect(page.getByRole("button", { name: "Kirim permohonan" })).toBeVisible();
});

/** The document page from its first error to a file that stays. */
async function giveKtp(page: Page, scripts: boolean): Promise<void> {
  await press(page, /^Unggah/);
  await expect(page.locator(".govuk-error-summary")).toContainText("Pilih berkas");
  const text = { name: "ktp.jpg", mimeType: "image/jpeg", buffer: Buffer.from("bukan gambar sama sekali") };
  await page.locator("input[type=file]").setInputFiles(text);
  await press(page, /^Unggah/);
  await expect(page.locator(".govuk-error-message")).toContainText("bukan JPG, PNG, PDF");

  await giveFile(page, { name: "ktp.jpg", mimeType: "image/jpeg", buffer: await ktpJpeg() }, scripts);
  const picture = page.getByRole("img", { name: "Foto atau scan KTP, halaman 1 dari 1" });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty("naturalWidth", 860);
  await giveFile(page, { name: "ktp.png", mimeType: "image/png", buffer: await ktpPng() }, scripts);
  await press(page, "Hapus berkas ini");
  await expect(page.getByText("Berkas diterima")).toBeHidden();
  await giveFile(page, { name: "ktp.jpg", mimeType: "image/jpeg", buffer: await ktpJpeg() }, scripts);
}
