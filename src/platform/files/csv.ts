import type { Options } from "csv-stringify";
import { stringify } from "csv-stringify/sync";

/**
 * How tables leave the service as CSV. A value that a spreadsheet would run as a formula gets an
 * apostrophe before it; every value is quoted, since a spreadsheet that parts at semicolons would
 * otherwise find a formula in the middle of one.
 */
const options = { quoted: true, escape_formulas: true, record_delimiter: "windows" } as const satisfies Options;

/** Rows as CSV. The first rows of a file begin with the byte order mark, which tells a spreadsheet that this is UTF-8. */
export function csvText(rows: readonly (readonly string[])[], { first }: { readonly first: boolean }): string {
  return stringify(
    rows.map((row) => [...row]),
    { ...options, bom: first },
  );
}

/** Batches of rows as CSV, each written as it comes: a long table needs no more memory than a short one. */
export function csvStream(batches: AsyncIterator<readonly (readonly string[])[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let first = true;
  return new ReadableStream({
    async pull(controller) {
      const next = await batches.next();
      if (next.done === true) return controller.close();
      controller.enqueue(encoder.encode(csvText(next.value, { first })));
      first = false;
    },
    async cancel() {
      await batches.return?.();
    },
  });
}
