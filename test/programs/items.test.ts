import { afterAll, beforeAll, expect, test } from "vitest";
import { readTemplateFiles } from "../../src/registry/programs/template-files.ts";
import { ensureInstitution, publishProgram } from "../../src/registry/programs/publish.ts";
import {
  addDocument,
  anAccount,
  aReviewer,
  reviewWorld,
  submit,
  type ReviewWorld,
  type TestApplication,
} from "../applications.ts";
import { asForm, loadJourney } from "../journey.ts";
import { readProgram } from "./compiled.ts";
import { mayEdit, mayEditItems } from "../../src/registry/applications/editable.ts";
import { loadApplication } from "../../src/registry/applications/load.query.ts";
import { refreshProgress } from "../../src/registry/applications/refresh.ts";
import { removeItem } from "../../src/registry/applications/remove-item.ts";
import { savePage } from "../../src/registry/applications/save-page.ts";
import { startApplication } from "../../src/registry/applications/start.ts";
import { loadReview } from "../../src/routes/console/application/review.query.ts";
import { claimApplication } from "../../src/registry/reviews/claim.ts";
import { targetLabel } from "../../src/registry/reviews/lines.ts";
import { returnApplication } from "../../src/registry/reviews/return.ts";
import { loadSubmitted } from "../../src/registry/reviews/submitted.query.ts";
import { saveVerdicts } from "../../src/registry/reviews/verdicts.ts";
import { withStaff } from "../../src/registry/reviews/with-staff.ts";

const folder = "programs/jpt-bumn";

let world: ReviewWorld;
let institutionId: string;
beforeAll(async () => {
  world = await reviewWorld();
  const program = readProgram(folder);
  const db = world.database.owner.kysely;
  const name = { id: "Kementerian Contoh", en: "Example Ministry" };
  institutionId = await ensureInstitution(db, world.keyring, { slug: program.institution, name });
  await publishProgram(db, program, null, await readTemplateFiles(folder, program));
});
afterAll(() => world.close());

function services() {
  return { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
}

async function saveItem(application: TestApplication, item: number, values: Readonly<Record<string, string>>) {
  const { pageVersions } = await loadApplication(services(), { applicationId: application.id });
  const seenVersion = pageVersions[`riwayat_jabatan#${item}`] ?? 0;
  const input = { accountId: application.accountId, applicationId: application.id, page: "riwayat_jabatan", item };
  return savePage(services(), { ...input, form: asForm(values), seenVersion });
}

/** The first journey of the program, filled and submitted. */
async function submitted(): Promise<TestApplication> {
  const accountId = await anAccount(world, "Budi Contoh");
  const { id } = await startApplication(services(), { accountId, program: "jpt-bumn", language: "id" });
  const application = { id, accountId };
  for (const step of loadJourney(folder).paths[0]?.steps ?? []) {
    if ("document" in step) {
      await addDocument(world, application, step.document);
      continue;
    }
    for (const [at, values] of (step.items ?? [step.valid]).entries()) {
      const item = step.items === undefined ? {} : { item: at + 1 };
      const input = { accountId, applicationId: id, page: step.page, ...item, form: asForm(values), seenVersion: 0 };
      expect(await savePage(services(), input)).toMatchObject({ kind: "saved", errors: [] });
    }
  }
  await refreshProgress(services(), id);
  await submit(world, application);
  return application;
}

test("what was submitted keeps its items, and a mark on an answer in one lets only that one be corrected", async () => {
  const application = await submitted();
  const reviewer = await aReviewer(world, institutionId);
  const staff = { ...services(), db: world.database.staff.kysely };
  const act = { applicationId: application.id, institutions: [institutionId], actorId: reviewer, round: 1 };
  await claimApplication(staff, act);
  const held = await withStaff(staff.db, [institutionId], (trx) => loadSubmitted(trx, staff, application.id));
  expect(held.current.typed["riwayat_jabatan#2"]).toMatchObject({ jabatan: "Kepala Seksi" });

  const review = await withStaff(staff.db, [institutionId], (trx) =>
    loadReview(trx, staff, { applicationId: application.id, language: "id", shown: new Set() }),
  );
  const shown = review.tasks.flatMap(({ pages }) => pages).filter(({ title }) => title.startsWith("Riwayat jabatan"));
  expect(shown.map(({ title }) => title)).toEqual(["Riwayat jabatan 1", "Riwayat jabatan 2"]);
  const seen = shown.map(({ items }) => items.map(({ id, value }) => `${id}: ${value}`));
  expect(seen[0]).toContain("jabatan#1: Kepala Bidang");
  expect(seen[0]?.some((line) => line.startsWith("tahun_selesai#1"))).toBe(false);
  expect(seen[1]).toContain("tahun_selesai#2: 2018");

  const mark = { kind: "field", id: "jabatan#2" } as const;
  expect(targetLabel(held.compiled, mark, "id")).toBe("Jabatan 2, Nama jabatan");
  await saveVerdicts(staff, act, [{ ...mark, verdict: "wrong", reason: "tidak_sesuai", note: "" }]);
  await returnApplication(staff, { ...act, note: "" });

  const returned = await loadApplication(services(), { applicationId: application.id });
  expect(mayEdit(returned, "riwayat_jabatan")).toBe(true);
  expect([1, 2, 3].map((item) => mayEdit(returned, "riwayat_jabatan", item))).toEqual([false, true, false]);
  expect(mayEditItems(returned, "riwayat_jabatan")).toBe(false);
  const second = returned.typed["riwayat_jabatan#2"] as Record<string, string>;
  await expect(saveItem(application, 1, second)).rejects.toMatchObject({ status: 409 });
  await expect(saveItem(application, 3, second)).rejects.toMatchObject({ status: 409 });
  const removal = { accountId: application.accountId, applicationId: application.id, page: "riwayat_jabatan", item: 2 };
  await expect(removeItem(services(), removal)).rejects.toMatchObject({ status: 409 });
  expect(await saveItem(application, 2, { ...second, jabatan: "Kepala Subbagian" })).toMatchObject({ errors: [] });
  await submit(world, application);

  const again = await withStaff(staff.db, [institutionId], (trx) => loadSubmitted(trx, staff, application.id));
  expect(again.current.typed["riwayat_jabatan#2"]).toMatchObject({ jabatan: "Kepala Subbagian" });
  expect(again.current.typed["riwayat_jabatan#1"]).toEqual(held.current.typed["riwayat_jabatan#1"]);
  expect(again.previous?.typed["riwayat_jabatan#2"]).toMatchObject({ jabatan: "Kepala Seksi" });
});

test("a number on the row of an item is the one in its name", async () => {
  const rows = await world.database.owner.kysely.selectFrom("application_pages").selectAll().execute();
  for (const { page, repeat_index } of rows) expect(Number(page.split("#")[1] ?? 0)).toBe(repeat_index);
  expect(rows.some(({ repeat_index }) => repeat_index === 2)).toBe(true);
  const wrong = world.database.owner.kysely
    .updateTable("application_pages")
    .set({ repeat_index: 7 })
    .where("page", "=", "riwayat_jabatan#2")
    .execute();
  await expect(wrong).rejects.toMatchObject({ constraint_name: "application_pages__item_named" });
});
