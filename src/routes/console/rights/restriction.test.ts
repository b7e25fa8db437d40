import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../../test/console.ts";
import { npwpPribadi, readProgram } from "../../../../test/programs/compiled.ts";
import { aRight } from "../../../../test/rights.ts";
import { daysFromNow } from "../../../../test/seed.ts";
import { paths } from "../../../paths.ts";
import { announceVerdicts } from "../../../registry/announcements/announce.ts";
import { acceptApplication } from "../../../registry/reviews/accept.ts";
import { claimNext } from "../../../registry/reviews/claim.ts";
import { exportApplications } from "../../../registry/reviews/export.ts";
import { exportRows } from "../../../registry/reviews/export-rows.ts";
import { liftRestriction } from "../../../registry/rights/lift.ts";
import { announceExtension, remindDrafts } from "../../../registry/windows/announce.ts";

const { console: at } = paths;

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.close());

async function restricted() {
  const application = await anApplication(world, { name: "Tutup Contoh" }).submitted();
  return { ...application, lift: await restrict(application.accountId) };
}

/** Restricts the institution for somebody; gives what lifts it again. */
async function restrict(accountId: string) {
  const { number } = await aRight(world, { accountId, about: world.institutionId, kind: "restriction" });
  const db = world.database.web.kysely;
  return () => liftRestriction({ db }, { accountId, staff: false }, number);
}

function services() {
  return { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
}

test("a restriction keeps an application out of the queue and from being decided, with its count, until its owner lifts it", async () => {
  const rina = await aReviewer(world, world.institutionId);
  const desk = await world.signIn(rina);
  const held = await anApplication(world).claimedBy(rina);
  const liftHeld = await restrict(held.accountId);
  const act = { applicationId: held.id, institutions: [world.institutionId], actorId: rina, round: 1 };
  await expect(acceptApplication(services(), act)).rejects.toMatchObject({ code: "restricted" });
  const waiting = await restricted();
  const queue = () => desk.get(`${at.queue}?drawer=all&q=Tutup`);
  expect((await queue()).html).not.toContain(at.application(waiting.id));
  expect((await queue()).html).toMatch(/2 permohonan tidak disertakan/);
  expect((await desk.get(at.application(waiting.id))).status).toBe(409);
  const claimed = await desk.post(at.claim(waiting.id));
  expect(claimed.status).toBe(409);
  expect(claimed.html).toContain("Pemiliknya membatasi pemrosesan");
  await world.database.owner
    .sql`update applications set submitted_at = app_now() - interval '99 days' where id = ${waiting.id}`;
  const who = { institutions: [world.institutionId], actorId: rina };
  expect(await claimNext(services(), who)).not.toBe(waiting.id);
  expect(await waiting.lift()).toBe(true);
  expect(await liftHeld()).toBe(true);
  expect((await queue()).html).toContain(at.application(waiting.id));
  expect(await acceptApplication(services(), act)).toHaveProperty("number");
});

test("a restriction leaves a person out of exports, with the count, also when the file was made before", async () => {
  const dewi = await aReviewer(world, world.institutionId, ["secretariat"]);
  const [row] = await world.database.owner.sql<{ id: string }[]>`select id from programs where slug = 'npwp-pribadi'`;
  const take = async () => {
    const made = await exportApplications(services(), {
      actorId: dewi,
      institutions: [world.institutionId],
      program: { id: row?.id ?? "", institutionId: world.institutionId },
      selection: "all",
      part: 1,
      columns: ["receipt"],
      specific: [],
      purpose: "Rapat panitia seleksi.",
      format: "csv",
      language: "id",
    });
    if (!("exportId" in made)) throw new Error("nothing was exported");
    const [kept] = await world.database.owner.sql<{ applications: string[] }[]>`
      select applications from application_exports where id = ${made.exportId}`;
    return kept?.applications ?? [];
  };
  const { id, accountId, lift } = await restricted();
  expect(await take()).not.toContain(id);
  const { html } = await (await world.signIn(dewi)).get(at.export("npwp-pribadi"));
  expect(html).toMatch(/1 permohonan tidak disertakan/);
  await lift();
  const applications = await take();
  expect(applications).toContain(id);
  await restrict(accountId);
  const said: string[] = [];
  const input = { institutions: [world.institutionId], applications, columns: ["receipt"], language: "id" as const };
  const rows = exportRows(services(), {
    ...input,
    specific: new Set(),
    sayFact: (_fact, application) => {
      said.push(application.id);
      return "";
    },
  });
  for await (const _batch of rows) continue;
  expect(said).toHaveLength(applications.length - 1);
  expect(said).not.toContain(id);
});

test("a restriction keeps reminders and letters about an extension from a person, and a verdict unannounced, until it is lifted", async () => {
  const slug = "npwp-terbatas";
  const rina = await aReviewer(world, world.institutionId);
  const closing = { opens: daysFromNow(-30), closes: daysFromNow(1), at_close: "lock" as const };
  await publish(world, {
    ...readProgram(npwpPribadi),
    program: slug,
    number: { pattern: "BATAS-{year}-{sequence:6}", given: "accept", kind: "fast" },
    window: closing,
    announcement: { at: daysFromNow(5) },
  });
  const owner = world.database.owner;
  const [program] = await owner.sql<{ id: string }[]>`select id from programs where slug = ${slug}`;
  const programId = program?.id ?? "";
  const [draft, decided] = [
    await anApplication(world, { program: slug }).complete(),
    await anApplication(world, { program: slug }).claimedBy(rina),
  ];
  await acceptApplication(services(), {
    applicationId: decided.id,
    institutions: [world.institutionId],
    actorId: rina,
    round: 1,
  });
  await owner.sql`update applications set created_at = app_now() - interval '20 days' where id = ${draft.id}`;
  const lifts = [await restrict(draft.accountId), await restrict(decided.accountId)];
  const [extension] = await owner.sql<{ id: string }[]>`
    insert into program_extensions (id, institution_id, program_id, extended_by, closes_at, reason)
    select gen_random_uuid(), institution_id, id, ${rina}, closes_at, 'Gangguan'
    from programs where id = ${programId} returning id`;
  await sql`update programs set announces_at = app_now() where id = ${programId}::uuid`.execute(owner.kysely);
  const worker = world.database.worker.kysely;
  const mail = async () => [
    await announceExtension(worker, extension?.id ?? ""),
    await remindDrafts(worker),
    await announceVerdicts(worker, programId),
  ];
  expect(await mail()).toEqual([0, 0, 0]);
  const admin = await world.signIn(await aReviewer(world, world.institutionId, ["institution_admin"]));
  for (const page of [at.window(slug), at.announcement(slug)]) {
    expect((await admin.get(page)).html).toMatch(/1 permohonan tidak disertakan/);
  }
  for (const lift of lifts) await lift();
  expect(await mail()).toEqual([1, 1, 1]);
});
