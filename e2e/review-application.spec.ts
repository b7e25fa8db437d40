import { generateSync } from "otplib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../src/paths.ts";
import { aClaimedApplication, aSubmittedApplication, receiptOf } from "./applications.ts";
import { openLetter } from "./letters.ts";
import { expect, press, test, unfold } from "./story.ts";
import type { Locator, Page } from "@playwright/test";

interface Demonstrated {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly totpSecret?: string;
}

test("staff of the demonstration sign in with password and authenticator, and nobody comes in without both @desk", async ({
  page,
  product,
}) => {
  const people = JSON.parse(readFileSync(join(product.dataDir, "demonstration.json"), "utf8")) as Demonstrated[];
  const vera = people.find(({ role }) => role === "reviewer");
  // Whoever signs in a second time within the same half minute needs the next code: each is good once.
  await product.owner.sql`update account_factors set last_step = 0`;
  await page.goto(paths.console.queue);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(vera?.email ?? "");
  await page.getByLabel("Kata sandi", { exact: true }).fill(vera?.password ?? "");
  await press(page, "Masuk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kode autentikator");
  await page.goto(paths.console.queue);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Antrean permohonan");
  await page.goto(paths.account.factor);
  await press(page, "Lanjutkan");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await page.getByLabel("Kode 6 angka").fill(generateSync({ secret: vera?.totpSecret ?? "" }));
  await press(page, "Lanjutkan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Antrean permohonan");
});

test("a reviewer finds an application, returns what is wrong; the person corrects only that; it is accepted with a number @everywhere", async ({
  page,
  product,
  signIn,
}) => {
  const made = await product.applicant("Made Contoh");
  const application = await aSubmittedApplication(product, made);
  const receipt = await receiptOf(product, application);
  const rina = await product.member("reviewer");
  await signIn(rina);

  await page.goto(paths.console.queue);
  await unfold(page, "Saring antrean");
  await page.getByLabel("Status").selectOption("decided");
  await press(page, "Terapkan");
  await expect(page.getByRole("link", { name: receipt })).toHaveCount(0);
  await page.goto(paths.console.queue);
  await page.getByRole("searchbox", { name: "Cari nomor atau nama" }).fill(receipt);
  await press(page, "Cari");
  await expect(page.getByRole("row").filter({ hasText: receipt })).toContainText("Made Contoh");
  await page.getByRole("link", { name: receipt }).click();
  await press(page, "Ambil untuk diperiksa");

  const picture = page.getByRole("img", { name: "Foto atau scan KTP, halaman 1 dari 1" });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty("naturalWidth", 860);
  const street = rowOf(page, "Jalan dan nomor rumah");
  await judge(street, "Salah");
  await press(page, "Kembalikan");
  await expect(page.locator(".govuk-error-summary")).toContainText("Pilih alasan mengapa Jalan dan nomor rumah salah");
  await street.getByLabel("Alasan").selectOption({ label: "Tidak sesuai" });
  await street.getByLabel(/^Catatan untuk pendaftar/).fill("Nomor rumah pada KTP lain.");
  await press(page, "Kembalikan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kembalikan permohonan Made Contoh?");
  await expect(page.getByText("Nomor rumah pada KTP lain.")).toBeVisible();
  await press(page, "Ya, kembalikan");
  await expect(page.getByText("Permohonan dikembalikan")).toBeVisible();

  await signIn(made);
  await openLetter(page, made.email, /^Permohonan Anda perlu diperbaiki/);
  await page.goto(paths.apply.tasks(application.id));
  await expect(page.getByText("Perbaiki hanya bagian yang ditandai")).toBeVisible();
  await expect(page.getByRole("link", { name: "Identitas sesuai KTP" })).toHaveCount(0);
  await page.goto(paths.apply.step(application.id, "identitas"));
  await expect(page).toHaveURL(paths.apply.tasks(application.id));
  await page.getByRole("link", { name: "Alamat sesuai KTP" }).click();
  await page.getByLabel("Jalan dan nomor rumah").fill("Jalan Contoh Nomor 17");
  await press(page, "Simpan dan lanjutkan");
  await expect(page).toHaveURL(paths.apply.check(application.id));
  await page.getByLabel("Ya, saya menyatakan demikian").check();
  await press(page, "Kirim permohonan");
  await expect(page).toHaveURL(paths.apply.receipt(application.id));

  await signIn(rina);
  await page.goto(paths.console.application(application.id));
  await expect(page.getByText(/Kiriman ke-2/).first()).toBeVisible();
  await expect(rowOf(page, "Jalan dan nomor rumah")).toContainText("diperbaiki");
  const claim = page.getByRole("button", { name: "Ambil untuk diperiksa" });
  if (await claim.isVisible()) await claim.click();
  await judge(rowOf(page, "Jalan dan nomor rumah"), "Benar");
  await press(page, "Terima");
  await press(page, "Ya, terima dan beri nomor");
  const banner = page.locator(".govuk-notification-banner");
  await expect(banner).toContainText(/NPWP-\d{4}-\d{6}/);
  const number = /NPWP-\d{4}-\d{6}/.exec((await banner.textContent()) ?? "")?.[0] ?? "?";

  await signIn(made);
  await openLetter(page, made.email, /^Permohonan Anda diterima/);
  await expect(page.locator("pre")).toContainText(number);
  await page.goto(paths.apply.status(application.id));
  await expect(page.getByText(number).first()).toBeVisible();
  for (const event of ["Dikembalikan untuk perbaikan", "Dikirim lagi (kiriman ke-2)", "Diterima"]) {
    await expect(page.locator(".daftar-timeline").getByText(event)).toBeVisible();
  }
});

test("an application is rejected with reasons, which the letter and the status page give @desk", async ({
  page,
  product,
  signIn,
}) => {
  const dewi = await product.applicant("Dewi Contoh");
  const rina = await product.member("reviewer");
  const application = await aClaimedApplication(product, rina, dewi);
  await signIn(rina);
  await page.goto(paths.console.reject(application.id));
  await press(page, "Ya, tolak");
  await expect(page.locator(".govuk-error-summary")).toContainText("Pilih sedikitnya satu alasan");
  await page.getByLabel("Kedaluwarsa").check();
  await press(page, "Ya, tolak");
  await expect(page.getByText("Permohonan ditolak")).toBeVisible();

  await signIn(dewi);
  await openLetter(page, dewi.email, /^Hasil permohonan Anda/);
  await expect(page.locator("pre")).toContainText("Masa berlaku dokumen sudah habis");
  await page.goto(paths.apply.status(application.id));
  await expect(page.getByText("Masa berlaku dokumen sudah habis").first()).toBeVisible();
});

test("what a colleague holds can be read but not judged, until it is released @desk", async ({
  page,
  product,
  signIn,
}) => {
  const rina = await product.member("reviewer");
  const application = await aClaimedApplication(product, rina);
  await signIn(await product.member("reviewer", "Bayu Contoh"));
  await page.goto(paths.console.application(application.id));
  await expect(page.getByText("Sedang diperiksa oleh Rina Contoh")).toBeVisible();
  await expect(page.getByRole("button", { name: "Terima", exact: true })).toHaveCount(0);
  await signIn(rina);
  await page.goto(paths.console.application(application.id));
  await press(page, "Lepaskan");
  await page.goto(paths.console.application(application.id));
  await expect(page.getByRole("button", { name: "Ambil untuk diperiksa" })).toBeVisible();
});

test("the keys of the workbench save and ask for the decision @js @desk", async ({ page, product, signIn }) => {
  const rina = await product.member("reviewer");
  const application = await aClaimedApplication(product, rina);
  await signIn(rina);
  await page.goto(paths.console.application(application.id));
  await page.keyboard.press("s");
  await expect(page.getByText("Penilaian tersimpan")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Terima permohonan/);
});

function rowOf(page: Page, label: string): Locator {
  return page.locator(".govuk-summary-list__row").filter({ has: page.locator("dt").getByText(label, { exact: true }) });
}

/** Opens the verdict of a row where it is folded, and gives it. */
async function judge(row: Locator, verdict: "Benar" | "Salah"): Promise<void> {
  const choice = row.getByLabel(verdict, { exact: true });
  if (!(await choice.isVisible())) await row.getByText("Nilai", { exact: false }).first().click();
  await choice.check();
}
