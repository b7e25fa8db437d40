import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appeal, aRejected } from "../../../test/appeals.ts";
import { aReviewer, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { loadApplication } from "../applications/load.query.ts";
import { compareStates } from "../audit/compare-states.ts";
import { takeNotice } from "../notices/outgoing.ts";
import { acceptApplication } from "../reviews/accept.ts";
import { rejectApplication } from "../reviews/reject.ts";
import { answerAppeal } from "./answer.ts";
import { readAppeal } from "./appeal.query.ts";

let world: ReviewWorld;
let rina: string;
let dewi: string;
beforeAll(async () => {
  world = await reviewWorld();
  rina = await aReviewer(world, world.institutionId, ["secretariat"], "Rina Contoh");
  dewi = await aReviewer(world, world.institutionId, ["secretariat"], "Dewi Contoh");
});
afterAll(() => world.close());

function services() {
  return { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
}

function act(applicationId: string, actorId: string) {
  return { applicationId, institutions: [world.institutionId], actorId, round: 1 };
}

function answer(applicationId: string, given: "granted" | "denied", actorId = dewi) {
  return answerAppeal(services(), { ...act(applicationId, actorId), answer: given, words: "Penjelasan kami." });
}

function rowOf(id: string) {
  return world.database.owner.kysely
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

async function stateOf(id: string) {
  const web = { db: world.database.web.kysely, keyring: world.keyring, catalog: world.catalog };
  const { key } = await loadApplication(web, { applicationId: id });
  return readAppeal(world.database.web.kysely, { applicationId: id, key });
}

async function letters(id: string) {
  const owner = world.database.owner.kysely;
  const rows = await owner
    .selectFrom("notices")
    .select(["id", "kind"])
    .where("application_id", "=", id)
    .orderBy("created_at")
    .execute();
  return rows;
}

test("a rejected applicant appeals once, and it is sealed, recorded and confirmed by letter", async () => {
  const application = await aRejected(world, rina);
  const { id } = application;
  expect(await stateOf(id)).toMatchObject({ isOpen: true, latest: undefined });
  const sent = await Promise.all([appeal(world, application), appeal(world, application)]);
  expect(sent.toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
  expect((await rowOf(id)).status).toBe("appealed");
  const state = await stateOf(id);
  expect(state).toMatchObject({
    isOpen: false,
    latest: { answer: null, typed: { uraian_sanggah: "KTP saya berlaku seumur hidup." } },
  });
  const dump = await world.database.owner.sql`select t::text from application_appeals t`;
  expect(JSON.stringify(dump)).not.toContain("seumur hidup");
  expect((await letters(id)).map(({ kind }) => kind)).toEqual(["submitted", "rejected", "appealed"]);
  const audits = await world.database.owner.sql`
    select actor_kind from audit_records where subject_id = ${id} and action = 'application.appeal'`;
  expect(audits).toEqual([{ actor_kind: "applicant" }]);
});

test("who rejected cannot answer; denied, the rejection stands and cannot be appealed again", async () => {
  const application = await aRejected(world, rina);
  const { id } = application;
  await appeal(world, application);
  await expect(answer(id, "granted", rina)).rejects.toMatchObject({ status: 409, code: "own_decision" });
  await answer(id, "denied");
  expect(await rowOf(id)).toMatchObject({ status: "rejected", claimed_by: null });
  await expect(answer(id, "granted")).rejects.toMatchObject({ code: "appeal_answered" });
  expect(await appeal(world, application)).toBe(false);
  expect(await stateOf(id)).toMatchObject({ isOpen: false, latest: { answer: "denied", words: "Penjelasan kami." } });
  const last = (await letters(id)).at(-1);
  const letter = await takeNotice(world.database.worker.kysely, world.keyring, last?.id ?? "");
  expect(letter).toMatchObject({
    kind: "appeal_denied",
    data: { lines: [{ id: "Penjelasan kami.", en: "Penjelasan kami." }] },
  });
});

test("granted, it is under examination again by who granted it, and a second rejection can be appealed anew", async () => {
  const [one, other] = [await aRejected(world, rina), await aRejected(world, rina)];
  for (const application of [one, other]) {
    await appeal(world, application);
    await answer(application.id, "granted");
    expect(await rowOf(application.id)).toMatchObject({ status: "in_review", claimed_by: dewi, decided_at: null });
  }
  expect(await acceptApplication(services(), act(one.id, dewi))).toHaveProperty("number");
  await rejectApplication(services(), { ...act(other.id, dewi), reasons: ["tidak_sesuai"], note: "" });
  expect(await stateOf(other.id)).toMatchObject({ isOpen: true });
  expect(await appeal(world, other)).toBe(true);
  await expect(answer(other.id, "granted", dewi)).rejects.toMatchObject({ code: "own_decision" });
  await answer(other.id, "denied", rina);
  expect((await compareStates(world.database.owner.kysely)).wrong).toEqual([]);
});

test("the time to appeal is counted in whole days of the institution's zone, from the day after", async () => {
  const application = await aRejected(world, rina);
  const { rows } = await sql<{ closes: Date }>`
    select appeal_closes_at('2027-01-15T17:30:00Z', 3, 'Asia/Jakarta') as closes`.execute(world.database.owner.kysely);
  // Told on 16 January, 00.30 in Jakarta: until the end of 19 January there.
  expect(rows[0]?.closes.toISOString()).toBe("2027-01-19T17:00:00.000Z");
  await sql`update applications set decided_at = app_now() - interval '16 days' where id = ${application.id}::uuid`.execute(
    world.database.owner.kysely,
  );
  expect(await stateOf(application.id)).toMatchObject({ isOpen: false, closesAt: expect.any(Date) as Date });
  expect(await appeal(world, application)).toBe(false);
});

test("of another institution an appeal is as unknown as none", async () => {
  const application = await aRejected(world, rina);
  await appeal(world, application);
  const elsewhere = { ...act(application.id, dewi), institutions: [], answer: "denied" as const, words: "x" };
  await expect(answerAppeal(services(), elsewhere)).rejects.toMatchObject({ status: 404 });
});
