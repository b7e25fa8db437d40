import { randomInt } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateSecret } from "otplib";
import * as z from "zod";

const roles = ["applicant", "reviewer", "secretariat", "institution_admin"] as const;

/** Somebody to try the service as. The password and the authenticator's secret belong to one data folder. */
const DemonstrationPerson = z.strictObject({
  role: z.enum(roles),
  name: z.string(),
  email: z.string(),
  password: z.string(),
  totpSecret: z.string().optional(),
});
export type DemonstrationPerson = z.output<typeof DemonstrationPerson>;

const cast = [
  { role: "applicant", name: "Siti Contoh", email: "siti@contoh.id" },
  { role: "reviewer", name: "Vera Contoh", email: "verifikator@contoh.id" },
  { role: "secretariat", name: "Seto Contoh", email: "sekretariat@contoh.id" },
  { role: "institution_admin", name: "Ayu Contoh", email: "admin@contoh.id" },
] as const;

// No letters or figures that are mistaken for one another: these are typed from a terminal.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * The people of a data folder, made at random at the first call and the same ever after. They stand
 * in `demonstration.json`, readable by its owner only.
 */
export async function rememberPeople(dataDir: string): Promise<readonly DemonstrationPerson[]> {
  const file = join(dataDir, "demonstration.json");
  const known = await readPeople(file);
  if (known) return known;
  const people = cast.map((person): DemonstrationPerson => {
    const secrets = person.role === "applicant" ? {} : { totpSecret: generateSecret() };
    return { ...person, password: randomPassword(), ...secrets };
  });
  await writeFile(`${file}.new`, `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
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
