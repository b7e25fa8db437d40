import { parse } from "csv-parse/sync";

/** Which columns of a statement count, by their names in small letters; an empty one is guessed. */
export interface ChosenColumns {
  readonly day: string;
  readonly amount: string;
}

/** Where the table of a statement begins, and what its columns are called. */
export interface Heading {
  /** How many lines stand before it, of the bank and the account. */
  readonly before: number;
  readonly delimiter: string;
  /** In small letters, each once. */
  readonly names: readonly string[];
  readonly day: string;
  readonly amount: string;
  /** The column that says whether money came or went, where there is one. */
  readonly kind: string | undefined;
}

/** As banks call them, the surest first. */
const known = {
  day: ["tanggal transaksi", "transaction date", "posting date", "tanggal", "tgl. transaksi", "tgl", "date"],
  amount: ["kredit", "credit", "jumlah kredit", "mutasi kredit", "jumlah", "mutasi", "nominal", "amount"],
  kind: ["db/cr", "cr/db", "d/k", "dk", "jenis", "type", "tipe"],
} as const;

const delimiters = [";", ",", "\t", "|"];
const MOST_BEFORE = 40;
/** What may be said of a file that is no table at all. */
const shown = /^[\p{L}\p{N}\p{P}\p{S} ]{1,40}$/u;

/**
 * Finds the heading of a statement among its first lines. `names` of an answer without `day` or `amount` are those of
 * the line that looks most like one, so that somebody can choose.
 */
export function findHeading(text: string, chosen: ChosenColumns): Heading | { readonly names: readonly string[] } {
  let widest: readonly string[] = [];
  for (const [before, line] of text.split(/\r?\n/).slice(0, MOST_BEFORE).entries()) {
    for (const delimiter of delimiters) {
      const names = cellsOf(line, delimiter);
      const day = chosen.day === "" ? known.day.find((name) => names.includes(name)) : chosen.day;
      const amount = chosen.amount === "" ? known.amount.find((name) => names.includes(name)) : chosen.amount;
      if (day !== undefined && amount !== undefined && names.includes(day) && names.includes(amount)) {
        return { before, delimiter, names, day, amount, kind: known.kind.find((name) => names.includes(name)) };
      }
      if (names.length > widest.length) widest = names;
    }
  }
  return { names: widest.filter((name) => shown.test(name) && !name.startsWith("kolom ")).slice(0, 20) };
}

/** The names in a line, in small letters; one without a name, or named before, gets one of its place. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  const [cells = []] = readLine(line, delimiter);
  const names = cells.map((cell) => cell.trim().toLowerCase());
  return names.map((name, at) => (name === "" || names.indexOf(name) < at ? `kolom ${at + 1}` : name));
}

function readLine(line: string, delimiter: string): string[][] {
  try {
    return parse(line, { delimiter, bom: true, relax_quotes: true });
  } catch {
    return [];
  }
}
