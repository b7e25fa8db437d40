import { expect, type Page } from "@playwright/test";
import { paths } from "../src/paths.ts";
import { aCanned } from "../test/canned.ts";
import { aTicketOfCase } from "../test/nik-cases.ts";
import { anotherNik, aTicket, ticketFields } from "../test/tickets.ts";
import { beHuman } from "./human.ts";
import { nikCaseWorld } from "./nik-case-pages.ts";
import type { PageVisit } from "./pages.ts";
import type { Product } from "./product.ts";

const { helpdesk, console } = paths;
const category = helpdesk.ask("pengaduan-ke-instansi");

/** What somebody sees who asks the helpdesk, and what an agent sees of it. */
export async function ticketPages(product: Product): Promise<readonly PageVisit[]> {
  const as = await product.member("agent", "Ayu Contoh");
  const { institution_id: institutionId } = await product.owner.kysely
    .selectFrom("staff_roles")
    .select("institution_id")
    .where("account_id", "=", as.accountId)
    .executeTakeFirstOrThrow();
  const id = await aTicket({ database: product, keyring: product.keyring }, institutionId);
  const canned = await aCanned({ database: product }, { institutionId, actorId: as.accountId });
  await product.owner.sql`update tickets set account_id = ${as.accountId} where id = ${id}`;
  const [siti, budi] = [await product.applicant("Siti Contoh"), await product.applicant("Budi Contoh")];
  const world = await nikCaseWorld(product, as);
  const nik = product.freshNik();
  const disputed = await aTicketOfCase(world, { claimant: siti.accountId, holder: budi.accountId, nik });
  const alone = await aTicket(world, institutionId, { nik, category: "nik-didaftarkan-orang-lain" });
  const ask = { route: helpdesk.ask(":category"), path: category };
  const look = { route: helpdesk.tickets, path: helpdesk.tickets };
  const one = { route: console.ticket(":ticket"), path: console.ticket(id), as };
  return [
    { route: helpdesk.askWhat, name: "what to ask", path: helpdesk.askWhat },
    { ...ask, name: "question to the helpdesk", dark: true },
    { ...ask, name: "question to the helpdesk, nothing typed", act: (page: Page) => press(page) },
    { ...look, name: "ticket to look up" },
    { ...look, name: "ticket to look up, nothing typed", act: (page: Page) => press(page) },
    {
      route: helpdesk.ticket(":ticket"),
      name: "ticket, sent",
      path: category,
      act: (page: Page) => sendQuestion(page, true),
    },
    {
      route: helpdesk.ticket(":ticket"),
      name: "ticket that wants documents",
      path: helpdesk.ask("nik-didaftarkan-orang-lain"),
      act: (page: Page) => sendQuestion(page, true),
      dark: true,
    },
    { route: paths.account.tickets, name: "own tickets", path: paths.account.tickets, as },
    { route: helpdesk.again, name: "question that was asked already", path: helpdesk.again },
    { route: console.tickets, name: "tickets", path: console.tickets, as },
    { route: console.ticketFigures, name: "figures of tickets", path: console.ticketFigures, as, dark: true },
    {
      route: console.ticketFigures,
      name: "figures of tickets, wrong days",
      path: `${console.ticketFigures}?from=2026-11-02&until=2026-11-01`,
      as,
    },
    {
      route: console.tickets,
      name: "tickets, nothing searched for",
      path: console.tickets,
      as,
      act: async (page: Page) => {
        await page.locator("main .govuk-details summary").first().click();
        await press(page);
      },
    },
    {
      route: console.bulkAnswer,
      name: "one answer to several tickets",
      path: `${console.bulkAnswer}?ticket=${id}`,
      as,
    },
    { route: console.bulkAnswer, name: "one answer to no ticket", path: console.bulkAnswer, as },
    { route: console.cannedAnswers, name: "canned answers", path: console.cannedAnswers, as },
    {
      route: console.newCanned,
      name: "canned answer, nothing typed",
      path: console.newCanned,
      as,
      act: (page: Page) => press(page),
    },
    { route: console.canned(":answer"), name: "canned answer", path: console.canned(canned), as, dark: true },
    { ...one, name: "ticket for an agent", dark: true },
    { ...one, name: "ticket for an agent, nothing typed", act: (page: Page) => press(page) },
    { ...one, name: "ticket from which a case may begin", path: console.ticket(disputed), dark: true },
    {
      ...one,
      name: "ticket that lacks an account, a wrong one typed",
      path: console.ticket(alone),
      act: async (page: Page) => {
        await page.getByText(/^(Hubungkan dengan akun|Link to an account)$/).click();
        await page.locator("form[action$='/account'] button").click();
        await page.locator(".govuk-error-summary").waitFor();
      },
    },
    {
      route: helpdesk.tickets,
      name: "ticket to look up, with what was typed before",
      path: helpdesk.tickets,
      act: sendTooLate,
    },
  ];
}

/** Sends a reply as the page of a ticket does whose address is over. */
async function sendTooLate(page: Page): Promise<void> {
  const over = helpdesk.ticket(`01a1ff73-0a97-7245-8435-77b585a814e9.1000000000000.${"s".repeat(43)}`);
  await page.evaluate(`
    const form = document.querySelector("main form[method=post]");
    form.insertAdjacentHTML("beforeend", '<input name="balasan" value="Masih belum.">');
    form.action = "${over}";
    form.submit();`);
  await page.locator(".govuk-inset-text").waitFor();
}

async function press(page: Page): Promise<void> {
  await page.locator("main form[method=post] button").first().click();
  // The form of a question goes when the browser's work is done, and not at the click.
  await page.locator(".govuk-error-summary").waitFor();
  await page.waitForLoadState();
}

/** Fills in the form of a category that stands open, and sends it; fields given replace those of `ticketFields`. */
export async function sendQuestion(
  page: Page,
  scripts: boolean,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const nik = fields["nik"] ?? anotherNik();
  // One person asks few questions a day, and one contact is written to about few.
  const who = { nama: `Siti Contoh ${lettersOf(nik)}`, kontak_surel: `siti.${nik}@contoh.example` };
  for (const [name, value] of Object.entries({ ...ticketFields, ...who, ...fields, nik })) {
    const field = page.locator(`[name="${name}"]`);
    // Each category asks only what its agents need.
    if ((await field.count()) === 0) continue;
    if (name === "instansi") await field.selectOption(value);
    else await field.fill(value);
  }
  await beHuman(page, scripts);
  await page.locator("main form[method=post] button").last().click();
  // The browser may still be at its work, and sends the form when that is done.
  await page.waitForURL(/\/helpdesk\/tickets\//);
}

/** A surname out of a number: names have no digits. */
function lettersOf(digits: string): string {
  return digits.replaceAll(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
}

/** Opens the ticket of `ticketFields` again, as somebody who has only its number and the birth date. */
export async function openAgain(page: Page, number: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(helpdesk.tickets);
  await page.getByLabel("Nomor tiket").fill(number.toLowerCase());
  for (const part of ["day", "month", "year"] as const)
    await page.locator(`[name='lahir.${part}']`).fill(ticketFields[`tanggal_lahir.${part}`]);
  await page.getByRole("button", { name: "Lihat status", exact: true }).click();
  await expect(page.getByRole("heading", { name: `Tiket ${number}` })).toBeVisible();
}
