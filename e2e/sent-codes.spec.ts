import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { givePhone } from "../test/phones.ts";
import { openLetter } from "./letters.ts";
import { signInByForm } from "./sign-in.ts";
import { expect, openMenu, press, test } from "./story.ts";

const { account } = paths;

/** The code in the newest letter to the address that is not `before`. */
async function codeInLetter(page: Page, email: string, before = ""): Promise<string> {
  let code = "";
  await expect(async () => {
    await openLetter(page, email, "Kode masuk Anda");
    code = /Kode: ([0-9]{6})/.exec(await page.locator("pre").innerText())?.[1] ?? "";
    expect(code).not.toBe(before);
  }).toPass({ timeout: 20_000 });
  return code;
}

/** The code in the newest message to the number that is not `before`. */
async function codeInMessage(page: Page, number: string, before = ""): Promise<string> {
  let code = "";
  await expect(async () => {
    await page.goto(paths.dev.sms);
    const message = page.getByRole("listitem").filter({ hasText: number }).first();
    code = /[0-9]{6}/.exec(await message.locator("p").first().innerText({ timeout: 500 }))?.[0] ?? "";
    expect(code).not.toBe(before);
  }).toPass({ timeout: 20_000 });
  return code;
}

test("a code by e-mail is turned on, asked for at the login, and not again on a device that is remembered", async ({
  page,
  product,
  signIn,
}) => {
  const siti = await product.applicant();
  await signIn(siti);
  await page.goto(account.security);
  await page.getByRole("link", { name: "Nyalakan Kode lewat e-mail" }).click();
  await press(page, "Kirim kode");
  const first = await codeInLetter(page, siti.email);
  await page.goto(account.codesOf("email"));
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(first);
  await press(page, "Nyalakan");
  await expect(page.getByText("Kode yang dikirim sudah menyala.")).toBeVisible();

  await page.context().clearCookies();
  await signInByForm(page, siti.email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kode masuk");
  await press(page, /Kirim kode lewat e-mail ke/);
  const second = await codeInLetter(page, siti.email, first);
  await page.goto(account.factor);
  await page.getByLabel("Kode 6 angka yang kami kirim").fill("12");
  await press(page, "Lanjutkan");
  await expect(page.locator(".govuk-error-summary")).toBeVisible();
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(second);
  await page.getByLabel("Jangan tanya lagi di perangkat ini selama 30 hari").check();
  await press(page, "Lanjutkan");
  await expect(page).toHaveURL(account.home);

  await page.goto(account.sessions);
  await expect(page.getByText("Perangkat tanpa langkah kedua")).toBeVisible();
  await openMenu(page);
  await press(page, "Keluar");
  await signInByForm(page, siti.email);
  await expect(page).toHaveURL(account.home);
});

test("a code by SMS is turned on and asked for at the login", async ({ page, product, signIn }) => {
  const siti = await product.applicant();
  const number = await givePhone(product.owner.kysely, product.keyring, siti.accountId);
  await signIn(siti);
  await page.goto(account.codesOf("sms"));
  await press(page, "Kirim kode");
  const first = await codeInMessage(page, number);
  await page.goto(account.codesOf("sms"));
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(first);
  await press(page, "Nyalakan");

  await page.context().clearCookies();
  await signInByForm(page, siti.email);
  await press(page, /Kirim kode lewat SMS ke/);
  const second = await codeInMessage(page, number, first);
  await page.goto(account.factor);
  await page.getByLabel("Kode 6 angka yang kami kirim").fill(second);
  await press(page, "Lanjutkan");
  await expect(page).toHaveURL(account.home);
});
