import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../test/app.ts";
import { someMembers } from "../../../test/members.ts";
import { lastLetter, people, type TestPerson } from "../../../test/people.ts";
import { publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { findAccount } from "../../registry/accounts/account.query.ts";
import { sweepProofs } from "../../registry/members/prove.ts";

let app: TestApp;
let institutionId: string;
beforeAll(async () => {
  app = await testApp();
  ({ institutionId } = await publishFrom(app, "programs/pamjaki-anggota"));
  await publishFrom(app, "programs/pamjaki-seminar");
  await someMembers(app, [
    { number: "PMJ-2019-00001", name: "Siti Contoh", birth_date: "1990-05-17", email: "siti.lama@contoh.example" },
    { number: "PMJ-2019-00002", name: "Budi Contoh", birth_date: "1985-01-02", nik: "3171010201850001" },
    { number: "PMJ-2019-00003", name: "Dewi Contoh", birth_date: "1978-11-30", email: "dewi.lama@contoh.example" },
    { number: "PMJ-2019-00004", name: "Amir Contoh", birth_date: "1978-11-30", email: "amir.lama@contoh.example" },
    { number: "PMJ-2019-00005", name: "Rina Contoh", birth_date: "1978-11-30", email: "rina.lama@contoh.example" },
  ]);
});
afterAll(() => app.close());

const page = paths.ownNumber("pamjaki-anggota");
const codePage = paths.proveNumber("pamjaki-anggota");

async function state(person: TestPerson, number: string, iso: string, second: string) {
  const [year = "", month = "", day = ""] = iso.split("-");
  await person.browser.get(page);
  return person.browser.post(page, {
    number,
    "birth_date.day": day,
    "birth_date.month": month,
    "birth_date.year": year,
    second,
  });
}

/** The letters that wait for somebody, the newest first. */
async function letters({ accountId }: TestPerson): Promise<string[]> {
  const rows = await app.database.owner.sql<{ kind: string }[]>`
    select kind from notices where account_id = ${accountId} order by id desc`;
  return rows.map(({ kind }) => kind);
}

async function codeFor(person: TestPerson): Promise<{ code: string; to: string }> {
  const letter = await lastLetter(app, person.email);
  if (letter?.kind !== "number_code" || !("code" in letter.data)) throw new Error("no code was sent");
  return { code: letter.data.code, to: letter.to };
}

async function ownerOf(number: string) {
  return (await findAccount(app.database.web.kysely, app.keyring, { kind: "number", value: number }))?.id;
}

test("a member proves their number by the code at the address on file, logs in by it, and comes to the seminar", async () => {
  const siti = await people.siti(app);
  const seminar = paths.program("pamjaki-seminar");
  await siti.browser.get(seminar);
  expect((await siti.browser.post(paths.startProgram("pamjaki-seminar"), {})).url).toMatch(/pamjaki-seminar$/);

  const sent = await state(siti, "pmj-2019-00001", "1990-05-17", "Siti.Lama@contoh.example");
  expect(sent.url).toContain(codePage);
  const { code, to } = await codeFor(siti);
  expect(to).toBe("siti.lama@contoh.example");
  const wrong = await siti.browser.post(codePage, { code: code === "000000" ? "000001" : "000000" });
  expect(wrong.html).toContain("Kode ini tidak cocok");
  const done = await siti.browser.post(codePage, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect(done.html).toContain("Nomor Anda PMJ-2019-00001");
  expect(await ownerOf("PMJ-2019-00001")).toBe(siti.accountId);
  expect((await letters(siti))[0]).toBe("number_proved");

  await siti.browser.get(seminar);
  expect((await siti.browser.post(paths.startProgram("pamjaki-seminar"), {})).url).toMatch(/\/apply\//);
  // Whoever has a number needs no other: the newcomer's form leads back to it.
  expect((await siti.browser.post(paths.startProgram("pamjaki-anggota"), {})).url).toContain(page);
  expect((await state(siti, "PMJ-2019-00003", "1978-11-30", "dewi.lama@contoh.example")).html).toContain(
    "Nomor Anda PMJ-2019-00001",
  );
  const [row] = await app.database.owner.sql`
    select person_sealed, email_index, email_index_b, account_id from members where account_id = ${siti.accountId}`;
  expect(row).toEqual({ person_sealed: null, email_index: null, email_index_b: null, account_id: siti.accountId });
});

test("the answer is the same whichever fact is wrong, and a code goes out only when none is", async () => {
  const right = ["PMJ-2019-00004", "1978-11-30", "amir.lama@contoh.example"] as const;
  const answers = new Set<string>();
  const statements: readonly (readonly [string, string, string])[] = [
    right,
    ["PMJ-2019-00004", "1978-11-29", "amir.lama@contoh.example"],
    ["PMJ-2019-00004", "1978-11-30", "lain@contoh.example"],
    ["PMJ-2019-09999", "1978-11-30", "amir.lama@contoh.example"],
    // Proved by somebody already.
    ["PMJ-2019-00001", "1990-05-17", "siti.lama@contoh.example"],
    // No address is on file.
    ["PMJ-2019-00002", "1985-01-02", "3171010201850001"],
  ];
  for (const [number, birthDate, second] of statements) {
    const budi = await people.budi(app);
    const { html, status, url } = await state(budi, number, birthDate, second);
    const tried = await budi.browser.post(codePage, { code: "123456" });
    const bare = (text: string) => text.replaceAll(/(value|nonce|src)="[^"]*"/g, "");
    answers.add(`${status} ${new URL(url).pathname} ${bare(html)} ${tried.status} ${bare(tried.html)}`);
    expect(await letters(budi)).toEqual(
      number === right[0] && birthDate === right[1] && second === right[2] ? ["number_code"] : [],
    );
  }
  expect(answers.size).toBe(1);
});

test("wrong input stays in the form with a message at its field", async () => {
  const budi = await people.budi(app);
  await budi.browser.get(page);
  const empty = await budi.browser.post(page, {});
  expect(empty.status).toBe(422);
  for (const id of ["number", "birth_date.day", "second"]) expect(empty.html).toContain(`href="#${id}"`);
  const nik = await state(budi, "081234567890", "1990-05-17", "3171 0199 0590 0001");
  expect(nik.html).toContain('value="3171 0199 0590 0001"');
  expect(nik.html).toContain("Tulis nomor seperti di kartu");
  expect(nik.html).toContain('href="#second"');
  expect((await state(budi, "PMJ-1", "1990-05-17", "bukan apa-apa")).html).toContain("Tulis NIK (16 angka)");
});

test("after five wrong codes one begins anew, and after five statements one waits", async () => {
  const budi = await people.budi(app);
  await state(budi, "PMJ-2019-00005", "1978-11-30", "rina.lama@contoh.example");
  const { code } = await codeFor(budi);
  for (let at = 0; at < 5; at++) await budi.browser.post(codePage, { code: code === "111111" ? "222222" : "111111" });
  expect((await budi.browser.post(codePage, { code })).html).toContain("Kode tidak berlaku lagi");
  expect(await ownerOf("PMJ-2019-00005")).toBeUndefined();
  for (let at = 0; at < 4; at++) await state(budi, "PMJ-2019-00099", "1978-11-30", "rina.lama@contoh.example");
  expect((await state(budi, "PMJ-2019-00005", "1978-11-30", "rina.lama@contoh.example")).status).toBe(429);
});

describe("the secretariat's check", () => {
  async function asked(person: TestPerson, ...stated: [string, string, string]): Promise<string> {
    await state(person, ...stated);
    expect((await person.browser.post(paths.askSecretariat("pamjaki-anggota"), {})).html).toContain(
      "Sekretariat sedang memeriksa",
    );
    const [row] = await app.database.owner.sql<{ id: string }[]>`
      select id from number_proofs where account_id = ${person.accountId}`;
    return row?.id ?? "";
  }

  test("grants a number whose address has changed, and tells the old address", async () => {
    const [siti, dewi] = [await people.siti(app), await people.dewi(app, institutionId)];
    const id = await asked(siti, "PMJ-2019-00003", "1978-11-30", "dewi.lama@contoh.example");
    // While it waits there is nothing more to state.
    expect((await state(siti, "PMJ-2019-00002", "1985-01-02", "3171010201850001")).html).toContain("sedang memeriksa");
    expect((await dewi.browser.get(paths.console.numbers)).html).toContain("PMJ-2019-00003");
    const shown = await dewi.browser.get(paths.console.numberProof(id));
    expect(shown.html).toContain("Dewi Contoh");
    expect((await dewi.browser.post(paths.console.numberProof(id), {})).html).toContain("Pilih ya atau tidak");
    const done = await dewi.browser.post(paths.console.numberProof(id), { answer: "granted", words: "" });
    expect(done.html).toContain("Jawaban sudah dikirim");
    expect(await ownerOf("PMJ-2019-00003")).toBe(siti.accountId);
    expect(await lastLetter(app, siti.email)).toMatchObject({ kind: "number_moved", to: "dewi.lama@contoh.example" });
    const audited = await app.database.owner.sql<{ action: string }[]>`
      select action from audit_records where subject_id = ${siti.accountId} and action like 'number.%' order by id`;
    expect(audited.map(({ action }) => action)).toEqual([
      "number.state",
      "number.ask",
      "number.view",
      "number.view",
      "number.prove",
    ]);
    expect((await dewi.browser.get(paths.console.numberProof(id))).status).toBe(404);
  });

  test("denies with an explanation, and can grant nothing that is not on file", async () => {
    const [budi, dewi] = [await people.budi(app), await people.dewi(app, institutionId)];
    const id = await asked(budi, "PMJ-2019-00777", "1990-05-17", "lupa@contoh.example");
    const address = paths.console.numberProof(id);
    expect((await dewi.browser.get(address)).html).not.toContain('value="granted"');
    expect((await dewi.browser.post(address, { answer: "granted", words: "" })).status).toBe(409);
    expect((await dewi.browser.post(address, { answer: "denied", words: "" })).html).toContain("Tulis mengapa tidak");
    await dewi.browser.post(address, { answer: "denied", words: "Nomor ini tidak ada di catatan kami." });
    expect(await lastLetter(app, budi.email)).toMatchObject({
      kind: "number_denied",
      data: { words: "Nomor ini tidak ada di catatan kami." },
    });
    expect((await budi.browser.get(page)).html).toContain("Saya sudah punya nomor");
  });

  test("is for the secretariat of the institution, and for nobody's own number", async () => {
    const budi = await people.budi(app);
    const id = await asked(budi, "PMJ-2019-00002", "1985-01-02", "3171010201850001");
    const rina = await people.rina(app, institutionId);
    expect((await rina.browser.get(paths.console.numbers)).status).toBe(403);
    const { institutionId: other } = await publishFrom(app, "programs/npwp-pribadi");
    const stranger = await people.dewi(app, other);
    expect((await stranger.browser.get(paths.console.numbers)).html).not.toContain("PMJ-2019-00002");
    expect((await stranger.browser.get(paths.console.numberProof(id))).status).toBe(404);
    const dewi = await people.dewi(app, institutionId);
    const own = await asked(dewi, "PMJ-2019-00002", "1985-01-02", "3171010201850001");
    await dewi.browser.get(paths.console.numberProof(own));
    expect((await dewi.browser.post(paths.console.numberProof(own), { answer: "granted" })).status).toBe(403);
    expect(await ownerOf("PMJ-2019-00002")).toBeUndefined();
  });
});

test("whoever is erased at the institution is no member there any more", async () => {
  const budi = await people.budi(app);
  await state(budi, "PMJ-2019-00004", "1978-11-30", "amir.lama@contoh.example");
  const { code } = await codeFor(budi);
  await budi.browser.post(codePage, { code });
  const { sql } = app.database.owner;
  expect(await sql`select from members where account_id = ${budi.accountId}`).toHaveLength(1);
  await sql`delete from person_keys where account_id = ${budi.accountId} and institution_id = ${institutionId}`;
  expect(await sql`select from members where account_id = ${budi.accountId}`).toHaveLength(0);
});

test("what nobody proves is forgotten after a day, and what the secretariat has stays", async () => {
  const budi = await people.budi(app);
  await state(budi, "PMJ-2019-00555", "1990-05-17", "lupa@contoh.example");
  const { sql } = app.database.owner;
  await sql`update number_proofs set created_at = created_at - interval '25 hours'`;
  await sweepProofs(app.database.worker.kysely);
  expect(await sql`select from number_proofs where asked_at is null`).toHaveLength(0);
  expect((await sql`select from number_proofs`).length).toBeGreaterThan(0);
});
