import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { errorCodes, errorMeanings } from "../../src/program/error-codes.ts";
import { fieldTexts } from "../../src/texts/fields.ts";
import type { Texts } from "../../src/texts/texts.ts";

const texts: Texts = fieldTexts;

describe.each(errorCodes)("the error code %s", (code) => {
  it.each(["id", "en"] as const)("has words in %s that need no more than its parameters and the label", (language) => {
    const message = texts[`field.${code}`]?.[language] ?? "";
    expect(message).not.toBe("");
    const given = Object.fromEntries(errorMeanings[code].params.map((name) => [name, 1]));
    // Formatting throws when the message wants a parameter that the code does not bring.
    expect(new IntlMessageFormat(message, language).format({ ...given, label: "Label" })).not.toBe("");
  });
});
