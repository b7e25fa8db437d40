import { paths } from "../src/paths.ts";
import { numberOn } from "../test/tickets.ts";
import { expect, press, test } from "./story.ts";
import { openAgain, sendQuestion } from "./ticket-pages.ts";

const { helpdesk, console: at } = paths;

test("somebody without an account asks, an agent takes it and answers, and the answer is found by number and birth date", async ({
  page,
  product,
  signIn,
  scripts,
}) => {
  await page.goto(helpdesk.home);
  await page.getByRole("link", { name: "Tanya petugas" }).click();
  await page.getByRole("link", { name: "Pengaduan ke instansi" }).click();
  // Scripts count along; without them the page says how much fits.
  await page.getByLabel("Aduan").fill("a".repeat(499));
  await expect(page.locator("main")).toContainText(scripts ? "Sisa 1 karakter" : "Paling banyak 500 karakter");
  await sendQuestion(page, scripts);
  await expect(page.getByRole("heading", { name: "Pertanyaan terkirim" })).toBeVisible();
  const number = numberOn({ html: await page.content() });
  await page.getByLabel("Tulis balasan").fill("Nomor permohonan saya menyusul.");
  await press(page, "Kirim balasan");
  await expect(page.locator("main")).toContainText("Nomor permohonan saya menyusul.");

  await signIn(await product.member("agent", "Ayu Contoh"));
  await page.goto(at.tickets);
  await page.getByRole("link", { name: number }).click();
  await press(page, "Ambil tiket ini");
  await page.getByLabel("Tulisan Anda").fill("Hanya untuk rekan.");
  await press(page, "Simpan catatan");
  await page.getByLabel("Tulisan Anda").fill("Permohonan Anda sudah kami periksa.");
  await press(page, "Kirim jawaban");
  await expect(page.getByRole("link", { name: number })).toHaveCount(0);

  await openAgain(page, number);
  await expect(page.locator("[aria-current=step]")).toContainText("Jawaban");
  await expect(page.locator("main")).toContainText("Permohonan Anda sudah kami periksa.");
  await expect(page.locator("main")).not.toContainText("Hanya untuk rekan.");
});
