import type { Program } from "../src/program/definition.ts";
import { ensureInstitution, publishProgram } from "../src/registry/programs/publish.ts";
import { readTemplateFiles } from "../src/registry/programs/template-files.ts";
import type { TestApp } from "./app.ts";
import { readProgram } from "./programs/compiled.ts";

/**
 * Publishes a program file in a test's database, its institution with it. `change` replaces parts
 * of the file, such as its name and window. Returns the ids that tests need.
 */
export async function publishFrom(
  app: Pick<TestApp, "database" | "keyring">,
  folder: string,
  change: Partial<Program> = {},
): Promise<{ program: Program; institutionId: string; versionId: string }> {
  const program = { ...readProgram(folder), ...change };
  const { kysely } = app.database.owner;
  const institutionId = await ensureInstitution(kysely, app.keyring, {
    slug: program.institution,
    name: { id: `Instansi ${program.institution}`, en: `Institution ${program.institution}` },
  });
  const { versionId } = await publishProgram(kysely, program, null, await readTemplateFiles(folder, program));
  return { program, institutionId, versionId };
}

/** The tax number of a person with a registration period: open for three more days, then what is complete is submitted. */
export function publishClosing(app: Pick<TestApp, "database" | "keyring">): ReturnType<typeof publishFrom> {
  return publishFrom(app, "programs/npwp-pribadi", {
    window: { opens: daysFromNow(-9), closes: daysFromNow(3), at_close: "submit_complete_and_lock", grace: "PT10M" },
  });
}

/** A moment so many days from now, as a program file writes it. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
