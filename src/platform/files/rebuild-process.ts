import { createWriteStream } from "node:fs";
import { readFrames, writeFrame } from "./frames.ts";
import { rebuildImage, type RebuiltPage } from "./rebuild-image.ts";
import { rebuildLimits, type RebuildProblem } from "./rebuild-limits.ts";
import { rebuildPdf, warmPdf } from "./rebuild-pdf.ts";

// The entry of the rebuilding process (see rebuild.ts): hostile files are parsed here and nowhere else.
// Files come in on standard input, pictures go out on descriptor 3, and the end of the input is the end.

const out = createWriteStream("", { fd: 3 });

// Ctrl-C in a terminal reaches the whole group; who started this process decides when it ends.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);

type Wish = { readonly mediaType: string; readonly maxPages: number };

async function rebuild({ mediaType, maxPages }: Wish, bytes: Buffer): Promise<RebuiltPage[] | RebuildProblem> {
  try {
    return await (mediaType === "application/pdf" ? rebuildPdf(bytes, maxPages) : rebuildImage(bytes));
  } catch (cause) {
    // PDFium gone wrong leaves its memory in an unknown state: the next file gets a fresh process.
    if (mediaType === "application/pdf") process.exitCode = 1;
    return /pixel limit/i.test(String(cause)) ? "too_many_pixels" : "broken";
  }
}

await warmPdf();
writeFrame(out, { ready: true }, Buffer.alloc(0));
for await (const { head, body } of readFrames(process.stdin, rebuildLimits.inputBytes)) {
  const result = await rebuild(head as Wish, body);
  if (typeof result === "string") writeFrame(out, { problem: result, spent: process.exitCode === 1 }, Buffer.alloc(0));
  else {
    const pages = result.map(({ width, height, bytes }) => ({ width, height, size: bytes.length }));
    writeFrame(out, { pages }, Buffer.concat(result.map((page) => page.bytes)));
  }
  if (process.exitCode === 1) break;
}
