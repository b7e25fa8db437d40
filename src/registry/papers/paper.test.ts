import { expect, test } from "vitest";
import { readPdf } from "../../../test/read-pdf.ts";
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
  const { pages, text } = await readPdf(await writePaper(paper));
  expect(pages).toBe(1);
  for (const said of ["Tanda terima", "R-00000-00000", "Siti Contoh", paper.qr.address, "Disegel."])
    expect(text).toContain(said);
});

test("is tagged, names its language and title, and brings its fonts", async () => {
  const { raw } = await readPdf(await writePaper(paper));
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
  const { raw } = await readPdf(await writePaper(paper));
  for (const part of ["/JavaScript", "/OpenAction", "/Launch", "/URI", "/SubmitForm", "/EmbeddedFile"])
    expect(raw).not.toContain(part);
});

test("stays readable with words of any length and letters that its fonts lack", async () => {
  const long = "Program Pelatihan dan Sertifikasi ".repeat(12);
  const facts = [
    { name: "Program", value: long },
    { name: "Pemohon", value: "Đặng Șerban 李 \u0000\u202e" },
  ];
  const { text } = await readPdf(await writePaper({ ...paper, institution: long, facts }));
  expect(text).toContain("Serban");
  expect(printable("Nguyễn \u{1f600} é")).toBe("Nguyen ? é");
});

test("lists as a tagged table over as many sheets as it needs, quickly enough for a request", async () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => [`JPT-2026-${String(at).padStart(5, "0")}`, "Diterima", ""]);
  const started = performance.now();
  const pdf = await writePaper({ ...paper, table: { head: ["Nomor", "Hasil", "Keterangan"], rows } });
  // A fifth of this on an idle machine.
  expect(performance.now() - started).toBeLessThan(3_000);
  const { pages, text, raw } = await readPdf(pdf);
  expect(pages).toBeGreaterThan(25);
  for (const row of ["JPT-2026-00000", "JPT-2026-00999"]) expect(text).toContain(row);
  expect(raw.match(/\/S \/TR/g)).toHaveLength(1_001);
  for (const part of ["/S /Table", "/Scope /Column", "/Scope /Row"]) expect(raw).toContain(part);
});
