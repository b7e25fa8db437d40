import type { Program } from "./definition.ts";
import type { ProgramProblem } from "./problem.ts";

/** What a file says wrong about its kind: each kind beyond simple needs something of the file to stand on. */
export function checkKind(program: Program): ProgramProblem[] {
  // Without accounts there is nobody to know anything about, and only simple is allowed.
  if (program.account === "none") {
    if (program.second_factor === "optional") return [];
    return [{ path: ["second_factor"], message: "has no meaning where account is none" }];
  }
  if (program.face !== undefined && program.identity !== "biometric") {
    return [{ path: ["face"], message: "has no meaning unless identity is biometric" }];
  }
  switch (program.identity) {
    case "simple":
      return [];
    case "verified":
      return checkVerified(program);
    case "linked":
      return checkLinked(program);
    case "biometric":
      return checkBiometric(program);
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

function checkBiometric({ face, tasks }: Program): ProgramProblem[] {
  if (face === undefined)
    return [{ path: ["identity"], message: "biometric needs face: which two pictures are compared" }];
  const slots = new Map(
    tasks.flatMap(({ when, documents }) => documents.map((slot) => [slot.id, { slot, isAlways: when === undefined }])),
  );
  return (["selfie", "card"] as const).flatMap((which) => {
    const { slot, isAlways } = slots.get(face[which]) ?? {};
    const isPicture = slot?.formats.every((format) => format !== "pdf");
    if (slot && isAlways && isPicture && slot.when === undefined && !slot.optional) return [];
    return [{ path: ["face", which], message: "must name a document that everybody gives, as jpg or png" }];
  });
}
