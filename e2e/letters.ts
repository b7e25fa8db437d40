import { expect, type Page } from "@playwright/test";
import { paths } from "../src/paths.ts";

/** Opens the newest letter to an address at /dev/mail, once the worker has sent it through SMTP. */
export async function openLetter(page: Page, email: string, subject: string | RegExp): Promise<void> {
  const letter = page.getByRole("listitem").filter({ hasText: email }).getByRole("link", { name: subject }).first();
  await expect(async () => {
    await page.goto(paths.dev.mail);
    await expect(letter).toBeVisible({ timeout: 200 });
  }, `a letter "${subject}" to ${email}`).toPass({ timeout: 20_000 });
  await letter.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
}

/** Follows the button of the open letter by its address in the text, as the frame itself may open nothing. */
export async function followLetter(page: Page, button: string): Promise<void> {
  const link = page.frameLocator("iframe").getByRole("link", { name: button });
  const href = (await link.getAttribute("href")) ?? "";
  await page.goto(paths.dev.mail);
  await page.goto(href);
}
