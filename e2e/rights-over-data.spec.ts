import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { aSubmittedApplication } from "./applications.ts";
import { expectErrors } from "./filling.ts";
import { followLetter, openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";

const { console: at, account } = paths;

/** An officer opens the request of this number from the list. */
async function open(page: Page, number: string): Promise<void> {
  await page.goto(at.start);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Permintaan hak atas data");
  await page.getByRole("link", { name: number }).click();
}

test("a person asks for a correction, two officers refuse it by an article, and the letter leads to the answer", async ({
  page,
  product,
  signIn,
}) => {
  const { person } = await aSubmittedApplication(product);
  const first = await product.member("data_protection_officer", "Pandu Contoh");
  const second = await product.member("data_protection_officer", "Putri Contoh");
  await signIn(person);
  await page.goto(account.data);
  await page.getByRole("link", { name: "Minta data diperbaiki" }).click();
  await press(page, "Minta perbaikan");
  await expectErrors(page, ["about", "fact", "wish", "why"]);
  await page.getByLabel(/, nomor /).check();
  await page.getByLabel("Data mana yang salah?").fill("Nama jalan");
  await page.getByLabel("Seharusnya apa?").fill("Jalan Contoh Nomor 2");
  await page.getByLabel("Mengapa, dan apa buktinya?").fill("Salah ketik.");
  await press(page, "Minta perbaikan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Permintaan Anda kami terima");
  const number = /P-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page.url())?.[0] ?? "";
  await expect(page.locator("main")).toContainText(number);
  await openLetter(page, person.email, "Permintaan Anda kami terima");

  await signIn(first);
  await open(page, number);
  await press(page, "Kerjakan permintaan ini");
  await page.getByLabel("Ditolak", { exact: true }).check();
  await page.getByLabel("Penjelasan untuk pemohon").fill("KTP memuat alamat yang sama.");
  await press(page, "Simpan jawaban");
  await expectErrors(page, ["article"]);
  await page.getByLabel(/^Pasal 6:/).check();
  await press(page, "Simpan jawaban");
  await expect(page.getByText("menunggu petugas kedua.")).toBeVisible();
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByText("Anda mengusulkan penolakan ini.")).toBeVisible();

  await signIn(second);
  await open(page, number);
  await page.getByLabel("Ya, tolak permintaan").check();
  await press(page, "Simpan jawaban");
  await expect(page.getByText("Permintaan ditolak; suratnya dikirim.")).toBeVisible();

  await signIn(person);
  await openLetter(page, person.email, "Permintaan Anda ditolak");
  await followLetter(page, "Lihat permintaan");
  await expect(page.locator("main")).toContainText("Pasal 6");
  await expect(page.locator("main")).toContainText("KTP memuat alamat yang sama.");
});

test("a person restricts an institution, which then leaves them out, and lifts it again", async ({
  page,
  product,
  signIn,
}) => {
  const { id, person } = await aSubmittedApplication(product);
  const reviewer = await product.member("reviewer");
  const openToReview = async () => {
    await signIn(reviewer);
    await page.goto(at.application(id));
  };
  await signIn(person);
  await page.goto(account.data);
  await page.getByRole("link", { name: "Batasi pemrosesan" }).click();
  await page.getByLabel(/^Semua data saya di/).check();
  await press(page, "Batasi sekarang");
  await expect(page.locator("main")).toContainText("Berlaku");
  await openToReview();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pemiliknya membatasi pemrosesan");
  await page.goto(at.queue);
  await expect(page.getByText(/permohonan tidak disertakan: pemiliknya/)).toBeVisible();
  await signIn(person);
  await page.goto(paths.apply.status(id));
  await expect(page.getByText("permohonan ini tidak diproses", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Lihat pembatasan" }).click();
  await press(page, "Akhiri pembatasan");
  await expect(page.getByText("Pembatasan diakhiri.")).toBeVisible();
  await openToReview();
  await expect(page.getByRole("button", { name: "Ambil untuk diperiksa" })).toBeVisible();
});
