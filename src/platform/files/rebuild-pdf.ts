import { PDFiumLibrary, type PDFiumDocument, type PDFiumPage } from "@hyzyla/pdfium";
import sharp from "sharp";
import { asJpeg, type RebuiltPage } from "./rebuild-image.ts";
import { rebuildLimits, type RebuildProblem } from "./rebuild-limits.ts";

let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** Loads PDFium ahead of the first document. */
export async function warmPdf(): Promise<void> {
  library ??= PDFiumLibrary.init();
  await library;
}

/**
 * Draws each page as a picture. Scripts, launches, links, attachments and forms' actions stay behind:
 * this build of PDFium has no script engine, and what it draws is all that goes on.
 */
export async function rebuildPdf(bytes: Buffer, maxPages: number): Promise<RebuiltPage[] | RebuildProblem> {
  library ??= PDFiumLibrary.init();
  const document = await load(await library, bytes);
  if (typeof document === "string") return document;
  try {
    if (isEncrypted(document)) return "encrypted";
    const count = document.getPageCount();
    if (count < 1) return "broken";
    if (count > Math.min(maxPages, rebuildLimits.pages)) return "too_many_pages";
    const pages: RebuiltPage[] = [];
    for (let index = 0; index < count; index++) pages.push(await draw(document.getPage(index)));
    return pages;
  } finally {
    document.destroy();
  }
}

async function load(
  pdfium: Awaited<ReturnType<typeof PDFiumLibrary.init>>,
  bytes: Buffer,
): Promise<PDFiumDocument | RebuildProblem> {
  try {
    return await pdfium.loadDocument(bytes);
  } catch (cause) {
    return /password|security/i.test(String(cause)) ? "encrypted" : "broken";
  }
}

type Inside = {
  readonly module: { _FPDF_GetSecurityHandlerRevision(document: number): number };
  readonly documentIdx: number;
};

/** A file under an owner's password alone opens without one; the wrapper does not tell, PDFium does. */
function isEncrypted(document: PDFiumDocument): boolean {
  const { module, documentIdx } = document as unknown as Inside;
  return module._FPDF_GetSecurityHandlerRevision(documentIdx) !== -1;
}

async function draw(page: PDFiumPage): Promise<RebuiltPage> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(rebuildLimits.pageWidth / originalWidth, rebuildLimits.side / originalHeight);
  if (!Number.isFinite(scale) || scale <= 0) throw new RangeError("a page has no size");
  const image = await page.render({
    width: Math.max(1, Math.round(originalWidth * scale)),
    height: Math.max(1, Math.round(originalHeight * scale)),
    // Answers typed into a form stand in its widgets, which are drawn only when asked for.
    renderFormFields: true,
  });
  return asJpeg(sharp(image.data, { raw: { width: image.width, height: image.height, channels: 4 } }));
}
