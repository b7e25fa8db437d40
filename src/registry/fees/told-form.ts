import { compileProgram, type CompiledProgram } from "../../program/compile.ts";
import { Program } from "../../program/definition.ts";
import { checkPage, readPage, type FieldError, type TypedPage } from "../../program/journey.ts";
import type { Regions } from "../../program/regions.ts";
import type { Form } from "../../platform/http/form.ts";

const page = "sudah_bayar";
const title = { id: "Sudah bayar", en: "I have paid" };

/** What a payer says of a transfer, as a program of one page, so that the engine checks and draws it as any other. */
const program = Program.parse({
  program: "sudah-bayar",
  institution: "platform",
  languages: ["id", "en"],
  title,
  summary: title,
  identity: "simple",
  window: { opens: "2026-01-01", closes: null },
  once_per: "unlimited",
  number: { pattern: "{sequence}", given: "accept" },
  tasks: [
    {
      task: "transfer",
      title,
      pages: [
        {
          page,
          title,
          fields: [
            {
              id: "bank",
              type: "text",
              max_length: 60,
              label: { id: "Bank atau dompet digital yang Anda pakai", en: "The bank or wallet that you used" },
            },
            {
              id: "name",
              type: "text",
              max_length: 100,
              label: { id: "Nama pemilik rekening", en: "Name on the account" },
              hint: { id: "Boleh bukan rekening Anda sendiri.", en: "It need not be your own account." },
            },
            {
              id: "at",
              type: "date",
              past: true,
              label: { id: "Tanggal transfer", en: "Date of the transfer" },
              hint: { id: "Misalnya 21 11 2026.", en: "For example 21 11 2026." },
            },
            {
              id: "note",
              type: "text",
              max_length: 200,
              optional: true,
              label: { id: "Jam, nomor transaksi, atau catatan lain", en: "Time, transaction number or another note" },
            },
          ],
        },
      ],
    },
  ],
  declaration: title,
  review: {
    reasons: [{ reason: "lain", label: title, text: title }],
    stages: [{ stage: "bendahara", title, role: "secretariat", decisions: ["accept"], reasons: ["lain"] }],
  },
  data: { purpose: title, basis: "contract", retention: "P1Y" },
});

/** The form; `regions` are those of any compiled program. */
export function toldForm(regions: Regions): CompiledProgram {
  return compileProgram(program, { regions });
}

/** What was typed in it, and what is wrong with that. */
export interface ReadTold {
  readonly typed: TypedPage;
  readonly errors: readonly FieldError[];
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Reads the form as it was typed. */
export function readToldForm(form: CompiledProgram, posted: Form, now: Date): ReadTold {
  const typed = readPage(form, page, posted);
  const { errors, answers } = checkPage(form, page, typed, { now, others: {} });
  return { typed, errors, answers };
}
