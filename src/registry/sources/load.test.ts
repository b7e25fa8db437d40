import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../../test/database.ts";
import type { BadLine } from "../../platform/files/read-csv.ts";
import { randomKeyring } from "../../platform/keys/keyring.ts";
import { loadSource } from "./load.ts";
import { SourceSilent } from "../../platform/sources/source.ts";
import { tableSource } from "./people.ts";

const keyring = randomKeyring();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function load(source: string, ...lines: string[]) {
  const bad: BadLine[] = [];
  const loaded = await loadSource(
    { owner: database.owner.kysely, keyring },
    { source, csv: Readable.from([`${lines.join("\n")}\n`]), onBadLine: (line) => bad.push(line) },
  );
  return { ...loaded, bad };
}

const heading = "nik,kk,name,birth_place,birth_date";
const siti = "3171011705900001,3171010101150001,SITI CONTOH,BANDUNG,1990-05-17";

it("finds whom it loaded, and says which lines it left out without repeating them", async () => {
  const loaded = await load(
    "dukcapil",
    heading,
    siti,
    "12345,,TERLALU PENDEK,,",
    siti,
    "3171011705900002,,BUDI CONTOH,,17-05-1990",
    "3171011705900003,too,many,columns,here,now",
    '3171011705900004,,"AMIR, CONTOH",,',
  );
  expect(loaded).toEqual({
    people: 2,
    badLines: 4,
    removed: 0,
    bad: expect.arrayContaining([
      { line: 3, problem: "nik is not 16 digits" },
      { line: 4, problem: "this NIK stands on an earlier line" },
      { line: 5, problem: "birth_date is not a date as 1990-05-17" },
      { line: 6, problem: "is not a line of this table" },
    ]),
  });
  const source = tableSource(database.worker.kysely, keyring, "dukcapil");
  expect(await source.find("3171011705900001")).toEqual({
    kk: "3171010101150001",
    name: "SITI CONTOH",
    birth_place: "BANDUNG",
    birth_date: "1990-05-17",
  });
  expect(await source.find("3171011705900004")).toEqual({ name: "AMIR, CONTOH" });
  expect(await source.find("3171011705900002")).toBeUndefined();
});

it("takes a new file for the whole truth, and keeps the old one when the new is no good", async () => {
  await load("dapodik", heading, siti);
  await expect(load("dapodik", heading, "1,,,,")).rejects.toThrow("no line of the file is good");
  await expect(load("dapodik", "nomor,nama", "1,A")).rejects.toThrow("nik missing");
  const source = tableSource(database.worker.kysely, keyring, "dapodik");
  expect(await source.find("3171011705900001")).toBeDefined();
  expect(await load("dapodik", heading, siti.replace("0001,", "0009,"))).toMatchObject({ people: 1, removed: 1 });
  expect(await source.find("3171011705900001")).toBeUndefined();
  expect(await source.find("3171011705900009")).toBeDefined();
});

it("does not answer before it was loaded", async () => {
  await expect(tableSource(database.worker.kysely, keyring, "pppk").find("3171011705900001")).rejects.toThrow(
    SourceSilent,
  );
});

it("lets no page of applicants read it", async () => {
  await expect(database.web.sql`select from source_people`).rejects.toThrow(/permission denied/);
  await expect(database.staff.sql`select from sources`).rejects.toThrow(/permission denied/);
});

it("finds a NIK that stands twice also across batches", async () => {
  const people = Array.from({ length: 2500 }, (_, at) => `${3171011705900001n + BigInt(at)},,ORANG ${at} CONTOH,,`);
  const loaded = await load("besar", heading, ...people, people[0] ?? "");
  expect(loaded).toMatchObject({ people: 2500, bad: [{ line: 2502, problem: "this NIK stands on an earlier line" }] });
});
