import { setTimeout } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApplication, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { npwpPribadi, readProgram } from "../../../../test/programs/compiled.ts";
import { aRight } from "../../../../test/rights.ts";
import { paths } from "../../../paths.ts";
import { ensurePersonKey, newAccountKey } from "../../../registry/accounts/keys.ts";
import { getName } from "../../../registry/accounts/name.query.ts";
import { gatherApplication } from "../../../registry/data-copies/gather-application.ts";
import { loadApplication } from "../../../registry/applications/load.query.ts";
import { takeNotice } from "../../../registry/notices/outgoing.ts";
import { liftRestriction } from "../../../registry/rights/lift.ts";
import { getOwnRight } from "../../../registry/rights/own-request.query.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let pandu: string;
let first: Desk;
let second: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  pandu = await officer("Pandu Contoh");
  first = await world.signIn(pandu);
  second = await world.signIn(await officer("Putri Contoh"));
});
afterAll(() => world.close());

function officer(name: string, institutionId = world.institutionId): Promise<string> {
  return aReviewer(world, institutionId, ["data_protection_officer"], name);
}

async function asked(kind: "correction" | "objection" = "correction") {
  const application = await anApplication(world).submitted();
  const right = await aRight(world, { accountId: application.accountId, about: application.id, kind });
  return { ...right, application, page: at.right(right.id) };
}

/** Moves a request back in time. */
function since(id: string, ago: string) {
  return world.database.owner.sql`update rights_requests set asked_at = asked_at - ${ago}::interval,
    due_at = due_at - ${ago}::interval where id = ${id}`;
}

async function lastLetter(accountId: string) {
  const [row] = await world.database.owner.sql<{ id: string }[]>`
    select id from notices where account_id = ${accountId} order by created_at desc, id desc limit 1`;
  return takeNotice(world.database.owner.kysely, world.keyring, row?.id ?? "");
}

async function actions(accountId: string) {
  const rows = await world.database.owner.sql<{ action: string }[]>`
    select action from audit_records where subject_id = ${accountId} and action like 'right.%' order by at, id`;
  return rows.map(({ action }) => action);
}

/** What the second officer sends who has read the refusal that waits. */
async function secondWord(page: string, answer: "confirmed" | "returned") {
  const proposal = /name="proposal" value="([^"]+)"/.exec((await second.get(page)).html)?.[1] ?? "";
  return { act: "second", answer, proposal };
}

const fulfil = { act: "answer", answer: "fulfilled", note: "Alamat sudah diperbaiki." };
const refuse = { act: "answer", answer: "refused", article: "6", note: "KTP memuat alamat yang sama." };

describe("the list", () => {
  test("stands by due moment and says in words what is pressing and what is overdue", async () => {
    const [fresh, late, soon] = [await asked(), await asked(), await asked("objection")];
    await since(late.id, "74.5 hours");
    await since(soon.id, "71.5 hours");
    const { html } = await first.get(at.rights);
    const places = [late, soon, fresh].map(({ number }) => html.indexOf(number));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(html).toMatch(/govuk-tag--red">\s*Lewat 3 jam/);
    expect(html).toMatch(/govuk-tag--yellow">\s*Kurang dari satu jam lagi/);
    expect(html).toMatch(/govuk-tag--blue">\s*7[12] jam lagi/);
  });

  test("is the institution's own, and so is each request", async () => {
    const right = await asked();
    const elsewhere = await publish(world, foreignProgram());
    const stranger = await world.signIn(await officer("Lain Contoh", elsewhere));
    expect((await stranger.get(at.rights)).html).not.toContain(right.number);
    expect((await stranger.get(right.page)).status).toBe(404);
    expect((await stranger.post(right.page, { act: "take" })).status).toBe(404);
  });
});

describe("an answer", () => {
  test("is given by whoever took the request, in words that the person is sent", async () => {
    const right = await asked();
    const { accountId } = right.application;
    expect((await first.post(right.page, fulfil)).status).toBe(409);
    await first.post(right.page, { act: "take" });
    expect((await second.post(right.page, fulfil)).status).toBe(409);
    const empty = await first.post(right.page, { act: "answer", note: "" });
    expect(empty.status).toBe(422);
    for (const field of ["answer", "note"]) expect(empty.html).toContain(`id="${field}-error"`);
    expect((await first.post(right.page, fulfil)).location).toBe(`${at.rights}?done=fulfilled`);
    expect(await lastLetter(accountId)).toMatchObject({
      kind: "right_fulfilled",
      data: { number: right.number, words: "Alamat sudah diperbaiki." },
    });
    expect((await second.post(right.page, { act: "take" })).status).toBe(409);
    const seen = (await actions(accountId)).filter((action) => action !== "right.view");
    expect(seen).toEqual(["right.ask", "right.take", "right.fulfil"]);
    expect((await first.get(at.rights)).html).toContain("Terakhir dijawab");
  });

  test("that refuses names an article, and counts when a second officer confirms it", async () => {
    const right = await asked();
    const { accountId } = right.application;
    await first.post(right.page, { act: "take" });
    const bare = await first.post(right.page, { ...refuse, article: "" });
    expect(bare.status).toBe(422);
    expect(bare.html).toContain('id="article-error"');
    // An article of another right is none of this one.
    expect((await first.post(right.page, { ...refuse, article: "41-2-b" })).status).toBe(422);
    expect((await first.post(right.page, refuse)).location).toBe(`${at.rights}?done=proposed`);
    expect((await lastLetter(accountId))?.kind).toBe("right_asked");
    expect((await first.get(right.page)).html).toContain("Petugas kedua harus menyetujuinya");
    expect((await first.post(right.page, { act: "second", answer: "confirmed" })).status).toBe(403);
    expect((await first.post(right.page, fulfil)).status).toBe(409);

    expect((await second.post(right.page, { act: "second" })).status).toBe(422);
    await second.post(right.page, await secondWord(right.page, "returned"));
    expect((await second.get(right.page)).html).not.toContain("KTP memuat");
    await first.post(right.page, refuse);
    const word = await secondWord(right.page, "confirmed");
    expect((await second.post(right.page, word)).location).toBe(`${at.rights}?done=refused`);
    expect((await second.post(right.page, word)).location).toBe(right.page);
    expect(await lastLetter(accountId)).toMatchObject({ kind: "right_refused", data: { article: "6" } });
    expect((await actions(accountId)).filter((action) => action === "right.refuse")).toHaveLength(1);
    const [row] = await world.database.owner.sql`
      select answer, refusal_by, answered_by <> refusal_by as two from rights_requests where id = ${right.id}`;
    expect(row).toEqual({ answer: "refused", refusal_by: pandu, two: true });
    await expect(
      world.database.owner.sql`update rights_requests set answered_by = refusal_by where id = ${right.id}`,
    ).rejects.toThrow("refused_by_two");
  });

  test("that is posted twice stands once; of two officers the other is told, and keeps what they wrote", async () => {
    const right = await asked();
    const { accountId } = right.application;
    await first.post(right.page, { act: "take" });
    const twice = await Promise.all([first.post(right.page, fulfil), first.post(right.page, fulfil)]);
    const led = new Set(twice.map(({ location }) => location));
    expect(led).toEqual(new Set([right.page, `${at.rights}?done=fulfilled`]));
    expect((await first.post(right.page, { ...fulfil, note: "Lain lagi." })).location).toBe(right.page);
    const other = await second.post(right.page, { ...fulfil, note: "Sudah saya tulis panjang." });
    expect(other.status).toBe(409);
    for (const told of ["Permintaan ini berubah", "Sudah saya tulis panjang.", fulfil.note])
      expect(other.html).toContain(told);
    expect((await actions(accountId)).filter((action) => action === "right.fulfil")).toHaveLength(1);
    const letters = await world.database.owner.sql`
      select from notices where account_id = ${accountId} and kind = 'right_fulfilled'`;
    expect(letters).toHaveLength(1);
  });

  test("that would refuse is taken back by its officer, who says why; what a colleague has read is not confirmed then", async () => {
    const right = await asked();
    const { accountId } = right.application;
    await first.post(right.page, { act: "take" });
    await first.post(right.page, refuse);
    const word = await secondWord(right.page, "confirmed");
    const silent = await first.post(right.page, { act: "take_back", why: " " });
    expect([silent.status, silent.html.includes('id="why-error"')]).toEqual([422, true]);
    const why = { act: "take_back", why: "KTP yang baru memuat alamat lain." };
    expect((await second.post(right.page, why)).status).toBe(409);
    expect((await first.post(right.page, why)).location).toBe(`${at.rights}?done=taken_back`);
    const again = await first.post(right.page, why);
    expect([again.status, again.html.includes('value="answer"')]).toEqual([409, true]);
    const late = await second.post(right.page, word);
    expect(late.status).toBe(409);
    expect(late.html).toContain(why.why);
    // Another refusal was proposed since: the first officer's colleague has not read that one.
    await first.post(right.page, { ...refuse, article: "33" });
    expect((await second.post(right.page, word)).status).toBe(409);
    expect((await lastLetter(accountId))?.kind).toBe("right_asked");
    const acts = (await actions(accountId)).filter((action) => action !== "right.view");
    expect(acts).toEqual([
      "right.ask",
      "right.take",
      "right.propose_refusal",
      "right.take_back_refusal",
      "right.propose_refusal",
    ]);
    const [kept] = await world.database.owner.sql`
      select strpos(encode(taken_back_sealed, 'escape'), 'KTP') as plain from rights_requests where id = ${right.id}`;
    expect(kept).toEqual({ plain: 0 });
  });

  test("is asked no more for a restriction that its person ended", async () => {
    const application = await anApplication(world).submitted();
    const whose = { accountId: application.accountId, about: world.institutionId };
    const { id, number } = await aRight(world, { ...whose, kind: "restriction" });
    expect((await first.get(at.rights)).html).toContain(number);
    await liftRestriction({ db: world.database.web.kysely }, { ...whose, staff: false }, number);
    expect((await first.get(at.rights)).html).not.toContain(number);
    expect((await first.get(at.right(id))).html).not.toContain('value="take"');
    expect((await first.post(at.right(id), { act: "take" })).status).toBe(409);
  });

  test("is never the asker's own", async () => {
    const accountId = await officer("Sendiri Contoh");
    const application = await anApplication(world, { accountId }).submitted();
    const { id } = await aRight(world, { accountId, about: application.id });
    const own = await world.signIn(accountId);
    expect((await own.get(at.right(id))).html).toContain("permintaan Anda sendiri");
    expect((await own.post(at.right(id), { act: "take" })).status).toBe(403);
  });
});

describe("a correction of a submitted answer", () => {
  async function taken(program?: string) {
    const application = await anApplication(world, program === undefined ? {} : { program }).submitted();
    const { id, number } = await aRight(world, { accountId: application.accountId, about: application.id });
    await first.post(at.right(id), { act: "take" });
    return { id, number, application, page: at.correctRight(id) };
  }

  test("lies over what was submitted, which stays; the person and everybody who reads see it", async () => {
    const { id, number, application, page } = await taken();
    const form = await first.get(page);
    expect(form.html).toContain("Jalan dan nomor rumah");
    expect(form.html).not.toContain("Jalan Contoh Nomor 1");
    for (const [fields, field] of [
      [{ field: "nama", value: "Budi Contoh" }, "field"],
      [{ field: "jalan_ktp", value: "" }, "value"],
      [{ field: "jalan_ktp", value: "Jalan Contoh Nomor 1" }, "value"],
      [{ field: "kode_pos_ktp", value: "jauh" }, "value"],
    ] as const) {
      const refused = await first.post(page, fields);
      expect(refused.status).toBe(422);
      expect(refused.html).toContain(`id="${field}-error"`);
    }
    expect((await second.post(page, { field: "jalan_ktp", value: "Jalan Lain" })).status).toBe(409);
    expect((await first.post(page, { field: "jalan_ktp", value: "Jalan Contoh Nomor 7" })).status).toBe(303);
    expect((await first.post(page, { field: "jalan_ktp", value: "Jalan Contoh Nomor 9" })).status).toBe(303);

    const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
    const owned = await loadApplication(services, { applicationId: application.id, owner: application.accountId });
    expect(owned.typed["alamat_ktp"]).toMatchObject({ jalan_ktp: "Jalan Contoh Nomor 9" });
    const right = await getOwnRight(services.db, world.keyring, { accountId: application.accountId, number });
    expect(right.changes.map(({ was, now }) => [was, now])).toEqual([
      ["Jalan Contoh Nomor 1", "Jalan Contoh Nomor 7"],
      ["Jalan Contoh Nomor 7", "Jalan Contoh Nomor 9"],
    ]);
    const desk = await world.signIn(await aReviewer(world, world.institutionId));
    expect((await desk.get(at.application(application.id))).html).toContain("Jalan Contoh Nomor 9");
    const { rounds } = await gatherApplication(
      { ...services, db: world.database.worker.kysely, blobs: world.blobs },
      application.id,
      application.accountId,
    );
    expect(rounds[0]?.answers["alamat_ktp"]).toMatchObject({ jalan_ktp: "Jalan Contoh Nomor 1" });
    await expect(world.database.owner.sql`update answer_corrections set field = 'x'`).rejects.toThrow("append-only");
    await first.post(at.right(id), fulfil);
    expect((await first.post(page, { field: "jalan_ktp", value: "Jalan Lain" })).status).toBe(409);
  });

  test("stays in the list when the person had everything erased, without who it was, about which application, and what", async () => {
    const { id, number, application, page } = await taken();
    await first.post(page, { field: "jalan_ktp", value: "Jalan Contoh Nomor 7" });
    await first.post(at.right(id), fulfil);
    const { sql, kysely: db } = world.database.owner;
    const name = await getName(db, world.keyring, application.accountId);
    const [{ receipt } = { receipt: "" }] = await sql<{ receipt: string }[]>`
      select receipt from applications where id = ${application.id}`;
    const before = await first.get(at.right(id));
    for (const shown of [name, receipt]) expect(before.html).toContain(shown);
    const nobody = uuidv7();
    await sql`select begin_nobody(${nobody}::uuid, ${newAccountKey(world.keyring, nobody).wrapped})`;
    await sql`select erase_applications(${application.accountId}, ${world.institutionId}, ${nobody})`;
    const person = { accountId: application.accountId, institutionId: world.institutionId };
    for (const anew of [false, true]) {
      if (anew) await ensurePersonKey(db, world.keyring, person);
      const erased = await first.get(at.right(id));
      expect([erased.status, erased.html.includes(number)]).toEqual([200, true]);
      expect(erased.html).not.toMatch(/Jalan Contoh|sudah diperbaiki/);
      expect(erased.html).not.toContain(receipt);
      expect(erased.html.includes(name)).toBe(anew);
    }
  });

  test("of two at once for two requests takes nothing back of the other", async () => {
    const { application, page } = await taken();
    const other = await aRight(world, { accountId: application.accountId, about: application.id });
    await second.post(at.right(other.id), { act: "take" });
    // Both have read what stands there, as far as they may, before either writes.
    const posted = await world.database.owner.sql.begin(async (trx) => {
      await trx`select from applications where id = ${application.id} for update`;
      const both = Promise.all([
        first.post(page, { field: "jalan_ktp", value: "Jalan Contoh Nomor 7" }),
        second.post(at.correctRight(other.id), { field: "rt_ktp", value: "009" }),
      ]);
      await setTimeout(500);
      return { both };
    });
    expect((await posted.both).map(({ status }) => status)).toEqual([303, 303]);
    const services = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
    const owned = await loadApplication(services, { applicationId: application.id, owner: application.accountId });
    expect(owned.typed["alamat_ktp"]).toMatchObject({ jalan_ktp: "Jalan Contoh Nomor 7", rt_ktp: "009" });
  });

  test("is refused where other questions hang on it, and while the owner changes the application", async () => {
    const text = JSON.stringify({
      ...readProgram(npwpPribadi),
      program: "npwp-bercabang",
      number: { pattern: "CABANG-{year}-{sequence:6}", given: "accept", kind: "fast" },
    });
    const branching = text.replace('"when":"domisili_berbeda"', String.raw`"when":"rt_ktp == \"999\""`);
    await publish(world, JSON.parse(branching) as ReturnType<typeof foreignProgram>);
    const { application, page } = await taken("npwp-bercabang");
    const derived = await first.post(page, { field: "rt_ktp", value: "999" });
    expect(derived.status).toBe(422);
    expect(derived.html).toContain("bergantung padanya");
    await world.database.owner.sql`update applications set status = 'returned' where id = ${application.id}`;
    expect((await first.post(page, { field: "rt_ktp", value: "002" })).status).toBe(409);
  });
});
