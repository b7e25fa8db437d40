import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";
import { recordAudit } from "../../../registry/audit/record.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { PAGE } from "./audit.query.ts";

const path = paths.console.audit;

let world: ConsoleWorld;
let desk: Desk;
let claimed: string;
let elsewhere: string;
beforeAll(async () => {
  world = await consoleWorld();
  desk = await world.signIn(await aReviewer(world, world.institutionId, ["auditor"], "Dini Contoh"));
  const rina = await aReviewer(world, world.institutionId, ["reviewer"], "Rina Contoh");
  ({ id: claimed } = await anApplication(world, { name: "Budi Contoh" }).claimedBy(rina));
  const foreign = await publish(world, foreignProgram());
  const stranger = await aReviewer(world, foreign, ["reviewer"], "Sari Contoh");
  ({ id: elsewhere } = await anApplication(world, { program: "npwp-lain" }).claimedBy(stranger));
});
afterAll(() => world.close());

test("the trail names staff and deeds of the own institution, and neither applicants nor strangers", async () => {
  const { status, html } = await desk.get(path);
  expect(status).toBe(200);
  expect(html).toContain("Rina Contoh");
  expect(html).toContain("application.claim");
  expect(html).toContain("application.submit");
  expect(html).toContain(claimed.slice(-12));
  expect(html).not.toContain("Budi Contoh");
  expect(html).not.toContain("Sari Contoh");
  expect(html).not.toContain(elsewhere.slice(-12));
});

test("the database itself shows staff no trail but that of their institutions, also to a statement that forgets to ask", async () => {
  const { kysely } = world.database.staff;
  const records = await withStaff(kysely, [world.institutionId], (trx) =>
    trx.selectFrom("audit_records").select(["institution_id", "subject_id"]).execute(),
  );
  expect(new Set(records.map((record) => record.institution_id))).toEqual(new Set([world.institutionId]));
  expect(records.map((record) => record.subject_id)).toContain(claimed);
  expect(await kysely.selectFrom("audit_records").select("id").execute()).toEqual([]);
});

test("it is narrowed to a deed, an actor, one thing and a day", async () => {
  const claims = await desk.get(`${path}?action=application.claim`);
  expect(claims.html).toContain("application.claim");
  expect(claims.html).not.toContain("application.submit<");
  const applicants = await desk.get(`${path}?who=applicant`);
  expect(applicants.html).toContain("application.submit");
  expect(applicants.html).not.toContain("Rina Contoh");
  const one = await desk.get(`${path}?about=${claimed}`);
  expect(one.html).toContain("application.claim");
  expect(one.html).not.toContain("Tidak ada catatan");
  const early = await desk.get(`${path}?until=2020-01-31`);
  expect(early.html).toContain("Tidak ada catatan");
  const foreign = await desk.get(`${path}?about=${elsewhere}`);
  expect(foreign.html).toContain("Tidak ada catatan");
});

test("a day that is none is said at its field and narrows nothing", async () => {
  const { status, html } = await desk.get(`${path}?until=31-31-2026`);
  expect(status).toBe(422);
  expect(html).toContain("Tanggal harus berupa tanggal yang nyata");
  expect(html).toContain('value="31-31-2026"');
  expect(html).toContain("Rina Contoh");
  for (const wild of ["?action=%00'", "?about=x&before=y", "?who=%F0%9F%98%80&before=%00"]) {
    expect((await desk.get(path + wild)).status, wild).toBe(200);
  }
});

test("a long trail goes on over pages, each record on one of them", async () => {
  const ids = Array.from({ length: PAGE + 10 }, (_, at) => `0000000${String(at).padStart(3, "0")}-aaaa`);
  for (const code of ids) {
    await recordAudit(world.database.owner.kysely, {
      actorId: null,
      actorKind: "system",
      action: "program.try",
      institutionId: world.institutionId,
      subjectKind: "program",
      subjectId: null,
      data: { code },
    });
  }
  const first = (await desk.get(`${path}?action=program.try`)).html;
  const older = /href="([^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = (await desk.get(older)).html;
  for (const code of ids) expect([first, second].filter((html) => html.includes(code))).toHaveLength(1);
  expect(second).toContain("Kembali ke yang terbaru");
});

test("an auditor comes into the console by a room that is theirs, a reviewer by the queue", async () => {
  expect(await desk.get(paths.console.start)).toMatchObject({ status: 303, location: paths.console.figures });
  const reviewer = await world.signIn(await aReviewer(world, world.institutionId));
  expect(await reviewer.get(paths.console.start)).toMatchObject({ status: 303, location: paths.console.queue });
  const { html } = await desk.get(path);
  expect(html).toContain(`href="${paths.console.start}"`);
});
