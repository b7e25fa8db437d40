import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { password } from "./product.ts";
import { press } from "./story.ts";

/** Signs in by the form, with any name that the account is known by. */
export async function signInByForm(page: Page, name: string, secret = password): Promise<void> {
  await page.goto(paths.account.login);
  await page.getByLabel("E-mail, NIK, nomor HP").fill(name);
  await page.getByLabel("Kata sandi", { exact: true }).fill(secret);
  await press(page, "Masuk");
}
