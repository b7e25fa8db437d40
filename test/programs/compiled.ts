import { readFileSync } from "node:fs";
import { type CompiledProgram, compileProgram } from "../../src/program/compile.ts";
import type { Program } from "../../src/program/definition.ts";
import { parseProgram } from "../../src/program/parse.ts";
import type { Regions } from "../../src/program/regions.ts";

const root = new URL("../../", import.meta.url);

/** The text of a program file, by its folder from the root of the repository. */
export function programText(folder: string): string {
  return readFileSync(new URL(`${folder}/program.yaml`, root), "utf8");
}

/** Reads a program that must be right, or fails with everything that is wrong with it. */
export function readProgram(folder: string): Program {
  const parsed = parseProgram(programText(folder));
  if (parsed.ok) return parsed.program;
  throw new Error(
    parsed.problems.map(({ line, column, message }) => `${folder}:${line}:${column} ${message}`).join("\n"),
  );
}

export function compiledProgram(folder: string, regions: Regions): CompiledProgram {
  return compileProgram(readProgram(folder), { regions });
}

export const tennisClub = "test/programs/tennis-club";
export const npwpPribadi = "programs/npwp-pribadi";
