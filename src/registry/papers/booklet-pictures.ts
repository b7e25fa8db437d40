import { printable } from "./fonts.ts";
import { colours, type Doc, margin, set, width } from "./sheet.ts";

/** A picture of a page in a booklet: PNG without transparency, which PDF/A does not take. Sizes are in pixels. */
export interface BookletPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  /** What the picture shows, for whoever does not see it. */
  readonly alt: string;
}

const gap = 16;
/** Of a picture of a phone's page, so that two stand side by side. */
const narrow = (width - gap) / 2;
const captionHeight = 30;

/** Draws pictures in rows, two narrow ones beside each other; each is a figure with its caption. */
export function drawPictures(
  doc: Doc,
  pictures: readonly BookletPicture[],
  add: (element: PDFKit.PDFStructureElement) => void,
): void {
  for (const row of rowsOf(pictures)) {
    const height = Math.max(...row.map((picture) => heightOf(picture))) + captionHeight;
    if (doc.y + height > doc.page.height - margin) doc.addPage();
    const top = doc.y + 8;
    for (const [at, picture] of row.entries())
      drawPicture(doc, picture, { left: margin + at * (narrow + gap), top, add });
    doc.x = margin;
    doc.y = top + height;
  }
}

function rowsOf(pictures: readonly BookletPicture[]): BookletPicture[][] {
  const rows: BookletPicture[][] = [];
  for (const picture of pictures) {
    const last = rows.at(-1);
    const fits = last?.length === 1 && !isWide(picture) && last.every((one) => !isWide(one));
    if (fits) last.push(picture);
    else rows.push([picture]);
  }
  return rows;
}

function isWide({ width: pixels }: BookletPicture): boolean {
  return pixels > 600;
}

function heightOf(picture: BookletPicture): number {
  return ((isWide(picture) ? width : narrow) * picture.height) / picture.width;
}

function drawPicture(
  doc: Doc,
  picture: BookletPicture,
  {
    left,
    top,
    add,
  }: { readonly left: number; readonly top: number; readonly add: (e: PDFKit.PDFStructureElement) => void },
): void {
  const across = isWide(picture) ? width : narrow;
  const height = heightOf(picture);
  const bbox = [left, top, left + across, top + height];
  add(
    doc.struct("Figure", { alt: printable(picture.alt), bbox, placement: "Block" }, () => {
      doc.image(picture.bytes, left, top, { width: across });
      doc.rect(left, top, across, height).lineWidth(0.75).stroke(colours.soft);
    }),
  );
  add(
    doc.struct("Caption", {}, () => {
      set(doc, "regular", 9, colours.grey).text(printable(picture.caption), left, top + height + 5, {
        width: across,
        height: captionHeight - 6,
        ellipsis: true,
      });
    }),
  );
}
