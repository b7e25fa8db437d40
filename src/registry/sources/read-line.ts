import * as z from "zod";
import type { PersonFacts } from "../../platform/sources/source.ts";

const sixteen = /^[0-9]{16}$/;

const Line = z.object({
  nik: z.string().regex(sixteen, "nik is not 16 digits"),
  kk: z.literal("").or(z.string().regex(sixteen, "kk is not 16 digits")).optional(),
  name: z.string().max(200, "name is too long").optional(),
  birth_place: z.string().max(100, "birth_place is too long").optional(),
  birth_date: z.literal("").or(z.iso.date("birth_date is not a date as 1990-05-17")).optional(),
});

/** Reads a line of a source's table, by its heading; the problem never repeats what stands there. */
export function readLine(
  record: unknown,
): { readonly nik: string; readonly person: PersonFacts } | { readonly problem: string } {
  const read = Line.safeParse(record);
  if (!read.success) return { problem: problemsOf(read.error.issues).join("; ") };
  const { nik, ...person } = read.data;
  return { nik, person: Object.fromEntries(Object.entries(person).filter(([, value]) => value !== "")) };
}

/** Of a value that may also be empty, only what is wrong with it when it is not. */
function problemsOf(issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.flatMap((issue) =>
    issue.code === "invalid_union" ? problemsOf(issue.errors.at(-1) ?? []) : [issue.message],
  );
}
