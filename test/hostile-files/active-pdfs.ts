import { deflateSync } from "node:zlib";
import { pdf, pdfOf, pdfPage, pdfStream } from "../sample-files.ts";
import { script } from "./pictures.ts";

/** What must not be found in anything made from the PDFs below. */
export const traces = [
  "JavaScript",
  "app.alert",
  "/Launch",
  "SubmitForm",
  "EmbeddedFile",
  "contoh.invalid",
  "<script",
  "xdp:",
];

const pages = "<< /Type /Pages /Count 1 /Kids [4 0 R] >>";
const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const words = pdfStream("BT /F1 36 Tf 72 700 Td (Izin usaha contoh) Tj ET");

/** PDFs that would do something when opened, by the kind of thing they would do. */
export function activePdfs(): Readonly<Record<string, Buffer>> {
  return {
    "JavaScript on opening": opening("/S /JavaScript /JS (app.alert('halo'))"),
    "JavaScript with a hex-escaped name": opening("/S /J#61vaScript /J#53 (app.alert('halo'))"),
    "a launched program": opening("/S /Launch /F (cmd.exe) /Win << /F (cmd.exe) >>"),
    "a form sent on opening": opening("/S /SubmitForm /F << /FS /URL /F (https://contoh.invalid/) >> /Flags 4"),
    "an address asked for on opening": opening("/S /URI /URI (https://contoh.invalid/)"),
    "an embedded file": withCatalogue(
      "/Names << /EmbeddedFiles << /Names [(a.exe) << /F (a.exe) /EF << /F 6 0 R >> >>] >> >>",
      [pdfStream("MZ", "/Type /EmbeddedFile")],
    ),
    "an XFA form": withCatalogue("/AcroForm << /Fields [] /XFA 6 0 R >>", [
      pdfStream("<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>"),
    ]),
    "JavaScript in an object stream": withCatalogue("/OpenAction 6 0 R", [
      "<< /S /JavaScript /JS 7 0 R >>",
      compressed("app.alert('halo')"),
    ]),
    "HTML behind its end": Buffer.concat([pdf(), Buffer.from(`<html>${script}</html>`)]),
  };
}

/** PDFs that claim more than they should. */
export function heavyPdfs(): Readonly<Record<string, Buffer>> {
  const strokes = "0 0 m 595 842 l 300 0 l 10 800 l S\n".repeat(1_500_000);
  return {
    "a page tree that contains itself": pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>",
      font,
    ]),
    "a page as wide as a town": pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      pages,
      font,
      pdfPage(5, "", "0 0 1e9 1"),
      words,
    ]),
    "a page without a size": pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      pages,
      font,
      pdfPage(5, "", "0 0 0 0"),
      words,
    ]),
    "fifty megabytes of strokes in little room": withContent(compressed(strokes)),
    "a form that draws itself": pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      pages,
      font,
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> >>",
      pdfStream("/X Do"),
      pdfStream(
        "/X Do /X Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
      ),
    ]),
  };
}

/** A PDF whose one page has the given stream object as content. */
export function withContent(content: string): Buffer {
  return pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", pages, font, pdfPage(5), content]);
}

function opening(action: string): Buffer {
  return withCatalogue(`/OpenAction << /Type /Action ${action} >>`, []);
}

function withCatalogue(entries: string, more: readonly string[]): Buffer {
  return pdfOf([`<< /Type /Catalog /Pages 2 0 R ${entries} >>`, pages, font, pdfPage(5), words, ...more]);
}

function compressed(text: string): string {
  return pdfStream(deflateSync(Buffer.from(text, "latin1")), "/Filter /FlateDecode");
}
