import { hash } from "node:crypto";
import { Readable } from "node:stream";
import * as z from "zod";
import { readCsv } from "../../platform/files/read-csv.ts";
import { readAmount } from "./read-amount.ts";
import { type ChosenColumns, findHeading, type Heading } from "./statement-heading.ts";

/** Money that came, as a line of a statement says it. */
export interface StatementLine {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Day of the calendar as 2026-11-21. */
  readonly day: string;
  readonly amount: number;
  /** References of orders that stand anywhere in it, as we write them. */
  readonly references: readonly string[];
  /** Names the line also in another file that has it. */
  readonly transactionId: string;
}

export interface ReadStatement {
  readonly lines: readonly StatementLine[];
  /** Lines that could not be read. */
  readonly badLines: number;
  /** Lines of money that went out. */
  readonly debits: number;
}

/** A statement longer than this is two. */
const MOST_LINES = 5000;
const Row = z.record(z.string(), z.string());

/**
 * Reads the statement of a bank, whose table may begin after lines about the account. `columns` are the names found
 * where those of day or amount are not among them; `too_long` is a table of more than 5 000 lines.
 */
export async function readStatement(
  bytes: Uint8Array,
  chosen: ChosenColumns,
): Promise<ReadStatement | { readonly columns: readonly string[] } | "too_long"> {
  const text = Buffer.from(bytes).toString("utf8");
  const heading = findHeading(text, chosen);
  if (!("day" in heading)) return { columns: heading.names };
  const rest = text.split(/\r?\n/).slice(heading.before + 1);
  if (rest.length > MOST_LINES) return "too_long";
  const read = { lines: [] as StatementLine[], badLines: 0, debits: 0 };
  const seen = new Map<string, number>();
  // The heading goes again in names that are there once.
  const csv = [heading.names.map((name) => `"${name.replaceAll('"', '""')}"`).join(heading.delimiter), ...rest];
  await readCsv(Readable.from([csv.join("\n")]), {
    needed: [],
    delimiter: heading.delimiter,
    onBadLine: () => void read.badLines++,
    onRecord: (record, line) => {
      const row = Row.parse(record);
      const one = readRow(row, heading);
      if (one === "debit") read.debits++;
      else if (one === undefined) read.badLines++;
      else {
        const digest = hash("sha256", Object.values(row).join("\u001f"), "hex");
        // Two lines that are the same in all are two payments of the same day.
        const times = (seen.get(digest) ?? 0) + 1;
        seen.set(digest, times);
        const transactionId = `line ${digest.slice(0, 40)} ${times}`;
        read.lines.push({ line: line + heading.before, ...one, references: referencesIn(row), transactionId });
      }
    },
  });
  return read;
}

/** What stands in a column of sides beside money that went out. `Deposit` and `Dana masuk` came in. */
const wentOut = /^\s*(d|db|dr|debit|debet|keluar|out)\.?\s*$/i;

function readRow(row: Readonly<Record<string, string>>, heading: Heading) {
  const typed = row[heading.amount] ?? "";
  const side = /\s*(CR|DB|DR|K|D)\.?$/i.exec(typed)?.[1] ?? row[heading.kind ?? ""] ?? "";
  if (wentOut.test(side) || /^\s*-/.test(typed)) return "debit";
  const plain = typed.replace(/\s*(CR|K)\.?$/i, "");
  // A table with a column of each side leaves the other empty, or zero.
  if (/^[\s0.,]*$/.test(plain)) return "debit";
  const amount = readAmount(plain);
  const day = readDay(row[heading.day] ?? "");
  return amount === undefined || day === undefined ? undefined : { amount, day };
}

/** `21/11/2026`, `21-11-26`, `2026-11-21`, with whatever time follows. */
function readDay(typed: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})\b/.exec(typed);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(typed);
  const [year, month, day] = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return written.startsWith("20") && z.iso.date().safeParse(written).success ? written : undefined;
}

/** Banks drop hyphens and change the case of what a payer writes. */
function referencesIn(row: Readonly<Record<string, string>>): readonly string[] {
  const text = Object.values(row).join(" ").toUpperCase();
  const found = [...text.matchAll(/\bB[\s-]?([0-9A-HJKMNP-TV-Z]{5})[\s-]?([0-9A-HJKMNP-TV-Z]{5})\b/g)];
  return [...new Set(found.map(([, first, second]) => `B-${first}-${second}`))];
}
