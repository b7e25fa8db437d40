import { encode } from "uqr";
import { printable } from "./fonts.ts";
import { drawTable, type PaperTable } from "./paper-table.ts";
import { artifact, colours, type Doc, margin, openSheet, set, width } from "./sheet.ts";

/** A paper with one fact to keep, the same frame for all of them. Everything in it is in one language already. */
export interface Paper {
  readonly language: "id" | "en";
  /** Of the document, as a reader shows it in its window. */
  readonly title: string;
  readonly heading: string;
  /** Who gives it, beside the name of the service. */
  readonly institution: string;
  /** What happened, and the number to keep. */
  readonly said: string;
  readonly number: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly paragraphs: readonly string[];
  readonly table?: PaperTable;
  readonly qr: { readonly address: string; readonly label: string; readonly text: string };
  /** Small print at the end, such as the proof that the record holds it. */
  readonly small: readonly string[];
  readonly madeAt: Date;
}

/** Writes a paper as PDF: A4, to be archived and tagged for screen readers (PDF/A-2a), with our fonts embedded; nothing in it runs or calls out. */
export async function writePaper(paper: Paper): Promise<Buffer> {
  const { doc, whole, finish } = openSheet(paper);
  const write: Write = (kind, draw, options = {}) => whole.add(doc.struct(kind, options, draw));
  write("H1", () => set(doc, "bold", 22, colours.ink).text(printable(paper.heading), margin, 128, { width }));
  doc.moveDown(0.8);
  drawNumber(doc, paper, write);
  for (const { name, value } of paper.facts) {
    write("P", () => {
      set(doc, "regular", 9.5, colours.grey).text(printable(name), { width });
      set(doc, "bold", 12, colours.ink).text(printable(value), { width });
    });
    doc.moveDown(0.5);
  }
  doc.moveDown(0.5);
  for (const text of paper.paragraphs) {
    write("P", () => set(doc, "regular", 11, colours.ink).text(printable(text), { width, lineGap: 3 }));
    doc.moveDown(0.6);
  }
  if (paper.table) drawTable(doc, paper.table, { left: margin, width }, (child) => whole.add(child));
  drawCheck(doc, paper, write);
  for (const text of paper.small) {
    write("P", () =>
      set(doc, "regular", 8, colours.grey).text(printable(text), margin, doc.y, { width, lineGap: 1.5 }),
    );
    doc.moveDown(0.4);
  }
  return finish();
}

type Write = (kind: string, draw: () => void, options?: PDFKit.Mixins.StructureElementOptions) => unknown;

function drawNumber(doc: Doc, paper: Paper, write: Write): void {
  const top = doc.y;
  artifact(doc, () => doc.roundedRect(margin, top, width, 78, 14).fill(colours.nila));
  write("P", () => {
    set(doc, "regular", 12, colours.soft).text(printable(paper.said), margin + 20, top + 14, { width: width - 40 });
    set(doc, "heavy", 24, "#ffffff").text(printable(paper.number), margin + 20, top + 34, { width: width - 40 });
  });
  doc.x = margin;
  doc.y = top + 98;
}

/** The code leads to the page on which anyone can check the paper. */
function drawCheck(doc: Doc, paper: Paper, write: Write): void {
  const { address, label, text } = paper.qr;
  const side = 92;
  if (doc.y + side > doc.page.height - margin) doc.addPage();
  const top = doc.y + 6;
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const module = side / size;
  const bbox = [margin, top, margin + side, top + side];
  write(
    "Figure",
    () => {
      for (const [y, row] of data.entries())
        for (const [x, dark] of row.entries())
          if (dark) doc.rect(margin + x * module, top + y * module, module + 0.02, module + 0.02);
      doc.fill(colours.ink);
    },
    { alt: printable(label), bbox, placement: "Block" },
  );
  write("P", () => {
    set(doc, "regular", 10.5, colours.ink).text(printable(text), margin + side + 20, top + 12, {
      width: width - side - 20,
      lineGap: 3,
    });
    set(doc, "bold", 10.5, colours.ink).text(address, { width: width - side - 20 });
  });
  doc.x = margin;
  doc.y = top + side + 20;
}
