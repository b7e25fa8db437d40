import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../../test/app.ts";
import { publishFrom } from "../../../../test/seed.ts";
import { born, forgetLimits, lookUp, numberOn, otherDay, sendTicket } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";
import { limitsOn } from "../../../platform/limits.ts";
import { Refusal } from "../../../platform/refusals.ts";
import { lookUpTicket } from "../../../registry/tickets/look-up.ts";
import { newTicketNumber } from "../../../registry/tickets/ticket-number.ts";

const { helpdesk } = paths;

let app: TestApp;
let instansi: string;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, "programs/npwp-pribadi");
  const { kysely } = app.database.owner;
  instansi = (await kysely.selectFrom("institutions").select("slug").executeTakeFirstOrThrow()).slug;
});
afterAll(() => app.close());

async function sent() {
  await forgetLimits(app);
  const browser = app.browser();
  return { browser, number: numberOn(await sendTicket(browser, { instansi })) };
}

const look = (number: string, fact: Readonly<Record<string, string>>) => lookUp(app, number, fact);

describe("looking up", () => {
  test("answers a wrong number, a wrong sign and a wrong fact with the same page", async () => {
    const { number } = await sent();
    const bare = ({ html }: { html: string }, typed: string) =>
      html
        .replaceAll(typed, "")
        .replaceAll(/value="[\w-]{43}"/g, "")
        .replaceAll('value="17"', 'value="18"');
    const wrongFact = await look(number, otherDay);
    const other = newTicketNumber();
    const wrongNumber = await look(other, otherDay);
    const wrongSign = await look("T-0000-0000-000Z", otherDay);
    expect(wrongFact.status).toBe(422);
    expect(bare(wrongNumber, other)).toBe(bare(wrongFact, number));
    expect(bare(wrongSign, "T-0000-0000-000Z")).toBe(bare(wrongFact, number));
  });

  test("makes whoever guesses at facts wait, for numbers that exist and others alike", async () => {
    for (const number of [(await sent()).number, newTicketNumber()]) {
      await forgetLimits(app);
      const statuses: number[] = [];
      for (let at = 0; at < 8; at++) statuses.push((await look(number, otherDay)).status);
      expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
    }
  });

  test("makes nobody wait for a stranger's guesses elsewhere, but for those of a crowd", async () => {
    const { number, browser } = await sent();
    const { database, keyring } = app;
    const services = { db: database.web.kysely, keyring, limits: limitsOn(database.web.sql, keyring) };
    const from = (network: string, birthDate: string) =>
      lookUpTicket(services, { number, birthDate, email: "", network }).catch((refusal: unknown) =>
        refusal instanceof Refusal ? refusal.status : undefined,
      );
    for (let at = 0; at < 6; at++) await from("198.51.100.1", "1990-05-18");
    expect(await from("198.51.100.1", "1990-05-17")).toBe(429);
    expect(await from("198.51.100.2", "1990-05-17")).toEqual(expect.any(String));
    const crowd = Array.from({ length: 200 }, (_, at) => from(`203.0.113.${at % 50}`, "1990-05-18"));
    await Promise.all(crowd);
    expect([await from("192.0.2.1", "1990-05-18"), await from("192.0.2.2", "1990-05-17")]).toContain(429);
    await database.owner.sql`update tickets set email_proved_at = app_now()`;
    const byEmail = { number, birthDate: "", email: "siti@contoh.example", network: "192.0.2.3" };
    expect(await lookUpTicket(services, byEmail)).toEqual(expect.any(String));
    // The browser that sent it never waits for others, nor for those of its own network.
    for (let at = 0; at < 60; at++) await from("127.0.0.1", "1990-05-18");
    expect((await look(number, born)).status).toBe(429);
    await browser.get(helpdesk.tickets);
    const own = await browser.post(helpdesk.tickets, { nomor: number, ...born, surel: "" });
    expect(own.html).toContain(`Tiket ${number}`);
    for (let at = 0; at < 5; at++) await browser.post(helpdesk.tickets, { nomor: number, ...otherDay, surel: "" });
    expect((await browser.post(helpdesk.tickets, { nomor: number, ...otherDay, surel: "" })).status).toBe(429);
  });

  test("finds nothing in many numbers, and stops the network that tries them", async () => {
    await sent();
    const found: string[] = [];
    const statuses = new Set<number>();
    const browser = app.browser();
    await browser.get(helpdesk.tickets);
    const csrf = browser.csrf();
    const tries = async () => {
      for (let at = 0; at < 10; at++) {
        const wrong = { csrf, nomor: newTicketNumber(), surel: "siti@contoh.example" };
        const page = await browser.post(helpdesk.tickets, wrong);
        statuses.add(page.status);
        if (page.status === 200) found.push(page.url);
      }
    };
    // Each answer waits a while, whatever it says.
    await Promise.all(Array.from({ length: 15 }, tries));
    expect(found).toEqual([]);
    expect(statuses).toEqual(new Set([422, 429]));
  });
});
