import { randomBytes, randomInt } from "node:crypto";
import { paths } from "../src/paths.ts";
import { publishProgram } from "../src/registry/programs/publish.ts";
import { loadJourney } from "../test/journey.ts";
import { readProgram } from "../test/programs/compiled.ts";
import { ktpJpeg } from "../test/sample-files.ts";
import { fillIn, giveFile } from "./filling.ts";
import { beHuman } from "./human.ts";
import { followLetter, openLetter } from "./letters.ts";
import { expect, press, test } from "./story.ts";
import type { Page } from "@playwright/test";
import type { Product } from "./product.ts";

const password = "perahu kertas di atas awan";

/** Publishes pelatihan-las under a name of its own, open today. */
async function openCourse(product: Product): Promise<string> {
  const slug = `pelatihan-las-${randomBytes(4).toString("hex")}`;
  await publishProgram(
    product.owner.kysely,
    {
      ...readProgram("programs/pelatihan-las"),
      program: slug,
      title: { id: `Pelatihan contoh ${slug}`, en: `Sample course ${slug}` },
      window: { opens: "2026-01-01T00:00:00+07:00", closes: null, at_close: "lock" },
    },
    null,
  );
  return slug;
}

/** The code in the newest message to a number. */
async function codeTo(page: Page, number: string): Promise<string> {
  let code = "";
  await expect(async () => {
    await page.goto(paths.dev.sms);
    const message = page.getByRole("listitem").filter({ hasText: number }).first();
    code = /[0-9]{6}/.exec(await message.locator("p").first().innerText({ timeout: 500 }))?.[0] ?? "";
    expect(code).not.toBe("");
  }).toPass({ timeout: 20_000 });
  return code;
}

test("a verified program: a letter proves the address, a message the telephone, then answers and KTP go to the officers", async ({
  page,
  product,
  scripts,
}) => {
  test.setTimeout(120_000);
  const slug = await openCourse(product);
  const email = `verified.${product.freshNik()}@contoh.example`;
  await page.goto(paths.account.register);
  await page.getByLabel("Nama lengkap").fill("Budi Contoh");
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
  await expect(page).toHaveURL(paths.account.home);

  await page.goto(paths.program(slug));
  await page.getByRole("button", { name: "Mulai", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sebelum mulai");
  await expect(page.getByRole("main")).not.toContainText("Alamat e-mail yang terbukti milik Anda");
  await page.getByRole("button", { name: "Buktikan nomor HP" }).click();
  const number = `0812${String(randomInt(100_000_000)).padStart(8, "0")}`;
  await page.getByLabel("Nomor HP").fill(number);
  await press(page, "Kirim kode");
  await expect(page.getByLabel("Kode 6 angka yang kami kirim")).toBeVisible();
  const proving = page.url();
  const code = await codeTo(page, `+62${number.slice(1)}`);
  await page.goto(proving);
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(code);
  await press(page, "Simpan");
  await expect(page.getByRole("main")).toContainText("Semua yang diperlukan sudah ada.");
  await press(page, "Mulai");
  await press(page, "Mulai mengisi");

  const id = page.url().split("/").at(-3) ?? "";
  for (const step of loadJourney("programs/pelatihan-las").paths[0]?.steps ?? []) {
    const name = "page" in step ? step.page : step.document;
    await expect(page).toHaveURL(paths.apply.step(id, name));
    if ("page" in step) {
      await fillIn(page, name === "identitas" ? { ...step.valid, nik: product.freshNik() } : step.valid, scripts);
      await press(page, "Simpan dan lanjutkan");
    } else {
      await giveFile(page, { name: "ktp.jpg", mimeType: "image/jpeg", buffer: await ktpJpeg() }, scripts);
      await page.getByRole("button", { name: "Lanjutkan" }).click();
    }
  }
  await page.getByLabel("Ya, saya menyatakan demikian").check();
  await press(page, "Kirim permohonan");
  await expect(page).toHaveURL(paths.apply.receipt(id));
  await openLetter(page, email, /^Permohonan Anda sudah kami terima/);
  // Other stories look at the portal.
  await product.owner.sql`update programs set version_id = null where slug = ${slug}`;
});
