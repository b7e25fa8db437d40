import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentWorld, type DocumentWorld } from "../../../test/documents.ts";
import { ktpJpeg } from "../../../test/sample-files.ts";
import { BlobMissing, newBlobName } from "../../platform/files/blob-store.ts";
import { storeDocument } from "../documents/store.ts";
import { sweepOrphans } from "./sweep-orphans.ts";

let world: DocumentWorld;
beforeAll(async () => {
  world = await documentWorld();
});
afterAll(() => world.close());

function fileOf(name: string): string {
  return join(world.blobFolder, name.slice(0, 2), name.slice(2, 4), name);
}

async function age(file: string, hours: number): Promise<void> {
  const then = new Date(Date.now() - hours * 3_600_000);
  await utimes(file, then, then);
}

/** A file whose process died before it wrote the row. */
async function orphan(hours: number): Promise<string> {
  const name = newBlobName();
  await world.blobs.put(name, Buffer.from("disegel"));
  await age(fileOf(name), hours);
  return name;
}

const sweep = () => sweepOrphans({ db: world.database.worker.kysely, blobs: world.blobs });

test("files that no row names go after a day, what a row names and what is still being written stays", async () => {
  const person = await world.person();
  const stored = await storeDocument(
    { db: world.database.web.kysely, keyring: world.keyring, blobs: world.blobs },
    {
      ...person,
      slot: "ktp",
      formats: ["jpg"],
      maxBytes: 1 << 20,
      upload: await world.uploadOf(await ktpJpeg(), "ktp.jpg"),
      actor: { actorId: person.accountId, actorKind: "applicant" },
    },
  );
  if ("problem" in stored) throw new Error(stored.problem);
  const { original_blob: named } = await world.database.owner.kysely
    .selectFrom("documents")
    .select("original_blob")
    .executeTakeFirstOrThrow();
  await age(fileOf(named), 48);
  const [old, young] = [await orphan(25), await orphan(23)];
  const [broken, writing] = [`${fileOf(old)}.x.part`, `${fileOf(young)}.x.part`];
  for (const file of [broken, writing]) await writeFile(file, "setengah");
  await age(broken, 25);

  expect(await sweep()).toBe(1);
  await expect(world.blobs.get(old)).rejects.toThrow(BlobMissing);
  await expect(age(broken, 0)).rejects.toThrow("ENOENT");
  await age(writing, 0);
  for (const name of [named, young]) expect((await world.blobs.get(name)).length).toBeGreaterThan(0);
  expect(await sweep()).toBe(0);
});

test("so many that the database must have been set back are left alone, and it is said", async () => {
  const names = await Promise.all(Array.from({ length: 201 }, () => orphan(30)));
  await expect(sweep()).rejects.toThrow(/201 files are named by no row/);
  expect((await world.blobs.get(names[0] ?? "")).length).toBeGreaterThan(0);
});

/** Names of files that are to be removed anyhow. */
const removing = ["erasures", "forgotten_blobs"];

test("every column that names a file to be kept is asked for it", async () => {
  const { sql } = world.database.owner;
  const columns = await sql<{ table_name: string; column_name: string }[]>`
    select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name ~ 'blob'`;
  const [asked] = await sql<{ text: string }[]>`select pg_get_functiondef('unknown_blobs'::regproc) as text`;
  expect(columns.length).toBeGreaterThan(5);
  for (const { table_name, column_name } of columns) {
    if (removing.includes(table_name)) continue;
    expect(asked?.text).toMatch(new RegExp(`select ${column_name}( as blob)? from ${table_name}\\b`));
  }
});
