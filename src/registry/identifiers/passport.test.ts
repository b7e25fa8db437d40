import { expect, test } from "vitest";
import { passportCountries, passportValue, readPassportNumber, readPassportValue } from "./passport.ts";

test.each([
  [" x 123-4567 ", "X1234567"],
  ["l898902c3", "L898902C3"],
  ["123456789", "123456789"],
  ["AB12<<<<<", undefined],
  ["AB123<<<<", "AB123"],
  ["1234567890", undefined],
  ["ABCDEFGH", undefined],
  ["Ä1234567", undefined],
  ["", undefined],
])("the passport number %j is read as %j", (typed, number) => expect(readPassportNumber(typed)).toBe(number));

test("every country of ISO 3166-1 but Indonesia has a name of its own in both languages", () => {
  expect(passportCountries).toHaveLength(248);
  for (const language of ["id", "en"]) {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    expect(new Set(passportCountries.map((code) => names.of(code))).size).toBe(248);
    expect(passportCountries.filter((code) => names.of(code) === undefined)).toEqual([]);
  }
  expect(passportCountries).not.toContain("ID");
});

test("country and number come back from the one value", () =>
  expect(readPassportValue(passportValue({ country: "GB", number: "123456789" }))).toEqual({
    country: "GB",
    number: "123456789",
  }));
