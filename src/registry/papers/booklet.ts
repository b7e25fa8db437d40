import { type BookletPicture, drawPictures } from "./booklet-pictures.ts";
import { printable } from "./fonts.ts";
import { colours, type Doc, margin, openSheet, set, type SheetFacts, width } from "./sheet.ts";

/** A text of several sections with steps to follow, to keep and to print. Everything in it is in one language already. */
export interface Booklet extends SheetFacts {
  readonly lead: string;
  readonly sections: readonly BookletSection[];
  /** At the end, such as where the newest one stands. */
  readonly last: string;
}

export interface BookletSection {
  readonly title: string;
  readonly text: string;
  readonly steps: readonly string[];
  readonly note: string | undefined;
  /** What the pages of this section look like. */
  readonly pictures?: readonly BookletPicture[];
}

/** Writes a booklet as PDF; its headings and lists are tagged as such. */
export async function writeBooklet(booklet: Booklet): Promise<Buffer> {
  const { doc, whole, finish } = openSheet(booklet);
  const write = (kind: string, draw: () => void) => void whole.add(doc.struct(kind, {}, draw));
  write("H1", () => set(doc, "bold", 24, colours.ink).text(printable(booklet.title), margin, 112, { width }));
  doc.moveDown(0.4);
  write("P", () => body(doc, booklet.lead));
  for (const [index, section] of booklet.sections.entries())
    drawSection(doc, { section, number: index + 1, write, whole });
  doc.moveDown(1);
  write("P", () => set(doc, "regular", 9.5, colours.grey).text(printable(booklet.last), margin, doc.y, { width }));
  return finish();
}

function drawSection(
  doc: Doc,
  input: {
    readonly section: BookletSection;
    readonly number: number;
    readonly write: (kind: string, draw: () => void) => void;
    readonly whole: PDFKit.PDFStructureElement;
  },
): void {
  const { section, number, write, whole } = input;
  // A heading never stands alone at the end of a sheet.
  if (doc.y > doc.page.height - 190) doc.addPage();
  else doc.moveDown(1.2);
  write("H2", () =>
    set(doc, "bold", 15, colours.nila).text(printable(`${number}. ${section.title}`), margin, doc.y, { width }),
  );
  doc.moveDown(0.4);
  write("P", () => body(doc, section.text));
  doc.moveDown(0.4);
  const list = doc.struct("L");
  whole.add(list);
  for (const [index, step] of section.steps.entries()) drawStep(doc, list, step, index + 1);
  list.end();
  const { note } = section;
  if (note !== undefined) {
    doc.moveDown(0.2);
    write("P", () => body(doc, note));
  }
  drawPictures(doc, section.pictures ?? [], (figure) => whole.add(figure));
}

function drawStep(doc: Doc, list: PDFKit.PDFStructureElement, step: string, number: number): void {
  const indent = 24;
  const text = printable(step);
  const height = set(doc, "regular", 11, colours.ink).heightOfString(text, { width: width - indent, lineGap: 3 });
  if (doc.y + height > doc.page.height - margin) doc.addPage();
  const top = doc.y;
  const item = doc.struct("LI");
  list.add(item);
  item.add(
    doc.struct("Lbl", {}, () => {
      set(doc, "bold", 11, colours.nila).text(`${number}.`, margin, top, { width: indent, lineBreak: false });
    }),
  );
  item.add(
    doc.struct("LBody", {}, () => {
      set(doc, "regular", 11, colours.ink).text(text, margin + indent, top, { width: width - indent, lineGap: 3 });
    }),
  );
  item.end();
  doc.x = margin;
  doc.moveDown(0.25);
}

/** A paragraph, whole on one sheet. */
function body(doc: Doc, text: string): void {
  const words = printable(text);
  const height = set(doc, "regular", 11, colours.ink).heightOfString(words, { width, lineGap: 3 });
  if (doc.y + height > doc.page.height - margin) doc.addPage();
  doc.text(words, margin, doc.y, { width, lineGap: 3 });
}
