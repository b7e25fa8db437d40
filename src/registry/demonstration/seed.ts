import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Program } from "../../program/definition.ts";
import { inOrderOfNeed } from "../../program/requires.ts";
import { parseProgram } from "../../program/parse.ts";
import { findAccountByEmail } from "../accounts/account.query.ts";
import { createActiveAccount, createStaff } from "../accounts/create.ts";
import { ensureInstitution, publishProgram } from "../programs/publish.ts";
import { readTemplateFiles, type TemplateFiles } from "../programs/template-files.ts";
import { demonstrationName } from "./institutions.ts";
import { ensurePamjaki } from "./pamjaki.ts";
import { type DemonstrationPerson, rememberPeople } from "./people.ts";
import { ensureSources } from "./source-people.ts";

export interface SeedServices {
  /** The owner's connection: institutions, programs and roles are made with it. */
  readonly owner: Kysely<DB>;
  readonly keyring: Keyring;
  readonly programsFolder: string;
  /** Where the passwords of this demonstration are remembered. */
  readonly dataDir: string;
}

/**
 * Fills a database for trying the service: institutions, every program of the folder, and people to
 * sign in as. Calling it again changes nothing and gives the same people. Throws on a program file
 * that is wrong, with its line.
 */
export async function seedDemonstration(services: SeedServices): Promise<{ people: readonly DemonstrationPerson[] }> {
  const { owner, keyring } = services;
  const institutions = new Map<string, string>();
  for (const { program, files } of inOrderOfNeed(await readPrograms(services.programsFolder))) {
    const { institution: slug } = program;
    institutions.set(slug, await ensureInstitution(owner, keyring, { slug, name: demonstrationName(slug) }));
    await publishProgram(owner, program, null, files);
  }
  const people = await rememberPeople(services.dataDir, [...institutions.keys()]);
  for (const person of people) await ensurePerson(services, person, institutions);
  await ensureSources(services);
  await ensurePamjaki(services);
  return { people };
}

async function readPrograms(folder: string): Promise<{ program: Program; files: TemplateFiles }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const program = await readProgram(join(folder, name, "program.yaml"));
      return { program, files: await readTemplateFiles(join(folder, name), program) };
    }),
  );
}

async function readProgram(file: string): Promise<Program> {
  const parsed = parseProgram(await readFile(file, "utf8"));
  if (parsed.ok) return parsed.program;
  throw new Error(
    parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join("\n"),
  );
}

async function ensurePerson(
  { owner, keyring }: SeedServices,
  person: DemonstrationPerson,
  institutions: ReadonlyMap<string, string>,
): Promise<void> {
  if (await findAccountByEmail(owner, keyring, person.email)) return;
  const { role, also, institution = "", totpSecret, name, email, password } = person;
  const account = { name, email, password };
  if (role === "applicant") {
    await createActiveAccount(owner, keyring, account);
    return;
  }
  const institutionId = institutions.get(institution);
  // A folder of programs without the first institution has nothing for its staff to do.
  if (institutionId === undefined) return;
  await createStaff(owner, keyring, {
    ...account,
    roles: [role, ...(also === undefined ? [] : [also])].flatMap((one) =>
      one === "applicant" ? [] : [{ institutionId, role: one }],
    ),
    ...(totpSecret === undefined ? {} : { totpSecret }),
  });
}
