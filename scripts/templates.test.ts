import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { docxOf } from "./templates.ts";

const folder = new URL("../programs/jpt-bumn/templates/", import.meta.url);
const texts = readdirSync(folder).filter((name) => name.endsWith(".txt"));

it.each(texts)("has written the Word document of %s as its text stands today", (name) => {
  const document = readFileSync(new URL(name.replace(/txt$/, "docx"), folder));
  expect(document.equals(docxOf(readFileSync(new URL(name, folder), "utf8")))).toBe(true);
});

it("writes a document that a reader of ZIP files finds its way in", () => {
  const bytes = docxOf("Surat & pernyataan\n\nSaya <nama>\n");
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + length);
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.toString("utf8", local + 30, local + 30 + length)).toBe(name);
    names.push(name);
    at += 46 + length;
  }
  expect(at).toBe(end);
  expect(names).toEqual(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
  expect(bytes.toString("utf8")).toContain("Surat &amp; pernyataan");
  expect(bytes.toString("utf8")).toContain("Saya &lt;nama&gt;");
});
