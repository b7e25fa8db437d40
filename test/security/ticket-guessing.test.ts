import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../src/paths.ts";
import { cookies } from "../../src/platform/http/cookies.ts";
import { formToken, newToken } from "../../src/platform/http/tokens.ts";
import { limitsOn } from "../../src/platform/limits.ts";
import { Refusal } from "../../src/platform/refusals.ts";
import { lookUpTicket } from "../../src/registry/tickets/look-up.ts";
import { newTicketNumber } from "../../src/registry/tickets/ticket-number.ts";
import { getTicket } from "../../src/registry/tickets/ticket.query.ts";
import { testApp, type TestApp } from "../app.ts";
import { anInstitution } from "../people.ts";
import { aTicket } from "../tickets.ts";

const ADDRESSES = 50;
/** Over HTTP as many as show that the door is the same; the rest at the function behind it, which costs a tenth. */
const OVER_HTTP = 1_000;
const GUESSES = 100_000;
const AT_ONCE = 100;

let app: TestApp;
let id: string;
let number: string;
beforeAll(async () => {
  app = await testApp({ proxyHops: 1 });
  id = await aTicket(app, await anInstitution(app));
  number = (await getTicket({ db: app.database.web.kysely, keyring: app.keyring }, id)).content.number;
});
afterAll(() => app.close());

/** Every second guess is a birth date for the number that exists, the others a number for the date that does. */
function guessOf(at: number): { readonly number: string; readonly birthDate: string } {
  if (at % 2 === 1) return { number: newTicketNumber(), birthDate: "1990-05-17" };
  return { number, birthDate: new Date(Date.UTC(1940, 0, 1 + at / 2)).toISOString().slice(0, 10) };
}

/** A browser behind the proxy, seen as this address. */
function guesser(address: string) {
  const visitor = newToken();
  const csrf = formToken(app.keyring.signing, visitor);
  return async (guessed: { readonly number: string; readonly birthDate: string }) => {
    const [year = "", month = "", day = ""] = guessed.birthDate.split("-");
    const fields = { csrf, nomor: guessed.number, "lahir.day": day, "lahir.month": month, "lahir.year": year };
    const response = await fetch(app.origin + paths.helpdesk.tickets, {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie: `${cookies.visitor}=${visitor}`,
        "content-type": "application/x-www-form-urlencoded",
        "x-forwarded-for": address,
      },
      body: new URLSearchParams(fields).toString(),
    });
    return { status: response.status, html: await response.text() };
  };
}

/** So many at once, each beginning when one ends. */
async function inLanes(from: number, until: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = from;
  const lane = async () => {
    while (next < until) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

test("a hundred thousand guesses from fifty addresses open nothing, and hardly any is compared", async () => {
  const answers: Record<string, number> = {};
  const note = (answer: string | number) => (answers[answer] = (answers[answer] ?? 0) + 1);
  const guessers = Array.from({ length: ADDRESSES }, (_, at) => guesser(`198.51.100.${at}`));
  await inLanes(0, OVER_HTTP, async (at) => {
    note((await guessers[at % ADDRESSES]?.(guessOf(at)))?.status ?? "none");
  });
  // Dates for the number are refused after the fifth from each address, and one more may come when the first wait is over.
  expect(answers[429]).toBeGreaterThan(OVER_HTTP / 2 - (ADDRESSES / 2) * 6 - 10);
  expect(Object.keys(answers).toSorted()).toEqual(["422", "429"]);

  const services = {
    db: app.database.web.kysely,
    keyring: app.keyring,
    limits: limitsOn(app.database.web.sql, app.keyring),
  };
  await inLanes(OVER_HTTP, GUESSES, async (at) => {
    const guessed = { ...guessOf(at), email: "", network: `198.51.100.${at % ADDRESSES}` };
    const found = await lookUpTicket(services, guessed).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 429) return "refused";
      throw error;
    });
    note(found ?? "wrong");
  });
  // No key but these: none is the ticket's id.
  expect(Object.keys(answers).toSorted()).toEqual(["422", "429", "refused", "wrong"]);
  // What was compared is what an address may look up in a quarter of an hour, and two hundred dates for the number.
  expect((answers["422"] ?? 0) + (answers["wrong"] ?? 0)).toBeLessThanOrEqual((ADDRESSES * 60) / 2 + 200 + 10);
}, 600_000);
