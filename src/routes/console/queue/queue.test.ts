import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  anApplication,
  aReviewer,
  foreignProgram,
  publish,
  type TestApplication,
} from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";
import { claimApplication } from "../../../registry/reviews/claim.ts";
import { readFilter } from "./filter.ts";

let world: ConsoleWorld;
let rina: string;
let desk: Desk;
let siti: TestApplication;
let budi: TestApplication;
beforeAll(async () => {
  world = await consoleWorld();
  rina = await aReviewer(world, world.institutionId);
  desk = await world.signIn(rina);
  siti = await anApplication(world, { name: "Siti Contoh Melati" }).submitted();
  budi = await anApplication(world, { name: "Budi Contoh" }).submitted();
});
afterAll(() => world.close());

async function receiptOf(id: string): Promise<string> {
  const row = await world.database.owner.kysely
    .selectFrom("applications")
    .select("receipt")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.receipt;
}

/** The names on a page of the queue, in order. */
function namesOn(html: string): string[] {
  return [...html.matchAll(/(Siti Contoh Melati|Budi Contoh|Wayan Contoh|Orang Asing)/g)].map(([name]) => name);
}

describe("the queue", () => {
  test("lists what waits, the oldest first, with how long it may still take", async () => {
    const page = await desk.get(paths.console.queue);
    expect(page.status).toBe(200);
    expect(namesOn(page.html)).toEqual(["Siti Contoh Melati", "Budi Contoh"]);
    expect(page.html).toMatch(/sisa \d+ (hari|jam|menit)/);
    expect(page.html).toContain("Menunggu (2)");
    expect(page.html).toContain("Saya periksa (0)");
  });

  test("speaks English to those who chose it", async () => {
    const page = await (await world.signIn(rina, { language: "en" })).get(paths.console.queue);
    expect(page.html).toContain("Queue of applications");
    expect(page.html).toContain("Waiting (2)");
  });

  test("shows nothing of another institution, and nothing that was never submitted", async () => {
    const foreign = await publish(world, foreignProgram());
    await anApplication(world, { name: "Orang Asing", program: "npwp-lain" }).submitted();
    await anApplication(world, { name: "Wayan Contoh" }).complete();
    for (const status of ["waiting", "mine", "in_review", "returned", "decided", "all"]) {
      const page = await desk.get(`${paths.console.queue}?status=${status}`);
      expect(namesOn(page.html)).not.toContain("Orang Asing");
      expect(namesOn(page.html)).not.toContain("Wayan Contoh");
    }
    const search = await desk.get(`${paths.console.queue}?q=Asing`);
    expect(namesOn(search.html)).toEqual([]);
    expect(search.html).not.toContain("npwp-lain");
    const theirs = await (await world.signIn(await aReviewer(world, foreign))).get(paths.console.queue);
    expect(namesOn(theirs.html)).toEqual(["Orang Asing"]);
  });

  test("finds by receipt number, whole or begun, in small letters too", async () => {
    const receipt = await receiptOf(budi.id);
    for (const q of [receipt, receipt.slice(0, 7), receipt.toLowerCase()]) {
      expect(namesOn((await desk.get(`${paths.console.queue}?q=${q}`)).html)).toEqual(["Budi Contoh"]);
    }
  });

  test("finds by any words of a name, and false hits of the truncated index disappear", async () => {
    const find = async (q: string) =>
      namesOn((await desk.get(`${paths.console.queue}?q=${encodeURIComponent(q)}`)).html);
    expect(await find("melati SITI")).toEqual(["Siti Contoh Melati"]);
    expect(await find("contoh")).toEqual(["Siti Contoh Melati", "Budi Contoh"]);
    expect(await find("siti budi")).toEqual([]);
    await world.database.owner.sql`update applications set name_indexes = name_indexes || (
      select name_indexes from applications where id = ${siti.id}) where id = ${budi.id}`;
    expect(await find("melati")).toEqual(["Siti Contoh Melati"]);
  });

  test("says so when nothing is found, and how to see everything again", async () => {
    const page = await desk.get(`${paths.console.queue}?q=tidak+ada+orang+ini`);
    expect(page.status).toBe(200);
    expect(page.html).toContain("Tidak ditemukan");
    expect(page.html).toContain("Hapus saringan");
  });

  test("narrows by program and by age", async () => {
    await world.database.owner
      .sql`update applications set submitted_at = submitted_at - interval '4 days' where id = ${siti.id}`;
    expect(namesOn((await desk.get(`${paths.console.queue}?age=3`)).html)).toEqual(["Siti Contoh Melati"]);
    expect(namesOn((await desk.get(`${paths.console.queue}?age=7`)).html)).toEqual([]);
    expect(namesOn((await desk.get(`${paths.console.queue}?program=npwp-pribadi`)).html)).toHaveLength(2);
    expect(namesOn((await desk.get(`${paths.console.queue}?program=lain`)).html)).toEqual([]);
    expect((await desk.get(paths.console.queue)).html).toMatch(/terlambat \d+ (hari|jam)/);
  });

  test("finds documents that are missing or refused, by slot, without opening anything", async () => {
    const { sql } = world.database.owner;
    const find = async (problem: string) =>
      namesOn((await desk.get(`${paths.console.queue}?document=${problem}`)).html);
    expect(await find("missing.foto_ktp")).toEqual([]);
    expect(await find("refused.foto_ktp")).toEqual([]);
    await sql`update documents set status = 'refused', problem = 'unreadable'
      where application_id = ${siti.id} and slot = 'foto_ktp' and status = 'ready'`;
    await sql`update documents set status = 'removed' where application_id = ${budi.id} and slot = 'foto_ktp'`;
    expect(await find("refused.foto_ktp")).toEqual(["Siti Contoh Melati"]);
    expect(await find("missing.foto_ktp")).toEqual(["Budi Contoh"]);
    await sql`update documents set status = 'ready', problem = null
      where slot = 'foto_ktp' and (application_id = ${siti.id} or application_id = ${budi.id})`;
    await sql`insert into application_verdicts (application_id, institution_id, round, kind, target, verdict, reason, decided_by)
      values (${budi.id}, ${world.institutionId}, 1, 'document', 'foto_ktp', 'wrong', 'tidak_terbaca', ${rina})`;
    expect(await find("refused.foto_ktp")).toEqual(["Budi Contoh"]);
    await sql`delete from application_verdicts where application_id = ${budi.id}`;
    expect((await desk.get(paths.console.queue)).html).toContain('value="missing.foto_ktp"');
  });

  test("finds what was returned last for a reason", async () => {
    const { sql } = world.database.owner;
    const find = async (reason: string) => namesOn((await desk.get(`${paths.console.queue}?reason=${reason}`)).html);
    const returned = (reason: string, at: string) => sql`
      insert into application_events (id, application_id, institution_id, kind, round, actor_id, actor_kind, data, at)
      values (gen_random_uuid(), ${siti.id}, ${world.institutionId}, 'returned', 1, ${rina}, 'staff',
        ${sql.json({ marks: [{ kind: "field", id: "nik", reason }] })}, ${at})`;
    await returned("tidak_terbaca", "2026-01-01");
    expect(await find("tidak_terbaca")).toEqual(["Siti Contoh Melati"]);
    await returned("kedaluwarsa", "2026-01-02");
    expect(await find("tidak_terbaca")).toEqual([]);
    expect(await find("kedaluwarsa")).toEqual(["Siti Contoh Melati"]);
  });

  test("counts no holiday among the working days", async () => {
    const { sql } = world.database.owner;
    await sql`insert into holidays (day, name) select day::date, 'Libur contoh' from generate_series(
      now(), now() + interval '30 days', '1 day') as day on conflict do nothing`;
    expect((await desk.get(paths.console.queue)).html).toMatch(/sisa (29|3\d) hari/);
    await sql`delete from holidays where name = 'Libur contoh'`;
  });

  test("survives an address that makes no sense", async () => {
    const hostile = [
      "%00",
      "%ED%A0%80",
      "'; drop table applications --",
      "%25_%25",
      "ሀ".repeat(2000),
      "<script>alert(1)</script>",
    ];
    for (const text of hostile) {
      const page = await desk.get(
        `${paths.console.queue}?q=${text}&status=${text}&program=${text}&age=${text}&document=missing.${text}&reason=${text}&page=${text}`,
      );
      expect(page.status).toBe(200);
      expect(page.html).not.toContain("<script>alert");
    }
    expect((await desk.get(`${paths.console.queue}?page=999999`)).status).toBe(200);
  });

  test("shows 25 on a page and the way to the others", async () => {
    await world.database.owner.sql`
      insert into applications (id, account_id, institution_id, program_id, version_id, language, receipt, status, round, submitted_at)
      select gen_random_uuid(), account_id, institution_id, program_id, version_id, 'id', 'R-PAGE-' || n, 'returned', 1, now()
      from applications, generate_series(1, 30) as n where id = ${siti.id}`;
    const first = await desk.get(`${paths.console.queue}?status=returned`);
    expect(first.html.match(/R-PAGE-/g)).toHaveLength(25);
    expect(first.html).toContain("page=2");
    const second = await desk.get(`${paths.console.queue}?status=returned&page=2`);
    expect(second.html.match(/R-PAGE-/g)).toHaveLength(5);
  });
});

describe("taking the next one", () => {
  test("leads to the application that waited longest", async () => {
    const taken = await desk.post(paths.console.next);
    expect(taken.status).toBe(303);
    expect(taken.location).toBe(paths.console.application(siti.id));
    expect((await desk.get(`${paths.console.queue}?status=mine`)).html).toContain("Siti Contoh Melati");
  });

  test("leads back to a queue that says it is empty when nothing waits", async () => {
    await claimApplication(
      { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog },
      { applicationId: budi.id, institutions: [world.institutionId], actorId: rina },
    );
    expect((await desk.post(paths.console.next)).location).toBe(paths.console.queue);
    expect((await desk.get(paths.console.queue)).html).toContain("Tidak ada yang menunggu");
  });
});

test("an address is read into a filter without surprises", () => {
  expect(readFilter(new URLSearchParams("q=%20a%00b%20&page=2&age=3&program=npwp-pribadi"))).toEqual({
    drawer: "all",
    program: "npwp-pribadi",
    age: 3,
    search: "a b",
    page: 2,
  });
  expect(readFilter(new URLSearchParams("status=open&page=-1&age=2"))).toMatchObject({
    drawer: "waiting",
    page: 1,
    age: 0,
  });
});
