import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentWorld, type DocumentWorld } from "../../../test/documents.ts";
import { ktpJpeg, ktpPng, pdf } from "../../../test/sample-files.ts";
import { readOriginal } from "./read.ts";
import { removeDocument } from "./remove.ts";
import { storeDocument, type StoreInput } from "./store.ts";

let world: DocumentWorld;
beforeAll(async () => {
  world = await documentWorld();
});
afterAll(() => world.close());

type Person = Awaited<ReturnType<DocumentWorld["person"]>>;

async function store(person: Person, bytes: Uint8Array, changed: Partial<StoreInput> = {}) {
  const upload = await world.uploadOf(bytes, "KTP Siti.jpg");
  return storeDocument(services(), {
    ...person,
    slot: "ktp",
    upload,
    formats: ["jpg", "png", "pdf"],
    maxBytes: 1024 * 1024,
    actor: actor(person),
    ...changed,
  });
}

function services() {
  return { db: world.database.web.kysely, keyring: world.keyring, blobs: world.blobs };
}

function actor(person: Person) {
  return { actorId: person.accountId, actorKind: "applicant" as const };
}

async function storedId(person: Person, bytes: Uint8Array, changed: Partial<StoreInput> = {}): Promise<string> {
  const stored = await store(person, bytes, changed);
  if ("problem" in stored) throw new Error(stored.problem);
  return stored.document.id;
}

function rowsOf(person: Person) {
  const { kysely } = world.database.owner;
  return kysely.selectFrom("documents").selectAll().where("account_id", "=", person.accountId).orderBy("id").execute();
}

async function blobFiles(): Promise<string[]> {
  const entries = await readdir(world.blobFolder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("storing a document", () => {
  test("takes evidence of a case also from whoever never applied to the institution that decides it", async () => {
    const { database, institutionId } = world;
    const claimant = await world.person();
    const holder = await world.person();
    await database.owner.kysely.deleteFrom("person_keys").where("account_id", "=", holder.accountId).execute();
    const nikCaseId = uuidv7();
    await database.owner.kysely
      .insertInto("nik_cases")
      .values({
        id: nikCaseId,
        institution_id: institutionId,
        claimant_id: claimant.accountId,
        holder_id: holder.accountId,
        blind_index: Buffer.alloc(32),
        key_wrapped: Buffer.alloc(32),
        status: "open",
        opened_at: sql<Date>`app_now()`,
      })
      .execute();
    const id = await storedId(holder, await ktpJpeg(), { applicationId: null, nikCaseId });
    expect(await rowsOf(holder)).toMatchObject([{ id, institution_id: institutionId, nik_case_id: nikCaseId }]);
  });

  test("keeps it sealed in quarantine, orders its check and records the deed", async () => {
    const person = await world.person();
    const bytes = await ktpJpeg();
    const id = await storedId(person, bytes);
    const [row] = await rowsOf(person);
    expect(row).toMatchObject({
      id,
      status: "quarantined",
      slot: "ktp",
      media_type: "image/jpeg",
      size: bytes.length,
      institution_id: world.institutionId,
    });
    for (const file of await blobFiles()) expect((await readFile(file)).includes(bytes.subarray(0, 64))).toBe(false);
    expect(row?.name_sealed.includes("Siti")).toBe(false);
    const { kysely } = world.database.owner;
    const audit = await kysely
      .selectFrom("audit_records")
      .select(["action", "actor_id"])
      .where("subject_id", "=", id)
      .execute();
    expect(audit).toEqual([{ action: "document.upload", actor_id: person.accountId }]);
    const jobs = await sql<{
      payload: unknown;
    }>`select payload from graphile_worker._private_jobs where payload->>'documentId' = ${id}`.execute(kysely);
    expect(jobs.rows).toEqual([{ payload: { documentId: id, maxPages: 20 } }]);
    const original = await readOriginal(services(), { documentId: id, accountId: person.accountId });
    expect(original.bytes.equals(bytes)).toBe(true);
    expect(original.name).toBe("KTP Siti.jpg");
  });

  test("replaces what stood in the slot and leaves other slots alone", async () => {
    const person = await world.person();
    const first = await storedId(person, await ktpJpeg());
    const other = await storedId(person, await ktpJpeg(), { slot: "izin" });
    const second = await storedId(person, await ktpJpeg());
    const status = Object.fromEntries((await rowsOf(person)).map((row) => [row.id, row.status]));
    expect(status).toEqual({ [first]: "removed", [other]: "quarantined", [second]: "quarantined" });
  });

  test("keeps the later of uploads at the same moment", async () => {
    const person = await world.person();
    const bytes = await ktpJpeg();
    const photo = { applicationId: null, slot: "photo" };
    for (const changed of [{}, photo]) await Promise.all([1, 2, 3, 4].map(() => storedId(person, bytes, changed)));
    const present = (await rowsOf(person)).filter(({ status }) => status !== "removed");
    expect(present.map(({ slot }) => slot).toSorted()).toEqual(["ktp", "photo"]);
  });

  test("seals the account's photo with the account's own key", async () => {
    const person = await world.person();
    const id = await storedId(person, await ktpJpeg(), { applicationId: null, slot: "photo" });
    expect((await rowsOf(person))[0]).toMatchObject({ id, application_id: null, institution_id: null });
    expect((await readOriginal(services(), { documentId: id, accountId: person.accountId })).mediaType).toBe(
      "image/jpeg",
    );
  });

  test("tells what is wrong with a file and keeps nothing of it", async () => {
    const person = await world.person();
    const before = await blobFiles();
    expect(await store(person, await ktpPng())).toEqual({ problem: "name_differs" });
    expect(await store(person, pdf(), { formats: ["jpg"] })).toEqual({ problem: "wrong_type" });
    expect(await store(person, await ktpJpeg(), { maxBytes: 1000 })).toEqual({ problem: "too_large" });
    const cut = { problem: "cut_off" as const, fields: new Map<string, string>(), unread: true };
    expect(await store(person, await ktpJpeg(), { upload: cut })).toEqual({ problem: "cut_off" });
    expect(await rowsOf(person)).toEqual([]);
    expect(await blobFiles()).toEqual(before);
  });

  test("refuses another person's application and what is no id at all", async () => {
    const [siti, budi] = [await world.person(), await world.person()];
    for (const applicationId of [budi.applicationId, crypto.randomUUID(), "1' or '1'='1", ""]) {
      await expect(store(siti, await ktpJpeg(), { applicationId })).rejects.toMatchObject({ status: 404 });
    }
    expect(await rowsOf(budi)).toEqual([]);
  });

  test("undoes everything when what follows in the transaction fails, and lets go of the upload", async () => {
    const person = await world.person();
    const before = await blobFiles();
    const upload = await world.uploadOf(await ktpJpeg(), "ktp.jpg");
    const onChanged = () => Promise.reject(new Error("not now"));
    await expect(store(person, await ktpJpeg(), { upload, onChanged })).rejects.toThrow("not now");
    expect(await rowsOf(person)).toEqual([]);
    expect(await blobFiles()).toEqual(before);
    await expect("file" in upload ? upload.file.read() : undefined).rejects.toThrow(/closed|EBADF/i);
  });
});

describe("taking a document back", () => {
  test("removes it once, with a record, and tells who waits for it", async () => {
    const person = await world.person();
    const documentId = await storedId(person, await ktpJpeg());
    let told = 0;
    const input = { accountId: person.accountId, documentId, actor: actor(person), onChanged: async () => void told++ };
    await removeDocument(services(), input);
    await removeDocument(services(), input);
    expect(told).toBe(1);
    expect((await rowsOf(person))[0]).toMatchObject({ status: "removed", removed_at: expect.any(Date) });
    await expect(readOriginal(services(), { documentId, accountId: person.accountId })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("refuses another person's document", async () => {
    const [siti, budi] = [await world.person(), await world.person()];
    const documentId = await storedId(budi, await ktpJpeg());
    for (const id of [documentId, crypto.randomUUID(), "x"]) {
      await expect(
        removeDocument(services(), { accountId: siti.accountId, documentId: id, actor: actor(siti) }),
      ).rejects.toMatchObject({ status: 404 });
    }
    expect((await rowsOf(budi))[0]?.status).toBe("quarantined");
  });
});
