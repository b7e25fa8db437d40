import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { anApplication, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";
import { claimApplication } from "../../../registry/reviews/claim.ts";
import { releaseStale } from "../../../registry/reviews/bulk-release.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let rina: string;
let tono: string;
let agus: string;
let desk: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  rina = await aReviewer(world, world.institutionId);
  tono = await aReviewer(world, world.institutionId, ["reviewer"], "Tono Contoh");
  agus = await aReviewer(world, world.institutionId, ["institution_admin"], "Agus Contoh");
  desk = await world.signIn(rina);
});
afterAll(() => world.close());
// What one test leaves behind is nobody's business in the next.
beforeEach(() => world.database.owner.sql`update applications set status = 'withdrawn' where status <> 'draft'`);

async function waiting(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) ids.push((await anApplication(world).submitted()).id);
  return ids;
}

function claimFor(actorId: string, applicationId: string): Promise<void> {
  const services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
  return claimApplication(services, { applicationId, institutions: [world.institutionId], actorId });
}

async function stateOf(ids: readonly string[]) {
  const rows = await world.database.owner.kysely
    .selectFrom("applications")
    .select(["id", "status", "claimed_by", "receipt"])
    .where("id", "in", [...ids])
    .execute();
  return ids.map((id) => rows.find((row) => row.id === id));
}

async function trailOf(id: string) {
  const events = await world.database.owner.sql`
    select kind, actor_id, actor_kind from application_events where application_id = ${id} order by at desc, id desc limit 1`;
  const audits = await world.database.owner.sql`
    select action, actor_id, actor_kind, data from audit_records where subject_id = ${id} order by at desc, id desc limit 1`;
  return { event: events[0], audit: audits[0] };
}

describe("taking several at once", () => {
  test("takes what is chosen, and names what a colleague took first", async () => {
    const ids = await waiting(3);
    await claimFor(tono, ids[1] ?? "");
    const answer = await desk.post(at.bulkClaim, { application: ids });
    expect(answer.status).toBe(303);
    expect((await stateOf(ids)).map((row) => row?.claimed_by)).toEqual([rina, tono, rina]);
    const page = await desk.get(answer.location ?? "");
    const [, lost] = await stateOf(ids);
    expect(page.html).toContain(`${lost?.receipt} sudah diambil Tono Contoh.`);
    expect(page.html).toContain("Sekarang ada 2 permohonan pada Anda.");
    expect((await trailOf(ids[0] ?? "")).audit).toMatchObject({ action: "application.claim", actor_id: rina });
  });

  test("gives each application to exactly one of two who choose the same at once", async () => {
    const ids = await waiting(4);
    const other = await world.signIn(tono);
    await Promise.all([desk.post(at.bulkClaim, { application: ids }), other.post(at.bulkClaim, { application: ids })]);
    const states = await stateOf(ids);
    expect(states.every((row) => row?.status === "in_review")).toBe(true);
    const claims = await world.database.owner.sql`
      select application_id from application_events where kind = 'claimed' and application_id in ${world.database.owner.sql(ids)}`;
    expect(claims).toHaveLength(4);
  });

  test("does no harm when done twice", async () => {
    const ids = await waiting(1);
    await desk.post(at.bulkClaim, { application: ids });
    const again = await desk.post(at.bulkClaim, { application: ids });
    expect(again.location).toBe(`${at.queue}?status=mine&done=claimed`);
  });

  test("takes nothing of another institution, no draft, and nothing that is no id", async () => {
    await publish(world, foreignProgram());
    const foreign = await anApplication(world, { program: "npwp-lain" }).submitted();
    const draft = await anApplication(world).complete();
    const answer = await desk.post(at.bulkClaim, { application: [foreign.id, draft.id, uuidv7(), "1", "' or 1=1"] });
    expect((await stateOf([foreign.id, draft.id])).map((row) => row?.claimed_by)).toEqual([null, null]);
    const page = await desk.get(answer.location ?? "");
    expect(page.html).not.toContain((await stateOf([foreign.id]))[0]?.receipt);
    expect(page.html).not.toContain("tidak lagi menunggu");
  });

  test("asks for a choice when there is none", async () => {
    const answer = await desk.post(at.bulkClaim);
    expect((await desk.get(answer.location ?? "")).html).toContain("Belum ada yang dipilih");
  });

  test("takes no more than a page at once", async () => {
    const ids = await waiting(1);
    const many = [...Array.from({ length: 25 }, () => uuidv7()), ...ids];
    await desk.post(at.bulkClaim, { application: many });
    expect((await stateOf(ids))[0]?.claimed_by).toBeNull();
  });

  test("a link ticks every box of the page, and boxes stand before what waits only", async () => {
    const ids = await waiting(2);
    await claimFor(rina, ids[0] ?? "");
    const boxes = (html: string) => [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([box]) => box);
    expect(boxes((await desk.get(at.queue)).html)).toEqual([expect.not.stringContaining("checked")]);
    expect(boxes((await desk.get(`${at.queue}?pick=all`)).html)).toEqual([expect.stringContaining("checked")]);
    expect(boxes((await desk.get(`${at.queue}?status=all`)).html)).toHaveLength(1);
  });
});

describe("giving back", () => {
  test("releases all that one holds, and nothing of a colleague", async () => {
    const ids = await waiting(3);
    await desk.post(at.bulkClaim, { application: ids.slice(0, 2) });
    await claimFor(tono, ids[2] ?? "");
    expect((await desk.get(`${at.queue}?status=mine`)).html).toContain("Lepaskan semua yang ada pada saya");
    const answer = await desk.post(at.bulkRelease);
    expect((await desk.get(answer.location ?? "")).html).toContain("sudah kembali ke antrean");
    expect((await stateOf(ids)).map((row) => row?.claimed_by)).toEqual([null, null, tono]);
    expect(await trailOf(ids[0] ?? "")).toMatchObject({
      event: { kind: "released", actor_id: rina },
      audit: { action: "application.release", actor_id: rina, data: { round: 1 } },
    });
  });

  test("an administrator sees who holds what, without the applicant, and releases it in their stead", async () => {
    const [id = ""] = await waiting(1);
    await claimFor(tono, id);
    const office = await world.signIn(agus);
    const page = await office.get(at.claims);
    expect(page.html).toContain("Tono Contoh");
    expect(page.html).not.toContain("Siti Contoh");
    const answer = await office.post(at.releaseClaim, { application: id, round: "1" });
    expect((await office.get(answer.location ?? "")).html).toContain("kembali ke antrean");
    expect(await trailOf(id)).toMatchObject({
      event: { kind: "released", actor_id: agus },
      audit: { actor_id: agus, data: { round: 1, claimed_by: tono } },
    });
    expect((await office.post(at.releaseClaim, { application: id, round: "1" })).status).toBe(409);
    expect((await office.get(at.claims)).html).toContain("Tidak ada yang dipegang");
  });

  test("what was held for more than a day goes back by itself, once, and younger claims stay", async () => {
    const ids = await waiting(2);
    for (const id of ids) await claimFor(rina, id);
    await world.database.owner
      .sql`update applications set claimed_at = claimed_at - interval '25 hours' where id = ${ids[0] ?? ""}`;
    const { kysely } = world.database.worker;
    const counts = await Promise.all([releaseStale(kysely), releaseStale(kysely)]);
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect((await stateOf(ids)).map((row) => row?.status)).toEqual(["submitted", "in_review"]);
    expect(await trailOf(ids[0] ?? "")).toMatchObject({
      event: { kind: "released", actor_id: null, actor_kind: "system" },
      audit: { actor_kind: "system", data: { claimed_by: rina } },
    });
  });

  test("work on an application renews its claim; a look by somebody else does not", async () => {
    const ids = await waiting(2);
    for (const id of ids) await claimFor(rina, id);
    await world.database.owner
      .sql`update applications set claimed_at = claimed_at - interval '25 hours' where id = any (${ids}::uuid[])`;
    const [worked = "", left = ""] = ids;
    await (await world.signIn(rina)).get(at.application(worked));
    await (await world.signIn(tono)).get(at.application(left));
    expect(await releaseStale(world.database.worker.kysely)).toBe(1);
    expect((await stateOf(ids)).map((row) => row?.status)).toEqual(["in_review", "submitted"]);
  });
});
