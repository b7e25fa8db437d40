import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { testApp, type TestApp } from "../../../test/app.ts";
import { anInstitution, people, type TestPerson } from "../../../test/people.ts";
import { ktpJpeg } from "../../../test/sample-files.ts";
import { paths } from "../../paths.ts";
import { statuses, type Status } from "../../program/workflow.ts";

let app: TestApp;
let siti: TestPerson;
beforeAll(async () => {
  app = await testApp({ worker: true });
  siti = await people.siti(app);
});
afterAll(() => app.close());

async function aProgram(): Promise<{ institution: string; program: string; version: string }> {
  const institution = await anInstitution(app);
  const [program, version] = [uuidv7(), uuidv7()];
  const { sql } = app.database.owner;
  await sql`insert into programs (id, institution_id, slug, opens_at) values (${program}, ${institution}, 'klub-contoh', now())`;
  const definition = { title: { id: "Klub Contoh", en: "Sample Club" } };
  await sql`insert into program_versions (id, program_id, content_hash, definition) values (${version}, ${program}, ${version}, ${sql.json(definition)})`;
  return { institution, program, version };
}

describe("home", () => {
  test("greets a newcomer by name and leads to the portal", async () => {
    const page = await siti.browser.get(paths.account.home);
    expect(page.html).toContain("Halo, Siti Contoh");
    expect(page.html).toContain("Anda belum punya permohonan");
    expect(page.html).toContain(`href="${paths.help}"`);
  });

  test("shows each application with its state, number and the next thing to do, and nobody else's", async () => {
    const budi = await people.budi(app);
    const { institution, program, version } = await aProgram();
    const ids = new Map<Status, string>();
    for (const status of statuses) {
      const id = uuidv7();
      ids.set(status, id);
      await app.database.owner.kysely
        .insertInto("applications")
        .values({
          id,
          account_id: budi.accountId,
          institution_id: institution,
          program_id: program,
          version_id: version,
          language: "id",
          status,
          receipt: `K-${status}`,
          number: status === "accepted" ? "KLUB-2026-0001" : null,
        })
        .execute();
    }
    const page = await budi.browser.get(`${paths.account.home}?lang=en`);
    expect(page.html.match(/Sample Club/g)).toHaveLength(statuses.length);
    const nexts: Record<Status, string> = {
      draft: paths.apply.tasks(ids.get("draft") ?? ""),
      returned: paths.apply.tasks(ids.get("returned") ?? ""),
      submitted: paths.apply.status(ids.get("submitted") ?? ""),
      in_review: paths.apply.status(ids.get("in_review") ?? ""),
      accepted: paths.apply.receipt(ids.get("accepted") ?? ""),
      rejected: paths.apply.status(ids.get("rejected") ?? ""),
      decided: paths.apply.status(ids.get("decided") ?? ""),
      appealed: paths.apply.status(ids.get("appealed") ?? ""),
      locked: paths.apply.status(ids.get("locked") ?? ""),
      withdrawn: paths.apply.status(ids.get("withdrawn") ?? ""),
      expired: paths.apply.status(ids.get("expired") ?? ""),
    };
    for (const href of Object.values(nexts)) expect(page.html).toContain(`href="${href}"`);
    expect(page.html).toContain("Number KLUB-2026-0001");
    expect(page.html).toContain("Correct what is marked");
    expect((await siti.browser.get(paths.account.home)).html).not.toContain("Klub Contoh");
  });
});

describe("the profile", () => {
  test("shows the address masked, and changes the name and the language of letters", async () => {
    const budi = await people.budi(app);
    const page = await budi.browser.get(paths.account.profile);
    expect(page.html).not.toContain(budi.email);
    expect(page.html).toContain("@contoh.example");
    const wrong = await budi.browser.post(paths.account.profile, { name: "Budi 99", language: "xx" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="Budi 99"');
    expect(wrong.html).toContain('href="#language"');
    const saved = await budi.browser.post(paths.account.profile, { name: "Budi Santosa Contoh", language: "en" });
    expect(saved.html).toContain("Your profile has been saved");
    expect((await budi.browser.get(paths.account.home)).html).toContain("Hello, Budi Santosa Contoh");
  });

  test("takes a photo, shows it drawn anew, and removes it", async () => {
    await siti.browser.get(paths.account.profile);
    const none = await siti.browser.upload(
      paths.account.photo,
      {},
      { field: "photo", name: "", type: "application/octet-stream", bytes: new Uint8Array() },
    );
    expect(none.html).toContain("Pilih foto dahulu");
    const wrong = await siti.browser.upload(
      paths.account.photo,
      {},
      { field: "photo", name: "a.jpg", type: "image/jpeg", bytes: Buffer.from("<html>") },
    );
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Foto harus berupa JPG atau PNG");
    const forged = await siti.browser.upload(
      paths.account.photo,
      { csrf: "x" },
      { field: "photo", name: "a.jpg", type: "image/jpeg", bytes: await ktpJpeg() },
    );
    expect(forged.status).toBe(403);

    await siti.browser.get(paths.account.profile);
    const stored = await siti.browser.upload(
      paths.account.photo,
      {},
      { field: "photo", name: "a.jpg", type: "image/jpeg", bytes: await ktpJpeg() },
    );
    expect(stored.html).toContain("Foto Anda sudah diterima");
    await expect.poll(async () => (await siti.browser.get(paths.account.photo)).status, { timeout: 10_000 }).toBe(200);
    expect(siti.browser.page?.headers.get("content-type")).toBe("image/jpeg");
    const budi = await people.budi(app);
    expect((await budi.browser.get(paths.account.photo)).status).toBe(404);

    await siti.browser.get(paths.account.profile);
    const removed = await siti.browser.post(paths.account.photoRemove, {});
    expect(removed.html).toContain("Foto Anda sudah dihapus");
    expect((await siti.browser.get(paths.account.photo)).status).toBe(404);
  });
});
