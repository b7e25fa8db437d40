import type { KyselyPlugin } from "kysely";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { testPassword } from "../../../test/people.ts";
import { givePhone } from "../../../test/phones.ts";
import { hashToken } from "../../platform/http/tokens.ts";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { limitsOn } from "../../platform/limits.ts";
import { createActiveAccount } from "../accounts/create.ts";
import { hashQueue } from "../accounts/hash-queue.ts";
import { passwordsWith } from "../accounts/passwords.ts";
import { rules } from "../accounts/rules.ts";
import type { AccountServices } from "../accounts/services.ts";
import { beginRecovery } from "./begin.ts";
import { hasProvedEnough } from "./enough.ts";
import { proveRecovery } from "./prove.ts";
import { findRecovery, type FirstProof, type Proof, type Recovery } from "./recovery.query.ts";
import { codeHmac } from "./send-code.ts";

const database = await testDatabase();
afterAll(() => database.close());
const keyring = randomKeyring();
const siti = { email: "siti@contoh.example", name: "Siti Contoh", password: testPassword };
const accountId = await createActiveAccount(database.owner.kysely, keyring, siti);
await givePhone(database.owner.kysely, keyring, accountId);

let asked = 0;
const counting: KyselyPlugin = {
  transformQuery({ node }) {
    asked += 1;
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};
const services: AccountServices = {
  db: database.web.kysely.withPlugin(counting),
  keyring,
  passwords: passwordsWith(keyring, hashQueue({ waiting: 10 })),
  limits: limitsOn(database.web.sql, keyring),
};

beforeEach(() => database.owner.sql`delete from rate_limits`);

async function begin(email: string, way: FirstProof): Promise<string> {
  return beginRecovery(services, { name: { kind: "email", value: email }, way, network: "192.0.2.1" });
}

async function read(token: string): Promise<Recovery> {
  const recovery = await findRecovery(services.db, token);
  if (!recovery) throw new Error("The recovery that was just begun is not there.");
  return recovery;
}

async function prove(token: string, proof: Proof, typed: string, network = "192.0.2.1"): Promise<boolean> {
  return proveRecovery(services, await read(token), { proof, typed, network });
}

/** As if another message had come to the telephone; says its code. */
async function anotherText(token: string): Promise<string> {
  const code = "123456";
  const hmac = codeHmac(keyring, hashToken(token), { way: "sms", code });
  await database.owner.sql`
    update recoveries set code_way = 'sms', code_hmac = ${hmac}, code_expires_at = app_now() + interval '10 minutes', tries = 0
    where token_hash = ${hashToken(token)}`;
  return code;
}

test.each(["sms", "email", "recovery_code"] as const)(
  "before anything is proved by %s a known name costs the database what an unknown one costs",
  async (way) => {
    const costs: number[] = [];
    for (const email of [siti.email, "tiada@contoh.example"]) {
      const token = await begin(email, way);
      const recovery = await read(token);
      asked = 0;
      expect(await hasProvedEnough(services.db, recovery)).toBe(false);
      expect(await proveRecovery(services, recovery, { proof: way, typed: "000000", network: "192.0.2.1" })).toBe(
        false,
      );
      costs.push(asked);
    }
    expect(costs[0]).toBeGreaterThan(0);
    expect(costs[1]).toBe(costs[0]);
  },
);

test("whoever has the telephone gets no more guesses at the authenticator by proving the telephone again", async () => {
  const token = await begin(siti.email, "sms");
  let guesses = 0;
  const guessOn = async () => {
    for (;;) {
      expect(await prove(token, "sms", await anotherText(token))).toBe(true);
      for (let time = 0; time < 10; time++) {
        expect(await prove(token, "authenticator", "000000", `198.51.100.${guesses}`)).toBe(false);
        guesses += 1;
      }
    }
  };
  await expect(guessOn()).rejects.toThrow();
  expect(guesses).toBe(rules.recoveryGuesses.most);
});
