import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { aClaimedApplication, receiptOf } from "./applications.ts";
import { announceNow, anAnnouncingProgram, takeOff } from "./announcements.ts";
import { openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";

test("verdicts wait for the announcement, all are told at once, and a rejection is appealed and granted", async ({
  page,
  product,
  signIn,
}) => {
  test.slow();
  const program = await anAnnouncingProgram(product);
  const rina = await product.member("reviewer");
  const [siti, budi] = [await product.applicant("Siti Contoh"), await product.applicant("Budi Contoh")];
  const accepted = await aClaimedApplication(product, rina, siti, program.slug);
  const rejected = await aClaimedApplication(product, rina, budi, program.slug);
  const receipt = await receiptOf(product, rejected);

  await signIn(rina);
  await page.goto(paths.console.accept(accepted.id));
  await press(page, "Ya, terima dan beri nomor");
  await expect(page.getByText("Keputusan tersimpan dan menunggu pengumuman")).toBeVisible();
  await page.goto(paths.console.reject(rejected.id));
  await page.getByLabel("Kedaluwarsa").check();
  await press(page, "Ya, tolak");
  await expect(page.getByText("Keputusan tersimpan dan menunggu pengumuman")).toBeVisible();

  for (const [person, { id }] of [
    [siti, accepted],
    [budi, rejected],
  ] as const) {
    await signIn(person);
    await page.goto(paths.account.home);
    await expect(page.getByText("Menunggu pengumuman")).toBeVisible();
    await page.goto(paths.apply.status(id));
    await expect(page.locator("main")).not.toContainText(/Diterima|Ditolak|UM[0-9A-F]{8}-/);
  }

  const agus = await product.member("institution_admin", "Agus Contoh");
  await signIn(agus);
  await page.goto(paths.console.announcement(program.slug));
  await expect(page.getByText("waktu belum ditetapkan")).toBeVisible();
  await press(page, "Tetapkan waktu");
  await expect(page.locator(".govuk-error-summary")).toContainText("Tulis alasan");
  await page.getByLabel("Tanggal pengumuman").fill("2047-01-15");
  await page.getByLabel("Jam pengumuman").fill("10.00");
  await page.getByLabel("Alasan").fill("Rapat pleno");
  await press(page, "Tetapkan waktu");
  await expect(page.getByText("Waktu pengumuman ditetapkan")).toBeVisible();
  await page.goto(paths.announcement(program.slug));
  await expect(page.getByText("Hasil diumumkan di halaman ini 15 Januari 2047 pukul 10.00 WIB")).toBeVisible();

  await announceNow(product, program);
  await page.reload();
  await expect(page.locator("tbody").getByText("Diterima", { exact: true })).toBeVisible();
  await findNumber(page, receipt.toLowerCase());
  await expect(page.locator("tbody tr").filter({ hasText: receipt })).toContainText("Tidak diterima");
  await findNumber(page, "tidak-ada");
  await expect(page.getByText("Nomor ini tidak ada dalam pengumuman")).toBeVisible();

  await signIn(siti);
  await openLetter(page, siti.email, /^Permohonan Anda diterima/);
  await expect(page.locator("pre")).toContainText(program.prefix);
  await signIn(budi);
  await openLetter(page, budi.email, /^Hasil permohonan Anda/);
  await expect(page.locator("pre")).toContainText("Masa berlaku dokumen sudah habis");

  await page.goto(paths.apply.status(rejected.id));
  await page.getByRole("button", { name: "Ajukan sanggah" }).click();
  await press(page, "Lanjut ke pemeriksaan");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await page.getByLabel("Mengapa penolakan ini keliru?").fill("KTP elektronik berlaku seumur hidup.");
  await press(page, "Lanjut ke pemeriksaan");
  await expect(page.getByText("KTP elektronik berlaku seumur hidup.")).toBeVisible();
  await press(page, "Kirim sanggah");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sanggah Anda sudah dikirim");

  const dewi = await product.member("secretariat", "Dewi Contoh");
  await signIn(dewi);
  await page.goto(`${paths.console.queue}?status=appealed&program=${program.slug}`);
  await page.getByRole("link", { name: receipt }).click();
  await page.getByRole("link", { name: "Baca dan jawab sanggah" }).click();
  await expect(page.getByText("KTP elektronik berlaku seumur hidup.")).toBeVisible();
  await page.getByLabel("Kabulkan sanggah").check();
  await page.getByLabel("Penjelasan untuk pendaftar").fill("Anda benar: KTP elektronik tidak kedaluwarsa.");
  await press(page, "Kirim jawaban");
  await expect(page.getByText("Sanggah dikabulkan").first()).toBeVisible();
  await page.goto(paths.announcement(program.slug));
  await findNumber(page, receipt);
  await expect(page.locator("tbody tr").filter({ hasText: receipt })).toContainText("Diperiksa kembali");
  await page.goto(paths.console.accept(rejected.id));
  await press(page, "Ya, terima dan beri nomor");
  await expect(page.locator(".govuk-notification-banner")).toContainText(program.prefix);

  await signIn(budi);
  await openLetter(page, budi.email, /^Jawaban atas sanggah Anda/);
  await page.goto(paths.apply.appeal(rejected.id));
  await expect(page.getByText("Anda benar: KTP elektronik tidak kedaluwarsa.")).toBeVisible();
  await page.goto(paths.announcement(program.slug));
  await findNumber(page, receipt);
  const row = page.locator("tbody tr").filter({ hasText: program.prefix });
  await expect(row).toContainText("Diterima");
  await expect(row).toContainText("Berubah pada");
  await takeOff(product, program);
});

async function findNumber(page: Page, number: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Cari nomor registrasi atau tanda terima" }).fill(number);
  await press(page, "Cari");
}
