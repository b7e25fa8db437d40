import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { aLookup, anAccountRequest, aTold } from "../test/desk.ts";
import { aSubmittedApplication } from "./applications.ts";
import type { Product } from "./product.ts";

const { account, console } = paths;

/** The account desk: finding, asking, and what waits for the second officer, who is the same institution's. */
export async function deskPages(product: Product) {
  const agent = await product.member("agent", "Ayu Contoh");
  const second = await product.member("secretariat", "Dewi Contoh");
  const { id, person } = await aSubmittedApplication(product);
  const { institution_id: institutionId } = await product.owner.kysely
    .selectFrom("applications")
    .select("institution_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const world = { database: product, keyring: product.keyring };
  const whose = { accountId: person.accountId, institutionId };
  const lookup = await aLookup(world, { ...whose, officerId: agent.accountId });
  const request = await anAccountRequest(world, { ...whose, askedBy: agent.accountId });
  const found = { route: console.account(":lookup"), path: console.account(lookup), as: agent };
  const find = { route: console.accounts, path: console.accounts, as: agent };
  const one = { route: console.accountRequest(":request"), path: console.accountRequest(request), as: second };
  const asked = { ...whose, askedBy: agent.accountId, answeredBy: second.accountId };
  const told = await aTold(world, asked);
  const secretariat = await product.member("secretariat", "Dewi Contoh");
  const look = await aLookup(world, { ...whose, officerId: secretariat.accountId });
  const address = { route: console.accountEmail(":lookup"), path: console.accountEmail(look), as: secretariat };
  const telephone = { route: console.accountPhone(":lookup"), path: console.accountPhone(look), as: secretariat };
  const value = `+62812${product.freshNik().slice(-8)}`;
  const number = await aTold(world, { ...asked, kind: "phone", value });
  const toProve = { route: bare(account.newAddress("")), as: undefined };
  const toObject = { route: bare(account.objection("")), as: undefined };
  return [
    { ...toProve, name: "new address", path: account.newAddress(told.proof), dark: true },
    { ...toProve, name: "new address, unknown", path: account.newAddress("x") },
    { ...toObject, name: "objection", path: account.objection(told.objection) },
    { ...toObject, name: "objection, unknown", path: account.objection("x") },
    { ...toProve, name: "new number", path: account.newAddress(number.proof), dark: true },
    { ...toProve, name: "new number, code wrong", path: account.newAddress(number.proof), act: typeWrongCode },
    { ...toObject, name: "objection, code to type", path: bare(account.objection("")) },
    { ...toObject, name: "objection, code unknown", path: `${account.objection("x")}&typed=1` },
    { ...telephone, name: "another telephone", dark: true },
    { ...telephone, name: "another telephone, nothing typed", act: sendEmpty },
    { ...address, name: "another address" },
    { ...address, name: "another address, nothing typed", act: sendEmpty },
    { ...find, name: "find an account", dark: true },
    { ...find, name: "find an account, nothing typed", act: sendEmpty },
    { ...found, name: "an account at the desk" },
    { ...found, name: "an account at the desk, nothing typed", act: sendEmpty },
    { route: console.accountRequests, name: "account requests", path: console.accountRequests, as: second },
    { ...one, name: "an account request", dark: true },
    { ...one, name: "an account request, nothing chosen", act: sendEmpty },
  ];
}

/** The address of a link without its token. */
function bare(link: string): string {
  return link.split("?")[0] ?? link;
}

/** Has the code sent first. */
async function typeWrongCode(page: Page): Promise<void> {
  await page.locator("main form button").first().click();
  await page.locator("#sent_code").fill("000000");
  await page.locator("main form button").first().click();
  await page.locator(".govuk-error-summary").waitFor();
}

export async function sendEmpty(page: Page): Promise<void> {
  await page.locator("main form button").last().click();
  await page.locator(".govuk-error-summary").waitFor();
}
