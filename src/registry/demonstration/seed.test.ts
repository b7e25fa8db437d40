import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { projectRoot } from "../../platform/project-root.ts";
import { announcePeople } from "./announce.ts";
import { seedDemonstration, type SeedServices } from "./seed.ts";

const database = await testDatabase();
const keyring = randomKeyring();
const programsFolder = join(projectRoot, "programs");
let services: SeedServices;

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "daftar-demonstration-"));
  services = { owner: database.owner.kysely, keyring, programsFolder, dataDir };
});
afterAll(async () => {
  await rm(services.dataDir, { recursive: true, force: true });
  await database.close();
});

async function counts(): Promise<Record<string, number>> {
  const [row] = await database.owner.sql<Record<string, number>[]>`
    select (select count(*)::int from accounts) as accounts, (select count(*)::int from staff_roles) as roles,
      (select count(*)::int from account_factors where confirmed_at is not null) as factors,
      (select count(*)::int from programs where version_id is not null) as programs,
      (select count(*)::int from program_versions) as versions,
      (select count(*)::int from applications where status = 'submitted') as newcomers,
      (select count(*)::int from members where person_sealed is not null) as members,
      (select count(*)::int from institutions where name ->> 'id' like '%(demonstrasi)') as institutions`;
  return row ?? {};
}

describe("the demonstration", () => {
  test("publishes every program and makes its people, and a second start changes nothing", async () => {
    const { people } = await seedDemonstration(services);
    const first = await counts();
    expect(first["programs"]).toBe(first["versions"]);
    // The first institution has seven members of staff with a role each, every other one two with three roles.
    const others = (first["institutions"] ?? 0) - 1;
    expect(others).toBeGreaterThan(1);
    // Four newcomers of PAMJAKI wait for its secretariat, and three members of before for their owners.
    expect(first).toMatchObject({ newcomers: 4, members: 3 });
    expect(first).toMatchObject({ accounts: 12 + 2 * others, roles: 7 + 4 * others, factors: 7 + 2 * others });
    const [alone] = await database.owner.sql`
      select count(*)::int as count from institutions i
      where not exists (select from staff_roles r where r.institution_id = i.id)`;
    expect(alone).toEqual({ count: 0 });
    expect(people.slice(0, 4).map(({ role }) => role)).toEqual([
      "applicant",
      "reviewer",
      "secretariat",
      "institution_admin",
    ]);
    expect((await seedDemonstration(services)).people).toEqual(people);
    expect(await counts()).toEqual(first);
  });

  test("gives staff to an institution that came after the first start, and keeps everybody else's password", async () => {
    const { people } = await seedDemonstration(services);
    const file = join(services.dataDir, "demonstration.json");
    const before = people
      .slice(0, 4)
      .map(({ role, name, email, password, totpSecret }) => ({ role, name, email, password, totpSecret }));
    await writeFile(file, JSON.stringify(before));
    const again = (await seedDemonstration(services)).people;
    expect(again.map(({ email }) => email)).toEqual(people.map(({ email }) => email));
    expect(again.slice(0, 4)).toEqual(people.slice(0, 4));
    await writeFile(file, JSON.stringify(people));
  });

  test("keeps the passwords where only their owner reads them, each its own", async () => {
    const { people } = await seedDemonstration(services);
    const file = join(services.dataDir, "demonstration.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new Set(people.map(({ password }) => password)).size).toBe(people.length);
    for (const { password } of people) expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(await readFile(file, "utf8")).toContain("siti@contoh.id");
  });

  test("tells the terminal who signs in with what", async () => {
    const { people } = await seedDemonstration(services);
    const text = announcePeople(people).join("\n");
    for (const { email, password } of people) expect(text).toMatch(new RegExp(`${email} +${password}`));
    expect(text.match(/authenticator key [A-Z2-7]{16,}/g)).toHaveLength(people.length - 1);
    expect(text).toContain("Kementerian BUMN (demonstrasi)");
  });

  test("names the line of a program file that is wrong", async () => {
    const folder = await mkdtemp(join(tmpdir(), "daftar-programs-"));
    await mkdir(join(folder, "wrong"));
    await writeFile(join(folder, "wrong/program.yaml"), "program: wrong\nfoo: 1\n");
    await expect(seedDemonstration({ ...services, programsFolder: folder })).rejects.toThrow(/program\.yaml:2:/);
    await rm(folder, { recursive: true });
  });
});
