import type * as z from "zod";
import type { Path, Problem, ProgramProblem } from "./problem.ts";
import { positionOf, readYaml } from "./source.ts";

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a YAML file and checks it against its schema, then by `check`, which may look across it. Everything wrong with
 * it comes back with line and column; it never throws, and ends fast whatever the file holds.
 */
export function readChecked<Schema extends z.ZodType>(
  yaml: string,
  schema: Schema,
  check: (value: z.output<Schema>) => readonly ProgramProblem[] = () => [],
): Checked<z.output<Schema>> {
  const read = readYaml(yaml);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.source.value);
  const problems = parsed.success ? check(parsed.data) : parsed.error.issues.flatMap(explain);
  if (problems.length === 0 && parsed.success) return { ok: true, value: parsed.data };
  const placed = problems.slice(0, 100).map(({ path, message, offset, atKey }) => ({
    ...positionOf(read.source, path, { offset, atKey }),
    path: path.join("."),
    message,
  }));
  return { ok: false, problems: placed.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

/** Each problem on a line of its own, as an editor jumps to it. */
export function problemLines(file: string, problems: readonly Problem[]): string {
  return problems
    .map(({ line, column, path, message }) => `${file}:${line}:${column} ${path === "" ? "" : `${path}: `}${message}`)
    .join("\n");
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
