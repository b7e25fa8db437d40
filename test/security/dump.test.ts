import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Keyring } from "../../src/platform/keys/keyring.ts";
import { createRebuilder } from "../../src/platform/files/rebuild.ts";
import { quarantine } from "../../src/platform/files/quarantine-file.ts";
import { paths } from "../../src/paths.ts";
import { createActiveAccount } from "../../src/registry/accounts/create.ts";
import { personKey } from "../../src/registry/accounts/keys.ts";
import { getProfile } from "../../src/registry/accounts/account.query.ts";
import { loadApplication } from "../../src/registry/applications/load.query.ts";
import { checkDocument } from "../../src/registry/documents/check.ts";
import { readDocumentPage } from "../../src/registry/documents/read.ts";
import { storeDocument } from "../../src/registry/documents/store.ts";
import { startApplication } from "../../src/registry/applications/start.ts";
import { claimApplication } from "../../src/registry/reviews/claim.ts";
import { listHistory } from "../../src/registry/reviews/history.query.ts";
import { rejectApplication } from "../../src/registry/reviews/reject.ts";
import { returnApplication } from "../../src/registry/reviews/return.ts";
import { listVerdicts, saveVerdicts } from "../../src/registry/reviews/verdicts.ts";
import { loadSource } from "../../src/registry/sources/load.ts";
import { anAccount, anApplication, aReviewer, change, submit, type TestApplication } from "../applications.ts";
import { aProof, someMembers } from "../members.ts";
import { answerAsHuman, signIn } from "../people.ts";
import { ktpJpeg } from "../sample-files.ts";
import { publishFrom } from "../seed.ts";
import { securityWorld, type SecurityWorld } from "./world.ts";

const PEOPLE = 50;
const WITH_FILES = 3;
const IN_SOURCE = 10_000;
const MEMBERS = 1_000;
/** Further people with an account and a draft, begun and saved as applicants do it. */
const WITH_DRAFTS = 10_000;
/** How many of them write at the same moment. */
const AT_ONCE = 8;

/** What is known of a person here and must be found nowhere in the clear. */
interface Person {
  readonly name: string;
  readonly nik: string;
  readonly kk: string;
  readonly phone: string;
  readonly email: string;
  readonly accountEmail: string;
  readonly birthPlace: string;
  readonly street: string;
}

const everybody = Array.from({ length: PEOPLE }, (_, at): Person => {
  // Names hold letters only.
  const letters = String(at)
    .padStart(2, "0")
    .replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
  const number = String(at).padStart(4, "0");
  return {
    name: `Kenarizq${letters} Contoh`,
    nik: `317101170590${7000 + at}`,
    kk: `317101010115${6000 + at}`,
    phone: `08127755${number}`,
    email: `surelzq.${letters}@contoh.example`,
    accountEmail: `akunzq.${letters}@contoh.example`,
    birthPlace: `Kelahiranzq${letters}`,
    street: `Jalanzq${letters} 1`,
  };
});

/** Parts of what stands nowhere; of a telephone number only what all ways of writing it share. */
const canaries = everybody.flatMap(({ name, nik, kk, phone, email, accountEmail, birthPlace, street }) =>
  [name.split(" ")[0] ?? "", nik, kk, phone.slice(1), email, accountEmail, birthPlace, street].map((canary) =>
    canary.toLowerCase(),
  ),
);
/** What ten thousand people of a source share, so that one look finds any of them. */
const inSources = { name: "sumberzq", nik: "31720117059", kk: "31720101011" };
/** What the ten thousand people with drafts share. */
const inDrafts = { name: "konsepzq", nik: "31740117059", kk: "31740101011", phone: "81377664" };
const words = [
  "catatanzq",
  "berkaszq",
  "isianzq",
  "kucing zq terbang",
  ...Object.values(inSources),
  inDrafts.name,
  inDrafts.nik,
  inDrafts.kk,
];
/** Whatever holds a canary holds one of these: they spare most texts the look for every single one. */
const stems = /zq|31710117059|31710101011|8127755|31720117059|31720101011|31740117059|31740101011|81377664/;

let world: SecurityWorld;
let applications: readonly TestApplication[];
let documentIds: readonly string[];
beforeAll(async () => {
  world = await securityWorld();
  applications = await Promise.all(everybody.map((person) => fillAndSubmit(person)));
  documentIds = await Promise.all(applications.slice(0, WITH_FILES).map((application) => uploadTo(application)));
  await reviewSome();
  await knockAtTheDoor();
  await loadPeople();
  await bringMembers();
  await saveDrafts();
}, 600_000);
afterAll(() => world.close());

describe("a stolen copy of the database and of the files", () => {
  test("holds nothing of ten thousand applicants and ten thousand people in a source in the clear, in text, in bytes or packed as text", async () => {
    const found: string[] = [];
    const tables = await listTables();
    let rows = 0;
    for (const table of tables) {
      for (const row of await dump(table)) {
        rows += 1;
        for (const form of formsOf(row)) for (const what of canariesIn(form)) found.push(`${table}: ${what}`);
      }
    }
    expect(found).toEqual([]);
    // What this test would not notice if it looked into empty rooms.
    expect(rows).toBeGreaterThan(PEOPLE * 20 + WITH_DRAFTS * 6);
    expect((await dump("public.source_people")).length).toBe(IN_SOURCE);
    expect((await dump("public.accounts")).length).toBeGreaterThanOrEqual(WITH_DRAFTS + PEOPLE);
    expect((await dump("public.application_pages")).length).toBeGreaterThan(WITH_DRAFTS * DRAFT_PAGES);
    for (const filled of ["accounts", "held_forms", "rate_limits", "notices", "application_verdicts", "documents"]) {
      expect((await dump(`public.${filled}`)).length, filled).toBeGreaterThan(0);
    }
  });

  test("holds nothing of the uploaded files in the clear", async () => {
    const files = (await readdir(world.blobFolder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThanOrEqual(2 * WITH_FILES);
    for (const file of files) {
      const bytes = await readFile(join(file.parentPath, file.name));
      expect(canariesIn(bytes.toString("latin1"))).toEqual([]);
      // The beginning of a JPEG, wherever it may stand.
      expect(bytes.includes(Buffer.from("ffd8ff", "hex"))).toBe(false);
      expect(canariesIn(file.name)).toEqual([]);
    }
  });

  test("would show the search for canaries to find them, had they been there", () => {
    const [person] = everybody;
    for (const what of [inDrafts.name, `${inDrafts.nik}00001`, `+62 ${inDrafts.phone}0001`]) {
      expect(canariesIn(`… ${what} …`), what).toHaveLength(1);
    }
    const text = `${person?.name} ${person?.nik}`;
    for (const hidden of [
      text,
      `\\x${Buffer.from(text).toString("hex")}`,
      `{"a": "${Buffer.from(text).toString("base64")}"}`,
    ]) {
      expect(formsOf(hidden).flatMap((form) => canariesIn(form)).length, hidden).toBeGreaterThan(0);
    }
  });
});

describe("a sealed value put where another stood is refused", () => {
  test("as the page of another application", async () => {
    const [a, b] = pair();
    await swap(
      sql`application_pages`,
      sql`sealed`,
      sql`application_id = ${a.id}::uuid and page = 'identitas'`,
      sql`application_id = ${b.id}::uuid and page = 'identitas'`,
    );
    await refuses(() => load(a));
    await refuses(() => load(b));
  });

  test("as the key of another person", async () => {
    const [a, b] = pair();
    const [one, other] = [a, b].map(({ accountId }) => sql`account_id = ${accountId}::uuid`);
    await swap(sql`person_keys`, sql`key_wrapped`, one, other);
    await refuses(() => load(a));
    await refuses(() => load(b));
  });

  test("as another page of the same application", async () => {
    const [, , a] = applications;
    if (!a) throw new Error("too few applications");
    await swap(
      sql`application_pages`,
      sql`sealed`,
      sql`application_id = ${a.id}::uuid and page = 'identitas'`,
      sql`application_id = ${a.id}::uuid and page = 'keluarga'`,
    );
    await refuses(() => load(a));
  });

  test("as the name and the address of another account", async () => {
    const [a, b] = pair();
    const profile = () => getProfile(world.app.database.web.kysely, newProcess(), a.accountId);
    for (const [table, column, key] of [
      ["accounts", "name_sealed", "id"],
      ["accounts", "key_wrapped", "id"],
    ] as const) {
      const rows = [a, b].map(({ accountId }) => sql`${sql.ref(key)} = ${accountId}::uuid`);
      await swap(sql.table(table), sql.ref(column), rows[0], rows[1]);
      await refuses(profile);
      await swap(sql.table(table), sql.ref(column), rows[0], rows[1]);
      expect((await profile()).name).toContain("Kenarizq");
    }
    const emails = [a, b].map(({ accountId }) => sql`account_id = ${accountId}::uuid and kind = 'email'`);
    await swap(sql`account_identifiers`, sql`sealed`, emails[0], emails[1]);
    await refuses(profile);
  });

  test("as the words of another event", async () => {
    const db = world.app.database.owner.kysely;
    const { rows } = await sql<{ id: string; application_id: string }>`
      select id, application_id from application_events where note_sealed is not null order by id limit 2`.execute(db);
    const [a, b] = rows;
    if (!a || !b) throw new Error("too few notes");
    await swap(sql`application_events`, sql`note_sealed`, sql`id = ${a.id}::uuid`, sql`id = ${b.id}::uuid`);
    const owner = applications.find(({ id }) => id === a.application_id);
    const key = await personKey(db, world.app.keyring, {
      accountId: owner?.accountId ?? "",
      institutionId: world.reviews.institutionId,
    });
    await refuses(() => listHistory(db, { applicationId: a.application_id, key }));
  });

  test("as the words on another answer", async () => {
    const db = world.app.database.owner.kysely;
    const [, , , , , , , , , , a] = applications;
    if (!a) throw new Error("too few applications");
    const { institutionId } = world.reviews;
    const key = await personKey(db, world.app.keyring, { accountId: a.accountId, institutionId });
    const read = () => db.transaction().execute((trx) => listVerdicts(trx, { applicationId: a.id, round: 1, key }));
    expect((await read()).length).toBe(2);
    const [one, other] = ["nik", "nomor_kk"].map(
      (target) => sql`application_id = ${a.id}::uuid and target = ${target}`,
    );
    await swap(sql`application_verdicts`, sql`note_sealed`, one, other);
    await refuses(read);
  });

  test("as the file of another document", async () => {
    const [a = "", b = ""] = documentIds;
    const [owner] = applications;
    const read = () =>
      readDocumentPage(
        { db: world.app.database.web.kysely, keyring: world.app.keyring, blobs: world.reviews.blobs },
        { documentId: a, page: 1, viewer: { accountId: owner?.accountId ?? "" } },
      );
    expect((await read()).bytes.length).toBeGreaterThan(0);
    await swap(sql`document_pages`, sql`blob`, sql`document_id = ${a}::uuid`, sql`document_id = ${b}::uuid`);
    await refuses(read);
  });
});

/** Two applications that no other test has spoilt. */
function pair(): [TestApplication, TestApplication] {
  const [a, b] = applications.slice(taken, (taken += 2));
  if (!a || !b) throw new Error("too few applications");
  return [a, b];
}
let taken = 20;

function load({ id }: TestApplication) {
  const { database, catalog } = world.reviews;
  return loadApplication({ db: database.web.kysely, keyring: newProcess(), catalog }, { applicationId: id });
}

/** The same keys without what this process has unwrapped already, as after a restart. */
function newProcess(): Keyring {
  return { ...world.app.keyring };
}

async function refuses(open: () => Promise<unknown>): Promise<void> {
  await expect(open()).rejects.toThrow();
}

type Piece = ReturnType<typeof sql>;

/** Puts each of two sealed values where the other one stood, as somebody with the database in hand could. */
async function swap(table: Piece, column: Piece, one: Piece | undefined, other: Piece | undefined): Promise<void> {
  await world.app.database.owner.kysely.transaction().execute(async (trx) => {
    await sql`alter table ${table} disable trigger user`.execute(trx);
    const done = await sql`update ${table} t set ${column} = o.value
      from (select ${column} as value, true as first from ${table} where ${other ?? sql`false`}
        union all select ${column}, false from ${table} where ${one ?? sql`false`}) o
      where o.first and (${one ?? sql`false`}) or not o.first and (${other ?? sql`false`})`.execute(trx);
    await sql`alter table ${table} enable trigger user`.execute(trx);
    expect(done.numAffectedRows).toBe(2n);
  });
}

async function fillAndSubmit(person: Person): Promise<TestApplication> {
  const { app, reviews } = world;
  const accountId = await createActiveAccount(app.database.owner.kysely, app.keyring, {
    email: person.accountEmail,
    name: person.name,
    password: "kucing zq terbang di atas",
  });
  const application = await anApplication(reviews, { accountId, name: person.name, nik: person.nik }).complete();
  const { name, nik } = person;
  await change(reviews, application, "identitas", { nama: name, nik, tempat_lahir: person.birthPlace });
  await change(reviews, application, "keluarga", { nomor_kk: person.kk });
  await change(reviews, application, "alamat_ktp", { jalan_ktp: person.street });
  await change(reviews, application, "data_kontak", { nomor_hp: person.phone, surel: person.email });
  await submit(reviews, application);
  return application;
}

/** A photograph whose comment and whose name give the person away, checked as the worker does. */
async function uploadTo(application: TestApplication): Promise<string> {
  const { app, reviews, blobFolder } = world;
  const [person] = everybody;
  const comment = Buffer.from(`${words[1]} ${person?.nik} ${person?.name}`);
  const jpeg = Buffer.concat([await ktpJpeg(), comment]);
  const file = await quarantine(join(blobFolder, "quarantine"), inOnePiece(jpeg), 10_000_000);
  if (file === "too_large") throw new Error("the sample file is too large");
  const rebuild = createRebuilder();
  try {
    const stored = await storeDocument(
      { db: app.database.web.kysely, keyring: app.keyring, blobs: reviews.blobs },
      {
        accountId: application.accountId,
        applicationId: application.id,
        slot: "foto_ktp",
        upload: {
          file: { ...file, field: "file", name: `${words[1]} ${person?.name}.jpg` },
          fields: new Map(),
          unread: false,
        },
        formats: ["jpg"],
        maxBytes: 10_000_000,
        actor: { actorId: application.accountId, actorKind: "applicant" },
      },
    );
    if ("problem" in stored) throw new Error(`the sample file was refused: ${stored.problem}`);
    const services = { db: app.database.worker.kysely, keyring: app.keyring, blobs: reviews.blobs, rebuild };
    await checkDocument(services, { documentId: stored.document.id, maxPages: 1 });
    return stored.document.id;
  } finally {
    await rebuild.close();
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Officers write about people, so what they write is looked for too. */
async function reviewSome(): Promise<void> {
  const { database, keyring, catalog, institutionId } = world.reviews;
  const services = { db: database.staff.kysely, keyring, catalog };
  const actorId = await aReviewer(world.reviews, institutionId);
  for (const [at, { id }] of applications.slice(5, 15).entries()) {
    const act = { applicationId: id, institutions: [institutionId], actorId, round: 1 };
    const note = `${words[0]} ${everybody[at + 5]?.name} ${everybody[at + 5]?.nik}`;
    await claimApplication(services, act);
    const wrong = { kind: "field", verdict: "wrong", reason: "tidak_sesuai", note } as const;
    await saveVerdicts(services, act, [
      { ...wrong, id: "nik" },
      { ...wrong, id: "nomor_kk" },
    ]);
    if (at % 2 === 0) await returnApplication(services, { ...act, note });
    else await rejectApplication(services, { ...act, reasons: ["tidak_lengkap"], note });
  }
}

/** What people type before they are known: registrations, wrong passwords, a form that came too late. */
async function knockAtTheDoor(): Promise<void> {
  const { app } = world;
  const [person] = everybody;
  const browser = app.browser();
  const { html } = await browser.get(paths.account.register);
  const question = /(?:Berapa|Mana|Apa|Hari)[^<]*\?/.exec(html)?.[0]?.replaceAll("&quot;", '"') ?? "";
  const sent = await browser.post(paths.account.register, {
    ticket: browser.hidden("ticket"),
    name: everybody[1]?.name ?? "",
    email: `baru.${everybody[1]?.accountEmail}`,
    password: "kucing zq terbang di atas",
    human: answerAsHuman(question),
    agree: "yes",
  });
  expect(sent.url).toContain(paths.account.registered);
  await browser.get(paths.account.login);
  await browser.post(paths.account.login, {
    identifier: person?.accountEmail ?? "",
    password: "kucing zq terbang di bawah",
  });
  await browser.get(paths.account.forgot);
  await browser.post(paths.account.forgot, { identifier: person?.accountEmail ?? "" });
  const late = await signIn(app, applications[0]?.accountId ?? "", "applicant");
  await late.get(paths.account.profile);
  await sql`update sessions set idle_until = app_now() - interval '1 minute' where account_id = ${applications[0]?.accountId}::uuid`.execute(
    app.database.owner.kysely,
  );
  await late.post(paths.account.profile, { name: `${words[2]} ${person?.name}`, language: "id" });
}

async function loadPeople(): Promise<void> {
  const { name, nik, kk } = inSources;
  const lines = Array.from({ length: IN_SOURCE }, (_, at) => {
    const serial = String(at).padStart(5, "0");
    return `${nik}${serial},${kk}${serial},${name} ${serial} Contoh,${name},1990-05-17\n`;
  });
  await loadSource(
    { owner: world.app.database.owner.kysely, keyring: world.app.keyring },
    {
      source: "dukcapil",
      csv: Readable.from(["nik,kk,name,birth_place,birth_date\n", ...lines]),
      onBadLine: ({ problem }) => expect.unreachable(problem),
    },
  );
}

/** Members of before, one of whom states their number at the secretariat. */
async function bringMembers(): Promise<void> {
  const { app } = world;
  const { name, nik } = inSources;
  await publishFrom(app, "programs/pamjaki-anggota");
  const members = Array.from({ length: MEMBERS }, (_, at) => {
    const serial = String(at).padStart(4, "0");
    const number = `PMJ-2001-${serial}`;
    return {
      number,
      name: `${name} ${serial} Contoh`,
      birth_date: "1990-05-17",
      nik: `${nik}0${serial}`,
      email: `${name}.${serial}@contoh.example`,
    };
  });
  await someMembers(app, members);
  const [member] = members;
  const accountId = await anAccount(world.reviews);
  await aProof(app, { accountId, program: "pamjaki-anggota", number: member?.number ?? "" });
}

const DRAFT_PAGES = 3;

/** Ten thousand people register, begin a draft and save its pages; only the hashing of their passwords is left out. */
async function saveDrafts(): Promise<void> {
  let next = 0;
  async function saveOneByOne(): Promise<void> {
    while (next < WITH_DRAFTS) await saveDraft(next++);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, saveOneByOne));
}

async function saveDraft(at: number): Promise<void> {
  const { reviews } = world;
  const serial = String(at).padStart(5, "0");
  const letters = serial.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
  const name = `Konsepzq${letters} Contoh`;
  const accountId = await anAccount(reviews, name, `konsepzq.${serial}@contoh.example`);
  const services = { db: reviews.database.web.kysely, keyring: reviews.keyring, catalog: reviews.catalog };
  const { id } = await startApplication(services, { accountId, program: "npwp-pribadi", language: "id" });
  const application = { id, accountId };
  // The last digit of a year and a serial number: no two people share them, and what stands before finds them all.
  const tail = `${at % 10}${String(1 + Math.floor(at / 10)).padStart(4, "0")}`;
  const just = { begun: true };
  const identity = {
    nama: name,
    nik: `${inDrafts.nik}${tail}`,
    tempat_lahir: `Kelahiran${inDrafts.name}`,
    "tanggal_lahir.year": `${1990 + (at % 10)}`,
  };
  await change(reviews, application, "identitas", identity, just);
  await change(reviews, application, "keluarga", { nomor_kk: `${inDrafts.kk}${tail}` }, just);
  const reach = { nomor_hp: `0${inDrafts.phone}${serial.slice(1)}`, surel: `${serial}@${inDrafts.name}.example` };
  await change(reviews, application, "data_kontak", reach, just);
}

async function listTables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    world.app.database.owner.kysely,
  );
  return rows.map(({ name }) => name);
}

async function dump(table: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(table)} t`.execute(
    world.app.database.owner.kysely,
  );
  return rows.map(({ line }) => line);
}

/** A row as it stands, its bytes as text, and what is packed in it as base64. */
function formsOf(row: string): string[] {
  const bytes = [...row.matchAll(/\\x([0-9a-f]{8,})/g)].map(([, hex = ""]) => Buffer.from(hex, "hex"));
  const packed = [...row.matchAll(/[A-Za-z0-9+/_\\n-]{16,}={0,2}/g)].map(([text]) =>
    Buffer.from(text.replaceAll("\\n", ""), "base64"),
  );
  return [row, ...[...bytes, ...packed].flatMap((part) => [part.toString("utf8"), part.toString("utf16le")])];
}

function canariesIn(text: string): string[] {
  const small = text.toLowerCase();
  const digits = small.replace(/[\s.,'"-]/g, "");
  if (!stems.test(small) && !stems.test(digits)) return [];
  // What the telephone numbers share is so short that chance would write it; a whole number it does not.
  const numbers = digits.match(new RegExp(`${inDrafts.phone}\\d{4}`, "g")) ?? [];
  return [...canaries, ...words].filter((canary) => small.includes(canary) || digits.includes(canary)).concat(numbers);
}
