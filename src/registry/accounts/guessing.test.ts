import { randomBytes } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { testPassword } from "../../../test/people.ts";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { limitsOn } from "../../platform/limits.ts";
import { Refusal } from "../../platform/refusals.ts";
import { loginIndex, type LoginName } from "../identifiers/login-name.ts";
import { addIdentifier } from "../identifiers/identifier.ts";
import { createActiveAccount } from "./create.ts";
import { rememberDevice } from "./devices.ts";
import { hashQueue } from "./hash-queue.ts";
import { accountKey } from "./keys.ts";
import { guessedName } from "./guessed-names.ts";
import { login, type LoginTry } from "./login.ts";
import { passwordsWith, type Passwords } from "./passwords.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";
import { sameDistribution } from "../../../test/same-distribution.ts";

const database = await testDatabase();
afterAll(() => database.close());
const keyring = randomKeyring();
/** The least that argon2 takes: what is told apart here is the work around the hash. */
const cheap = passwordsWith(keyring, hashQueue({ waiting: 10_000 }), { memoryCost: 64, timeCost: 1, parallelism: 1 });
const siti = { email: "siti@contoh.example", name: "Siti Contoh", password: testPassword };
const accountId = await createActiveAccount(database.owner.kysely, keyring, siti);
await database.owner.sql`
  update accounts set password_hash = ${await cheap.hash(testPassword)} where id = ${accountId}`;

/** Guesses that reached the hash; right passwords are their owner's. */
let compared = 0;
const counting: Passwords = {
  ...cheap,
  matches(hash, password) {
    if (password !== testPassword) compared += 1;
    return cheap.matches(hash, password);
  },
};

function servicesWith(passwords: Passwords): AccountServices {
  return { db: database.web.kysely, keyring, passwords, limits: limitsOn(database.web.sql, keyring) };
}

function named(email: string): LoginName {
  return { kind: "email", value: email };
}

const guess: LoginTry = {
  name: named(siti.email),
  password: "satu tebakan",
  network: "192.0.2.1",
  device: undefined,
  remembered: undefined,
  session: undefined,
  visitor: { agent: "", address: "192.0.2.1" },
  human: () => Promise.resolve(true),
};

async function outcomeOf(services: AccountServices, attempt: LoginTry): Promise<string> {
  try {
    return (await login(services, attempt)).outcome;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

beforeEach(async () => {
  compared = 0;
  await database.owner.sql`delete from rate_limits`;
});

describe("ten thousand guesses from two hundred addresses", () => {
  test("reach the hash a hundred times at most, and their owner always gets in from a known device", async () => {
    const services = servicesWith(counting);
    const own = {
      ...guess,
      password: testPassword,
      device: rememberDevice(keyring, { accountId, epoch: 0 }, undefined),
    };
    const owners: string[] = [];
    for (let round = 0; round < 50; round++) {
      // All addresses at once, each with the answer to every question for humans.
      await Promise.all(
        Array.from({ length: 200 }, (_, at) =>
          outcomeOf(services, { ...guess, password: `tebakan ${round}-${at}`, network: `198.51.100.${at}` }),
        ),
      );
      owners.push(await outcomeOf(services, own));
    }
    expect(owners).toEqual(Array(50).fill("in"));
    expect(compared).toBeGreaterThan(0);
    expect(compared).toBeLessThanOrEqual(100);
    // What a process that died had counted, the next one still knows.
    expect(await outcomeOf(servicesWith(counting), { ...guess, password: testPassword })).toBe("password_stopped");
    expect(await outcomeOf(servicesWith(counting), own)).toBe("in");
  }, 240_000);

  test("also stop for an address that nobody has registered", async () => {
    const services = servicesWith(counting);
    const name = named("tiada@contoh.example");
    for (let at = 0; at < 100; at++)
      await services.limits.spend(rules.loginName, guessedName(loginIndex(keyring, name)));
    expect(await outcomeOf(services, { ...guess, name })).toBe("password_stopped");
    expect(compared).toBe(0);
  });
});

describe("after twenty wrong passwords from unknown browsers", () => {
  async function guessTwenty(services: AccountServices, email: string): Promise<void> {
    for (let at = 0; at < 20; at++)
      await outcomeOf(services, { ...guess, name: named(email), network: `203.0.113.${at}` });
  }

  test.each([siti.email, "tiada@contoh.example"])("a question is asked before the hash: %s", async (email) => {
    const services = servicesWith(counting);
    await guessTwenty(services, email);
    expect(compared).toBe(20);
    const mute = { ...guess, name: named(email), human: () => Promise.resolve(false) };
    expect(await outcomeOf(services, mute)).toBe("human");
    expect(compared).toBe(20);
    expect(await login(services, { ...guess, name: named(email) })).toEqual({ outcome: "wrong", askHuman: true });
    expect(compared).toBe(21);
  });

  test("whoever answers it with the right password gets in, and the count begins anew", async () => {
    const services = servicesWith(counting);
    await guessTwenty(services, siti.email);
    expect(await outcomeOf(services, { ...guess, password: testPassword })).toBe("in");
    expect(await login(services, guess)).toEqual({ outcome: "wrong", askHuman: false });
  });
});

test("a right password ends the wrong ones by all names of its account, but no count of codes and none of somebody else's name", async () => {
  const services = servicesWith(counting);
  const db = database.owner.kysely;
  const budi = { email: "budi@contoh.example", name: "Budi Contoh", password: testPassword };
  const other = await createActiveAccount(db, keyring, budi);
  await database.owner.sql`
    update accounts set password_hash = ${await cheap.hash(testPassword)} where id = ${other}`;
  const nik: LoginName = { kind: "nik", value: "3171011705900001" };
  for (const [id, verified] of [
    [accountId, true],
    [other, false],
  ] as const) {
    const key = await accountKey(db, keyring, id);
    await addIdentifier(db, keyring, { accountId: id, key, name: nik, verified });
  }
  expect(await outcomeOf(services, { ...guess, name: nik })).toBe("wrong");
  for (const id of [accountId, other]) await services.limits.spend(rules.recoveryGuesses, id);
  const byNik = () => services.limits.countOf(rules.loginName, guessedName(loginIndex(keyring, nik)));
  const right = { ...guess, password: testPassword };
  // Whoever states a NIK too does not begin anew what is counted of guesses at it.
  expect(await outcomeOf(services, { ...right, name: named(budi.email) })).toBe("in");
  expect(await byNik()).toBe(1);
  expect(await outcomeOf(services, right)).toBe("in");
  expect(await byNik()).toBe(0);
  // A password that was found out brings no new guesses at the codes of a recovery.
  for (const id of [accountId, other]) expect(await services.limits.countOf(rules.recoveryGuesses, id)).toBe(1);
});

test("several names bring no more free tries from one network, and nobody hears of it", async () => {
  const services = servicesWith(counting);
  const db = database.owner.kysely;
  const ratna = { email: "ratna@contoh.example", name: "Ratna Contoh", password: testPassword };
  const id = await createActiveAccount(db, keyring, ratna);
  await database.owner.sql`
    update accounts set password_hash = ${await cheap.hash(testPassword)} where id = ${id}`;
  const nik: LoginName = { kind: "nik", value: "3171011705900002" };
  await addIdentifier(db, keyring, {
    accountId: id,
    key: await accountKey(db, keyring, id),
    name: nik,
    verified: true,
  });
  const byEmail = { ...guess, name: named(ratna.email) };
  for (let free = 0; free < rules.login.free; free++) expect(await outcomeOf(services, byEmail)).toBe("wrong");
  // The next one by this name begins the wait, of which everybody hears at the one after.
  expect(await outcomeOf(services, byEmail)).toBe("too_many");
  expect(compared).toBe(rules.login.free);
  // By another name of the same account nothing is compared within the wait, not even what is right, and the answer does not tell.
  const byNik = { ...guess, name: nik, password: testPassword };
  expect(await outcomeOf(services, byNik)).toBe("wrong");
  expect(await outcomeOf(services, { ...byNik, network: "192.0.2.2" })).toBe("in");
  // Half the wait of a name is over before the whole: whoever keeps to one name never meets this one.
  await database.owner.sql`update rate_limits set expire = 0 where key like 'login%'`;
  expect(await outcomeOf(services, { ...byEmail, password: testPassword })).toBe("in");
});

describe("beyond the queue before the hash", () => {
  test("people are told at once to come back", async () => {
    const services = servicesWith(passwordsWith(keyring, hashQueue({ atOnce: 0, waiting: 0 })));
    const times: number[] = [];
    for (let at = 0; at < 21; at++) {
      const begun = performance.now();
      const refused = await login(services, guess).catch((error: unknown) => error);
      times.push(performance.now() - begun);
      expect(refused).toMatchObject({ status: 503, code: "busy", retryAfterSeconds: 5 });
    }
    expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(50);
  });
});

test("the measure of what chance does tells a shift of a tenth from none", () => {
  const list = Array.from({ length: 500 }, (_, at) => at % 97);
  expect(sameDistribution(list, list)).toBeCloseTo(1, 5);
  expect(sameDistribution([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(0.009, 3);
  expect(
    sameDistribution(
      list,
      list.map((value) => value + 9.7),
    ),
  ).toBeLessThan(0.01);
});

test("a thousand tries do not tell a known address from an unknown one by the clock", async () => {
  const services = servicesWith(cheap);
  const sitting = async () => {
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    for (let at = 0; at < 500; at++) {
      // Which of the two comes first changes, so that neither gets the warmer place.
      for (const side of at % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)) {
        const email = side === "known" ? siti.email : `${randomBytes(2).toString("hex")}@contoh.example`;
        const begun = performance.now();
        expect(await outcomeOf(services, { ...guess, name: named(email) })).toBe("wrong");
        times[side].push(performance.now() - begun);
      }
      // Not deleted: the index would keep the known one's keys from all tries before, and look through them each time.
      await database.owner.sql`truncate rate_limits`;
    }
    return sameDistribution(times.known, times.unknown);
  };
  // Chance alone brings one sitting in a hundred below; a real difference brings all three.
  const chances: number[] = [];
  while (chances.length < 3 && !chances.some((chance) => chance > 0.01)) chances.push(await sitting());
  expect(Math.max(...chances)).toBeGreaterThan(0.01);
}, 240_000);
