import { paths } from "../src/paths.ts";
import { listSourcePeople } from "../src/registry/demonstration/source-people.ts";
import { expect, press, test } from "./story.ts";

test("a patient gives two numbers, is found, and reads the form filled", async ({ page, product, signIn }) => {
  const [known] = listSourcePeople();
  if (!known) throw new Error("the demonstration's source is empty");
  await signIn(await product.applicant("Anisa Contoh"));
  await page.goto(paths.program("kartu-pasien"));
  await page.getByRole("button", { name: "Mulai", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Masukkan nomor Anda");

  await page.getByLabel("Nomor Induk Kependudukan (NIK)").fill(known.nik);
  await page.getByLabel("Nomor kartu keluarga").fill("123");
  await press(page, "Cari data saya");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await expect(page.getByLabel("Nomor Induk Kependudukan (NIK)")).toHaveValue(known.nik);

  await page.getByLabel("Nomor kartu keluarga").fill(known.kk);
  await press(page, "Cari data saya");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data ditemukan");
  await expect(page.getByRole("main")).not.toContainText(known.name);
  await press(page, "Ya, ini saya – lanjutkan");
  await page.getByRole("link", { name: "Identitas" }).click();
  await expect(page.getByLabel("Nama lengkap sesuai KTP")).toHaveValue(known.name);
  await expect(page.getByLabel("Tempat lahir")).toHaveValue(known.birthPlace);
});

test("whoever is not found goes on by hand, and reads after sending that the data are compared", async ({
  page,
  product,
  signIn,
}) => {
  await signIn(await product.applicant("Budi Contoh"));
  const nik = product.freshNik();
  await page.goto(paths.identity("kartu-pasien"));
  await page.getByLabel("Nomor Induk Kependudukan (NIK)").fill(nik);
  await page.getByLabel("Nomor kartu keluarga").fill("3171010101159999");
  await press(page, "Cari data saya");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data tidak ditemukan");
  await press(page, "Isi sendiri");

  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await page.getByLabel("Nomor Induk Kependudukan (NIK)").fill(nik);
  await page.getByLabel("Nomor kartu keluarga").fill("3171010101159999");
  await page.getByLabel("Nama lengkap sesuai KTP").fill("Budi Contoh");
  await page.getByLabel("Tempat lahir").fill("Jakarta");
  await page.getByLabel("Tanggal", { exact: true }).fill("17");
  await page.getByLabel("Bulan", { exact: true }).fill("5");
  await page.getByLabel("Tahun", { exact: true }).fill("1990");
  await press(page, "Simpan dan lanjutkan");
  await page.getByLabel("Nomor telepon seluler").fill("0812 3456 7890");
  await page.getByLabel("BPJS Kesehatan").check();
  await press(page, "Simpan dan lanjutkan");
  await page.getByLabel("Ya, saya menyatakan demikian").check();
  await press(page, "Kirim permohonan");
  await expect(page).toHaveURL(/receipt/);
  await page.goto(page.url().replace("receipt", "status"));
  await expect(page.getByRole("main")).toContainText(/Data Anda dicocokkan|Nomor Anda tidak ditemukan/);
});
