import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** Writes a Word document beside each text of a program's templates, so that letters are kept as text that can be compared. */
export function writeTemplates(folder: string): string[] {
  const texts = readdirSync(join(folder, "templates")).filter((name) => name.endsWith(".txt"));
  return texts.map((name) => {
    const file = join(folder, "templates", name.replace(/\.txt$/, ".docx"));
    writeFileSync(file, docxOf(readFileSync(join(folder, "templates", name), "utf8")));
    return file;
  });
}

/** A Word document of a text, each line a paragraph and the first one the title. The same text gives the same bytes. */
export function docxOf(text: string): Buffer {
  const [title = "", ...lines] = text.trimEnd().split("\n");
  const body = [paragraph(title, "center", true), ...lines.map((line) => paragraph(line, "left", false))].join("");
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const types = "application/vnd.openxmlformats-";
  return zip([
    [
      "[Content_Types].xml",
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      "word/document.xml",
      `${xml}<w:document xmlns:w="${word}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ],
  ]);
}

function paragraph(text: string, align: "left" | "center", bold: boolean): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const font = `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>${bold ? "<w:b/>" : ""}<w:sz w:val="22"/><w:lang w:val="id-ID"/></w:rPr>`;
  return `<w:p><w:pPr><w:spacing w:after="120"/><w:jc w:val="${align}"/></w:pPr><w:r>${font}<w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`;
}

/** The first moment that a ZIP can name, so that nothing of the day is in the bytes. */
const date = 0x0021;

/** A ZIP of stored entries. */
function zip(entries: readonly (readonly [name: string, text: string])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const content = Buffer.from(text);
    const described = Buffer.alloc(26);
    described.writeUInt16LE(20, 0);
    described.writeUInt16LE(date, 8);
    described.writeUInt32LE(crc32(content), 10);
    described.writeUInt32LE(content.length, 14);
    described.writeUInt32LE(content.length, 18);
    described.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), described, Buffer.from(name), content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), described, rest, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
