import { inflateSync } from "node:zlib";
import { PDFiumLibrary } from "@hyzyla/pdfium";

/** A PDF as a reader shows it, and what stands in the file with the parts that were packed. */
export async function readPdf(pdf: Uint8Array): Promise<{ pages: number; text: string; raw: string }> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const texts = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return { pages: texts.length, text: texts.join("\n"), raw: unpacked(Buffer.from(pdf)) };
  } finally {
    library.destroy();
  }
}

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
