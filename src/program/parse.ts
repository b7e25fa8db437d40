import { checkProgram } from "./check.ts";
import { Program } from "./definition.ts";
import type { Path, Problem, ProgramProblem } from "./problem.ts";
import { checkRequiresAmong } from "./requires.ts";
import { positionOf, readYaml } from "./source.ts";

export type { Problem } from "./problem.ts";

export type ParsedProgram =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads and checks a program file. Everything wrong with it comes back with line and column; it never throws, and it
 * ends fast whatever the file holds, since anyone who may upload one would otherwise be able to stop the server. With
 * `beside`, the other programs of the house, it is also checked that those it demands are there.
 */
export function parseProgram(yaml: string, beside?: readonly Program[]): ParsedProgram {
  const read = readYaml(yaml);
  if (!read.ok) return read;
  const parsed = Program.safeParse(read.source.value);
  const problems: readonly ProgramProblem[] = parsed.success
    ? [...checkProgram(parsed.data), ...(beside ? checkRequiresAmong(parsed.data, beside) : [])]
    : parsed.error.issues.flatMap(explain);
  if (problems.length === 0 && parsed.success) return { ok: true, program: parsed.data };
  const placed = problems.slice(0, 100).map(({ path, message, offset, atKey }) => ({
    ...positionOf(read.source, path, { offset, atKey }),
    path: path.join("."),
    message,
  }));
  return { ok: false, problems: placed.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** Words a schema issue for the author of a file; an unknown key is reported at the key itself. */
function explain(issue: Issue): ProgramProblem[] {
  const path: Path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.keys === undefined) return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...path, key],
    atKey: true,
    message: `${key} is not a key that the language knows here`,
  }));
}
