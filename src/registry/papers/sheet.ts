import { once } from "node:events";
import PDFDocument from "pdfkit";
import { fonts, printable } from "./fonts.ts";

export type Doc = PDFKit.PDFDocument;

export const colours = {
  nila: "#26348b",
  soft: "#c9cff2",
  kunyit: "#f5b301",
  ink: "#16202e",
  grey: "#51606f",
} as const;
export const margin = 56;
export const width = 595.28 - 2 * margin;

/** What every sheet of ours says of itself. */
export interface SheetFacts {
  readonly language: "id" | "en";
  /** Of the document, as a reader shows it in its window. */
  readonly title: string;
  /** Who gives it, beside the name of the service. */
  readonly institution: string;
  readonly madeAt: Date;
}

/**
 * Opens a PDF with our head on its first page: A4, to be archived and tagged for screen readers (PDF/A-2a), with our
 * fonts embedded; nothing in it runs or calls out. What is drawn belongs into elements of `whole`.
 */
export function openSheet(facts: SheetFacts): {
  readonly doc: Doc;
  readonly whole: PDFKit.PDFStructureElement;
  readonly finish: () => Promise<Buffer>;
} {
  const doc = new PDFDocument({
    size: "A4",
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    lang: facts.language === "id" ? "id-ID" : "en-GB",
    displayTitle: true,
    info: { Title: printable(facts.title), Author: printable(facts.institution), CreationDate: facts.madeAt },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  for (const [name, font] of Object.entries(fonts)) doc.registerFont(name, font);
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  drawBand(doc, facts.institution);
  return {
    doc,
    whole,
    finish: async () => {
      whole.end();
      const ended = once(doc, "end");
      doc.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}

/** Sets the typeface of what is drawn next. */
export function set(doc: Doc, font: keyof typeof fonts, size: number, colour: string): Doc {
  return doc.font(font).fontSize(size).fillColor(colour);
}

/** Draws decoration: it is not read aloud. */
export function artifact(doc: Doc, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}

/** The head of every paper of ours. */
function drawBand(doc: Doc, institution: string): void {
  artifact(doc, () => {
    doc.rect(0, 0, 595.28, 76).fill(colours.nila);
    doc.rect(0, 76, 595.28, 8).fill("#182258");
    for (let x = 8; x < 595; x += 16) doc.rect(x, 78, 4, 4).fill(colours.kunyit);
    doc.roundedRect(margin, 22, 32, 32, 9).fill("#ffffff");
    doc.save().translate(margin, 22);
    doc.path("M8 25V14.5a8 8 0 0 1 16 0V25").lineWidth(4).lineCap("round").stroke(colours.nila);
    doc.path("m11.5 19.5 3.6 3.6 6.6-6.8").lineWidth(3.6).lineJoin("round").stroke(colours.kunyit);
    doc.restore();
    set(doc, "heavy", 20, "#ffffff").text("Daftar", margin + 42, 25, { lineBreak: false });
    const place = { width: width - 150, height: 16, align: "right", ellipsis: true } as const;
    set(doc, "regular", 11, colours.soft).text(printable(institution), margin + 150, 32, place);
  });
}
