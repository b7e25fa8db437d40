import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { connect } from "./db/connect.ts";
import { randomKeyring } from "./keys/keyring.ts";
import { limitsOn, networkOf, type GuessRule } from "./limits.ts";

const database = await testDatabase();
afterAll(() => database.close());

const keyring = randomKeyring();
const limits = limitsOn(database.web.sql, keyring);
const rule: GuessRule = { name: "try", free: 3, waits: [30, 60], seconds: 3600 };

async function waitsAreOver(): Promise<void> {
  await database.owner.sql`update rate_limits set expire = 0 where key like '%-wait:%'`;
}

function outcomes(results: readonly PromiseSettledResult<unknown>[]): string[] {
  return results
    .map((result) => (result.status === "fulfilled" ? "passed" : (result.reason as { code: string }).code))
    .sort();
}

describe("limits", () => {
  test("let so many through and then say when to come back", async () => {
    const spend = { name: "letters", most: 2, seconds: 60 };
    await limits.spend(spend, "siti@contoh.example");
    await limits.spend(spend, "siti@contoh.example");
    await expect(limits.spend(spend, "siti@contoh.example")).rejects.toMatchObject({ status: 429, code: "too_many" });
    await limits.spend(spend, "budi@contoh.example");
  });

  test("give a try back", async () => {
    const spend = { name: "returned", most: 1, seconds: 60 };
    await limits.spend(spend, "a");
    await limits.giveBack(spend, "a");
    await limits.spend(spend, "a");
  });

  test("make each further guess wait longer, and do not count the impatient", async () => {
    for (let guess = 0; guess < 3; guess++) await limits.guess(rule, "siti");
    await expect(limits.guess(rule, "siti")).rejects.toMatchObject({ retryAfterSeconds: 30 });
    expect(await limits.countOf(rule, "siti")).toBe(3);
    await waitsAreOver();
    await limits.guess(rule, "siti");
    await expect(limits.guess(rule, "siti")).rejects.toMatchObject({ retryAfterSeconds: 60 });
    await limits.forget(rule, "siti");
    await limits.guess(rule, "siti");
  });

  test("let no more through when all guess at once", async () => {
    const at = await Promise.allSettled(Array.from({ length: 12 }, () => limits.guess(rule, "crowd")));
    expect(outcomes(at).filter((outcome) => outcome === "passed")).toHaveLength(3);
    await waitsAreOver();
    const later = await Promise.allSettled(Array.from({ length: 12 }, () => limits.guess(rule, "crowd")));
    expect(outcomes(later).filter((outcome) => outcome === "passed")).toHaveLength(1);
  });

  test("write no subject into the table", async () => {
    await limits.spend({ name: "plain", most: 5, seconds: 60 }, "siti@contoh.example");
    const rows = await database.owner.sql<{ key: string }[]>`select key from rate_limits`;
    expect(rows.some(({ key }) => key.includes("siti"))).toBe(false);
  });

  test("count in the process, more strictly, when the database cannot be asked", async () => {
    const lost = connect({ url: database.url, role: "daftar_web", max: 1 });
    await lost.close();
    const alone = limitsOn(lost.sql, keyring);
    const spend = { name: "alone", most: 8, seconds: 60 };
    await alone.spend(spend, "a");
    await alone.spend(spend, "a");
    await expect(alone.spend(spend, "a")).rejects.toMatchObject({ status: 429 });
  });
});

describe("a network", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["unknown", "unknown"],
  ])("of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});
