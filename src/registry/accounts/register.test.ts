import { v7 as uuidv7 } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { testPassword } from "../../../test/people.ts";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { limitsOn } from "../../platform/limits.ts";
import { loginIndex } from "../identifiers/login-name.ts";
import { findAccountByEmail, getProfile } from "./account.query.ts";
import { activate } from "./activate.ts";
import { findDevice, rememberDevice } from "./devices.ts";
import { guessedName } from "./guessed-names.ts";
import { hashQueue } from "./hash-queue.ts";
import { issueLink } from "./link-tokens.ts";
import { login } from "./login.ts";
import { passwordsWith } from "./passwords.ts";
import { register } from "./register.ts";
import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

const database = await testDatabase();
afterAll(() => database.close());

const keyring = randomKeyring();
const services: AccountServices = {
  db: database.web.kysely,
  keyring,
  passwords: passwordsWith(keyring),
  limits: limitsOn(database.web.sql, keyring),
};
const siti = {
  email: "siti@contoh.example",
  name: "Siti Contoh",
  password: testPassword,
  language: "id",
  agreed: "Saya setuju.",
  network: "n",
} as const;
const attempt = {
  name: { kind: "email" as const, value: siti.email },
  password: testPassword,
  network: "n",
  device: undefined,
  remembered: undefined,
  session: undefined,
  visitor: { agent: "", address: "192.0.2.1" },
  human: () => Promise.resolve(false),
};

describe("two registrations of one address at once", () => {
  test("make one account, of which the later one counts", async () => {
    await Promise.all([register(services, siti), register(services, { ...siti, name: "Siti Lain" })]);
    const rows = await database.owner.sql<{ id: string; links: number }[]>`
      select a.id, (select count(*) from account_tokens t where t.account_id = a.id and used_at is null)::int as links from accounts a`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.links).toBe(1);
  });

  test("store neither name nor address in plain", async () => {
    const [row] = await database.owner.sql<{ id: string; name: Buffer; email: Buffer }[]>`
      select a.id, a.name_sealed as name, i.sealed as email from accounts a join account_identifiers i on i.account_id = a.id`;
    expect(row?.name.includes("Siti")).toBe(false);
    expect(row?.email.includes("contoh")).toBe(false);
    expect(await getProfile(services.db, keyring, row?.id ?? "")).toMatchObject({ email: siti.email, language: "id" });
  });
});

describe("an activation link", () => {
  test("of two uses at once lets one through", async () => {
    const [row] = await database.owner.sql<{ id: string }[]>`select id from accounts`;
    const token = await issueLink(services.db, row?.id ?? "", "activate");
    const uses = await Promise.all([activate(services, token), activate(services, token)]);
    expect(uses.filter((used) => used)).toHaveLength(1);
  });
});

describe("a login that finds the service full", () => {
  test("counts as no guess", async () => {
    const full = passwordsWith(keyring, hashQueue({ atOnce: 0, waiting: 0 }));
    // Full at once, or only after the try was counted.
    for (const passwords of [full, { ...full, refuseIfBusy: () => undefined }]) {
      for (let time = 0; time < 8; time++) {
        const refused = login({ ...services, passwords }, attempt);
        await expect(refused).rejects.toMatchObject({ status: 503, code: "busy" });
      }
    }
    expect(await services.limits.countOf(rules.login, `${guessedName(loginIndex(keyring, attempt.name))}|n`)).toBe(0);
  });
});

async function sitisAccount(): Promise<string> {
  return (await findAccountByEmail(services.db, keyring, siti.email))?.id ?? "";
}

const ownerOf = (accountId: string) => ({ accountId, epoch: 0 });

describe("the mark of a browser that was there before", () => {
  test("is good for its own account only, and for several", () => {
    const [sitis, budis, somebodys] = [ownerOf(uuidv7()), ownerOf(uuidv7()), ownerOf(uuidv7())];
    const one = rememberDevice(keyring, sitis, undefined);
    const both = rememberDevice(keyring, budis, one);
    expect(findDevice(keyring, sitis, both)).toBe(one);
    expect(findDevice(keyring, budis, both)).toBeDefined();
    expect(findDevice(keyring, somebodys, both)).toBeUndefined();
    expect(findDevice(randomKeyring(), sitis, both)).toBeUndefined();
    expect(findDevice(keyring, sitis, "junk.x".repeat(10_000))).toBeUndefined();
    // Once the account has forgotten its browsers the mark is a stranger's, and another one takes its place.
    const later = { ...sitis, epoch: 1 };
    expect(findDevice(keyring, later, both)).toBeUndefined();
    const renewed = rememberDevice(keyring, later, both);
    expect(findDevice(keyring, later, renewed)).toBeDefined();
    expect([findDevice(keyring, sitis, renewed), renewed.split(".").length]).toEqual([undefined, 2]);
    // A browser that logs in again keeps its mark and its place among the others.
    expect(rememberDevice(keyring, sitis, both).split(".").toSorted()).toEqual(both.split(".").toSorted());
  });

  test("is one mark however its last letter is written, so that nobody makes more of it", () => {
    const id = ownerOf(uuidv7());
    const mark = rememberDevice(keyring, id, undefined);
    const written = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];
    const good = written.filter((last) => findDevice(keyring, id, mark.slice(0, -1) + last) !== undefined);
    expect(good).toEqual([mark.at(-1)]);
  });

  test("has tries of its own: they wait when used up, begin anew with the right password, and after their time", async () => {
    const accountId = await sitisAccount();
    const device = rememberDevice(keyring, ownerOf(accountId), undefined);
    const counted = () => services.limits.countOf(rules.loginKnownDevice, `${accountId}|${device}`);
    const guess = () => login(services, { ...attempt, device, password: "tebakan" });
    expect((await guess()).outcome).toBe("wrong");
    expect((await guess()).outcome).toBe("wrong");
    expect(await counted()).toBe(2);
    expect((await login(services, { ...attempt, device })).outcome).toBe("in");
    expect(await counted()).toBe(0);
    for (let free = 0; free < rules.loginKnownDevice.free; free++) expect((await guess()).outcome).toBe("wrong");
    await expect(guess()).rejects.toMatchObject({ status: 429, retryAfterSeconds: 30 });
    // Who must wait is not counted.
    expect(await counted()).toBe(rules.loginKnownDevice.free);
    await database.owner.sql`update rate_limits set expire = 0`;
    expect((await guess()).outcome).toBe("wrong");
    expect(await counted()).toBe(1);
  });

  test("keeps its own tries while a stranger uses up all others", async () => {
    const device = rememberDevice(keyring, ownerOf(await sitisAccount()), undefined);
    await database.owner.sql`delete from rate_limits`;
    // Whoever guesses answers every question for humans as well.
    const patient = { ...attempt, human: () => Promise.resolve(true) };
    const guesses = Array.from({ length: 200 }, (_, network) =>
      login(services, { ...patient, password: "tebakan", network: `network ${network}` }).then(
        () => "hashed",
        (error: unknown) => (error as { code: string }).code,
      ),
    );
    const owner = login(services, { ...attempt, device });
    const outcomes = await Promise.all(guesses);
    // Whoever is refused for the crowd has not been hashed either.
    expect(outcomes.filter((outcome) => outcome === "hashed").length).toBeLessThanOrEqual(100);
    expect((await owner).outcome).toBe("in");
    await expect(login(services, { ...patient, network: "elsewhere" })).rejects.toMatchObject({ status: 429 });
  });
});
