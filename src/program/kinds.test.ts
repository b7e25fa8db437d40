import { expect, it } from "vitest";
import { npwpPribadi, readProgram } from "../../test/programs/compiled.ts";
import { checkProgram } from "./check.ts";
import type { Program } from "./definition.ts";

const base = readProgram(npwpPribadi);

function problemsOf(change: Partial<Program>): string[] {
  return checkProgram({ ...base, ...change }).map(({ path, message }) => `${path.join(".")} ${message}`);
}

function withCard(change: Partial<Program["tasks"][number]["documents"][number]>): Program["tasks"] {
  return base.tasks.map((task) => ({
    ...task,
    documents: task.documents.map((slot) => (slot.id === "foto_ktp" ? { ...slot, ...change } : slot)),
  }));
}

it("lets a program state the kind that its file can hold", () => {
  const face = { selfie: "foto_ktp", card: "foto_ktp" };
  expect(problemsOf({ identity: "verified" })).toEqual([]);
  expect(problemsOf({ identity: "linked" })).toEqual([]);
  expect(problemsOf({ identity: "biometric", face, tasks: withCard({ formats: ["jpg"] }) })).toEqual([]);
});

it("says what a kind lacks", () => {
  const [check] = base.checks ?? [];
  expect(problemsOf({ identity: "verified", tasks: withCard({ optional: true }) })[0]).toContain("reuse: ktp");
  expect(problemsOf({ identity: "linked", checks: undefined })[0]).toContain("linked needs checks");
  expect(problemsOf({ identity: "linked", checks: check && [{ ...check, facts: { nik: "nik" } }] })[0]).toContain(
    "linked needs checks",
  );
  expect(problemsOf({ identity: "biometric" })[0]).toContain("biometric needs face");
  expect(problemsOf({ face: { selfie: "foto_ktp", card: "foto_ktp" } })[0]).toContain("has no meaning unless");
  const face = { selfie: "tak_ada", card: "foto_ktp" };
  expect(problemsOf({ identity: "biometric", face })).toEqual([
    "face.selfie must name a document that everybody gives, as jpg or png",
    "face.card must name a document that everybody gives, as jpg or png",
  ]);
});
