import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse, type CsvError } from "csv-parse";

/** A line that was left out, from 1 with the heading, and why; never what stands in it. */
export interface BadLine {
  readonly line: number;
  readonly problem: string;
}

/**
 * Reads a table as a stream, so that its size does not matter: each line that is one as a record by the names of the
 * heading, in small letters. Throws when a column that is needed is missing, or one is named twice.
 */
export async function readCsv(
  csv: Readable,
  table: {
    readonly needed: readonly string[];
    /** What parts the columns, where it is no comma. */
    readonly delimiter?: string;
    onRecord(record: unknown, line: number): Promise<void> | void;
    onBadLine(bad: BadLine): void;
  },
): Promise<void> {
  const parser = parse({
    bom: true,
    delimiter: table.delimiter ?? ",",
    columns: (heading: string[]) => checkHeading(heading, table.needed),
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 10_000,
    on_skip: (error: CsvError | undefined) => {
      const line = typeof error?.["lines"] === "number" ? error["lines"] : 0;
      table.onBadLine({ line, problem: "is not a line of this table" });
      return undefined;
    },
  });
  await pipeline(
    csv,
    parser,
    async (rows: AsyncIterable<{ info: { lines: number }; record: Readonly<Record<string, string>> }>) => {
      for await (const { info, record } of rows) {
        if (!Object.values(record).some((cell) => strangeSigns.test(cell))) await table.onRecord(record, info.lines);
        else
          table.onBadLine({ line: info.lines, problem: "holds NUL or another sign that no text has, or is not UTF-8" });
      }
    },
  );
}

/** A line break may stand in a cell. Bytes that are no UTF-8 arrive as U+FFFD. */
const strangeSigns = /[\p{Cc}--[\t\n\r]]|\ufffd|\p{Cs}/v;

function checkHeading(heading: string[], needed: readonly string[]): string[] {
  const names = heading.map((name) => name.trim().toLowerCase());
  const missing = needed.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new Error(`the first line must name the columns; ${missing.join(", ")} missing`);
  if (new Set(names).size < names.length) throw new Error("the first line names a column twice");
  return names;
}
