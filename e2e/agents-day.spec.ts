import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { aCanned } from "../test/canned.ts";
import { aTicket, numberOn } from "../test/tickets.ts";
import { tabTo } from "./keys.ts";
import type { Product } from "./product.ts";
import { expect, test } from "./story.ts";

const { console: at } = paths;

/** Searches by keys alone: the slash opens the form. */
async function search(page: Page, sought: string): Promise<void> {
  await page.keyboard.press("/");
  await tabTo(page, page.getByLabel("Nomor tiket, NIK, e-mail, telepon, atau nama"));
  await page.keyboard.type(sought);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "Cari" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("tiket ditemukan")).toBeVisible();
}

/** An agent, with an answer that is given often at their institution. */
async function anAgentOf(product: Product) {
  const member = await product.member("agent", "Ayu Contoh");
  const { institution_id: institutionId } = await product.owner.kysely
    .selectFrom("staff_roles")
    .select("institution_id")
    .where("account_id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  await aCanned({ database: product }, { institutionId, actorId: member.accountId });
  return { member, institutionId };
}

test("an agent finds, takes and answers tickets, two of them at once, with nothing but keys @js", async ({
  page,
  product,
  signIn,
}) => {
  const { member, institutionId } = await anAgentOf(product);
  const letters = Array.from({ length: 8 }, () => String.fromCharCode(97 + randomInt(26))).join("");
  const person = { name: `Penanya ${letters}`, email: `${letters}@contoh.example` };
  const ask = () => aTicket({ database: product, keyring: product.keyring }, institutionId, person);
  const first = await ask();
  await signIn(member);
  await page.goto(at.tickets);
  await search(page, person.email);
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(new RegExp(`${at.ticket(first)}\\?found=`));
  const number = numberOn({ html: await page.content() });
  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: "Lepaskan untuk rekan" })).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "Sisipkan" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Tulisan Anda")).toHaveValue(`Halo ${person.name}, tiket ${number} kami periksa.`);
  await page.keyboard.press("r");
  await expect(page.getByLabel("Tulisan Anda")).toBeFocused();
  // In a field a letter is a letter.
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" jko");
  await expect(page.getByLabel("Tulisan Anda")).toHaveValue(/kami periksa\. jko$/);
  await tabTo(page, page.getByRole("button", { name: "Kirim jawaban" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Tersimpan.")).toBeVisible();

  const [second, third] = [await ask(), await ask()];
  await search(page, person.name);
  for (const key of ["j", "x", "j", "x", "a"]) await page.keyboard.press(key);
  await expect(page.getByRole("heading", { name: "Satu jawaban untuk 2 tiket" })).toBeVisible();
  await page.keyboard.press("r");
  await page.keyboard.type("Yth. {nama}, gangguan sudah pulih.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 tiket dijawab.")).toBeVisible();
  for (const id of [second, third]) {
    await page.goto(at.ticket(id));
    await expect(page.locator("main")).toContainText(`Yth. ${person.name}, gangguan sudah pulih.`);
    await expect(page.getByRole("link", { name: number })).toBeVisible();
  }
});

test("the keys of tickets are named on the page, and can be turned off @js", async ({ page, product, signIn }) => {
  const { member, institutionId } = await anAgentOf(product);
  const id = await aTicket({ database: product, keyring: product.keyring }, institutionId);
  await signIn(member);
  await page.goto(at.ticket(id));
  await page.keyboard.press("?");
  await expect(page.getByText("tulis jawaban")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Matikan pintasan" }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("r");
  await expect(page.getByLabel("Tulisan Anda")).not.toBeFocused();
  await page.getByRole("button", { name: "Nyalakan pintasan" }).click();
  await page.keyboard.press("r");
  await expect(page.getByLabel("Tulisan Anda")).toBeFocused();
});
