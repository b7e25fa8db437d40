import type { Program } from "./definition.ts";
import type { ProgramProblem } from "./problem.ts";

/** What a file says wrong about its kind: each kind beyond simple needs something of the file to stand on. */
export function checkKind(program: Program): ProgramProblem[] {
  // Without accounts there is nobody to know anything about, and only simple is allowed.
  if (program.account === "none") return [];
  switch (program.identity) {
    case "simple":
      return [];
    case "verified":
      return checkVerified(program);
    case "linked":
      return checkLinked(program);
  }
}

function checkVerified({ tasks }: Program): ProgramProblem[] {
  const card = tasks.flatMap(({ documents }) => documents).find(({ reuse }) => reuse === "ktp");
  if (card && !card.optional) return [];
  return [{ path: ["identity"], message: "verified needs a document with reuse: ktp that is not optional" }];
}

function checkLinked({ checks = [] }: Program): ProgramProblem[] {
  const facts = checks[0]?.facts;
  if (facts?.kk !== undefined && facts.name !== undefined && facts.birth_date !== undefined) return [];
  const message = "linked needs checks, the first of them with the facts nik, kk, name and birth_date";
  return [{ path: ["identity"], message }];
}
