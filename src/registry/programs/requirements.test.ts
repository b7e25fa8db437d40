import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  anAccount,
  anApplication,
  publish,
  reviewWorld,
  submit,
  type ReviewWorld,
} from "../../../test/applications.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { daysFromNow } from "../../../test/seed.ts";
import type { Program } from "../../program/definition.ts";
import { closeProgram } from "../applications/close.ts";
import { startApplication } from "../applications/start.ts";
import { submitApplication } from "../applications/submit.ts";
import { listRequirements } from "./requirements.ts";

const npwp = readProgram(npwpPribadi);

function program(slug: string, change: Partial<Program> = {}): Program {
  return {
    ...npwp,
    program: slug,
    number: { pattern: `${slug.toUpperCase()}-{year}-{sequence:4}`, given: "submit", kind: "fast" },
    ...change,
  };
}

const exam = program("ujian", { requires: [{ program: "anggota", state: "accepted" }] });
const course = program("kursus", { requires: [{ program: "anggota", state: "submitted" }] });
const closing = program("ujian-tertutup", {
  requires: [{ program: "anggota", state: "accepted" }],
  window: { opens: daysFromNow(-30), closes: daysFromNow(1), at_close: "submit_complete_and_lock" },
});

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
  for (const one of [program("anggota"), exam, course, closing]) await publish(world, one);
});
afterAll(() => world.close());

let accountId: string;
let nik: string;
let met = 0;
beforeEach(async () => {
  accountId = await anAccount(world);
  nik = `317102170590${String(++met).padStart(4, "0")}`;
});

function start(slug: string) {
  const { database, keyring, catalog } = world;
  return startApplication({ db: database.web.kysely, keyring, catalog }, { accountId, program: slug, language: "id" });
}

/** An application of the person, as far as the test needs it. */
function apply(slug: string) {
  return anApplication(world, { accountId, nik, program: slug });
}

type Moved = "submitted" | "in_review" | "returned" | "decided" | "accepted" | "rejected" | "withdrawn" | "locked";

async function move(id: string, status: Moved): Promise<void> {
  await world.database.owner.kysely.updateTable("applications").set({ status }).where("id", "=", id).execute();
}

async function statusOf(id: string): Promise<string> {
  const rows = world.database.owner.kysely.selectFrom("applications").select("status").where("id", "=", id);
  return (await rows.executeTakeFirstOrThrow()).status;
}

async function isMet(slug: string): Promise<boolean | undefined> {
  const { versionId } = await world.catalog.get(slug);
  const services = { db: world.database.web.kysely, catalog: world.catalog };
  const [requirement] = await listRequirements(services, { versionId, accountId });
  return requirement?.met;
}

describe("a program that demands another", () => {
  test("cannot be begun before one is accepted there, and can be afterwards", async () => {
    await expect(start("ujian")).rejects.toMatchObject({ status: 409, code: "requirement" });
    const first = await apply("anggota").submitted();
    await expect(start("ujian")).rejects.toMatchObject({ code: "requirement" });
    await move(first.id, "accepted");
    expect((await start("ujian")).isNew).toBe(true);
  });

  test("counts nobody else's acceptance", async () => {
    await move((await anApplication(world, { program: "anggota", nik }).submitted()).id, "accepted");
    await expect(start("ujian")).rejects.toMatchObject({ code: "requirement" });
  });

  test.each<[Moved, boolean, boolean]>([
    ["submitted", false, true],
    ["in_review", false, true],
    ["returned", false, true],
    ["decided", false, true],
    ["accepted", true, true],
    ["rejected", false, false],
    ["withdrawn", false, false],
    ["locked", false, false],
  ])("tells how far %s is: accepted there %s, submitted there %s", async (status, accepted, submitted) => {
    await move((await apply("anggota").submitted()).id, status);
    expect([await isMet("ujian"), await isMet("kursus")]).toEqual([accepted, submitted]);
    expect(await isMet("anggota")).toBeUndefined();
  });

  test("is asked once more when it is submitted, but not for a correction", async () => {
    const member = await apply("anggota").submitted();
    await move(member.id, "accepted");
    const exam = await apply("ujian").complete();
    await move(member.id, "withdrawn");
    const db = world.database.web.kysely;
    expect(await submitApplication(db, { applicationId: exam.id, accountId })).toMatchObject({
      outcome: "requirement",
    });
    expect(await statusOf(exam.id)).toBe("draft");
    await move(member.id, "accepted");
    await submit(world, exam);
    await move(exam.id, "returned");
    await move(member.id, "withdrawn");
    await submit(world, exam);
  });

  test("is asked at the closing: who has it is submitted, who lost it is locked and told why", async () => {
    const member = await apply("anggota").submitted();
    await move(member.id, "accepted");
    const kept = await apply("ujian-tertutup").complete();
    accountId = await anAccount(world);
    nik = `317102170590${String(++met).padStart(4, "0")}`;
    const other = await apply("anggota").submitted();
    await move(other.id, "accepted");
    const lost = await apply("ujian-tertutup").complete();
    await move(other.id, "withdrawn");
    await world.database.owner.sql`
      update applications set agreed_at = app_now(), declared_at = app_now() where id in (${kept.id}, ${lost.id})`;
    await world.database.owner.sql`
      update programs set closes_at = app_now() - interval '1 second' where slug = 'ujian-tertutup'`;
    const { id } = await world.catalog.get("ujian-tertutup");
    expect(await closeProgram(world.database.worker.kysely, id)).toEqual({ submitted: 1, locked: 1 });
    expect([await statusOf(kept.id), await statusOf(lost.id)]).toEqual(["submitted", "locked"]);
    const event = await world.database.owner.kysely
      .selectFrom("application_events")
      .select("data")
      .where("application_id", "=", lost.id)
      .where("kind", "=", "locked")
      .executeTakeFirstOrThrow();
    expect(event.data).toEqual({ missing: [], wanting: ["requirement"] });
  });

  test("is not published before the other, nor in a round", async () => {
    const early = program("terlalu-dini", { requires: [{ program: "belum-ada", state: "accepted" }] });
    await expect(publish(world, early)).rejects.toThrow("there is no program belum-ada");
    const round = program("anggota", { requires: [{ program: "kursus", state: "accepted" }] });
    await expect(publish(world, round)).rejects.toThrow("anggota → kursus → anggota");
  });
});
