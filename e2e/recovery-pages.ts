import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { issueLink } from "../src/registry/accounts/link-tokens.ts";
import type { PageVisit } from "./pages.ts";
import type { Product } from "./product.ts";

const { account } = paths;
const resetPath = account.reset("").split("?")[0] ?? "";

/** The way to a new password by other means than a letter's link, and what a recovered account is shown. */
export async function recoveryPages(product: Product): Promise<readonly PageVisit[]> {
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
    { route: account.questions, name: "security questions", path: account.questions, as: careful, dark: true },
    {
      route: account.questions,
      name: "security questions, nothing typed",
      path: account.questions,
      as: careful,
      act: press,
    },
    { route: resetPath, name: "reset with a question", path: account.reset(await linkOf(product)) },
    {
      route: resetPath,
      name: "reset with a question, nothing typed",
      path: account.reset(await linkOf(product)),
      act: press,
    },
    { route: account.recoverProof, name: "recover, over", path: account.recoverProof },
    { route: account.email, name: "address after a recovery", path: account.email, as: recovered, dark: true },
    { route: account.security, name: "security after a recovery", path: account.security, as: recovered },
  ];
}

/** A link to a new password for somebody who has chosen questions; whatever the answer is. */
async function linkOf({ owner, web, applicant }: Product): Promise<string> {
  const { accountId } = await applicant();
  await owner.sql`insert into security_questions (account_id, question, answer_password_hash)
    values (${accountId}, 'gift', 'x'), (${accountId}, 'hideout', 'x')`;
  return issueLink(web.kysely, accountId, "reset");
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
