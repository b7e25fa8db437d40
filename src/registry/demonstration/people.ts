import { randomInt } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateSecret } from "otplib";
import * as z from "zod";

const roles = [
  "applicant",
  "reviewer",
  "secretariat",
  "institution_admin",
  "agent",
  "treasurer",
  "auditor",
  "data_protection_officer",
] as const;

/** Somebody to try the service as. The password and the authenticator's secret belong to one data folder. */
const DemonstrationPerson = z.strictObject({
  role: z.enum(roles),
  /** A second role that the same person has. */
  also: z.enum(roles).optional(),
  /** Slug of the institution whose staff it is. */
  institution: z.string().optional(),
  name: z.string(),
  email: z.string(),
  password: z.string(),
  totpSecret: z.string().optional(),
});
export type DemonstrationPerson = z.output<typeof DemonstrationPerson>;

type Part = Pick<DemonstrationPerson, "role" | "also" | "institution" | "name" | "email">;

const applicant: Part = { role: "applicant", name: "Siti Contoh", email: "siti@contoh.id" };

/** The institution of the first program, with somebody in each role. */
const first = "djp";

/** The staff of an institution: enough to see its console, and two, since who rejected does not answer the appeal. */
function staffOf(institution: string): readonly Part[] {
  if (institution === first) {
    return [
      { institution, role: "reviewer", name: "Vera Contoh", email: "verifikator@contoh.id" },
      { institution, role: "secretariat", name: "Seto Contoh", email: "sekretariat@contoh.id" },
      { institution, role: "institution_admin", name: "Ayu Contoh", email: "admin@contoh.id" },
      { institution, role: "agent", name: "Agung Contoh", email: "helpdesk@contoh.id" },
      { institution, role: "auditor", name: "Audi Contoh", email: "auditor@contoh.id" },
      { institution, role: "data_protection_officer", name: "Pandu Contoh", email: "pelindungan.data@contoh.id" },
      // Nobody refuses a request about data alone.
      { institution, role: "data_protection_officer", name: "Prita Contoh", email: "pelindungan.data.2@contoh.id" },
    ];
  }
  return [
    {
      institution,
      role: "reviewer",
      also: "treasurer",
      name: "Vino Contoh",
      email: `verifikator.${institution}@contoh.id`,
    },
    {
      institution,
      role: "secretariat",
      also: "institution_admin",
      name: "Sekar Contoh",
      email: `sekretariat.${institution}@contoh.id`,
    },
  ];
}

// No letters or figures that are mistaken for one another: these are typed from a terminal.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * The people of a data folder: an applicant, and staff of each institution. Secrets are made at random at the first
 * call and stay the same ever after, in `demonstration.json`, readable by its owner only; an institution that comes later
 * gets its own then.
 */
export async function rememberPeople(
  dataDir: string,
  institutions: readonly string[],
): Promise<readonly DemonstrationPerson[]> {
  const file = join(dataDir, "demonstration.json");
  const known = (await readPeople(file)) ?? [];
  const others = institutions.filter((institution) => institution !== first).toSorted();
  const people = [applicant, ...[first, ...others].flatMap(staffOf)].map((part): DemonstrationPerson => {
    const before = known.find(({ email }) => email === part.email);
    const secrets = part.role === "applicant" ? {} : { totpSecret: before?.totpSecret ?? generateSecret() };
    return { ...part, password: before?.password ?? randomPassword(), ...secrets };
  });
  const text = `${JSON.stringify(people, null, 2)}\n`;
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return people;
}

async function readPeople(file: string): Promise<readonly DemonstrationPerson[] | undefined> {
  try {
    return z.array(DemonstrationPerson).parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new Error(`${file} cannot be read; remove the data folder to begin anew`, { cause: error });
  }
}

/** Sixteen letters in groups of four: about 79 bits. */
function randomPassword(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(""),
  );
  return groups.join("-");
}
