import { readFileSync } from "node:fs";
import { randomInt } from "node:crypto";
import { paths } from "../src/paths.ts";
import { aClaimedApplication, aSubmittedApplication, receiptOf } from "./applications.ts";
import type { Product } from "./product.ts";
import { expect, press, test } from "./story.ts";

const { console: at } = paths;

/** Two applications in one family that nobody else in this run has, so that a search shows these two only. */
async function aFamily(product: Product): Promise<{ readonly family: string; readonly receipts: readonly string[] }> {
  const letters = Array.from({ length: 8 }, () => String.fromCharCode(97 + randomInt(26))).join("");
  const family = `Keluarga${letters}`;
  const receipts: string[] = [];
  for (const name of ["Siti", "Budi"]) {
    const application = await aSubmittedApplication(product, await product.applicant(`${name} ${family}`));
    receipts.push(await receiptOf(product, application));
  }
  return { family, receipts };
}

test("a page of the queue is chosen, taken and given back @desk", async ({ page, product, signIn }) => {
  const { family } = await aFamily(product);
  await signIn(await product.member("reviewer"));
  await page.goto(`${at.queue}?q=${family}`);
  await page.getByRole("link", { name: "Pilih semua di halaman ini" }).click();
  await press(page, "Ambil yang dipilih");
  await expect(page.getByText("Sekarang ada 2 permohonan pada Anda")).toBeVisible();
  await press(page, "Lepaskan semua yang ada pada saya");
  await expect(page.getByText("Semua permohonan Anda sudah kembali ke antrean")).toBeVisible();
});

test("keys go through the rows of the queue, choose and open @js @desk", async ({ page, product, signIn }) => {
  const { family, receipts } = await aFamily(product);
  const [first = "", second = ""] = receipts;
  await signIn(await product.member("reviewer"));
  await page.goto(`${at.queue}?q=${family}`);
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: first })).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByLabel(`Pilih ${second}`)).toBeChecked();
  await page.keyboard.press("k");
  await expect(page.getByRole("link", { name: first })).toBeFocused();
  await expect(page.getByLabel(`Pilih ${first}`)).not.toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.getByText(first).first()).toBeVisible();
  await expect(page).toHaveURL(/\/console\/applications\//);
});

test("every act of the console has its key, and the question mark tells them all @js @desk", async ({
  page,
  product,
  signIn,
}) => {
  const { family, receipts } = await aFamily(product);
  await signIn(await product.member("secretariat", "Dewi Contoh"));
  await page.goto(`${at.queue}?q=${family}`);
  const overview = page.locator("summary").filter({ hasText: "Pintasan papan ketik" });
  await page.keyboard.press("?");
  await expect(page.getByText("ke kotak cari")).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByText("ke kotak cari")).toBeHidden();
  await page.keyboard.press("f");
  await expect(page.getByLabel("Status", { exact: true })).toBeFocused();
  await overview.focus();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("p");
  await expect(page.getByLabel(`Pilih ${receipts[0] ?? ""}`)).toBeChecked();
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/done=claimed/);

  await page.goto(`${at.queue}?q=${family}&status=mine`);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/applications\//);
  await page.keyboard.press("v");
  await page.keyboard.press("v");
  await page.keyboard.press("Enter");
  await expect(page.locator("details.daftar-judge").nth(1)).toHaveAttribute("open", "");
  await page.keyboard.press("d");
  await page.keyboard.press("Enter");
  await page.waitForURL(/document=/);
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Terima permohonan/);
  await page.keyboard.press("b");
  await page.waitForURL(/\/applications\/[^/]+$/);
  await page.keyboard.press("l");
  await expect(page).toHaveURL(new RegExp(`${at.queue}$`));
  await page.goto(at.export("npwp-pribadi"));
  await page.keyboard.press("y");
  await expect(page.getByRole("alert")).toBeVisible();
});

test("an administrator frees what an absent colleague holds @desk", async ({ page, product, signIn }) => {
  const colleague = await product.member("reviewer", "Tono Contoh");
  const receipt = await receiptOf(product, await aClaimedApplication(product, colleague));
  await signIn(await product.member("institution_admin", "Agus Contoh"));
  await page.goto(at.claims);
  await press(page, `Lepaskan ${receipt} dari Tono Contoh`);
  await expect(page.getByText("Permohonan itu kembali ke antrean")).toBeVisible();
});

test("the secretariat takes a table out for the committee @desk", async ({ page, product, signIn }) => {
  await aSubmittedApplication(product);
  await signIn(await product.member("secretariat", "Dewi Contoh"));
  await page.goto(at.programs);
  await page.locator(`a[href="${at.export("npwp-pribadi")}"]`).click();
  await page.getByLabel(/^Yang belum diputuskan/).check();
  await page.getByLabel("Untuk keperluan apa?").fill("Rapat panitia seleksi administrasi.");
  await page.getByLabel("Teks (CSV)").check();
  await press(page, "Buat ekspor");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Unduh berkas" }).click();
  const table = readFileSync(await (await download).path(), "utf8");
  expect(table).toContain("Diekspor oleh petugas");
  expect(table).toContain("Nomor tanda terima");
});
