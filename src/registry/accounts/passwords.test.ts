import { describe, expect, test } from "vitest";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { SealBroken } from "../../platform/keys/seal.ts";
import { openHash } from "./sealed-hash.ts";
import { Refusal } from "../../platform/refusals.ts";
import { hashQueue } from "./hash-queue.ts";
import { passwordProblem } from "./password-rules.ts";
import { estimatePassword } from "./password-strength.ts";
import { passwordsWith } from "./passwords.ts";

describe("the choice of a password", () => {
  test.each([
    ["kucing terbang di atas atap", undefined],
    ["Vt7-rmq2-xK90-ww", undefined],
    ["пароль из трёх слов 42", undefined],
    ["🦉🦊🐢🐙🦋🐬🐘🦒🦓🦔🐳🐫🐪 owl", undefined],
    ["", "missing"],
    ["pendek sekali", "too_short"],
    ["a".repeat(129), "too_long"],
    ["x".repeat(1_000_000), "too_long"],
    ["nul\u0000 di tengah kalimat", "characters"],
    ["rusak \ufffd di tengah kalimat", "characters"],
    ["PasswordPassword123", "repeated"],
    ["P@ssw0rd-Indonesia-2026", "common"],
    ["qwertyuiop1234567890", "common"],
    ["1234567890123456", "repeated"],
    ["abababababababababab", "repeated"],
    ["daftar pendaftaran ktp", "common"],
    ["98765432109876543x", "common"],
  ])("%j is %s", (password, problem) => {
    const found = passwordProblem(password);
    if (problem === "repeated" || problem === "common") expect(["repeated", "common"]).toContain(found);
    else expect(found).toBe(problem);
  });

  test("may not be the person's own name or address", () => {
    const person = { email: "siti.rahasiawati@contoh.example", name: "Siti Nurkhasanah Contoh" };
    expect(passwordProblem("siti nurkhasanah 1990", person)).toBe("personal");
    expect(passwordProblem("kucing terbang di atas atap", person)).toBeUndefined();
  });

  test("may be shorter beside a second factor", () => {
    expect(passwordProblem("zebra kuning 9")).toBe("too_short");
    expect(passwordProblem("zebra kuning 9", { least: 12 })).toBeUndefined();
  });

  test("counts what a person would call a character", () => {
    expect(passwordProblem("é".repeat(7) + "abcdxyz")).toBe("too_short");
  });
});

describe("the meter of a new password", () => {
  test.each([
    ["kucing terbang di at", "enough"],
    ["kucing terbang di atas at", "strong"],
    ["Kucing terbang 7", "strong"],
    ["kucing terbang di atas atap rumah", "very_strong"],
    ["Kucing-terbang di 7 atap!", "very_strong"],
  ])("%j is %s", (password, strength) => {
    expect(estimatePassword(password, {})).toEqual({ strength });
  });

  test("gives the reason of the server's refusal, and never praises what is refused", () => {
    expect(estimatePassword("pendek sekali", {})).toEqual({ problem: "too_short" });
    expect(estimatePassword("P@ssw0rd-Indonesia-2026", {})).toEqual({ problem: "common" });
    expect(estimatePassword("Siti Nurkhasanah 1990!", { name: "Siti Nurkhasanah" })).toEqual({ problem: "personal" });
  });

  test("asks for kinds of characters only where an institution made that a rule", () => {
    expect(estimatePassword("kucing terbang di atas atap", { kinds: 1 })).not.toHaveProperty("problem");
    expect(passwordProblem("kucing terbang di atas atap", { kinds: 3 })).toBe("few_kinds");
    expect(passwordProblem("Kucing terbang di 7 atap", { kinds: 3 })).toBeUndefined();
    expect(passwordProblem("Kucing 7!", { kinds: 3 })).toBe("too_short");
  });
});

describe("hashed passwords", () => {
  const keyring = randomKeyring();
  const passwords = passwordsWith(keyring);

  test("match only themselves, however their accents were typed", async () => {
    const hash = await passwords.hash("kucing terbang é");
    expect(hash).toMatch(/^[0-9a-f]{8}\.[A-Za-z0-9_-]+$/);
    expect(openHash(keyring.pepper, hash)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.matches(hash, "kucing terbang e\u0301")).toBe(true);
    expect(await passwords.matches(hash, "kucing terbang e")).toBe(false);
  });

  test("cannot be compared with anything without the pepper", async () => {
    const hash = await passwords.hash("kucing terbang");
    await expect(passwordsWith(randomKeyring()).matches(hash, "kucing terbang")).rejects.toThrow(SealBroken);
  });

  test("cost as much for an account that does not exist", async () => {
    expect(await passwords.matches(undefined, "kucing terbang")).toBe(false);
  });
});

describe("the queue before hashing", () => {
  test("refuses at once when too many wait, and takes new ones afterwards", async () => {
    const queue = hashQueue({ atOnce: 1, waiting: 1 });
    const gate = Promise.withResolvers<void>();
    const first = queue.run(() => gate.promise);
    const second = queue.run(() => Promise.resolve("second"));
    const refused = await queue.run(() => Promise.resolve()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ status: 503, code: "busy", retryAfterSeconds: 5 });
    gate.resolve();
    await first;
    expect(await second).toBe("second");
    expect(await queue.run(() => Promise.resolve("third"))).toBe("third");
  });

  test("gives its place on when the work fails", async () => {
    const queue = hashQueue({ atOnce: 1, waiting: 1 });
    await expect(queue.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await queue.run(() => Promise.resolve(1))).toBe(1);
  });
});
