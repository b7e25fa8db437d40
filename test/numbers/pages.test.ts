import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendNoticeJob } from "../../src/jobs/send-notice.ts";
import { paths } from "../../src/paths.ts";
import { diskBlobStore } from "../../src/platform/files/blob-store.ts";
import { openMail } from "../../src/platform/mail/mail.ts";
import { announceVerdicts } from "../../src/registry/announcements/announce.ts";
import { sealAudit } from "../../src/registry/audit/seal.ts";
import { takeNotice } from "../../src/registry/notices/outgoing.ts";
import { giveGaplessNumbers } from "../../src/registry/numbers/give-gapless.ts";
import { catalogOf } from "../../src/registry/programs/catalog.ts";
import { acceptApplication } from "../../src/registry/reviews/accept.ts";
import { testApp, type TestApp } from "../app.ts";
import { anApplication, aReviewer, foreignProgram, publish, type ReviewWorld } from "../applications.ts";
import { signIn } from "../people.ts";
import { npwpPribadi, readProgram } from "../programs/compiled.ts";
import { toyRegions } from "../programs/regions.ts";
import { daysFromNow } from "../seed.ts";

const follows = "Nomor menyusul dalam hitungan detik";

let app: TestApp;
let folder: string;
let world: ReviewWorld;
beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), "numbers-"));
  const { database, keyring } = app;
  const catalog = catalogOf(database.web.kysely, toyRegions());
  const blobs = diskBlobStore(folder);
  world = { database, keyring, catalog, blobs, institutionId: "", close: () => Promise.resolve() };
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test("a receipt says that the number follows, and its letter waits for it", async () => {
  const number = { pattern: "SURAT-{year}-{sequence:3}", given: "submit", kind: "gapless" } as const;
  await publish(world, { ...foreignProgram(), number });
  const application = await anApplication(world, { program: "npwp-lain" }).submitted();
  const browser = await signIn(app, application.accountId, "applicant");
  expect((await browser.get(paths.apply.receipt(application.id))).html).toContain(follows);
  expect((await browser.get(paths.apply.status(application.id))).html).toContain(follows);
  const letter = await letterOf(application.id, "submitted");
  expect(await take(letter)).toHaveProperty("waitSeconds");

  const given = await numberOf(application.id);
  expect(given).toMatch(/^SURAT-\d{4}-001$/);
  const receipt = (await browser.get(paths.apply.receipt(application.id))).html;
  expect(receipt).toContain(given);
  expect(receipt).not.toContain(follows);
  const written = await take(letter);
  expect(written).toMatchObject({ data: { number: given } });
  expect(written).not.toHaveProperty("waitSeconds");
});

test("an acceptance has its number after it, and its letters wait: the one that is sent, and the one to keep", async () => {
  const number = { pattern: "IZIN-{year}-{sequence:3}", given: "accept", kind: "gapless" } as const;
  const program = { ...readProgram(npwpPribadi), number };
  const institutionId = await publish(world, program);
  const reviewer = await aReviewer(world, institutionId);
  const { id, accountId } = await anApplication(world).claimedBy(reviewer);
  expect(await accept(id, institutionId, reviewer)).toEqual({ number: null });
  const browser = await signIn(app, accountId, "applicant");
  expect((await browser.get(paths.apply.status(id))).html).toContain(follows);
  expect((await browser.get(paths.apply.letter(id))).url).toContain(paths.apply.status(id));
  const letter = await letterOf(id, "accepted");
  await sendLetter(letter);
  const [again] = await app.database.owner.sql<{ count: number; waits: boolean }[]>`
    select count(*)::int as count, bool_and(run_at > now()) as waits from graphile_worker._private_jobs
      where payload ->> 'noticeId' = ${letter} and run_at > now()`;
  expect(again).toEqual({ count: 1, waits: true });
  const given = await numberOf(id);
  expect(given).toMatch(/^IZIN-\d{4}-001$/);
  expect(await take(letter)).toMatchObject({ kind: "accepted", data: { number: given } });

  // What is announced together has its numbers in the order of the announcement.
  await publish(world, { ...program, announcement: { at: daysFromNow(2) } });
  const later = await anApplication(world).claimedBy(reviewer);
  expect(await accept(later.id, institutionId, reviewer)).toEqual({ number: null });
  expect(await numberOf(later.id, 3)).toBeNull();
  const owner = app.database.owner.sql;
  await owner`update programs set announces_at = app_now() - interval '1 second' where announces`;
  const [row] = await owner<{ id: string }[]>`select id from programs where announces`;
  expect(await announceVerdicts(app.database.worker.kysely, row?.id ?? "")).toBe(1);
  expect(await numberOf(later.id)).toMatch(/^IZIN-\d{4}-002$/);
});

function accept(applicationId: string, institutionId: string, actorId: string) {
  const services = { db: app.database.staff.kysely, keyring: app.keyring, catalog: world.catalog };
  return acceptApplication(services, { applicationId, institutions: [institutionId], actorId, round: 1 });
}

function take(noticeId: string) {
  return takeNotice(app.database.worker.kysely, app.keyring, noticeId);
}

/** What the worker does with a letter; nothing may come to the mail server here. */
async function sendLetter(noticeId: string): Promise<void> {
  const mail = openMail({ url: "smtp://127.0.0.1:1", from: "daftar@contoh.example" });
  const { database, keyring, origin } = app;
  const job = sendNoticeJob({ db: database.worker.kysely, keyring, mail, publicUrl: origin });
  await job({ noticeId }, { signal: new AbortController().signal, attempt: 1 });
  mail.close();
}

async function letterOf(applicationId: string, kind: string): Promise<string> {
  const row = await app.database.owner.kysely
    .selectFrom("notices")
    .select("id")
    .where("application_id", "=", applicationId)
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The number of an application once what is written has been sealed. */
async function numberOf(applicationId: string, most = 200): Promise<string | null> {
  for (let tries = 0; tries < most; tries += 1) {
    await sealAudit({ db: app.database.worker.kysely, keyring: app.keyring });
    await giveGaplessNumbers(app.database.worker.kysely);
    const { number } = await app.database.owner.kysely
      .selectFrom("applications")
      .select("number")
      .where("id", "=", applicationId)
      .executeTakeFirstOrThrow();
    if (number !== null) return number;
    await sleep(20);
  }
  return null;
}
