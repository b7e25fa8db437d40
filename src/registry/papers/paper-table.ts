import { printable } from "./fonts.ts";

/** Rows of words under heads, for papers that list. Every row has as many cells as the head. */
export interface PaperTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Doc = PDFKit.PDFDocument;
type Add = (child: PDFKit.PDFStructureElement) => unknown;

const rowHeight = 20;
const colours = { ink: "#16202e", line: "#c8d0d8" } as const;

/** Draws a tagged table from where the document stands, over as many sheets as it needs, its head on each of them. */
export function drawTable(
  doc: Doc,
  table: PaperTable,
  place: { readonly left: number; readonly width: number },
  add: Add,
): void {
  const column = place.width / table.head.length;
  const bottom = () => doc.page.height - doc.page.margins.bottom;
  const whole = doc.struct("Table");
  add(whole);
  const row = (cells: readonly string[], tag: "TH" | "TD", hidden: boolean) => {
    const top = doc.y;
    const words = (text: string, at: number) =>
      doc
        .font(tag === "TH" || at === 0 ? "bold" : "regular")
        .fontSize(9.5)
        .fillColor(colours.ink)
        .text(printable(text), place.left + at * column, top + 5, { width: column - 8, height: 12, ellipsis: true });
    if (hidden) {
      artifact(doc, () => cells.forEach(words));
    } else {
      const line = doc.struct("TR");
      whole.add(line);
      cells.forEach((text, at) => {
        const scope = tag === "TH" ? { scope: "Column" as const } : at === 0 ? { scope: "Row" as const } : {};
        line.add(doc.struct(tag === "TD" && at === 0 ? "TH" : tag, scope, () => words(text, at)));
      });
      line.end();
    }
    artifact(doc, () =>
      doc
        .moveTo(place.left, top + rowHeight)
        .lineTo(place.left + place.width, top + rowHeight)
        .lineWidth(0.5)
        .stroke(colours.line),
    );
    doc.x = place.left;
    doc.y = top + rowHeight;
  };
  row(table.head, "TH", false);
  for (const cells of table.rows) {
    if (doc.y + rowHeight > bottom()) {
      doc.addPage();
      // The head is for the eye again; a screen reader knows it already.
      row(table.head, "TH", true);
    }
    row(cells, "TD", false);
  }
  whole.end();
  doc.moveDown(1);
}

function artifact(doc: Doc, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}
