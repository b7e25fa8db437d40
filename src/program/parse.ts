import { checkProgram } from "./check.ts";
import { Program } from "./definition.ts";
import type { Problem } from "./problem.ts";
import { readChecked } from "./read-checked.ts";
import { checkRequiresAmong } from "./requires.ts";

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
  const read = readChecked(yaml, Program, (program) => [
    ...checkProgram(program),
    ...(beside ? checkRequiresAmong(program, beside) : []),
  ]);
  return read.ok ? { ok: true, program: read.value } : read;
}
