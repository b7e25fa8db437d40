import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../paths.ts";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anApplication, worldOf, type ReviewWorld } from "../../../test/applications.ts";
import { signIn } from "../../../test/people.ts";
import { publishClosing } from "../../../test/seed.ts";
import { diskBlobStore } from "../../platform/files/blob-store.ts";
import { closeProgram } from "../../registry/applications/close.ts";
import { tmpdir } from "node:os";

let app: TestApp;
let world: ReviewWorld;
beforeAll(async () => {
  app = await testApp();
  const { institutionId } = await publishClosing(app);
  world = worldOf({ ...app, blobs: diskBlobStore(tmpdir()) }, institutionId);
});
afterAll(() => app.close());

async function closeAgo(minutes: number): Promise<void> {
  await sql`update programs set closes_at = app_now() - ${minutes} * interval '1 minute'`.execute(
    app.database.owner.kysely,
  );
}

async function openAgain(): Promise<void> {
  await sql`update programs set closes_at = file_closes_at`.execute(app.database.owner.kysely);
}

async function stateOf(id: string) {
  return app.database.owner.kysely
    .selectFrom("applications")
    .select(["status", "agreed_at", "declared_at"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

test("the box counts down, says what happens, and leads to the agreement, which can be taken back", async () => {
  const { id, accountId } = await anApplication(world).complete();
  const browser = await signIn(app, accountId, "applicant");
  const tasks = await browser.get(paths.apply.tasks(id));
  expect(tasks.html).toContain("<daftar-countdown");
  expect(tasks.html).toContain("Anda belum menyetujui pengiriman otomatis");
  const closing = await browser.get(paths.apply.closing(id));
  expect(closing.html).toContain("Kirim permohonan saya otomatis");
  expect((await browser.post(paths.apply.closing(id), {})).status).toBe(422);
  await browser.get(paths.apply.closing(id));
  const agreed = await browser.post(paths.apply.closing(id), { agree: "yes" });
  expect(agreed.html).toContain("Kirim otomatis: disetujui");
  expect(await stateOf(id)).toMatchObject({ agreed_at: expect.any(Date) as Date, declared_at: null });
  await browser.post(paths.apply.closing(id), { agree: "no" });
  expect(await stateOf(id)).toMatchObject({ agreed_at: null });
});

test("a complete draft that was declared for later is sent at the closing, and its owner finds the receipt", async () => {
  const { id, accountId } = await anApplication(world).complete();
  const browser = await signIn(app, accountId, "applicant");
  const check = await browser.get(paths.apply.check(id));
  expect(check.html).toContain("Setuju dan simpan, kirim nanti");
  const undeclared = await browser.post(paths.apply.submit(id), { later: "yes" });
  expect(undeclared.html).toContain('id="declaration-error"');
  await browser.post(paths.apply.submit(id), { later: "yes", declaration: "yes" });
  expect((await stateOf(id)).status).toBe("draft");
  expect((await browser.get(paths.apply.check(id))).html).toContain("akan dikirim otomatis saat pendaftaran ditutup");
  await closeAgo(11);
  const [program] = await app.database.owner.kysely.selectFrom("programs").select("id").execute();
  await closeProgram(app.database.worker.kysely, program?.id ?? "");
  expect((await stateOf(id)).status).toBe("submitted");
  const receipt = await browser.get(paths.apply.receipt(id));
  expect(receipt.html).toContain("Dikirim otomatis saat pendaftaran ditutup");
  await openAgain();
});

test("a page that was open at the closing is still taken during the grace, and not after it", async () => {
  const { id, accountId } = await anApplication(world).complete();
  const browser = await signIn(app, accountId, "applicant");
  await browser.get(paths.apply.check(id));
  const csrf = browser.csrf();
  await closeAgo(5);
  expect((await browser.get(paths.apply.tasks(id))).html).toContain("Pendaftaran sudah ditutup");
  await closeAgo(11);
  expect((await browser.post(paths.apply.submit(id), { declaration: "yes", csrf })).status).toBe(409);
  await closeAgo(5);
  expect((await browser.post(paths.apply.submit(id), { declaration: "yes", csrf })).url).toContain("/receipt");
  await openAgain();
});
