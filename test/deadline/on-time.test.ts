import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { completeDraft, prepareGround, type Ground } from "../../bench/ground.ts";
import { seedPeople } from "../../bench/seed.ts";
import { extendWindow } from "../../src/registry/windows/extend.ts";
import { testApp, type TestApp } from "../app.ts";

// The whole way in the product: the job stands in the queue for the moment, and the worker does it.
const closes = new Date(Date.now() + 8_000);
let app: TestApp;
let ground: Ground;
beforeAll(async () => {
  app = await testApp({ worker: true });
  const stage = { owner: app.database.owner, keyring: app.keyring };
  ground = await prepareGround(stage, {
    window: {
      opens: new Date(Date.now() - 86_400_000).toISOString(),
      closes: closes.toISOString(),
      at_close: "submit_complete_and_lock",
    },
  });
  await seedPeople(stage, ground, completeDraft(ground), 3);
  await app.database.owner.sql`
    update applications set agreed_at = app_now(), declared_at = app_now()`;
});
afterAll(() => app.close());

function closingJob() {
  return app.database.owner.sql<{ run_at: Date }[]>`
    select run_at from graphile_worker.jobs where key = ${`close:${ground.programId}`}`;
}

async function countSubmitted(): Promise<number> {
  const rows = await app.database.owner.sql`select from applications where status = 'submitted'`;
  return rows.length;
}

test("an extension moves the job, and the worker closes at the moment and not before it", async () => {
  expect((await closingJob())[0]?.run_at.getTime()).toBeCloseTo(closes.getTime(), -2);
  const until = new Date(closes.getTime() + 2_000);
  const [officer] = await app.database.owner.sql<{ id: string }[]>`select id from accounts limit 1`;
  const extended = await extendWindow(app.database.staff.kysely, {
    actorId: officer?.id ?? "",
    institutions: [ground.institutionId],
    programId: ground.programId,
    applicationId: null,
    closesAt: until,
    reason: "Uji perpanjangan.",
  });
  expect(extended).toEqual({ outcome: "extended", reopened: 0 });
  expect(await closingJob()).toMatchObject([{ run_at: until }]);
  await vi.waitFor(
    async () => {
      const submitted = await countSubmitted();
      if (Date.now() < until.getTime() - 500) expect(submitted).toBe(0);
      expect(submitted).toBe(3);
    },
    { timeout: 25_000, interval: 200 },
  );
  expect(Date.now()).toBeGreaterThanOrEqual(until.getTime() - 500);
  const letters = await app.database.owner.sql`select kind from notices order by kind`;
  expect(letters.map(({ kind }) => kind as string)).toEqual([
    ...Array<string>(3).fill("extended"),
    ...Array<string>(3).fill("submitted"),
  ]);
}, 40_000);
