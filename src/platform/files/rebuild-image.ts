import sharp, { type Sharp } from "sharp";
import { rebuildLimits, type RebuildProblem } from "./rebuild-limits.ts";

/** A picture made anew from pixels alone. */
export type RebuiltPage = {
  readonly bytes: Buffer;
  readonly mediaType: "image/jpeg";
  readonly width: number;
  readonly height: number;
};

// libvips reads SVG, TIFF, PDF and more, by content and whatever the name says: none of it is wanted here.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes one frame and encodes it as a new JPEG: upright, sRGB, on white, without any metadata, so
 * that neither a position nor a hidden tail outlives it.
 */
export async function rebuildImage(bytes: Buffer): Promise<RebuiltPage[] | RebuildProblem> {
  const source = sharp(bytes, { failOn: "error", limitInputPixels: rebuildLimits.pixels, pages: 1 });
  const { width, height } = await source.metadata();
  if (width * height > rebuildLimits.pixels) return "too_many_pixels";
  const { side } = rebuildLimits;
  return [await asJpeg(source.rotate().resize({ width: side, height: side, fit: "inside", withoutEnlargement: true }))];
}

/** Encodes a picture the way all rebuilt ones are. */
export async function asJpeg(picture: Sharp): Promise<RebuiltPage> {
  const { data, info } = await picture
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .jpeg({ quality: rebuildLimits.quality })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, mediaType: "image/jpeg", width: info.width, height: info.height };
}
