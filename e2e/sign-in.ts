import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { password } from "./product.ts";
import { press } from "./story.ts";

/** Fills in the form of the login where it is shown, with any name that the account is known by. */
export async function fillLogin(page: Page, name: string, secret = password): Promise<void> {
  await page.getByLabel("E-mail, NIK, nomor HP").fill(name);
  await page.getByLabel("Kata sandi", { exact: true }).fill(secret);
  await press(page, "Masuk");
}

/** Goes to the login and signs in. */
export async function signInByForm(page: Page, name: string, secret?: string): Promise<void> {
  await page.goto(paths.account.login);
  await fillLogin(page, name, secret);
}

/** The same in a browser that has forgotten everything. */
export async function signInAnew(page: Page, name: string, secret?: string): Promise<void> {
  await page.context().clearCookies();
  await signInByForm(page, name, secret);
}
