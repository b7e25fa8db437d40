import { paths } from "../src/paths.ts";
import { payOrder } from "./fees.ts";
import { expect, press, test } from "./story.ts";

test("a patient who pays alone transfers the fee, is told that it came, and sends", async ({
  page,
  product,
  signIn,
}) => {
  await signIn(await product.applicant("Budi Contoh"));
  await page.goto(paths.program("kartu-pasien"));
  await expect(page.getByRole("main")).toContainText("Biaya sesuai isian");
  const nik = product.freshNik();
  await page.goto(paths.identity("kartu-pasien"));
  await page.getByLabel("Nomor Induk Kependudukan (NIK)").fill(nik);
  await page.getByLabel("Nomor kartu keluarga").fill("3171010101159998");
  await press(page, "Cari data saya");
  await press(page, "Isi sendiri");
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await page.getByLabel("Nomor Induk Kependudukan (NIK)").fill(nik);
  await page.getByLabel("Nomor kartu keluarga").fill("3171010101159998");
  await page.getByLabel("Nama lengkap sesuai KTP").fill("Budi Contoh");
  await page.getByLabel("Tempat lahir").fill("Jakarta");
  await page.getByLabel("Tanggal", { exact: true }).fill("17");
  await page.getByLabel("Bulan", { exact: true }).fill("5");
  await page.getByLabel("Tahun", { exact: true }).fill("1990");
  await press(page, "Simpan dan lanjutkan");
  await page.getByLabel("Nomor telepon seluler").fill("0812 3456 7890");
  await page.getByLabel("Biaya sendiri").check();
  await press(page, "Simpan dan lanjutkan");

  await expect(page.getByRole("main")).toContainText("Belum lengkap");
  await page.getByRole("link", { name: "Bayar biaya" }).click();
  await expect(page.getByRole("main")).toContainText("Rp25.000");
  const transfer = page.getByLabel("Transfer bank");
  if (await transfer.isVisible()) await transfer.check();
  await press(page, "Buat pesanan pembayaran");
  await expect(page.getByRole("main")).toContainText("Bank Contoh Daerah");
  await expect(page.getByRole("main")).toContainText("kode unik");

  await press(page, "Saya sudah bayar");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await page.getByLabel("Bank atau dompet digital yang Anda pakai").fill("Bank Contoh");
  await page.getByLabel("Nama pemilik rekening").fill("Budi Contoh");
  await page.getByLabel("Tanggal", { exact: true }).fill("20");
  await page.getByLabel("Bulan", { exact: true }).fill("11");
  await page.getByLabel("Tahun", { exact: true }).fill("2025");
  await press(page, "Saya sudah bayar");
  await expect(page.getByRole("main")).toContainText("Menunggu konfirmasi bendahara");

  const id = /apply\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  await payOrder(product, id);
  await page.reload();
  await expect(page.getByRole("main")).toContainText("Lunas");
  await page.getByRole("button", { name: "Lanjut: periksa dan kirim" }).click();
  await page.getByLabel("Ya, saya menyatakan demikian").check();
  await press(page, "Kirim permohonan");
  await expect(page).toHaveURL(/receipt/);
});
