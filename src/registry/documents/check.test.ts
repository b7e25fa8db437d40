import { sql } from "kysely";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encryptedPdf } from "../../../test/hostile-files/encrypted-pdf.ts";
import { jpegFlood } from "../../../test/hostile-files/pictures.ts";
import { documentWorld, type DocumentWorld } from "../../../test/documents.ts";
import { ktpJpeg, pdf } from "../../../test/sample-files.ts";
import { checkDocumentJob } from "../../jobs/check-document.ts";
import { createRebuilder } from "../../platform/files/rebuild.ts";
import { checkDocument, type CheckServices } from "./check.ts";
import { readDocumentPage, readOriginal } from "./read.ts";
import { removeDocument } from "./remove.ts";
import { storeDocument } from "./store.ts";

const rebuild = createRebuilder();
let world: DocumentWorld;
beforeAll(async () => {
  world = await documentWorld();
});
afterAll(async () => {
  await rebuild.close();
  await world.close();
});

type Person = Awaited<ReturnType<DocumentWorld["person"]>>;

function web() {
  return { db: world.database.web.kysely, keyring: world.keyring, blobs: world.blobs };
}

function worker(more: Partial<CheckServices> = {}): CheckServices {
  return { db: world.database.worker.kysely, keyring: world.keyring, blobs: world.blobs, rebuild, ...more };
}

async function stored(person: Person, bytes: Uint8Array, name: string): Promise<string> {
  const upload = await world.uploadOf(bytes, name);
  const actor = { actorId: person.accountId, actorKind: "applicant" as const };
  const result = await storeDocument(web(), {
    ...person,
    slot: "ktp",
    upload,
    formats: ["jpg", "pdf"],
    maxBytes: 1 << 20,
    actor,
  });
  if ("problem" in result) throw new Error(result.problem);
  return result.document.id;
}

async function state(documentId: string) {
  const { kysely } = world.database.owner;
  const row = await kysely
    .selectFrom("documents")
    .select(["status", "problem"])
    .where("id", "=", documentId)
    .executeTakeFirstOrThrow();
  const pages = await kysely
    .selectFrom("document_pages")
    .select("page")
    .where("document_id", "=", documentId)
    .orderBy("page")
    .execute();
  return { ...row, pages: pages.map(({ page }) => page) };
}

function readAsStaff(documentId: string, institutions: readonly string[]) {
  return world.database.staff.kysely.transaction().execute(async (trx) => {
    await sql`select set_config('daftar.institutions', ${institutions.join(",")}, true)`.execute(trx);
    return readDocumentPage({ ...web(), db: trx }, { documentId, page: 1, viewer: { institutions } });
  });
}

describe("checking a document", () => {
  test("shows nobody a document before it passed", async () => {
    const person = await world.person();
    const documentId = await stored(person, await ktpJpeg(), "ktp.jpg");
    await expect(readDocumentPage(web(), { documentId, page: 1, viewer: person })).rejects.toMatchObject({
      status: 404,
    });
    await checkDocumentJob(worker())({ documentId, maxPages: 20 });
    const page = await readDocumentPage(web(), { documentId, page: 1, viewer: person });
    expect(page).toMatchObject({ mediaType: "image/jpeg", name: "ktp.jpg" });
    expect(await sharp(page.bytes).metadata()).toMatchObject({ format: "jpeg", width: 860, height: 540 });
  });

  test("makes a picture of each page of a PDF", async () => {
    const person = await world.person();
    const documentId = await stored(person, pdf(3), "izin.pdf");
    await checkDocument(worker(), { documentId, maxPages: 20 });
    expect(await state(documentId)).toEqual({ status: "ready", problem: null, pages: [1, 2, 3] });
    const third = await readDocumentPage(web(), { documentId, page: 3, viewer: person });
    expect((await sharp(third.bytes).metadata()).width).toBe(1600);
    for (const page of [0, 4, 1.5, Number.NaN, 70_000]) {
      await expect(readDocumentPage(web(), { documentId, page, viewer: person })).rejects.toMatchObject({
        status: 404,
      });
    }
  });

  test("refuses with a reason, tells the application, and lets the person upload again", async () => {
    const person = await world.person();
    const told: string[] = [];
    const services = worker({ onChanged: async (_trx, document) => void told.push(document.application_id ?? "") });
    for (const [bytes, name, problem] of [
      [encryptedPdf("", "#45ncrypt"), "izin.pdf", "encrypted"],
      [await jpegFlood(), "ktp.jpg", "too_many_pixels"],
      [(await ktpJpeg()).subarray(0, 9000), "ktp.jpg", "broken"],
    ] as const) {
      const documentId = await stored(person, bytes, name);
      await checkDocument(services, { documentId, maxPages: 20 });
      expect(await state(documentId)).toEqual({ status: "refused", problem, pages: [] });
    }
    expect(told).toEqual([person.applicationId, person.applicationId, person.applicationId]);
  });

  test("does no harm when it runs again or twice at once", async () => {
    const person = await world.person();
    const documentId = await stored(person, pdf(2), "izin.pdf");
    await Promise.all([1, 2, 3].map(() => checkDocument(worker(), { documentId, maxPages: 20 })));
    await checkDocument(worker(), { documentId, maxPages: 20 });
    expect(await state(documentId)).toEqual({ status: "ready", problem: null, pages: [1, 2] });
    const { kysely } = world.database.owner;
    const records = await kysely
      .selectFrom("audit_records")
      .select("action")
      .where("subject_id", "=", documentId)
      .orderBy("id")
      .execute();
    expect(records.map(({ action }) => action)).toEqual(["document.upload", "document.pass"]);
  });

  test("leaves a document alone that was taken back meanwhile", async () => {
    const person = await world.person();
    const documentId = await stored(person, await ktpJpeg(), "ktp.jpg");
    const actor = { actorId: person.accountId, actorKind: "applicant" as const };
    await removeDocument(web(), { accountId: person.accountId, documentId, actor });
    await checkDocument(worker(), { documentId, maxPages: 20 });
    expect(await state(documentId)).toMatchObject({ status: "removed", pages: [] });
  });

  test("leaves it in quarantine for another try when the fault is ours", async () => {
    const person = await world.person();
    const documentId = await stored(person, await ktpJpeg(), "ktp.jpg");
    const broken = { rebuild: () => Promise.reject(new Error("no process")), close: () => Promise.resolve() };
    await expect(checkDocument(worker({ rebuild: broken }), { documentId, maxPages: 20 })).rejects.toThrow(
      "no process",
    );
    expect(await state(documentId)).toMatchObject({ status: "quarantined" });
  });
});

describe("reading a document", () => {
  test("is for its owner and for staff of its institution, page by page; the original for its owner alone", async () => {
    const [siti, budi] = [await world.person(), await world.person()];
    const documentId = await stored(siti, await ktpJpeg(), "ktp.jpg");
    await checkDocument(worker(), { documentId, maxPages: 20 });
    await expect(readDocumentPage(web(), { documentId, page: 1, viewer: budi })).rejects.toMatchObject({ status: 404 });
    await expect(readOriginal(web(), { documentId, accountId: budi.accountId })).rejects.toMatchObject({ status: 404 });
    await expect(readDocumentPage(web(), { documentId: "x", page: 1, viewer: siti })).rejects.toMatchObject({
      status: 404,
    });
    for (const [institutions, allowed] of [
      [[world.institutionId], true],
      [[crypto.randomUUID()], false],
      [[], false],
    ] as const) {
      const read = readAsStaff(documentId, institutions);
      if (allowed) expect((await read).mediaType).toBe("image/jpeg");
      else await expect(read).rejects.toMatchObject({ status: 404 });
    }
  });

  test("finds nothing for staff who name an institution that their transaction does not hold", async () => {
    const siti = await world.person();
    const documentId = await stored(siti, await ktpJpeg(), "ktp.jpg");
    await checkDocument(worker(), { documentId, maxPages: 20 });
    const db = world.database.staff.kysely;
    const viewer = { institutions: [world.institutionId] };
    await expect(readDocumentPage({ ...web(), db }, { documentId, page: 1, viewer })).rejects.toMatchObject({
      status: 404,
    });
  });
});

test("a check and a removal at the same moment wait for one another, never for ever", async () => {
  const person = await world.person();
  const actor = { actorId: person.accountId, actorKind: "applicant" as const };
  const documentId = await stored(person, await ktpJpeg(), "ktp.jpg");
  const decided = Promise.withResolvers<void>();
  // Both reckon the application's progress anew in their transaction, as the product does.
  const touch = async (db: CheckServices["db"]) => {
    await sql`update applications set updated_at = app_now() where id = ${person.applicationId}::uuid`.execute(db);
  };
  const check = checkDocument(
    worker({
      onChanged: async (trx) => {
        decided.resolve();
        await sql`select pg_sleep(0.2)`.execute(trx);
        await touch(trx);
      },
    }),
    { documentId, maxPages: 1 },
  );
  await decided.promise;
  const removal = removeDocument(web(), { accountId: person.accountId, documentId, actor, onChanged: touch });
  await expect(Promise.all([check, removal])).resolves.toBeDefined();
  expect((await state(documentId)).status).toBe("removed");
});
