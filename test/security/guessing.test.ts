import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../src/paths.ts";
import { cookies } from "../../src/platform/http/cookies.ts";
import { formToken, newToken } from "../../src/platform/http/tokens.ts";
import { rememberDevice } from "../../src/registry/accounts/devices.ts";
import { deviceCookieName } from "../../src/routes/account/device-cookie.ts";
import { testApp, type TestApp } from "../app.ts";
import { answerAsHuman, people, testPassword, type TestPerson } from "../people.ts";

const ADDRESSES = 200;
/** As many as show that the door is the same; ten thousand at the function behind it stand in `src/registry/accounts/guessing.test.ts`. */
const ROUNDS = 12;

let app: TestApp;
let siti: TestPerson;
beforeAll(async () => {
  app = await testApp({ proxyHops: 1 });
  siti = await people.siti(app);
});
afterAll(() => app.close());

/** A browser behind the proxy, seen as this address, that answers each question for humans rightly. */
function guesser(address: string, device?: string) {
  const visitor = newToken();
  const marks = device === undefined ? "" : `; ${deviceCookieName}=${device}`;
  let asked: Record<string, string> = {};
  return async (password: string): Promise<{ status: number; html: string }> => {
    const csrf = formToken(app.keyring.signing, visitor);
    const response = await fetch(app.origin + paths.account.login, {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie: `${cookies.visitor}=${visitor}${marks}`,
        "content-type": "application/x-www-form-urlencoded",
        "x-forwarded-for": address,
      },
      body: new URLSearchParams({ csrf, identifier: siti.email, password, ...asked }).toString(),
    });
    const html = await response.text();
    asked = answerTo(html);
    return { status: response.status, html };
  };
}

function answerTo(html: string): Record<string, string> {
  const ticket = /name="ticket" value="([^"]*)"/.exec(html)?.[1];
  const question = /for="human">\s*[^:]+: ([^<]+)/.exec(html)?.[1]?.trim().replaceAll("&quot;", '"');
  return ticket === undefined || question === undefined ? {} : { ticket, human: answerAsHuman(question) };
}

test("of thousands of guesses from two hundred addresses a hundred are compared at most, and the owner always gets in", async () => {
  const guessers = Array.from({ length: ADDRESSES }, (_, at) => guesser(`198.51.100.${at}`));
  const owner = guesser("203.0.113.7", rememberDevice(app.keyring, { accountId: siti.accountId, epoch: 0 }, undefined));
  const answers: Record<number, number> = {};
  let compared = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(
      guessers.map(async (guess, at) => {
        const { status, html } = await guess(`tebakan yang ke ${round} dari ${at}`);
        answers[status] = (answers[status] ?? 0) + 1;
        if (html.includes("Nama akun atau kata sandi tidak cocok")) compared += 1;
      }),
    );
    expect((await owner(testPassword)).status).toBe(303);
  }
  expect(answers[303]).toBeUndefined();
  expect(answers[500]).toBeUndefined();
  expect(compared).toBeGreaterThan(20);
  expect(compared).toBeLessThanOrEqual(100);
  // A stranger who has found the right password comes too late.
  expect((await guesser("192.0.2.77")(testPassword)).html).toContain("Kata sandi tidak berlaku di perangkat ini");
}, 600_000);
