import { fileTypeFromBuffer } from "file-type";
import { extensionOf } from "./file-name.ts";

/** A kind of file that a document slot can ask for. */
export type FileFormat = "pdf" | "jpg" | "png" | "webp";

const mediaTypes = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
} as const satisfies Record<FileFormat, string>;

/** Media type of a format. */
export type FileMediaType = (typeof mediaTypes)[FileFormat];

/** The media type of a format, as documents are stored with it. */
export function mediaTypeOf(format: FileFormat): FileMediaType {
  return mediaTypes[format];
}

const extensions: Readonly<Record<string, FileFormat>> = {
  pdf: "pdf",
  jpg: "jpg",
  jpeg: "jpg",
  jpe: "jpg",
  jfif: "jpg",
  png: "png",
  webp: "webp",
};

export type Detected = { mediaType: FileMediaType } | { problem: "wrong_type" | "name_differs" | "encrypted" };

/**
 * Says by content, never by name, what a file is. It must be one of `formats`, and where the name
 * ends like a format, it must be that one: a name that lies is asked about rather than guessed at.
 */
export async function detectFormat(bytes: Uint8Array, name: string, formats: readonly FileFormat[]): Promise<Detected> {
  const found = await contentFormat(bytes);
  if (!found || !formats.includes(found)) return { problem: "wrong_type" };
  const extension = extensionOf(name);
  const named = Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
  if (named && named !== found) return { problem: "name_differs" };
  if (found === "pdf" && looksEncrypted(bytes)) return { problem: "encrypted" };
  return { mediaType: mediaTypes[found] };
}

async function contentFormat(bytes: Uint8Array): Promise<FileFormat | undefined> {
  try {
    const type = await fileTypeFromBuffer(bytes);
    // An animated PNG is a PNG of which one frame is taken.
    const mime = type?.mime === "image/apng" ? "image/png" : type?.mime;
    return (Object.keys(mediaTypes) as FileFormat[]).find((format) => mediaTypes[format] === mime);
  } catch {
    return undefined;
  }
}

/**
 * The entry of a trailer that names the encryption dictionary. It is never itself compressed, so that
 * this tells most people at once what the rebuilding, which asks PDFium, would tell them later.
 */
function looksEncrypted(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return /\/Encrypt\s{0,8}(?:\d{1,10}\s{1,8}\d{1,5}\s{1,8}R|<<)/.test(text);
}
