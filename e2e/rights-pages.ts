import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { aRight } from "../test/rights.ts";
import { aSubmittedApplication } from "./applications.ts";
import type { PageVisit } from "./pages.ts";
import type { Product } from "./product.ts";

const { console } = paths;
const { rights, data } = paths.account;

/** What somebody sees who asks about their data, and what the officers see who answer. */
export async function rightsPages(product: Product): Promise<readonly PageVisit[]> {
  const { id, person: as } = await aSubmittedApplication(product);
  const owner = product.owner.kysely;
  const { institution_id: institutionId } = await owner
    .selectFrom("applications")
    .select("institution_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const consent = await owner
    .selectFrom("consents")
    .select("id")
    .where("account_id", "=", as.accountId)
    .executeTakeFirstOrThrow();
  const world = { database: product, keyring: product.keyring };
  const whose = { accountId: as.accountId };
  const waiting = await aRight(world, { ...whose, about: id });
  const taken = await aRight(world, { ...whose, about: id, kind: "objection" });
  const corrected = await aRight(world, { ...whose, about: id });
  const proposed = await aRight(world, { ...whose, about: id });
  const restriction = await aRight(world, { ...whose, about: institutionId, kind: "restriction" });
  const officer = await product.member("data_protection_officer", "Pandu Contoh");
  const second = await product.member("data_protection_officer", "Putri Contoh");
  await product.owner.sql`update rights_requests set taken_by = ${officer.accountId}, taken_at = app_now()
    where id in (${taken.id}, ${corrected.id}, ${proposed.id})`;
  await product.owner.sql`update rights_requests set refusal_by = ${officer.accountId}, refusal_at = app_now(),
    article = '6' where id = ${proposed.id}`;
  await product.owner.sql`update rights_requests set asked_at = asked_at - interval '73 hours',
    due_at = due_at - interval '73 hours' where id = ${taken.id}`;
  const form = (kind: "correction" | "restriction" | "objection"): PageVisit[] => [
    { route: rights[kind], name: kind, path: rights[kind], as },
    { route: rights[kind], name: `${kind}, nothing chosen`, path: rights[kind], as, act: sendEmpty },
  ];
  const withdrawal = { route: rights.withdrawal, path: rights.withdrawalOf(consent.id), as };
  const receipt = (number: string, name: string): PageVisit => ({
    route: rights.request(":number"),
    name,
    path: rights.request(number),
    as,
  });
  const desk = (one: { readonly id: string }, name: string, who = officer): PageVisit => ({
    route: console.right(":request"),
    name,
    path: console.right(one.id),
    as: who,
  });
  const correct = {
    route: console.correctRight(":request"),
    path: console.correctRight(corrected.id),
    as: officer,
  };
  const correctOne = (field: string): typeof correct => ({ ...correct, path: `${correct.path}?field=${field}` });
  return [
    { route: data, name: "my data, with requests", path: data, as },
    ...form("correction"),
    ...form("restriction"),
    ...form("objection"),
    { ...withdrawal, name: "consent to take back" },
    { ...withdrawal, name: "consent to take back, not ticked", act: sendEmpty },
    { ...receipt(waiting.number, "request about data"), dark: true },
    receipt(restriction.number, "restriction"),
    { route: console.rights, name: "requests about data", path: console.rights, as: officer, dark: true },
    desk(waiting, "request to take"),
    { ...desk(taken, "request to answer"), dark: true },
    { ...desk(taken, "request to answer, nothing chosen"), act: sendEmpty },
    { ...correct, name: "answer to correct" },
    { ...correct, name: "answer to correct, nothing chosen", act: sendEmpty },
    { ...correctOne("wilayah_ktp"), name: "region to correct", dark: true },
    { ...correctOne("jalan_ktp"), name: "answer to correct, nothing typed", act: sendEmpty },
    desk(proposed, "refusal of one's own"),
    { ...desk(proposed, "refusal to take back, nothing written"), act: sendEmpty },
    desk(proposed, "refusal to confirm", second),
    { ...desk(proposed, "refusal to confirm, nothing chosen", second), act: sendEmpty },
  ];
}

async function sendEmpty(page: Page): Promise<void> {
  await page.locator("main form button").last().click();
  await page.locator(".govuk-error-summary").waitFor();
}
