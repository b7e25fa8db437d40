import { describe, expect, test } from "vitest";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { emailIndex, maskEmail, readEmail } from "./email.ts";

describe("an e-mail address", () => {
  test.each([
    [" Siti.Contoh@Contoh.Example ", "Siti.Contoh@contoh.example"],
    ["siti+daftar@mail.contoh.example", "siti+daftar@mail.contoh.example"],
    ["siti", undefined],
    ["siti@localhost", undefined],
    ["siti@contoh.example\n", "siti@contoh.example"],
    ["siti\u0000@contoh.example", undefined],
    [`${"a".repeat(65)}@contoh.example`, undefined],
    ["a".repeat(1_000_000), undefined],
  ])("%j is read as %j", (typed, address) => expect(readEmail(typed)).toBe(address));

  test("is found again however its capitals were typed", () => {
    const keyring = randomKeyring();
    expect(emailIndex(keyring, "Siti@contoh.example")).toEqual(emailIndex(keyring, "siti@contoh.example"));
  });

  test("is shown with its middle hidden", () => {
    expect(maskEmail("siticontoh@contoh.example")).toBe("s••••••••h@contoh.example");
    expect(maskEmail("s@contoh.example")).toBe("s••@contoh.example");
  });
});
