import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import { publishFrom } from "../../../test/seed.ts";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { projectRoot } from "../../platform/project-root.ts";
import { createActiveAccount } from "../accounts/create.ts";
import { accountKey, institutionKey } from "../accounts/keys.ts";
import { addIdentifier } from "../identifiers/identifier.ts";
import { importMembers } from "./import.ts";
import { openMember } from "./member.ts";
import { placeInSeries } from "./move-series.ts";
import type { BadMember } from "./store-members.ts";

const keyring = randomKeyring();
let database: TestDatabase;
let institutionId: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ institutionId } = await publishFrom({ database, keyring }, "programs/pamjaki-anggota"));
  await publishFrom({ database, keyring }, "programs/pamjaki-seminar");
});
afterAll(() => database.close());

const heading = "number,name,birth_date,nik,email";
const siti = "PMJ-2019-00012,Siti Contoh,1990-05-17,3171015705900001,siti@contoh.example";
const budi = "PMJ-2020-00007,Budi Contoh,1985-01-02,,budi@contoh.example";

async function run(lines: readonly string[], options: { dryRun?: boolean; program?: string } = {}) {
  const bad: BadMember[] = [];
  const counts = await importMembers(
    { owner: database.owner.kysely, keyring },
    {
      program: options.program ?? "pamjaki-anggota",
      csv: Readable.from([`${lines.join("\n")}\n`]),
      dryRun: options.dryRun ?? false,
      onBadLine: (line) => bad.push(line),
    },
  );
  return { ...counts, bad };
}

function readMembers() {
  return database.owner.sql<{ id: string; person_sealed: Buffer | null; account_id: string | null }[]>`
    select id, person_sealed, account_id from members order by imported_at, id`;
}

async function nextNumber(year: number): Promise<number> {
  const [row] = await database.staff.sql<{ next: number }[]>`
    select next_number((select id from programs where slug = 'pamjaki-anggota'), ${String(year)}) as next`;
  return row?.next ?? 0;
}

it("tells in a dry run what would be, and writes nothing", async () => {
  expect(await run([heading, siti, budi, "PMJ-2019-00013,,,,"], { dryRun: true })).toMatchObject({
    added: 2,
    badLines: 1,
  });
  expect(await readMembers()).toEqual([]);
  expect(await database.owner.sql`select from audit_records where action = 'members.import'`).toHaveLength(0);
});

it("imports once, sealed, however often it is called, and takes what has changed", async () => {
  expect(await run([heading, siti, budi])).toMatchObject({ added: 2, changed: 0, unchanged: 0, badLines: 0 });
  expect(await run([heading, siti, budi])).toMatchObject({ added: 0, changed: 0, unchanged: 2, badLines: 0 });
  const moved = siti.replace("siti@", "siti.baru@");
  expect(await run([heading, moved])).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
  const rows = await readMembers();
  expect(rows).toHaveLength(2);
  const key = await institutionKey(database.owner.kysely, keyring, institutionId);
  expect(rows.map(({ id, person_sealed }) => person_sealed && openMember(key, id, person_sealed).email)).toEqual(
    expect.arrayContaining(["siti.baru@contoh.example", "budi@contoh.example"]),
  );
  expect(await run([heading, siti])).toMatchObject({ changed: 1 });
});

it("leaves bad lines out and says which column is wrong, never what stands there", async () => {
  const { bad, ...counts } = await run([
    heading,
    "081234567890,Amir Contoh,1990-05-17,,amir@contoh.example",
    "PMJ-2019-00020,1234,17-05-1990,317101,amir",
    "PMJ-2019-00021,Amir Contoh,1990-05-17,3171015805900001,",
    "PMJ-2019-00022,Amir Contoh,1990-05-17,,",
    "PMJ-2019-00023,Amir Contoh,2990-05-17,,amir@contoh.example",
    "PMJ-2019-00024,too,many,columns,here,now",
    "PMJ-2019-00025,Amir Contoh,1990-05-17,,amir@contoh.example",
    "pmj-2019-00025,Rina Contoh,1991-05-17,,rina@contoh.example",
    "PMJ-2019-00026,Rina Contoh,1991-05-17,,AMIR@contoh.example",
    "PMJ-2019-00027,Rina Contoh,1990-05-17,3171015705900001,rina@contoh.example",
  ]);
  expect(counts).toEqual({ added: 2, changed: 0, unchanged: 0, proved: 0, badLines: 8 });
  expect(bad.toSorted((a, b) => a.line - b.line)).toEqual([
    { line: 2, column: "number", problem: "is no registration number as one could type it to log in" },
    {
      line: 3,
      column: "name",
      problem:
        "is no name of at most 100 letters; birth_date is no date in the past as 1990-05-17; nik is not 16 digits; email is no e-mail address",
    },
    { line: 4, column: "nik", problem: "does not agree with birth_date" },
    { line: 5, column: "nik", problem: "and email are both empty, so that nobody could prove to be the owner" },
    { line: 6, column: "birth_date", problem: "is no date in the past as 1990-05-17" },
    { line: 7, problem: "is not a line of this table" },
    { line: 9, column: "number", problem: "stands on an earlier line" },
    { line: 11, column: "nik", problem: "is another number's already" },
  ]);
});

it("gives no number again that was imported, and moves no series back", async () => {
  const year = new Date().getFullYear();
  const first = await nextNumber(year);
  const line = (sequence: number, who: string) =>
    `PMJ-${year}-${String(sequence).padStart(5, "0")},Dewi Contoh,1990-05-17,,${who}@contoh.example`;
  expect(await run([heading, line(first + 500, "dewi")])).toMatchObject({ added: 1 });
  expect(await nextNumber(year)).toBe(first + 501);
  expect(await run([heading, line(first + 200, "dewi2")])).toMatchObject({ added: 1 });
  expect(await nextNumber(year)).toBe(first + 502);
  expect(await run([heading, line(first + 900, "dewi3")], { dryRun: true })).toMatchObject({ added: 1 });
  expect(await nextNumber(year)).toBe(first + 503);
  // A year without a series yet gets one that begins behind the number.
  expect(await run([heading, line(41, "dewi4").replace(`PMJ-${year}`, `PMJ-${year + 3}`)])).toMatchObject({ added: 1 });
  expect(await nextNumber(year + 3)).toBe(42);
});

it("leaves out a number that somebody has here already", async () => {
  const accountId = await createActiveAccount(database.owner.kysely, keyring, {
    email: "ada@contoh.example",
    name: "Ada Contoh",
    password: "kucing terbang di atas atap",
  });
  await addIdentifier(database.owner.kysely, keyring, {
    accountId,
    key: await accountKey(database.owner.kysely, keyring, accountId),
    name: { kind: "number", value: "PMJ-2018-00001" },
    verified: true,
  });
  const { bad } = await run([heading, "PMJ-2018-00001,Ada Contoh,1990-05-17,,ada2@contoh.example"]);
  expect(bad).toEqual([{ line: 2, column: "number", problem: "was given here already" }]);
});

it("finds a number that stands twice also across batches", async () => {
  const many = Array.from(
    { length: 1200 },
    (_, at) => `PMJ-2010-${String(at + 1).padStart(5, "0")},Orang Contoh,1990-05-17,,orang${at}@contoh.example`,
  );
  expect(await run([heading, ...many, many[0] ?? ""])).toMatchObject({
    added: 1200,
    bad: [{ line: 1202, column: "number", problem: "stands on an earlier line" }],
  });
  expect(await run([heading, ...many])).toMatchObject({ added: 0, unchanged: 1200 });
});

it("refuses programs that do not exist or whose numbers are no names, and headings that are wrong", async () => {
  await expect(run([heading, siti], { program: "nowhere" })).rejects.toThrow(/no program nowhere/);
  await expect(run([heading, siti], { program: "pamjaki-seminar" })).rejects.toThrow(/no names to log in with/);
  await expect(run(["number,name"])).rejects.toThrow(/birth_date, nik, email missing/);
});

it("takes the table that the how-to shows", async () => {
  const text = await readFile(join(projectRoot, "docs/how-to/import-members.md"), "utf8");
  const sample = /```csv\n(.*?)```/s.exec(text)?.[1]?.trim().split("\n") ?? [];
  const { bad, ...counts } = await run(sample, { dryRun: true });
  expect(bad).toEqual([]);
  expect(counts.added + counts.changed + counts.unchanged).toBe(3);
});

it("is out of reach of the worker, and of staff of other institutions", async () => {
  await expect(database.worker.sql`select from members`).rejects.toThrow(/permission denied/);
  expect(await database.staff.sql`select id from members`).toHaveLength(0);
  await expect(database.web.sql`select move_number_series(gen_random_uuid(), '2026', 1)`).rejects.toThrow(/denied/);
});

test.each([
  ["PMJ-{year}-{sequence:5}", "PMJ-2019-00012", { year: 2019, sequence: 12 }],
  ["PMJ-{year}-{sequence:5}", "PMJ-2019-123456", { year: 2019, sequence: 123456 }],
  ["PMJ-{year}-{sequence:5}", "PMJX2019-00012", undefined],
  ["A/{region}/{sequence}", "a/3171/7", { year: undefined, sequence: 7 }],
  ["PMJ-{year}-{sequence:5}", "LAMA-12", undefined],
])("of the pattern %s, %s is the place %j", (pattern, number, place) =>
  expect(placeInSeries(pattern, number)).toEqual(place),
);

it("takes members without a birth date, and two with one mailbox where both have one", async () => {
  const line = (sequence: number, birthDate: string, email: string) =>
    `PMJ-2002-0000${sequence},Orang Contoh,${birthDate},,${email}`;
  const { bad, added } = await run([
    heading,
    line(1, "", "tanpa.tanggal@contoh.example"),
    line(2, "1990-05-17", "keluarga@contoh.example"),
    line(3, "1991-05-17", "keluarga@contoh.example"),
    line(4, "", "keluarga@contoh.example"),
    line(5, "1992-05-17", "tanpa.tanggal@contoh.example"),
  ]);
  expect(added).toBe(3);
  expect(bad.map(({ line: at, column }) => [at, column])).toEqual([
    [5, "email"],
    [6, "email"],
  ]);
});

it("takes members who swap their NIKs, also where their lines are far apart, and tells who wants one that stays", async () => {
  const line = (sequence: number, nik: string) =>
    `PMJ-2001-0000${sequence},Orang Contoh,1990-05-17,31710157059001${nik},`;
  await run([heading, ...[1, 2, 3, 4].map((at) => line(at, `0${at}`))]);
  const between = Array.from(
    { length: 600 },
    (_, at) => `PMJ-2000-${String(at + 1).padStart(5, "0")},Orang Contoh,1990-05-17,,antara${at}@contoh.example`,
  );
  const swapped = await run([heading, line(1, "02"), line(5, "03"), ...between, line(2, "01"), line(3, "05")]);
  expect(swapped).toMatchObject({ added: 601, changed: 3, bad: [] });
  expect(await run([heading, line(1, "02"), line(2, "01"), line(3, "05"), line(5, "03")])).toMatchObject({
    unchanged: 4,
    bad: [],
  });
  // Number 4 keeps its NIK, so that whoever wants it cannot let go of their own either, which is wanted in turn.
  const { bad, changed } = await run([heading, line(1, "04"), line(2, "02"), line(4, "04")]);
  expect(bad).toEqual([
    { line: 2, column: "nik", problem: "stands on another line" },
    { line: 3, column: "nik", problem: "is another number's already" },
  ]);
  expect(changed).toBe(0);
  // Two want what number 3 gives up: the one who comes too late keeps their own, which is wanted in turn.
  const both = await run([heading, line(1, "05"), line(4, "05"), line(3, "07"), line(2, "04")]);
  expect(both.bad).toEqual([
    { line: 3, column: "nik", problem: "stands on another line" },
    { line: 5, column: "nik", problem: "is another number's already" },
  ]);
  expect(both.changed).toBe(2);
});
