import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { publishFrom } from "../../../test/seed.ts";
import { sendTicket } from "../../../test/tickets.ts";
import { sources } from "../../source-commands.ts";

const folder = mkdtempSync(join(tmpdir(), "offices-"));
const file = join(folder, "offices.csv");

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, "programs/npwp-pribadi");
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command on a table, and gives what it told. */
async function load(...lines: (string | Buffer)[]): Promise<{ out: string; err: string }> {
  writeFileSync(file, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\n")])));
  const told = { out: "", err: "" };
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => ((told.out += String(text)), true));
  const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => ((told.err += String(text)), true));
  try {
    await sources({ owner: app.database.owner.kysely, keyring: app.keyring }, ["load-offices", file]);
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  return told;
}

const heading = "code,name,address,telephone,email,web";

test("offices are loaded with a report of bad lines, and the page of a referred ticket shows what is known", async () => {
  const first = await load(
    heading,
    '31.71,,"Jalan Contoh 1, Jakarta Pusat 10000",021 500 000,dukcapil@contoh.example,https://dukcapil.contoh.example',
    "32.73,,Jalan Contoh 2,,,",
    "31.71,,Jalan Contoh 3,,,",
    "3171,,Jalan Contoh 4,,,",
    "31.00,,Jalan Contoh 5,,,",
    "33.74,,,,,",
    "35.78,,,,bukan surel,http://contoh.example",
    "12.71,terlalu,banyak,kolom,di,baris,ini",
    "33.74,,Jalan\0 Contoh 7,,,",
    Buffer.from("33.74,,Jalan Jos\xe9,,,", "latin1"),
  );
  expect(first.out).toContain("2 offices of Dukcapil are known; 8 lines were left out, 0 offices are gone.");
  for (const line of [
    ":4 this code stands on an earlier line",
    ":5 code is no regency or city, as 32.73",
    ":6 code is no regency or city, as 32.73",
    ":7 says nothing of the office",
    ":8 email: ",
    ":9 is not a line of this table",
    ":10 holds NUL or another sign that no text has, or is not UTF-8",
    ":11 holds NUL or another sign that no text has, or is not UTF-8",
  ])
    expect(first.err).toContain(`${file}${line}`);
  expect(first.err).not.toContain("bukan surel");

  const page = await sendTicket(app.browser(), { instansi: "djp" }, "nik-kk-tidak-ditemukan");
  for (const fact of [
    // From the file, since the table says no other name.
    "Suku Dinas Kependudukan dan Pencatatan Sipil Kota Administrasi Jakarta Pusat",
    "Jalan Contoh 1, Jakarta Pusat 10000",
    'href="tel:021500000"',
    'href="mailto:dukcapil@contoh.example"',
    "HALO DUKCAPIL",
  ])
    expect(page.html).toContain(fact);
  expect(page.html).not.toContain("Alamat kantor itu belum tercatat");
});

test("a new table is the whole truth of what was loaded, and one that is no good changes nothing", async () => {
  const codes = () => app.database.owner.sql`select code from dukcapil_offices order by code`;
  await expect(load(heading, "3171,,A,,,")).rejects.toThrow("no line of the file is good");
  await expect(load("kode,alamat", "31.71,A")).rejects.toThrow("code missing");
  expect(await codes()).toEqual([{ code: "31.71" }, { code: "32.73" }]);
  const next = await load("CODE,Address", "32.73,Jalan Contoh 6");
  expect(next.out).toContain("1 offices of Dukcapil are known; 0 lines were left out, 1 offices are gone.");
  expect(await codes()).toEqual([{ code: "32.73" }]);
  const records = await app.database.owner
    .sql`select data from audit_records where action = 'offices.load' order by id`;
  expect(records).toEqual([
    { data: { loaded: 2, badLines: 8, removed: 0 } },
    { data: { loaded: 1, badLines: 0, removed: 1 } },
  ]);
});
