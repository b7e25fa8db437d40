import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../../test/app.ts";
import { people } from "../../../../test/people.ts";
import { publishFrom } from "../../../../test/seed.ts";
import { answerTicket, numberOn, sendTicket } from "../../../../test/tickets.ts";
import { paths } from "../../../paths.ts";
import { dayWords } from "../../../texts/dates.ts";

const at = paths.console.ticketRetention;

let app: TestApp;
let institution: { readonly id: string; readonly slug: string };
beforeAll(async () => {
  app = await testApp();
  await publishFrom(app, "programs/npwp-pribadi");
  institution = await app.database.owner.kysely
    .selectFrom("institutions")
    .select(["id", "slug"])
    .executeTakeFirstOrThrow();
});
afterAll(() => app.close());

test("an administrator says how long tickets are kept, and the page of each says until when", async () => {
  const asker = app.browser();
  const page = await sendTicket(asker, { instansi: institution.slug });
  numberOn(page);
  expect(page.html).toContain("selama belum selesai dan 12 bulan setelah jawaban terakhir");
  const { browser } = await people.agus(app, institution.id);
  expect((await browser.get(at)).html).toContain("Bawaan; belum pernah diubah");
  for (const months of ["0", "121", "dua belas", ""]) {
    const refused = await browser.post(at, { institution: institution.id, months });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Tulis angka dari 1 sampai 120.");
    expect(refused.html).toContain(`value="${months}"`);
  }
  const saved = await browser.post(at, { institution: institution.id, months: "24" });
  for (const text of ["Masa simpan disimpan", "24 bulan sesudah", "Agus Contoh"]) expect(saved.html).toContain(text);

  const [{ id } = { id: "" }] = await app.database.owner.sql<{ id: string }[]>`select id from tickets`;
  await answerTicket(app, id);
  const [{ until } = { until: new Date() }] = await app.database.owner.sql<{ until: Date }[]>`
    select answered_at + interval '24 months' as until from tickets`;
  const { html } = await asker.get(new URL(page.url).pathname);
  expect(html).toContain(`disimpan sampai ${dayWords(until, "Asia/Jakarta", "id")}`);
});
