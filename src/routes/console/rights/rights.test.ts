import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApplication, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { aRight } from "../../../../test/rights.ts";
import { paths } from "../../../paths.ts";
import { takeNotice } from "../../../registry/notices/outgoing.ts";
import { liftRestriction } from "../../../registry/rights/lift.ts";

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
