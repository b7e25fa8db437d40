import { inflateSync } from "node:zlib";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { expect, test } from "vitest";
import { printable } from "./fonts.ts";
import { type Paper, writePaper } from "./paper.ts";

const paper: Paper = {
  language: "id",
  title: "Tanda terima R-00000-00000",
  heading: "Tanda terima",
  institution: "Instansi Contoh",
  said: "Permohonan sudah dikirim",
  number: "R-00000-00000",
  facts: [{ name: "Pemohon", value: "Siti Contoh" }],
  paragraphs: ["Simpan tanda terima ini."],
  qr: { address: "https://daftar.example/check/R-00000-00000", label: "Kode QR", text: "Periksa di:" },
  small: ["Disegel."],
  madeAt: new Date("2026-11-21T03:00:00Z"),
};

test("says everything as text, on one page", async () => {
  const { pages, text } = await read(await writePaper(paper));
  expect(pages).toBe(1);
  for (const said of ["Tanda terima", "R-00000-00000", "Siti Contoh", paper.qr.address, "Disegel."])
    expect(text).toContain(said);
});

test("is tagged, names its language and title, and brings its fonts", async () => {
  const raw = unpacked(await writePaper(paper));
  for (const part of [
    "/MarkInfo",
    "/Lang (id-ID)",
    "/StructTreeRoot",
    "/S /H1",
    "/S /Figure",
    "/Alt",
    "/DisplayDocTitle true",
  ])
    expect(raw).toContain(part);
  expect(raw).toContain("pdfaid:part");
  expect(raw).toContain("/FontFile");
  expect(raw).not.toContain("Helvetica");
});

test("holds nothing that runs or calls out", async () => {
  const raw = unpacked(await writePaper(paper));
  for (const part of ["/JavaScript", "/OpenAction", "/Launch", "/URI", "/SubmitForm", "/EmbeddedFile"])
    expect(raw).not.toContain(part);
});

test("stays readable with words of any length and letters that its fonts lack", async () => {
  const long = "Program Pelatihan dan Sertifikasi ".repeat(12);
  const facts = [
    { name: "Program", value: long },
    { name: "Pemohon", value: "Đặng Șerban 李 \u0000\u202e" },
  ];
  const { text } = await read(await writePaper({ ...paper, institution: long, facts }));
  expect(text).toContain("Serban");
  expect(printable("Nguyễn \u{1f600} é")).toBe("Nguyen ? é");
});

async function read(pdf: Buffer): Promise<{ pages: number; text: string }> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const texts = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return { pages: texts.length, text: texts.join("\n") };
  } finally {
    library.destroy();
  }
}

/** What stands in the file, with the parts that were packed. */
function unpacked(pdf: Buffer): string {
  const raw = pdf.toString("latin1");
  const packed = [...raw.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, bytes = ""]) => {
    try {
      return inflateSync(Buffer.from(bytes, "latin1")).toString("latin1");
    } catch {
      return bytes;
    }
  });
  return [raw, ...packed].join("\n");
}
