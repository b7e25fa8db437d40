import writeXlsxFile, { type Cell } from "write-excel-file/node";

/** The most characters that a cell may hold. */
const LONGEST = 32_767;

/**
 * A table as XLSX, every cell a text in a column of texts: no formula comes to life, also not when
 * somebody edits the cell, and long numbers such as a NIK keep every digit. It is made in memory, so
 * the caller bounds the rows. `bold` is the row of headings, if there is one.
 */
export async function xlsxFile(
  rows: readonly (readonly string[])[],
  options: { readonly sheet: string; readonly bold: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const cells = rows.map((row, at) =>
    row.map((value): Cell => ({
      type: String,
      value: cellText(value),
      format: "@",
      ...(at === options.bold ? { fontWeight: "bold" as const } : {}),
    })),
  );
  const widest = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: widest }, () => ({ width: 24 }));
  const file = await writeXlsxFile(cells, { sheet: options.sheet, columns }).toBuffer();
  return new Uint8Array(file);
}

/** XML has no place for most control characters, however they are written. */
function cellText(value: string): string {
  const clean = value.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).toWellFormed()}…` : clean;
}
