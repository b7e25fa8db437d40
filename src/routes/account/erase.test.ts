import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import {
  anApplication,
  aReviewer,
  foreignProgram,
  publish,
  worldOf,
  type ReviewWorld,
  type TestApplication,
} from "../../../test/applications.ts";
import { lastLetter, people, signIn, testPassword } from "../../../test/people.ts";
import { aRight } from "../../../test/rights.ts";
import { publishFrom } from "../../../test/seed.ts";
import { contentOf, textPart } from "../../jobs/letters/content.ts";
import { paths } from "../../paths.ts";
import { newBlobName } from "../../platform/files/blob-store.ts";
import { createActiveAccount } from "../../registry/accounts/create.ts";
import { accountKey, personKey } from "../../registry/accounts/keys.ts";
import { withdrawApplication } from "../../registry/applications/withdraw.ts";
import { auditPublicKey } from "../../registry/audit/heads.ts";
import { sealAudit } from "../../registry/audit/seal.ts";
import { verifyAudit } from "../../registry/audit/verify.ts";
import { sealName, sealOriginal } from "../../registry/documents/seals.ts";
import { carryOutErasures } from "../../registry/erasures/carry-out.ts";
import { emailIndex } from "../../registry/identifiers/email.ts";
import { markSent, takeNotice } from "../../registry/notices/outgoing.ts";
import { withdrawOwnConsent } from "../../registry/rights/withdraw-consent.ts";

let app: TestApp;
let world: ReviewWorld;
/** Another institution, with a program of its own. */
let elsewhere: string;
beforeAll(async () => {
  app = await testApp();
  const { institutionId } = await publishFrom(app, "programs/npwp-pribadi");
  world = worldOf(app, institutionId);
  elsewhere = await publish(world, foreignProgram());
});
afterAll(() => app.close());

const services = () => ({ db: app.database.worker.kysely, keyring: app.keyring, blobs: app.blobs });

/** Every row of every table as text after the name of its table, as whoever owns the database reads it. */
async function dump(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    app.database.owner.kysely,
  );
  const lines: string[] = [];
  for (const { name } of rows) {
    const table = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(
      app.database.owner.kysely,
    );
    lines.push(...table.rows.map(({ line }) => `${name} ${line}`));
  }
  return lines.join("\n");
}

/** The ids of the keys that sealed the files in the blob store. */
async function keysOfFiles(): Promise<string[]> {
  const files = (await readdir(app.blobFolder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => (await readFile(join(parentPath, name))).subarray(1, 5).toString("hex")),
  );
}

/** A document with its original, and the photo of the account, so that there are files to remove. */
async function addFiles(accountId: string, applicationId: string): Promise<void> {
  const db = app.database.owner.kysely;
  const key = await personKey(db, app.keyring, { accountId, institutionId: world.institutionId });
  const rows = await db
    .selectFrom("documents")
    .select(["id", "original_blob"])
    .where("application_id", "=", applicationId)
    .execute();
  for (const { id, original_blob } of rows) {
    await app.blobs.put(original_blob, sealOriginal(key, id, Buffer.from("gambar asli")));
  }
  const [photo, blob] = [uuidv7(), newBlobName()];
  const own = await accountKey(db, app.keyring, accountId);
  await app.blobs.put(blob, sealOriginal(own, photo, Buffer.from("foto")));
  await db
    .insertInto("documents")
    .values({
      id: photo,
      account_id: accountId,
      slot: "photo",
      status: "ready",
      name_sealed: sealName(own, photo, "foto.jpg"),
      media_type: "image/jpeg",
      size: 4,
      sha256: Buffer.alloc(32),
      original_blob: blob,
    })
    .execute();
}

/** A correction with an answer that was laid over, and a consent taken back; gives their numbers. */
async function askAbout(accountId: string, applicationId: string): Promise<readonly string[]> {
  const { sql: owner } = app.database.owner;
  const right = await aRight(world, { accountId, about: applicationId });
  await owner`insert into answer_corrections
    (id, application_id, institution_id, round, page, field, page_sealed, change_sealed, request_id, corrected_by)
    values (gen_random_uuid(), ${applicationId}, ${world.institutionId}, 1, 'alamat_ktp', 'jalan_ktp', '', '',
      ${right.id}, ${await aReviewer(world, world.institutionId, ["data_protection_officer"])})`;
  const [consent] = await owner<{ id: string }[]>`select id from consents where application_id = ${applicationId}`;
  const session = { accountId, staff: false };
  const taken = await withdrawOwnConsent(
    { db: app.database.web.kysely, keyring: app.keyring },
    session,
    consent?.id ?? "",
  );
  return [right.number, taken ?? "none"];
}

async function wrappedHex(accountId: string, institutionId?: string): Promise<string> {
  const db = app.database.owner.kysely;
  const row =
    institutionId === undefined
      ? await db.selectFrom("accounts").select("key_wrapped").where("id", "=", accountId).executeTakeFirstOrThrow()
      : await db
          .selectFrom("person_keys")
          .select("key_wrapped")
          .where("account_id", "=", accountId)
          .where("institution_id", "=", institutionId)
          .executeTakeFirstOrThrow();
  return row.key_wrapped.toString("hex");
}

async function letDue(accountId: string): Promise<void> {
  await app.database.owner
    .sql`update erasures set due_at = app_now() where account_id = ${accountId} and done_at is null`;
}

async function ask(browser: Browser, scope: string) {
  await browser.get(paths.account.erase);
  return browser.post(paths.account.erase, { scope, sure: "yes" });
}

async function withdrawn(accountId?: string): Promise<TestApplication> {
  const application = await anApplication(world, accountId === undefined ? {} : { accountId }).submitted();
  await withdrawApplication(app.database.web.kysely, {
    applicationId: application.id,
    accountId: application.accountId,
  });
  return application;
}

test("erasing at one institution destroys its key and leaves the others, and one may begin anew there", async () => {
  const { id, accountId } = await withdrawn();
  await addFiles(accountId, id);
  const other = await anApplication(world, { accountId, program: "npwp-lain" }).complete();
  const budi = await anApplication(world).submitted();
  const browser = await signIn(app, accountId, "applicant");
  await browser.get(paths.account.data);
  await browser.post(paths.account.copy, {});
  const [copy] = await app.database.owner.sql<
    { id: string }[]
  >`select id from data_copies where account_id = ${accountId}`;
  await app.jobs["make-data-copy"]?.({ copyId: copy?.id }, undefined as never);

  const key = await personKey(app.database.owner.kysely, app.keyring, {
    accountId,
    institutionId: world.institutionId,
  });
  const wrapped = await wrappedHex(accountId, world.institutionId);
  expect(await keysOfFiles()).toContain(key.id.toString("hex"));
  const numbers = await askAbout(accountId, id);
  expect((await ask(browser, world.institutionId)).html).toMatch(/H-[0-9A-Z]{5}-[0-9A-Z]{5}/);
  expect(await carryOutErasures(services())).toBe(0);
  await letDue(accountId);
  expect(await carryOutErasures(services())).toBe(1);
  expect(await carryOutErasures(services())).toBe(0);

  expect(await dump()).not.toContain(wrapped);
  expect(await keysOfFiles()).not.toContain(key.id.toString("hex"));
  const left = await app.database.owner.kysely
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(left).toMatchObject({ status: "withdrawn", name_sealed: null, name_indexes: [], identity_sealed: null });
  expect(left.account_id).not.toBe(accountId);
  const requests = await app.database.owner.sql<{ number: string; whole: boolean }[]>`
    select number, num_nulls(application_id, consent_id, words_sealed) = 3 as whole
    from rights_requests where account_id = ${accountId} order by asked_at`;
  expect(requests).toEqual(numbers.map((number) => ({ number, whole: true })));
  expect(await app.database.owner.sql`select request_id from answer_corrections`).toEqual([{ request_id: null }]);
  const joined = (await dump()).split("\n").filter((line) => line.includes(accountId) && line.includes(id));
  // What is append-only names who acted; nothing else joins the two any more.
  expect(new Set(joined.map((line) => line.split(" ", 1)[0]))).toEqual(
    new Set(["public.application_events", "public.audit_records"]),
  );
  const copies = await app.database.owner.sql`select blob from data_copies where account_id = ${accountId}`;
  expect(copies).toEqual([{ blob: null }]);

  expect((await browser.get(paths.apply.tasks(id))).status).toBe(404);
  expect((await browser.get(paths.apply.tasks(other.id))).status).toBe(200);
  expect((await browser.get(paths.account.home)).html).not.toContain(paths.apply.status(id));
  // The NIK that was stated with it stays the account's own.
  expect((await browser.get(paths.account.identity)).status).toBe(200);
  const owner = await signIn(app, budi.accountId, "applicant");
  expect((await owner.get(paths.apply.status(budi.id))).status).toBe(200);
  expect((await app.database.owner.sql`select from person_keys where institution_id = ${elsewhere}`).length).toBe(1);

  const desk = await signIn(app, await aReviewer(world, world.institutionId), "staff");
  expect((await desk.get(paths.console.application(id))).status).toBe(404);
  expect((await desk.get(`${paths.console.queue}?drawer=all`)).status).toBe(200);
  const again = await anApplication(world, { accountId }).complete();
  expect((await browser.get(paths.apply.check(again.id))).html).toContain("Jalan Contoh Nomor 1");
});

test("closing the account leaves nothing that opens, frees its names, and disturbs nobody else nor the record", async () => {
  const siti = await people.siti(app);
  const { accountId, browser, email } = siti;
  const { id } = await withdrawn(accountId);
  await addFiles(accountId, id);
  const draft = await anApplication(world, { accountId, program: "npwp-lain" }).complete();
  const budi = await people.budi(app);
  await browser.get(paths.account.words);
  await browser.post(paths.account.words, { words: "layang hijau" });
  const db = app.database.owner.kysely;
  const keys = [
    await accountKey(db, app.keyring, accountId),
    await personKey(db, app.keyring, { accountId, institutionId: world.institutionId }),
  ].map((key) => key.id.toString("hex"));
  const nik = await db
    .selectFrom("applications")
    .select("identity_index")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const traces = [
    await wrappedHex(accountId),
    await wrappedHex(accountId, world.institutionId),
    emailIndex(app.keyring, email).toString("hex"),
    nik.identity_index?.toString("hex") ?? "none",
  ];
  const before = await dump();
  for (const trace of traces) expect(before).toContain(trace);
  expect(await keysOfFiles()).toEqual(expect.arrayContaining(keys));

  await ask(browser, "account");
  await letDue(accountId);
  expect(await carryOutErasures(services())).toBe(1);
  const { rows } = await sql<{ id: string }>`select id from notices where account_id = ${accountId}`.execute(db);
  expect(rows).toHaveLength(1);
  const letter = await takeNotice(app.database.worker.kysely, app.keyring, rows[0]?.id ?? "");
  if (!letter) throw new Error("No last letter waits.");
  expect(letter).toMatchObject({ kind: "closed", to: email });
  expect(textPart(contentOf(letter, app.origin))).toContain("Siti Contoh");
  await markSent(app.database.worker.kysely, letter.id);

  const after = await dump();
  for (const trace of traces) expect(after).not.toContain(trace);
  const files = await keysOfFiles();
  for (const key of keys) expect(files).not.toContain(key);
  const now = await accountKey(db, { ...app.keyring }, accountId);
  expect(now.id.toString("hex")).not.toBe(keys[0]);
  expect((await browser.get(paths.account.home)).url).toContain(paths.account.login);
  const refused = await browser.post(paths.account.login, { identifier: email, password: testPassword });
  expect(refused.url).toContain(paths.account.login);
  const shell = await db
    .selectFrom("applications")
    .select(["status", "erased_at"])
    .where("id", "=", draft.id)
    .execute();
  expect(shell).toEqual([{ status: "withdrawn", erased_at: expect.any(Date) as Date }]);

  expect((await budi.browser.get(paths.account.profile)).html).toContain("Budi Contoh");
  const newcomer = await createActiveAccount(db, app.keyring, { email, name: "Siti Contoh", password: testPassword });
  expect(newcomer).not.toBe(accountId);
  await sealAudit({ db: app.database.worker.kysely, keyring: app.keyring });
  const verified = await verifyAudit({ db, publicKey: auditPublicKey(app.keyring) });
  expect(verified.size).toBeGreaterThan(0);
  expect(verified.difference).toBeUndefined();
});

test("it waits 72 hours, and whoever signs in until then takes it back", async () => {
  const { accountId, browser, email } = await people.siti(app);
  const asked = await ask(browser, "account");
  expect(asked.html).toContain("Penghapusan menunggu");
  expect((await lastLetter(app, email))?.kind).toBe("erasure_asked");
  const [number] = /H-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(asked.html) ?? [];
  const twice = await browser.post(paths.account.erase, { scope: "account", sure: "yes" });
  expect(twice.html).toContain(number);
  const [row] = await app.database.owner.sql`
    select extract(epoch from due_at - asked_at)::integer as seconds from erasures where account_id = ${accountId}`;
  expect(row?.["seconds"]).toBe(72 * 3_600);
  // One minute is left.
  await app.database.owner
    .sql`update erasures set due_at = app_now() + interval '1 minute' where account_id = ${accountId}`;
  expect(await carryOutErasures(services())).toBe(0);
  const again = await signIn(app, accountId, "applicant");
  await again.get(paths.account.erase);
  expect((await again.post(paths.account.undoErasure, {})).html).toContain("Penghapusan dibatalkan");
  expect((await again.post(paths.account.undoErasure, { csrf: again.csrf() })).status).toBe(200);
  await letDue(accountId);
  expect(await carryOutErasures(services())).toBe(0);
});

test("an application that is being decided stands in its way, also one that was submitted since", async () => {
  const { id, accountId } = await anApplication(world).submitted();
  const browser = await signIn(app, accountId, "applicant");
  for (const scope of [world.institutionId, "account"]) {
    const refused = await ask(browser, scope);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("sedang diperiksa. Tarik permohonan itu");
  }
  await withdrawApplication(app.database.web.kysely, { applicationId: id, accountId });
  await ask(browser, "account");
  await anApplication(world, { accountId }).submitted();
  await letDue(accountId);
  expect(await carryOutErasures(services())).toBe(1);
  const [row] = await app.database.owner.sql`select void_at, done_at from erasures where account_id = ${accountId}`;
  expect(row).toEqual({ void_at: expect.any(Date) as Date, done_at: null });
  expect((await browser.get(paths.account.home)).status).toBe(200);
});

test("staff keep their account while they hold a role, and what is not chosen is asked for", async () => {
  const rina = await people.rina(app, world.institutionId);
  expect((await ask(rina.browser, "account")).html).toContain("memegang peran petugas");
  const { browser } = await people.siti(app);
  await browser.get(paths.account.erase);
  const nothing = await browser.post(paths.account.erase, {});
  expect(nothing.status).toBe(422);
  expect(nothing.html).toContain('id="scope-error"');
  expect(nothing.html).toContain('id="sure-error"');
  const stranger = await browser.post(paths.account.erase, { scope: world.institutionId, sure: "yes" });
  expect(stranger.html).toContain('id="scope-error"');
});

/** Tables about accounts in which something stays after the account was closed, and why. */
const staying: Readonly<Record<string, string>> = {
  applications: "that there was one, without content",
  consents: "which text was agreed to when, under an id that is nobody's any more",
  data_copies: "the numbers of requests",
  erasures: "the numbers of requests",
  documents: "that there was one in a slot of an application",
  factor_removals: "a trigger on the closing of the account empties it",
  members: "a number that was claimed stays claimed",
  number_proofs: "emptied with the applications",
  person_keys: "emptied with the applications",
  rights_requests:
    "number, kind, times and answer; a trigger on the keys ends what is open, removes the words and cuts the application off",
  staff_roles: "none: whoever has a role cannot close the account",
  ticket_messages:
    "the agent who wrote it: whoever has a role cannot close the account; what was written to a person goes with their tickets",
  tickets: "emptied beside it, by erase_tickets",
  uploads: "emptied with the applications",
};

test("every table about accounts is emptied, or keeps something for a reason", async () => {
  const rows = await app.database.owner.sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'account_id' order by 1`;
  const [body] = await app.database.owner.sql<{ text: string }[]>`
    select pg_get_functiondef('erase_account(uuid, bytea)'::regprocedure) as text`;
  const forgotten = rows.filter(({ name }) => !(name in staying) && !body?.text.includes(`'${name}'`));
  expect(forgotten.map(({ name }) => name)).toEqual([]);
});
