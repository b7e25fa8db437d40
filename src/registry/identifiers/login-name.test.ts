import { describe, expect, test } from "vitest";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { loginIndex, readLoginName } from "./login-name.ts";

describe("what is typed into the one field of the login", () => {
  test.each([
    [" Siti@Contoh.Example ", "email", "Siti@contoh.example"],
    ["3171 0117 0590 0001", "nik", "3171011705900001"],
    ["3171.0117.0590.0001", "nik", "3171011705900001"],
    ["0812-3456-7890", "phone", "+6281234567890"],
    ["+62 812 3456 7890", "phone", "+6281234567890"],
    ["6281234567890", "phone", "+6281234567890"],
    ["81234567890", "phone", "+6281234567890"],
    ["pjk-2026-000012", "number", "PJK-2026-000012"],
    ["PJK / 2026 / 12", "number", "PJK/2026/12"],
    ["20260001234", "number", "20260001234"],
    ["317101170590000", "number", "317101170590000"],
  ])("%j is a name of the kind %s", (typed, kind, value) => expect(readLoginName(typed)).toEqual({ kind, value }));

  test.each(["", "@", "siti@", "siti contoh!", "ab", "-12345", "<b>PJK</b>", "A".repeat(61)])("%j is none", (typed) =>
    expect(readLoginName(typed)).toBeUndefined(),
  );

  test("the same digits of two kinds are two names", () => {
    const keyring = randomKeyring();
    const value = "3171011705900001";
    expect(loginIndex(keyring, { kind: "nik", value })).not.toEqual(loginIndex(keyring, { kind: "number", value }));
  });
});
