import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import { anApplication, aReviewer, change, submit, worldOf, type ReviewWorld } from "../../../test/applications.ts";
import { lastLetter, people, signIn } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { unzip } from "../../../test/zip.ts";
import { paths } from "../../paths.ts";
import { keepFacts } from "../../registry/questions/facts.ts";
import { claimApplication } from "../../registry/reviews/claim.ts";
import { returnApplication } from "../../registry/reviews/return.ts";
import { saveVerdicts } from "../../registry/reviews/verdicts.ts";
import { documentKey, sealOriginal } from "../../registry/documents/seals.ts";
import { sweepDataCopies } from "../../registry/data-copies/sweep.ts";

let app: TestApp;
let world: ReviewWorld;
beforeAll(async () => {
  app = await testApp();
  const { institutionId } = await publishFrom(app, "programs/npwp-pribadi");
  world = worldOf(app, institutionId);
});
afterAll(() => app.close());

/** Makes whatever copies wait, as the worker would. */
async function makeCopies(): Promise<void> {
  const rows = await app.database.owner.sql<{ id: string }[]>`select id from data_copies where ready_at is null`;
  for (const { id } of rows) await app.jobs["make-data-copy"]?.({ copyId: id }, undefined as never);
}

/** Puts bytes where the files of a person lie as they were sent. */
async function keepOriginals(accountId: string, text: string): Promise<void> {
  const db = app.database.owner.kysely;
  const rows = await db
    .selectFrom("documents")
    .select(["id", "account_id", "institution_id", "original_blob"])
    .where("account_id", "=", accountId)
    .execute();
  for (const row of rows) {
    const key = await documentKey(db, app.keyring, row);
    await app.blobs.put(row.original_blob, sealOriginal(key, row.id, Buffer.from(text)));
  }
}

async function download(browser: Browser): Promise<Response> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  return fetch(new URL(paths.account.copy, app.origin), { headers: { cookie }, redirect: "manual" });
}

test("the copy holds what the person typed, sent, agreed to and was told, and nobody else's or officers' things", async () => {
  const application = await anApplication(world).complete();
  const { id, accountId } = application;
  await change(world, application, "identitas", { nama: "Siti Salinanzq", tempat_lahir: "Tempatzq" });
  await submit(world, application);
  await keepOriginals(accountId, "gambarzq asli");
  const facts = { kk: "3171011234567890", birthPlace: "Kotazq", birthDate: "1990-05-17" };
  await keepFacts(app.database.web.kysely, app.keyring, accountId, facts);
  const rina = await aReviewer(world, world.institutionId, ["reviewer"], "Rinazq Contoh");
  const services = { db: app.database.staff.kysely, keyring: app.keyring, catalog: world.catalog };
  const act = { applicationId: id, institutions: [world.institutionId], actorId: rina, round: 1 };
  await claimApplication(services, act);
  await saveVerdicts(services, act, [
    { kind: "field", id: "nik", verdict: "wrong", reason: "tidak_sesuai", note: "Angkazq tertukar" },
  ]);
  await returnApplication(services, { ...act, note: "Perbaikizq dahulu" });

  const browser = await signIn(app, accountId, "applicant");
  await browser.get(paths.account.data);
  const asked = await browser.post(paths.account.copy, {});
  expect(asked.html).toMatch(/S-[0-9A-Z]{5}-[0-9A-Z]{5}/);
  expect(asked.html).toContain("Sedang dibuat");
  expect((await browser.post(paths.account.copy, { csrf: browser.csrf() })).html).toContain("masih dibuat");
  await makeCopies();
  expect((await browser.get(paths.account.data)).html).toContain("Unduh salinan (ZIP");

  const response = await download(browser);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toContain("attachment");
  const archive = Buffer.from(await response.arrayBuffer());
  expect(archive.length).toBe(Number(response.headers.get("content-length")));
  const files = unzip(archive);
  const all = [...files.values()].join("\n");
  const names = [...files.keys()];
  expect(names).toEqual(
    expect.arrayContaining(["BACA-SAYA.txt", "account.json", "consents.csv", "trail.csv", "logins.csv"]),
  );
  expect([...files].find(([name]) => name.includes("foto_ktp-"))?.[1]).toBe("gambarzq asli");
  for (const text of [
    "Siti Salinanzq",
    "Kotazq",
    "Tempatzq",
    "Angkazq tertukar",
    "Perbaikizq dahulu",
    "application.submit",
  ]) {
    expect(all, text).toContain(text);
  }
  expect(all).not.toContain("Rinazq");
  expect(all).not.toContain(rina);
  const folder = names.find((name) => name.endsWith("/application.json"))?.split("/")[0] ?? "";
  const whole = JSON.parse(files.get(`${folder}/application.json`) ?? "") as {
    answers: Record<string, Record<string, string>>;
    rounds: { answers: object }[];
  };
  const pages = await app.database.owner.sql`select page from application_pages where application_id = ${id}`;
  expect(Object.keys(whole.answers).toSorted()).toEqual(pages.map((row) => String(row["page"])).toSorted());
  expect(whole.rounds[0]?.answers).toEqual(whole.answers);
  expect(files.get(`${folder}/answers.csv`)).toContain('"tempat_lahir"');
});

test("what would be a formula in a spreadsheet is none", async () => {
  const application = await anApplication(world).complete();
  await change(world, application, "alamat_ktp", { jalan_ktp: "=HYPERLINK(1)" });
  const browser = await signIn(app, application.accountId, "applicant");
  await browser.get(paths.account.data);
  await browser.post(paths.account.copy, {});
  await makeCopies();
  const files = unzip(Buffer.from(await (await download(browser)).arrayBuffer()));
  const answers = [...files].find(([name]) => name.endsWith("/answers.csv"))?.[1];
  expect(answers).toContain(`"'=HYPERLINK(1)"`);
});

test("nobody else comes by it, a proof that is old is asked for anew, and after seven days it is gone", async () => {
  const { browser, accountId, email } = await people.siti(app);
  const budi = await people.budi(app);
  await browser.get(paths.account.data);
  await browser.post(paths.account.copy, {});
  await makeCopies();
  expect((await lastLetter(app, email))?.kind).toBe("copy_ready");
  expect((await download(budi.browser)).status).toBe(404);
  const stored = await app.database.owner.sql<
    { blob: string }[]
  >`select blob from data_copies where account_id = ${accountId}`;
  expect((await app.blobs.get(stored[0]?.blob ?? "")).toString("latin1")).not.toContain("account.json");

  await app.database.owner
    .sql`update sessions set proved_at = app_now() - interval '11 minutes' where account_id = ${accountId}`;
  expect((await download(browser)).headers.get("location")).toContain(paths.account.confirm);
  await app.database.owner.sql`update sessions set proved_at = app_now() where account_id = ${accountId}`;
  expect((await download(browser)).status).toBe(200);

  await app.database.owner.sql`update data_copies set expires_at = app_now() where account_id = ${accountId}`;
  expect((await download(browser)).status).toBe(404);
  expect(await sweepDataCopies({ db: app.database.worker.kysely, blobs: app.blobs })).toBe(1);
  await expect(app.blobs.get(stored[0]?.blob ?? "")).rejects.toThrow("no blob");
  expect((await browser.get(paths.account.data)).html).toContain("Sudah dihapus");
});

test("three a day are enough", async () => {
  const { browser } = await people.siti(app);
  for (let time = 0; time < 3; time++) {
    await browser.get(paths.account.data);
    await browser.post(paths.account.copy, {});
    await makeCopies();
  }
  await browser.get(paths.account.data);
  expect((await browser.post(paths.account.copy, {})).html).toContain("tiga salinan");
});

/** Tables about accounts of which the copy has nothing, and why. */
const leftOut: Readonly<Record<string, string>> = {
  account_factors: "that there is one stands among the second factors; the secret proves who one is",
  account_lookups: "stands in the trail; opens a page to an officer for half an hour",
  erasures: "stands in the trail",
  account_tokens: "dead or secret links",
  code_factors: "stands among the second factors",
  factor_codes: "secrets of ten minutes",
  former_passwords: "hashes that only ever say no",
  held_forms: "gone within the hour, and opened by the browser alone",
  members: "the number stands among the names of the account",
  number_proofs: "facts of a code of ten minutes or that an officer looks at; what came of it stands in the trail",
  password_reminders: "the letter stands among the letters",
  person_keys: "keys",
  factor_removals: "told of by letters, which are in the copy; what came of them stands in the trail",
  recoveries: "secrets of half an hour",
  recovery_codes: "counted among the second factors; secrets",
  security_questions: "hashes of answers that only ever say yes or no",
  ticket_messages: "the agent who wrote it; what was written to a person stands with their tickets",
  source_lookups: "gone within the hour",
};

test("every table about accounts is in the copy or left out for a reason", async () => {
  const rows = await app.database.owner.sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'account_id' order by 1`;
  const copied =
    "account_identifiers account_requests applications consents data_copies documents notices passkeys remembered_devices rights_requests security_facts sessions staff_roles tickets uploads".split(
      " ",
    );
  expect(rows.map(({ name }) => name).filter((name) => !copied.includes(name) && !(name in leftOut))).toEqual([]);
});
