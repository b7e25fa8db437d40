import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { openLetter } from "./letters.ts";
import { signInByForm } from "./sign-in.ts";
import { expect, press, test } from "./story.ts";

const { account } = paths;

async function codeIn(page: Page, email: string, subject: string): Promise<string> {
  await openLetter(page, email, subject);
  return /Kode: ([0-9]{6})/.exec(await page.locator("pre").innerText())?.[1] ?? "";
}

test("a NIK is refused part by part, noted, found again by letter with the person's own words, and opens the account", async ({
  page,
  product,
  signIn,
}) => {
  const siti = await product.applicant();
  const nik = product.freshNik();
  await signIn(siti);
  await page.goto(account.words);
  await page.getByLabel("Kata pengenal").fill("sepeda hijau di bukit");
  await press(page, "Simpan kata pengenal");

  await page.goto(account.nik);
  const refused = [
    ["317101170590000", "harus 16 angka. Anda mengetik 15"],
    ["3171014513900001", "Angka ke-7 sampai ke-12 (451390) bukan tanggal lahir"],
    [`${nik.slice(0, 12)}0000`, "Empat angka terakhir NIK tidak mungkin 0000"],
  ] as const;
  for (const [typed, words] of refused) {
    await page.getByLabel("NIK", { exact: true }).fill(typed);
    await press(page, "Simpan");
    await expect(page.locator(".govuk-error-summary")).toContainText(words);
    await expect(page.getByLabel("NIK", { exact: true })).toHaveValue(typed);
  }
  await page.getByLabel("NIK", { exact: true }).fill(nik.replace(/^(.{6})(.{6})/, "$1 $2 "));
  await press(page, "Simpan");
  await expect(page.getByText(`${nik.slice(0, 4)}••••••••${nik.slice(-4)}`)).toBeVisible();

  await page.context().clearCookies();
  await page.goto(account.login);
  await page.getByRole("link", { name: "Lupa nama akun?" }).click();
  await page.getByLabel("E-mail atau nomor HP").fill(siti.email);
  await press(page, "Kirim nama akun");
  await openLetter(page, siti.email, "Nama untuk masuk ke akun Daftar Anda");
  await expect(page.locator("pre")).toContainText("Kata pengenal Anda: sepeda hijau di bukit");
  await expect(page.locator("pre")).toContainText(nik.slice(-4));
  await expect(page.locator("pre")).not.toContainText(nik);

  await signInByForm(page, nik);
  await expect(page).toHaveURL(account.home);
});

test("an address is changed by codes on both, and other devices are signed out in one act", async ({
  page,
  product,
  signIn,
}) => {
  const siti = await product.applicant();
  const fresh = `baru.${product.freshNik()}@contoh.example`;
  await signIn(siti);
  await page.goto(account.email);
  await page.getByLabel("Alamat e-mail baru").fill(fresh);
  await press(page, "Kirim kode");
  const subject = "Kode untuk mengganti alamat e-mail";
  const [code, old] = [await codeIn(page, fresh, subject), await codeIn(page, siti.email, subject)];
  await page.goto(account.email);
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(code);
  await press(page, "Simpan");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(code);
  await page.getByLabel("Kode 6 angka yang dikirim ke yang lama").fill(old);
  await press(page, "Simpan");
  await expect(page.getByText("Alamat e-mail Anda sudah diganti.")).toBeVisible();
  await openLetter(page, siti.email, "Alamat e-mail akun Anda diganti");

  await page.context().clearCookies();
  await signInByForm(page, fresh);
  await openLetter(page, fresh, "Akun Anda masuk dari perangkat baru");
  await page.goto(account.sessions);
  await press(page, "Keluarkan semua perangkat lain");
  await expect(page.getByText("Riwayat masuk")).toBeVisible();
  await signIn(siti);
  await page.goto(account.home);
  await expect(page).toHaveURL(new RegExp(`^${product.url}${account.login}`));
});
