import * as z from "zod";
import { nik } from "../../program/fields/nik.ts";
import { readEmail } from "../identifiers/email.ts";
import { readLoginName } from "../identifiers/login-name.ts";
import type { Member } from "./member.ts";

/** The columns of a table of members; each must be in the heading, and `birth_date` and one of `nik` and `email` may be empty. */
export const memberColumns = ["number", "name", "birth_date", "nik", "email"] as const;
export type MemberColumn = (typeof memberColumns)[number];

/** What is wrong with one column of a line; never what stands there. */
export interface ColumnProblem {
  readonly column: MemberColumn;
  readonly problem: string;
}

const Line = z.record(z.string(), z.string());

/** What a column means, undefined for what it cannot mean; an empty date, NIK or address is "". */
const readers: Readonly<Record<MemberColumn, (typed: string) => string | undefined>> = {
  number(typed) {
    const name = readLoginName(typed);
    return name?.kind === "number" ? name.value : undefined;
  },
  name: (typed) => (typed.length <= 100 && /\p{L}/u.test(typed) ? typed : undefined),
  birth_date: (typed) => (typed === "" || isBirthDate(typed) ? typed : undefined),
  nik: (typed) => (/^([0-9]{16})?$/.test(typed) ? typed : undefined),
  email: (typed) => (typed === "" ? "" : readEmail(typed)),
};

const problems: Readonly<Record<MemberColumn, string>> = {
  number: "is no registration number as one could type it to log in",
  name: "is no name of at most 100 letters",
  birth_date: "is no date in the past as 1990-05-17",
  nik: "is not 16 digits",
  email: "is no e-mail address",
};

/** Reads a line of a table of members, by its heading. */
export function readMember(record: unknown): { readonly member: Member } | { readonly problems: ColumnProblem[] } {
  const typed = Line.parse(record);
  const found: ColumnProblem[] = [];
  const read = (column: MemberColumn) => {
    const value = readers[column](typed[column] ?? "");
    if (value === undefined) found.push({ column, problem: problems[column] });
    return value ?? "";
  };
  const [number, name, birthDate, nikRead, email] = [
    read("number"),
    read("name"),
    read("birth_date"),
    read("nik"),
    read("email"),
  ];
  if (found.length === 0 && nikRead !== "" && birthDate !== "" && !agrees(nikRead, birthDate)) {
    found.push({ column: "nik", problem: "does not agree with birth_date" });
  }
  if (found.length === 0 && nikRead === "" && email === "") {
    found.push({ column: "nik", problem: "and email are both empty, so that nobody could prove to be the owner" });
  }
  if (found.length > 0) return { problems: found };
  return {
    member: {
      number,
      name,
      ...(birthDate ? { birthDate } : {}),
      ...(nikRead ? { nik: nikRead } : {}),
      ...(email ? { email } : {}),
    },
  };
}

function isBirthDate(typed: string): boolean {
  return z.iso.date().safeParse(typed).success && typed >= "1900" && Date.parse(typed) < Date.now();
}

const nikField = nik.definition.parse({
  type: "nik",
  id: "nik",
  label: { id: "NIK", en: "NIK" },
  matches_birth_date: "birth_date",
});

function agrees(value: string, birthDate: string): boolean {
  return nik.crossCheck?.(nikField, value, { birth_date: birthDate }).length === 0;
}
