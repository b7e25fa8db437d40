import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import type { Product } from "./product.ts";

const { account } = paths;

/** The way to a new password by other means than a letter's link, and what a recovered account is shown. */
export async function recoveryPages(product: Product) {
  const [forgetful, careful, recovered] = [
    await product.applicant(),
    await product.applicant(),
    await product.applicant(),
  ];
  const { sql } = product.owner;
  await sql`update accounts set cooling_until = app_now() + interval '1 day' where id = ${recovered.accountId}`;
  const begin = { path: account.recover };
  const proved = async (page: Page, accountId: string, ways: readonly string[]) => {
    await sql`update recoveries set proved = ${ways} where account_id = ${accountId}`;
    await page.goto(account.recoverProof);
    await page.waitForLoadState();
  };
  return [
    { ...begin, route: account.recover, name: "recover" },
    { ...begin, route: account.recover, name: "recover, nothing typed", act: press, dark: true },
    {
      ...begin,
      route: account.recoverProof,
      name: "recover, code sent",
      act: (page: Page) => ask(page, forgetful.email),
    },
    {
      ...begin,
      route: account.recoverProof,
      name: "recover, one proof more",
      act: async (page: Page) => {
        await sql`insert into code_factors (account_id, kind) values (${careful.accountId}, 'email') on conflict do nothing`;
        await ask(page, careful.email);
        await proved(page, careful.accountId, ["sms"]);
      },
    },
    {
      ...begin,
      route: account.recoverPassword,
      name: "recover, new password",
      act: async (page: Page) => {
        await ask(page, forgetful.email);
        await proved(page, forgetful.accountId, ["email"]);
      },
    },
    { route: account.recoverProof, name: "recover, over", path: account.recoverProof },
    { route: account.email, name: "address after a recovery", path: account.email, as: recovered, dark: true },
    { route: account.security, name: "security after a recovery", path: account.security, as: recovered },
  ];
}

async function ask(page: Page, email: string): Promise<void> {
  await page.locator("#identifier").fill(email);
  await page.locator('input[name="way"][value="email"]').check();
  await press(page);
}

async function press(page: Page): Promise<void> {
  const answer = page.waitForEvent("framenavigated");
  await page.locator("main form button").last().click();
  await answer;
  await page.waitForLoadState();
}
