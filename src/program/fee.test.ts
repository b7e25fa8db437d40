import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { programText, tennisClub } from "../../test/programs/compiled.ts";
import { toyRegions } from "../../test/programs/regions.ts";
import { compileProgram } from "./compile.ts";
import { highestFee, secondsOf } from "./fee.ts";
import { parseProgram } from "./parse.ts";

const lines = {
  amount: "250000",
  covers: "{ id: Iuran pertama, en: First dues }",
  due: "before_submission",
  pay_within: "P3D",
  methods: "[transfer]",
  transfer: '{ bank: Bank Contoh, account: "1234567890", name: Klub tenis }',
  refund: "{ when: [rejected, locked], text: { id: Bila ditolak., en: If rejected. } }",
};

/** The toy program with a fee, some lines of which are others. */
function withFee(changes: Partial<typeof lines> & { readonly [more: string]: string } = {}): string {
  const fee = Object.entries({ ...lines, ...changes }).map(([key, value]) => `  ${key}: ${value}\n`);
  return `${programText(tennisClub).trimEnd()}\nfee:\n${fee.join("")}`;
}

const parsed = (changes?: Parameters<typeof withFee>[0]) => parseProgram(withFee(changes));

function compiled(amount: string) {
  const program = parsed({ amount });
  if (!program.ok) throw new Error(JSON.stringify(program.problems));
  return compileProgram(program.program, { regions: toyRegions() });
}

it("reads a fixed fee and a formula", () => {
  expect(parsed()).toMatchObject({ ok: true, program: { fee: { amount: 250_000 } } });
  const club = compiled(`'tingkat_main == "mahir" ? 500000 : 0'`);
  expect(club.fee?.amount({ tingkat_main: "mahir" })).toBe(500_000);
  expect(club.fee?.amount({ tingkat_main: "pemula" })).toBe(0);
});

it("makes whole rupiah of whatever is answered, never less than nothing, never more than is allowed", () => {
  const club = compiled("tinggi * 1000 - iuran");
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (tinggi, iuran) => {
      const amount = club.fee?.amount({ tinggi, iuran });
      if (amount === undefined) return;
      expect(Number.isInteger(amount)).toBe(true);
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(amount).toBeLessThanOrEqual(highestFee);
    }),
  );
});

describe("a wrong fee is refused where it stands", () => {
  it.each([
    ["no amount", { amount: "0" }, "", "amount"],
    ["a formula that is a text", { amount: "tingkat_main" }, "must be a number, but is string", "amount"],
    ["a formula that is a condition", { amount: `'tingkat_main == "mahir"'` }, "but is bool", "amount"],
    ["an unknown name", { amount: "jumlah * 2" }, "Unknown variable: jumlah", "amount"],
    ["an unknown option", { amount: `'tingkat_main == "juara" ? 1 : 2'` }, 'no option "juara"', "amount"],
    ["a formula of nothing", { amount: "'1000 + 1'" }, "reads no answer", "amount"],
    ["a fee below nothing", { amount: "'sewa ? 5 : -5'" }, "below 0", "amount"],
    ["a missing translation", { covers: "{ id: Iuran }" }, "no English text", "covers"],
    ["an unknown moment", { due: "whenever" }, "", "due"],
    ["no time at all", { pay_within: "PT5M" }, "at least PT15M", "pay_within"],
    ["months, which differ", { pay_within: "P1M" }, "days, hours and minutes", "pay_within"],
    [
      "an account that is no number",
      { transfer: "{ bank: A, account: '12-34', name: B }" },
      "6 to 20 digits",
      "transfer",
    ],
    ["an account for nobody", { methods: "[gateway]" }, "has no meaning", "transfer"],
    ["a refund after the end", { due: "after_acceptance" }, "must be empty", "refund"],
    ["an unknown end", { refund: "{ when: [bored], text: { id: A, en: B } }" }, "", "refund"],
    ["an unknown key", { discount: "10" }, "discount is not a key", "discount"],
  ] as const)("%s", (_, changes, message, key) => {
    const text = withFee(changes);
    const result = parseProgram(text);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    expect(text.split("\n")[(problems[0]?.line ?? 0) - 1]?.trim()).toMatch(new RegExp(`^${key}:`));
  });

  it("a page that is called as the fee is", () => {
    const result = parseProgram(withFee().replace("page: rumah", "page: fee"));
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toContain(
      "is kept for the fee; choose another id",
    );
  });
});

it("knows how long an order stands", () => {
  expect([secondsOf("P3D"), secondsOf("PT12H"), secondsOf("P1DT6H30M")]).toEqual([259_200, 43_200, 109_800]);
});
