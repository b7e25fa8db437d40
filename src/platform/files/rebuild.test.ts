import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { activePdfs, heavyPdfs, traces, withContent } from "../../../test/hostile-files/active-pdfs.ts";
import { encryptedPdf } from "../../../test/hostile-files/encrypted-pdf.ts";
import { impostors } from "../../../test/hostile-files/impostors.ts";
import { mutant } from "../../../test/hostile-files/mutants.ts";
import {
  jpegFlood,
  jpegWithPosition,
  jpegWithScript,
  pngFlood,
  pngWithZipTail,
} from "../../../test/hostile-files/pictures.ts";
import { ktpJpeg, ktpPng, pdf, pdfOf, pdfPage, pdfStream } from "../../../test/sample-files.ts";
import type { FileMediaType } from "./detect.ts";
import { createRebuilder, type RebuiltPage } from "./rebuild.ts";

const rebuilder = createRebuilder();
afterAll(() => rebuilder.close());

function rebuild(bytes: Buffer, mediaType: FileMediaType, maxPages = 20) {
  return rebuilder.rebuild(bytes, { mediaType, maxPages });
}

async function pagesOf(bytes: Buffer, mediaType: FileMediaType): Promise<readonly RebuiltPage[]> {
  const rebuilt = await rebuild(bytes, mediaType);
  if ("problem" in rebuilt) throw new Error(`not rebuilt: ${rebuilt.problem}`);
  return rebuilt.pages;
}

async function colourAt(page: RebuiltPage | undefined, left: number, top: number): Promise<number[]> {
  if (!page) return [];
  const pixel = await sharp(page.bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...pixel].map((value) => Math.round(value / 32));
}

describe("rebuilding pictures", () => {
  test("keeps what is seen of a JPEG and of a PNG", async () => {
    for (const [bytes, mediaType] of [
      [await ktpJpeg(), "image/jpeg"],
      [await ktpPng(), "image/png"],
    ] as const) {
      const [page] = await pagesOf(bytes, mediaType);
      expect(page).toMatchObject({ width: 860, height: 540, mediaType: "image/jpeg" });
      expect(await colourAt(page, 625, 150)).toEqual([6, 2, 2]);
    }
  });

  test("draws what was transparent on white", async () => {
    const [page] = await pagesOf(await ktpPng(), "image/png");
    expect(await colourAt(page, 0, 0)).toEqual([8, 8, 8]);
  });

  test("makes a large photograph small enough to send", async () => {
    const large = await sharp({ create: { width: 6000, height: 4000, channels: 3, background: "#777777" } })
      .jpeg()
      .toBuffer();
    expect((await pagesOf(large, "image/jpeg"))[0]).toMatchObject({ width: 2400, height: 1600 });
  });

  test("drops the position of a photograph and keeps it upright", async () => {
    const sent = await jpegWithPosition();
    expect((await sharp(sent).metadata()).orientation).toBe(6);
    expect(sent.includes("Kamera Contoh")).toBe(true);
    const [page] = await pagesOf(sent, "image/jpeg");
    expect(page).toMatchObject({ width: 300, height: 400 });
    expect(await sharp(page?.bytes).metadata()).not.toHaveProperty("exif");
    expect(page?.bytes.includes("Exif")).toBe(false);
  });

  test("leaves hidden scripts and tails behind", async () => {
    const pages = [
      ...(await pagesOf(await jpegWithScript(), "image/jpeg")),
      ...(await pagesOf(await pngWithZipTail(), "image/png")),
    ];
    for (const { bytes } of pages) {
      for (const trace of ["<script", "<html", "PK\x03\x04", "PK\x05\x06"]) expect(bytes.includes(trace)).toBe(false);
    }
  });

  test("refuses a flood of pixels before decoding it", async () => {
    expect(await rebuild(pngFlood(30_000, 30_000), "image/png")).toEqual({ problem: "too_many_pixels" });
    expect(await rebuild(await jpegFlood(), "image/jpeg")).toEqual({ problem: "too_many_pixels" });
    expect(await rebuild(pngFlood(2 ** 31 - 1, 2 ** 31 - 1), "image/png")).toEqual({ problem: "broken" });
  });

  test("refuses what was cut off", async () => {
    const [jpeg, png] = [await ktpJpeg(), await ktpPng()];
    expect(await rebuild(jpeg.subarray(0, jpeg.length / 2), "image/jpeg")).toEqual({ problem: "broken" });
    expect(await rebuild(png.subarray(0, png.length / 2), "image/png")).toEqual({ problem: "broken" });
  });

  test("reads no other kind of picture even when told that it is one of ours", async () => {
    for (const { bytes } of await impostors()) {
      if (!bytes.includes("\x89PNG", 0, "latin1"))
        expect(await rebuild(bytes, "image/png")).toEqual({ problem: "broken" });
    }
    const tiff = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#777777" } })
      .tiff()
      .toBuffer();
    expect(await rebuild(tiff, "image/png")).toEqual({ problem: "broken" });
  });
});

describe("rebuilding PDFs", () => {
  test("draws every page", async () => {
    const pages = await pagesOf(pdf(3), "application/pdf");
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [1600, 2264],
      [1600, 2264],
      [1600, 2264],
    ]);
    expect(await colourAt(pages[1], 400, 600)).toEqual([0, 0, 0]);
  });

  test("draws what was typed into a form", async () => {
    const widget =
      "<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /V (x) /Rect [100 100 400 400] /AP << /N 7 0 R >> /P 4 0 R >>";
    const form = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>",
      "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      pdfPage(5, "/Annots [6 0 R]"),
      pdfStream(""),
      widget,
      pdfStream("0 0 1 rg 0 0 300 300 re f", "/Type /XObject /Subtype /Form /BBox [0 0 300 300]"),
    ]);
    const [page] = await pagesOf(form, "application/pdf");
    const [, , blue] = await colourAt(page, 600, 1600);
    expect(blue).toBeGreaterThan(6);
  });

  test.each(Object.entries(activePdfs()))("leaves %s behind", async (_kind, bytes) => {
    const [page] = await pagesOf(bytes, "application/pdf");
    expect((await sharp(page?.bytes).metadata()).format).toBe("jpeg");
    for (const trace of traces) expect(page?.bytes.includes(trace)).toBe(false);
  });

  test("refuses encrypted ones, also when anybody may open them or the entry is hidden", async () => {
    for (const bytes of [encryptedPdf("rahasia"), encryptedPdf(""), encryptedPdf("", "#45ncrypt")]) {
      expect(await rebuild(bytes, "application/pdf")).toEqual({ problem: "encrypted" });
    }
  });

  test("refuses more pages than the slot takes", async () => {
    expect(await rebuild(pdf(3), "application/pdf", 2)).toEqual({ problem: "too_many_pages" });
    expect(await rebuild(pdf(101), "application/pdf", 1_000)).toEqual({ problem: "too_many_pages" });
  });

  test("refuses one without a page it could draw", async () => {
    expect(await rebuild(pdf().subarray(0, 120), "application/pdf")).toEqual({ problem: "broken" });
    expect(await rebuild(Buffer.from("%PDF-1.7\n"), "application/pdf")).toEqual({ problem: "broken" });
  });
});

describe("the rebuilding process", () => {
  test("is killed by time or memory, and the next file gets a fresh one", { timeout: 60_000 }, async () => {
    const strict = createRebuilder({ limitMs: 3_000 });
    try {
      for (const bytes of Object.values(heavyPdfs())) {
        const start = performance.now();
        const rebuilt = await strict.rebuild(bytes, { mediaType: "application/pdf", maxPages: 20 });
        expect("pages" in rebuilt || ["too_heavy", "broken"].includes(rebuilt.problem)).toBe(true);
        expect(performance.now() - start).toBeLessThan(8_000);
      }
      expect(await strict.rebuild(await ktpJpeg(), { mediaType: "image/jpeg", maxPages: 1 })).toHaveProperty("pages");
    } finally {
      await strict.close();
    }
  });

  test("takes files at once and answers each with its own", async () => {
    const asked = await Promise.all([
      rebuild(pdf(2), "application/pdf"),
      rebuild(await ktpJpeg(), "image/jpeg"),
      rebuild(pdf(1), "application/pdf"),
    ]);
    expect(asked.map((rebuilt) => "pages" in rebuilt && rebuilt.pages.length)).toEqual([2, 1, 1]);
  });

  test("survives 200 spoiled files, each within its time", { timeout: 120_000 }, async () => {
    const good = [
      { bytes: await ktpJpeg(), mediaType: "image/jpeg" },
      { bytes: await ktpPng(), mediaType: "image/png" },
      { bytes: pdf(2), mediaType: "application/pdf" },
      { bytes: withContent(pdfStream("BT /F1 36 Tf 72 700 Td (Contoh) Tj ET")), mediaType: "application/pdf" },
    ] as const;
    const outcomes = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const { bytes, mediaType } = good[seed % 4] ?? good[0];
      const start = performance.now();
      const rebuilt = await rebuild(mutant(bytes, seed), mediaType);
      outcomes.add("pages" in rebuilt ? "rebuilt" : rebuilt.problem);
      expect(performance.now() - start, `seed ${seed}`).toBeLessThan(31_000);
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(["rebuilt", "broken"]));
  });
});
