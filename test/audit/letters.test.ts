import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "../../src/paths.ts";
import { diskBlobStore } from "../../src/platform/files/blob-store.ts";
import { catalogOf } from "../../src/registry/programs/catalog.ts";
import { acceptApplication } from "../../src/registry/reviews/accept.ts";
import { rejectApplication } from "../../src/registry/reviews/reject.ts";
import { testApp, type TestApp } from "../app.ts";
import { anApplication, aReviewer, type ReviewWorld, type TestApplication } from "../applications.ts";
import { signIn } from "../people.ts";
import { toyRegions } from "../programs/regions.ts";
import { publishFrom } from "../seed.ts";

let app: TestApp;
let folder: string;
let world: ReviewWorld;
let reviewer: string;
beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), "letters-"));
  const { institutionId } = await publishFrom(app, "programs/npwp-pribadi");
  const { database, keyring } = app;
  const catalog = catalogOf(database.web.kysely, toyRegions());
  world = { database, keyring, catalog, blobs: diskBlobStore(folder), institutionId, close: () => Promise.resolve() };
  reviewer = await aReviewer(world, institutionId);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test("a rejection comes as a letter with its reasons and the officer's words, over as many sheets as they need", async () => {
  const application = await anApplication(world, { nik: "3171011705900781" }).claimedBy(reviewer);
  const note = `Surat keterangan sudah kedaluwarsa. ${"Mohon ajukan kembali dengan surat yang baru. ".repeat(60)}`;
  await rejectApplication(staff(), { ...act(application), reasons: ["tidak_lengkap"], note: note.slice(0, 1_900) });
  const text = await letterOf(application);
  for (const said of ["Surat pemberitahuan ditolak", "kedaluwarsa", paths.checkReceipt("R-")])
    expect(text).toContain(said);
});

test("an acceptance comes as a letter with the registration number", async () => {
  const application = await anApplication(world, { nik: "3171011705900782" }).claimedBy(reviewer);
  const accepted = await acceptApplication(staff(), act(application));
  expect(accepted).toHaveProperty("number");
  const text = await letterOf(application);
  expect(text).toContain("Surat pemberitahuan diterima");
  expect(text).toContain("number" in accepted ? accepted.number : "");
});

test("there is no letter before the decision", async () => {
  const application = await anApplication(world, { nik: "3171011705900783" }).submitted();
  const browser = await signIn(app, application.accountId, "applicant");
  expect((await browser.get(paths.apply.letter(application.id))).status).toBe(404);
  expect((await browser.get(paths.apply.status(application.id))).html).not.toContain("letter.pdf");
});

function staff() {
  return { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
}

function act({ id }: TestApplication) {
  return { applicationId: id, institutions: [world.institutionId], actorId: reviewer, round: 1 };
}

/** The letter as its owner finds it from the status page. */
async function letterOf(application: TestApplication): Promise<string> {
  const browser = await signIn(app, application.accountId, "applicant");
  expect((await browser.get(paths.apply.status(application.id))).html).toContain(paths.apply.letter(application.id));
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(app.origin + paths.apply.letter(application.id), { headers: { cookie } });
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(new Uint8Array(await answer.arrayBuffer()));
    const text = [...document.pages()].map((page) => page.getText()).join("\n");
    document.destroy();
    return text;
  } finally {
    library.destroy();
  }
}
