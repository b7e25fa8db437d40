import { createHash } from "node:crypto";
import { pdfOf, pdfPage, pdfStream } from "../sample-files.ts";

const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/**
 * A PDF under the standard 40-bit handler. With an empty `password` everybody can open it, and only
 * the owner's password guards what may be done with it. `name` can hide the entry from a plain search.
 */
export function encryptedPdf(password: string, name = "Encrypt"): Buffer {
  const owner = rc4(md5(padded("pemilik")).subarray(0, 5), padded(password));
  const permissions = -44;
  const bits = Buffer.alloc(4);
  bits.writeInt32LE(permissions);
  const id = Buffer.from("00112233445566778899aabbccddeeff", "hex");
  const key = md5(Buffer.concat([padded(password), owner, bits, id])).subarray(0, 5);
  const user = rc4(key, padding);
  const content = rc4(objectKey(key, 5), Buffer.from("BT /F1 36 Tf 72 700 Td (Rahasia) Tj ET", "latin1"));
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    pdfPage(5),
    pdfStream(content),
    `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> /P ${permissions} >>`,
  ];
  return pdfOf(objects, `/${name} 6 0 R /ID [<${id.toString("hex")}> <${id.toString("hex")}>]`);
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, "latin1"), padding]).subarray(0, 32);
}

function objectKey(key: Buffer, object: number): Buffer {
  return md5(Buffer.concat([key, Buffer.of(object & 255, object >> 8, 0, 0, 0)])).subarray(0, key.length + 5);
}

function md5(bytes: Buffer): Buffer {
  return createHash("md5").update(bytes).digest();
}

/** OpenSSL 3 no longer offers it, and the format needs it. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    [state[a & 255], state[b & 255]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
