import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { people } from "../../../test/people.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { ktpJpeg, pdf } from "../../../test/sample-files.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import type { DocumentSlot, Program } from "../../program/definition.ts";

const { apply } = paths;
const slot = "foto_ktp";
const elsewhere = { program: "npwp-lain", institution: "instansi-lain" };

/** The same program, its place for the KTP changed. */
function changed(program: string, change: Partial<DocumentSlot>): Partial<Program> {
  const { tasks } = readProgram(npwpPribadi);
  const documents = (one: DocumentSlot) => (one.id === slot ? { ...one, ...change } : one);
  return {
    program,
    institution: elsewhere.institution,
    tasks: tasks.map((task) => ({ ...task, documents: task.documents.map(documents) })),
  };
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ worker: true });
  await publishFrom(app, npwpPribadi);
  await publishFrom(app, npwpPribadi, elsewhere);
  await publishFrom(app, npwpPribadi, changed("hanya-pdf", { formats: ["pdf"] }));
  await publishFrom(app, npwpPribadi, changed("kecil", { max: "1 KiB" }));
  await publishFrom(app, npwpPribadi, changed("selembar", { pages: 1 }));
  await publishFrom(app, npwpPribadi, changed("kk", { reuse: "kk" }));
  await publishFrom(app, npwpPribadi, changed("tanpa", { reuse: undefined }));
});
afterAll(() => app.close());

async function begin(browser: Browser, program: string): Promise<string> {
  await browser.get(paths.program(program));
  await browser.post(paths.startProgram(program), {});
  return browser.page?.url.split("/").at(-1) ?? "";
}

async function give(browser: Browser, application: string, bytes: Buffer, name: string): Promise<string> {
  await browser.get(apply.step(application, slot));
  await browser.upload(apply.upload(application, slot), {}, { field: "file", name, type: "", bytes });
  return vi.waitFor(async () => {
    const document = await documentOf(application);
    expect(document?.status).not.toBe("quarantined");
    return document?.id ?? "";
  });
}

function documentOf(application: string) {
  return app.database.owner.kysely
    .selectFrom("documents")
    .selectAll()
    .where("application_id", "=", application)
    .where("slot", "=", slot)
    .where("status", "<>", "removed")
    .executeTakeFirst();
}

let siti: Browser;
let first: string;
let given: string;
beforeEach(async () => {
  ({ browser: siti } = await people.siti(app));
  first = await begin(siti, "npwp-pribadi");
  given = await give(siti, first, await ktpJpeg(), "ktp.jpg");
});

describe("a document that was given in another program", () => {
  test("is offered with program and institution, shown, and used as a copy with a life of its own", async () => {
    const second = await begin(siti, elsewhere.program);
    const page = await siti.get(apply.step(second, slot));
    expect(page.html).toContain("Sudah pernah Anda berikan");
    expect(page.html).toContain("Pendaftaran NPWP orang pribadi, Instansi djp");
    const address = apply.reuse(second, slot, given);
    expect(page.html).toContain(`href="${address}"`);
    const asked = await siti.get(address);
    expect(asked.html).toContain(apply.documentPage(first, slot, 1));
    expect(asked.html).toContain("salinan berkas ini diberikan kepada Instansi instansi-lain");
    expect((await documentOf(second))?.id).toBeUndefined();

    const used = await siti.post(address, {});
    expect(new URL(used.url).pathname).toBe(apply.step(second, slot));
    expect(used.html).toContain("Berkas diterima");
    expect(used.html).not.toContain("Sudah pernah Anda berikan");
    const [old, copy] = [await documentOf(first), await documentOf(second)];
    expect(copy).toMatchObject({ status: "ready", size: old?.size, sha256: old?.sha256, media_type: "image/jpeg" });
    expect(copy?.institution_id).not.toBe(old?.institution_id);
    expect(copy?.original_blob).not.toBe(old?.original_blob);

    await siti.post(apply.removeDocument(first, slot), {});
    await app.database.owner.sql`update documents set removed_at = removed_at - interval '2 days' where id = ${given}`;
    await app.jobs["sweep-documents"]?.({}, { signal: new AbortController().signal, attempt: 1 });
    const picture = await siti.get(apply.documentPage(second, slot, 1));
    expect(picture.status).toBe(200);
    expect(picture.headers.get("content-type")).toBe("image/jpeg");
  });

  test("counts for the task list at once, and stands in the record with where it came from", async () => {
    const second = await begin(siti, elsewhere.program);
    await siti.get(apply.step(second, slot));
    await siti.post(apply.reuse(second, slot, given), {});
    const { progress } = await app.database.owner.kysely
      .selectFrom("applications")
      .select("progress")
      .where("id", "=", second)
      .executeTakeFirstOrThrow();
    expect(progress).toMatchObject({ [slot]: "done" });
    const copy = await documentOf(second);
    const record = await app.database.owner.kysely
      .selectFrom("audit_records")
      .select("data")
      .where("action", "=", "document.reuse")
      .where("subject_id", "=", copy?.id ?? "")
      .executeTakeFirstOrThrow();
    expect(record.data).toEqual({ application: second, slot, from: given, replaced: null });
  });

  test("takes the place of what was there, and twice is no harm", async () => {
    const second = await begin(siti, elsewhere.program);
    const own = await give(siti, second, pdf(1), "lain.pdf");
    await siti.post(apply.reuse(second, slot, given), {});
    await siti.post(apply.reuse(second, slot, given), {});
    const rows = await app.database.owner.kysely
      .selectFrom("documents")
      .select(["id", "status"])
      .where("application_id", "=", second)
      .orderBy("id")
      .execute();
    expect(rows.map(({ status }) => status)).toEqual(["removed", "removed", "ready"]);
    expect(rows[0]?.id).toBe(own);
  });

  test.each(["hanya-pdf", "kecil", "kk", "tanpa"])("is not offered where it does not fit: %s", async (program) => {
    const second = await begin(siti, program);
    expect((await siti.get(apply.step(second, slot))).html).not.toContain("Sudah pernah Anda berikan");
    expect((await siti.get(apply.reuse(second, slot, given))).status).toBe(404);
    await siti.get(apply.step(second, slot));
    expect((await siti.post(apply.reuse(second, slot, given), {})).status).toBe(404);
    expect(await documentOf(second)).toBeUndefined();
  });

  test("is not offered with more pages than the place takes", async () => {
    const two = await give(siti, first, pdf(2), "ktp.pdf");
    const second = await begin(siti, "selembar");
    expect((await siti.get(apply.reuse(second, slot, two))).status).toBe(404);
    const third = await begin(siti, elsewhere.program);
    expect((await siti.get(apply.reuse(third, slot, two))).status).toBe(200);
  });

  test("is offered to nobody else, and not after it was taken back or refused", async () => {
    const { browser: budi } = await people.budi(app);
    const his = await begin(budi, elsewhere.program);
    expect((await budi.get(apply.step(his, slot))).html).not.toContain("Sudah pernah Anda berikan");
    expect((await budi.get(apply.reuse(his, slot, given))).status).toBe(404);
    await budi.get(apply.step(his, slot));
    expect((await budi.post(apply.reuse(his, slot, given), {})).status).toBe(404);
    expect((await budi.post(apply.reuse(first, slot, given), {})).status).toBe(404);

    const second = await begin(siti, elsewhere.program);
    await siti.get(apply.step(second, slot));
    for (const status of ["removed", "refused", "quarantined"] as const) {
      await app.database.owner.kysely.updateTable("documents").set({ status }).where("id", "=", given).execute();
      expect((await siti.post(apply.reuse(second, slot, given), {})).status).toBe(404);
      await siti.get(apply.step(second, slot));
    }
    expect(await documentOf(second)).toBeUndefined();
  });

  test("is not put into its own application, nor into one that was sent", async () => {
    await siti.get(apply.step(first, slot));
    expect((await siti.post(apply.reuse(first, slot, given), {})).status).toBe(404);
    const second = await begin(siti, elsewhere.program);
    await siti.get(apply.step(second, slot));
    await app.database.owner.kysely
      .updateTable("applications")
      .set({ status: "submitted" })
      .where("id", "=", second)
      .execute();
    expect((await siti.post(apply.reuse(second, slot, given), {})).status).toBe(409);
    expect((await siti.get(apply.reuse(second, slot, given))).status).toBe(409);
  });
});
