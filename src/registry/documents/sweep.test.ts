import { afterAll, beforeAll, expect, test } from "vitest";
import { documentWorld, type DocumentWorld } from "../../../test/documents.ts";
import { ktpJpeg } from "../../../test/sample-files.ts";
import { BlobMissing } from "../../platform/files/blob-store.ts";
import { storeDocument } from "./store.ts";
import { sweepDocuments } from "./sweep.ts";

let world: DocumentWorld;
beforeAll(async () => {
  world = await documentWorld();
});
afterAll(() => world.close());

test("bytes of replaced documents go after a day, unless a submitted round speaks of them", async () => {
  const { web, worker, owner } = world.database;
  const person = await world.person();
  const blobs: string[] = [];
  const ids: string[] = [];
  for (let time = 0; time < 3; time++) {
    const upload = await world.uploadOf(await ktpJpeg(), "ktp.jpg");
    const actor = { actorId: person.accountId, actorKind: "applicant" as const };
    const place = { ...person, slot: "ktp", formats: ["jpg"] as const, maxBytes: 1 << 20 };
    const stored = await storeDocument(
      { db: web.kysely, keyring: world.keyring, blobs: world.blobs },
      { ...place, upload, actor },
    );
    if ("problem" in stored) throw new Error(stored.problem);
    ids.push(stored.document.id);
    const row = owner.kysely.selectFrom("documents").select("original_blob").where("id", "=", stored.document.id);
    blobs.push((await row.executeTakeFirstOrThrow()).original_blob);
  }
  const [submitted = "", replaced = "", present = ""] = blobs;
  const round = { application_id: person.applicationId, institution_id: world.institutionId, round: 1 };
  await owner.kysely
    .insertInto("application_rounds")
    .values({ ...round, pages: { documents: { ktp: ids[0] } } })
    .execute();
  const services = { db: worker.kysely, blobs: world.blobs };

  expect(await sweepDocuments(services)).toBe(0);
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await owner.kysely.updateTable("documents").set({ removed_at: yesterday }).where("status", "=", "removed").execute();
  expect(await sweepDocuments(services)).toBe(1);
  await expect(world.blobs.get(replaced)).rejects.toThrow(BlobMissing);
  expect((await world.blobs.get(submitted)).length).toBeGreaterThan(0);
  expect((await world.blobs.get(present)).length).toBeGreaterThan(0);
});
