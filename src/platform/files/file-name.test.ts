import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extensionOf, shownFileName } from "./file-name.ts";

describe("a shown file name", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\siti\\KTP Siti.jpg", "KTP Siti.jpg"],
    ["ktp\0.jpg\r\nSet-Cookie: x", "ktp.jpgSet-Cookie: x"],
    ["ktp\u202egpj.exe", "ktpgpj.exe"],
    ["..", "berkas"],
    ["", "berkas"],
    ["foto \ud800.png", "foto .png"],
    [`${"a".repeat(300)}.jpeg`, `${"a".repeat(195)}.jpeg`],
  ])("of %j is %j", (sent, shown) => {
    expect(shownFileName(sent)).toBe(shown);
  });

  test("is short, whole Unicode and never a path, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (sent) => {
        const shown = shownFileName(sent);
        expect(Array.from(shown).length).toBeLessThanOrEqual(200);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).toMatch(/^[^/\\\p{Cc}]+$/u);
        expect(shown).not.toMatch(/^\.*$/);
      }),
    );
  });

  test("has an extension in lower case or none", () => {
    expect([
      extensionOf("KTP.JPG"),
      extensionOf("izin.tar.gz"),
      extensionOf("tanpa"),
      extensionOf(".hidden/x"),
    ]).toEqual(["jpg", "gz", "", ""]);
  });
});
