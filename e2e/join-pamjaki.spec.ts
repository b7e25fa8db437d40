import { paths } from "../src/paths.ts";
import { loadJourney } from "../test/journey.ts";
import { someMembers } from "../test/members.ts";
import { fillIn } from "./filling.ts";
import { beHuman } from "./human.ts";
import { followLetter, openLetter } from "./letters.ts";
import { password as known } from "./product.ts";
import { signInByForm } from "./sign-in.ts";
import { expect, press, test } from "./story.ts";
import type { Page } from "@playwright/test";

const password = "perahu kertas di atas awan";

async function signInAs(page: Page, name: string, secret: string): Promise<void> {
  await signInByForm(page, name, secret);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Halo");
}

async function beginExamination(page: Page): Promise<void> {
  await page.goto(paths.program("pamjaki-ujian-tertulis"));
  await page.getByRole("button", { name: "Mulai", exact: true }).first().click();
  await expect(page).toHaveURL(/\/apply\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ujian tertulis PAMJAKI");
}

test("a newcomer registers, is checked by the secretariat, gets a number by letter, logs in by it and begins the examination", async ({
  page,
  product,
  signIn,
  scripts,
}) => {
  test.setTimeout(120_000);
  const email = `newcomer.${product.freshNik()}@example.com`;
  await page.goto(paths.account.register);
  await page.getByLabel("Nama lengkap").fill("Lestari Contoh");
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
  await signInAs(page, email, password);

  await page.goto(paths.program("pamjaki-ujian-tertulis"));
  await expect(page.getByRole("button", { name: "Mulai", exact: true })).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Nomor Registrasi PAMJAKI" }).first().click();
  await page.getByRole("button", { name: "Mulai", exact: true }).first().click();
  await press(page, "Mulai mengisi");
  const steps = loadJourney("programs/pamjaki-anggota").paths[0]?.steps ?? [];
  for (const step of steps) {
    if (!("page" in step)) continue;
    await expect(page).toHaveURL(new RegExp(`/steps/${step.page}$`));
    await fillIn(page, step.page === "kontak" ? { ...step.valid, surel: email } : step.valid, scripts);
    await press(page, "Simpan dan lanjutkan");
  }
  await page.getByLabel("Ya, saya menyatakan demikian").check();
  await press(page, "Kirim permohonan");
  await expect(page).toHaveURL(/receipt$/);
  const receipt = (await page.locator(".daftar-receipt__number").textContent()) ?? "";

  await signIn(await product.member("secretariat", "Dewi Contoh", "pamjaki"));
  await page.goto(paths.console.queue);
  await page.getByRole("searchbox", { name: "Cari nomor atau nama" }).fill(receipt);
  await press(page, "Cari");
  await page.getByRole("link", { name: receipt }).click();
  await press(page, "Ambil untuk diperiksa");
  await press(page, "Terima");
  await press(page, "Ya, terima dan beri nomor");
  await expect(page.locator(".govuk-notification-banner")).toContainText(/PMJ-\d{4}-\d{5}/);

  await openLetter(page, email, /^Permohonan Anda diterima/);
  const number = /PMJ-\d{4}-\d{5}/.exec(await page.locator("pre").innerText())?.[0] ?? "";
  await page.context().clearCookies();
  await signInAs(page, number.toLowerCase(), password);
  await beginExamination(page);
});

test("a member of before proves their number by a code, logs in by it and begins the examination", async ({
  page,
  product,
  signIn,
}) => {
  const mark = product.freshNik().slice(-12);
  const number = `PMJ-2009-${mark}`;
  const old = `anggota.${mark}@contoh.example`;
  const standing = { database: product, keyring: product.keyring };
  await someMembers(standing, [{ number, name: "Wulan Contoh", birth_date: "1979-04-21", email: old }]);
  const wulan = await product.applicant("Wulan Contoh");
  await signIn(wulan);
  await page.goto(paths.program("pamjaki-anggota"));
  await page.getByRole("link", { name: "Gunakan nomor lama Anda" }).click();
  await page.getByLabel("Nomor registrasi").fill(number);
  await page.getByLabel("Tanggal", { exact: true }).fill("21");
  await page.getByLabel("Bulan", { exact: true }).fill("4");
  await page.getByLabel("Tahun", { exact: true }).fill("1979");
  await press(page, "Lanjutkan");
  await expect(page.locator(".govuk-error-summary")).toContainText("Isi NIK atau alamat e-mail yang tercatat");
  await expect(page.getByLabel("Nomor registrasi")).toHaveValue(number);
  await page.getByLabel("NIK atau alamat e-mail yang tercatat").fill(old);
  await press(page, "Lanjutkan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Masukkan kode");
  await openLetter(page, old, "Kode untuk nomor registrasi Anda");
  const code = /Kode: ([0-9]{6})/.exec(await page.locator("pre").innerText())?.[1] ?? "";
  await page.goto(paths.proveNumber("pamjaki-anggota"));
  await page.getByLabel("Kode dari surat").fill(code);
  await press(page, "Buktikan");
  await expect(page.getByText(`Nomor Anda ${number}`)).toBeVisible();
  await page.context().clearCookies();
  await signInAs(page, number, known);
  await beginExamination(page);
});

test("a member whose address has changed asks the secretariat, which recognises them", async ({
  page,
  product,
  signIn,
}) => {
  const mark = product.freshNik().slice(-12);
  const number = `PMJ-2008-${mark}`;
  const nik = product.freshNik();
  const standing = { database: product, keyring: product.keyring };
  await someMembers(standing, [{ number, name: "Hendra Contoh", birth_date: "1990-05-17", nik }]);
  const hendra = await product.applicant("Hendra Contoh");
  await signIn(hendra);
  await page.goto(paths.ownNumber("pamjaki-anggota"));
  await page.getByLabel("Nomor registrasi").fill(number);
  await page.getByLabel("Tanggal", { exact: true }).fill("17");
  await page.getByLabel("Bulan", { exact: true }).fill("5");
  await page.getByLabel("Tahun", { exact: true }).fill("1990");
  await page.getByLabel("NIK atau alamat e-mail yang tercatat").fill(nik);
  await press(page, "Lanjutkan");
  await press(page, "Minta sekretariat memeriksa");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sekretariat sedang memeriksa");

  await signIn(await product.member("secretariat", "Dewi Contoh", "pamjaki"));
  await page.goto(paths.console.numbers);
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("row").filter({ hasText: "NIK" })).toContainText(nik);
  await page.getByLabel("Ya, nomor ini miliknya").check();
  await press(page, "Kirim jawaban");
  await expect(page.getByText("Jawaban sudah dikirim.")).toBeVisible();

  await signIn(hendra);
  await openLetter(page, hendra.email, "Nomor registrasi Anda di Daftar");
  await page.goto(paths.ownNumber("pamjaki-anggota"));
  await expect(page.getByText(`Nomor Anda ${number}`)).toBeVisible();
});
