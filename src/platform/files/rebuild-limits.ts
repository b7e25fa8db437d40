/** What a rebuilt document may be. A KTP photographed by a telephone has 12 megapixels. */
export const rebuildLimits = {
  /** Pixels of a picture as sent; more is refused before anything is decoded. */
  pixels: 40_000_000,
  /** Longest side of a rebuilt picture. */
  side: 2400,
  /** Width of a PDF page; its height follows, up to `side`. */
  pageWidth: 1600,
  /** Most pages of any PDF; a slot may ask for fewer. */
  pages: 100,
  quality: 82,
  /** Bytes that the process may hand back for one document. */
  outputBytes: 48 * 1024 * 1024,
  inputBytes: 64 * 1024 * 1024,
} as const;

/** Why a file could not be rebuilt; each is a thing to tell the person. */
export const rebuildProblems = ["broken", "encrypted", "too_many_pages", "too_many_pixels", "too_heavy"] as const;
export type RebuildProblem = (typeof rebuildProblems)[number];
