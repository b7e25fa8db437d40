import { describe, expect, test } from "vitest";
import { encryptedPdf } from "../../../test/hostile-files/encrypted-pdf.ts";
import { impostors } from "../../../test/hostile-files/impostors.ts";
import { ktpJpeg, ktpPng, pdf } from "../../../test/sample-files.ts";
import { detectFormat } from "./detect.ts";

const refused = await impostors();
const all = ["pdf", "jpg", "png"] as const;

describe("detection by content", () => {
  test("knows the formats of a slot, whatever the case or kind of extension", async () => {
    expect(await detectFormat(await ktpJpeg(), "KTP.JPEG", all)).toEqual({ mediaType: "image/jpeg" });
    expect(await detectFormat(await ktpPng(), "ktp", all)).toEqual({ mediaType: "image/png" });
    expect(await detectFormat(pdf(), "izin v2.1", all)).toEqual({ mediaType: "application/pdf" });
  });

  test("refuses a format that the slot does not ask for", async () => {
    expect(await detectFormat(await ktpPng(), "ktp.png", ["pdf", "jpg"])).toEqual({ problem: "wrong_type" });
  });

  test("says so when the name tells of another format than the content", async () => {
    expect(await detectFormat(await ktpPng(), "ktp.jpg", all)).toEqual({ problem: "name_differs" });
    expect(await detectFormat(pdf(), "ktp.png", all)).toEqual({ problem: "name_differs" });
  });

  test.each(refused)("refuses $kind", async ({ name, bytes }) => {
    expect(await detectFormat(bytes, name, all)).toEqual({ problem: "wrong_type" });
  });

  test("tells an encrypted PDF at once", async () => {
    expect(await detectFormat(encryptedPdf("rahasia"), "izin.pdf", all)).toEqual({ problem: "encrypted" });
  });

  test("does not take a name like that of a method for a format", async () => {
    expect(await detectFormat(pdf(), "izin.valueOf", all)).toEqual({ mediaType: "application/pdf" });
  });
});
