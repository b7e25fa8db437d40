import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase, type TestDatabase } from "../test/database.ts";
import { saidBy } from "../test/said.ts";
import { commandsWith } from "./commands.ts";
import { randomKeyring } from "./platform/keys/keyring.ts";
import { findAccountByEmail } from "./registry/accounts/account.query.ts";
import { hasAuthenticator } from "./registry/accounts/authenticator.ts";
import { createStaff } from "./registry/accounts/create.ts";
import { listHolidays } from "./registry/reviews/holidays.query.ts";
import { catalogOf } from "./registry/programs/catalog.ts";
import { toyRegions } from "../test/programs/regions.ts";

const keyring = randomKeyring();
let database: TestDatabase;
let commands: ReturnType<typeof commandsWith>;
beforeAll(async () => {
  database = await testDatabase();
  commands = commandsWith({ owner: database.owner.kysely, keyring, keyDir: "nowhere" });
});
afterAll(() => database.close());

function run(name: string, ...args: string[]): Promise<string> {
  return saidBy(() => commands[name]?.(args));
}

test("an institution, its program and its first member of staff are made on the command line", async () => {
  await run("institution", "djp", "Instansi contoh", "Example institution");
  expect(await run("publish", "programs/npwp-pribadi")).toContain("is published");
  expect(await run("publish", "programs/npwp-pribadi")).toContain("was published already");
  const program = await catalogOf(database.web.kysely, toyRegions()).get("npwp-pribadi");
  expect(program.institution.name.id).toBe("Instansi contoh");
  const said = await run("staff", "admin@contoh.example", "Admin Contoh", "djp", "institution_admin");
  expect(said).toMatch(/password \w{4}(-\w{4}){4}\n/);
  const account = await findAccountByEmail(database.owner.kysely, keyring, "admin@contoh.example");
  expect(account).toMatchObject({ status: "active", staff: true });
});

test.each([
  ["institution", ["djp"], /Usage/],
  ["publish", [], /Usage/],
  ["publish", ["programs/nowhere"], /ENOENT/],
  ["staff", ["a@contoh.example", "A", "djp", "king"], /no role king/],
  ["staff", ["a@contoh.example", "A", "nowhere", "reviewer"], /no institution nowhere/],
  ["staff", ["admin@contoh.example", "A", "djp", "reviewer"], /has an account already/],
  ["forget-authenticator", ["nobody@contoh.example"], /no account/],
  ["members", ["import", "pamjaki-anggota"], /Usage/],
  ["members", ["import", "nowhere", "package.json"], /no program nowhere/],
  ["holidays", ["load"], /Usage/],
  ["holidays", ["load", "package.json"], /package\.json: /],
  ["institution", ["lain", "Lain \ufffd", "Other"], /not text in UTF-8/],
  ["keys", ["rotate"], /Usage/],
  ["keys", ["rotate", "signing"], /Usage/],
  ["keys", ["rotate", "platform", "djp"], /Usage/],
  ["keys", ["retire", "institution"], /Usage/],
  ["keys", ["rotate", "pepper", "--settle", "soon"], /Usage/],
])("%s %j says what is wrong", async (name, args, message) => {
  await expect(run(name, ...args)).rejects.toThrow(message);
});

test("members are imported from a file, and a dry run says what would be", async () => {
  await run("institution", "pamjaki", "Asosiasi contoh", "Example association");
  await run("publish", "programs/pamjaki-anggota");
  const file = join(await mkdtemp(join(tmpdir(), "daftar-members-")), "members.csv");
  await writeFile(
    file,
    "number,name,birth_date,nik,email\nPMJ-2019-00012,Siti Contoh,1990-05-17,,siti@contoh.example\nPMJ,,31-12-1990,,\n",
  );
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await run("members", "import", "pamjaki-anggota", file, "--dry-run")).toMatch(
    /^Would be: 1 new.*written\.\n$/,
  );
  expect(await run("members", "import", "pamjaki-anggota", file)).toMatch(/^1 new, 0 changed.*1 lines left out\.\n$/);
  expect(String(told.mock.calls[0]?.[0])).toBe(
    `${file}:3 name is no name of at most 100 letters; birth_date is no date in the past as 1990-05-17\n`,
  );
  told.mockRestore();
  await rm(dirname(file), { recursive: true });
});

test("the holidays of a year are those of the file, or nothing changes", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "daftar-holidays-")), "libur.csv");
  const known = async () =>
    [...(await listHolidays(database.web.kysely))].filter((day) => day.startsWith("2027")).toSorted();
  const before = await known();
  await writeFile(file, "day,name\n2027-03-10,Idulfitri\n10-03-2027,Idulfitri\n");
  await expect(run("holidays", "load", file)).rejects.toThrow(/libur\.csv: line 3: day is no date/);
  await writeFile(file, "day,name\n2027-03-10,Idul\0fitri\n");
  await expect(run("holidays", "load", file)).rejects.toThrow(/libur\.csv: line 2: name holds a sign/);
  expect(await known()).toEqual(before);
  expect(before).toContain("2027-05-06");
  await writeFile(file, "day,name\n2027-03-10,Idulfitri\n2027-12-25,Natal\n");
  const gone = before.length - 1;
  expect(await run("holidays", "load", file)).toBe(`2027: 2 holidays stand, ${gone} are gone.\n`);
  expect(await known()).toEqual(["2027-03-10", "2027-12-25"]);
  expect((await listHolidays(database.web.kysely)).has("2026-12-24")).toBe(true);
  await rm(dirname(file), { recursive: true });
});

test("a lost authenticator is forgotten, with a record of it", async () => {
  const owner = database.owner.kysely;
  const id = await createStaff(owner, keyring, {
    email: "rina@contoh.example",
    name: "Rina Contoh",
    password: "kucing terbang di atas atap",
    roles: [],
    totpSecret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  });
  await run("forget-authenticator", "rina@contoh.example");
  expect(await hasAuthenticator(owner, id)).toBe(false);
  const audit = await owner.selectFrom("audit_records").select("action").where("subject_id", "=", id).execute();
  expect(audit.map(({ action }) => action)).toContain("account.forget_authenticator");
});
