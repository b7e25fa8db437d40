import type { Kysely } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anApplication, aReviewer, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { anOpenCase, beginCase, giveEvidence, twoWithOneNik } from "../../../test/nik-cases.ts";
import { afterNikCaseJob } from "../../jobs/after-nik-case.ts";
import { connect, type DatabaseRole } from "../../platform/db/connect.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { limitsOn } from "../../platform/limits.ts";
import { statedNumbers } from "../accounts/state-identity.ts";
import { closeProgram } from "../applications/close.ts";
import { findNikElsewhere, identityIndex } from "../applications/identity.ts";
import { loadApplication } from "../applications/load.query.ts";
import { submitApplication } from "../applications/submit.ts";
import { gatherAccount } from "../data-copies/gather-account.ts";
import { verdictWords } from "../../routes/console/nik-cases/verdict-words.ts";
import { answerProposal } from "./answer.ts";
import { openNikCase } from "./open.ts";
import { findOwnCase } from "./own-case.query.ts";
import { proposeVerdict } from "./propose.ts";
import { checkReplaceable } from "./replaceable.ts";
import { withdrawNikCase } from "./withdraw.ts";

let world: ReviewWorld;
let rina: string;
let agus: string;
beforeAll(async () => {
  world = await reviewWorld();
  rina = await aReviewer(world, world.institutionId);
  agus = await aReviewer(world, world.institutionId, ["reviewer"], "Agus Contoh");
});
afterAll(() => world.close());

const web = () => ({ db: world.database.web.kysely, keyring: world.keyring });
const desk = (db = world.database.staff.kysely) => ({ db, keyring: world.keyring, words: verdictWords });
const officer = (actorId: string) => ({ actorId, institutions: [world.institutionId] });
const propose = (caseId: string, proposal: "move" | "keep", by = rina, db?: Kysely<DB>) =>
  proposeVerdict(desk(db), { ...officer(by), caseId, proposal, reason: "Swafoto sesuai dengan KTP." });
const confirm = (caseId: string, by = agus, db?: Kysely<DB>) =>
  answerProposal(desk(db), { ...officer(by), caseId, answer: "confirmed" });
const submitted = async ({ id, accountId }: { id: string; accountId: string }, db = world.database.web.kysely) =>
  (await submitApplication(db, { applicationId: id, accountId })).outcome;
const elsewhere = (nik: string, accountId: string) =>
  findNikElsewhere(world.database.web.kysely, identityIndex(world.keyring, nik), accountId);
const settle = (caseId: string) =>
  afterNikCaseJob({ ...web(), db: world.database.worker.kysely, catalog: world.catalog })({ caseId }, {} as never);

/** Works at a time that is so many hours later, by the clock of every decision. */
async function hoursLater<T>(role: DatabaseRole, hours: number, work: (db: Kysely<DB>) => Promise<T>): Promise<T> {
  const late = connect({ url: world.database.url, role, max: 1 });
  try {
    await late.sql`select set_config('daftar.clock_offset', ${`${hours} hours`}, false)`;
    return await work(late.kysely);
  } finally {
    await late.close();
  }
}

test("two officers move a NIK: both sides are bound meanwhile, told at each step, and everything is in the record", async () => {
  const nik = "3171015705900701";
  const { claimant, holder } = await twoWithOneNik(world, nik);
  expect(await beginCase(world, claimant.accountId, nik)).toBe("begun");
  expect(await beginCase(world, claimant.accountId, nik)).toBe("already");
  expect(await openNikCase(web(), claimant.accountId)).toBe("wanting");
  expect(await findOwnCase(web(), holder.accountId)).toBeUndefined();
  const caseId = await giveEvidence(world, claimant.accountId);
  expect(await openNikCase(web(), claimant.accountId)).toBe("opened");
  expect(await openNikCase(web(), claimant.accountId)).toBe("none");

  expect(await submitted(claimant)).toBe("identity_disputed");
  expect(await findOwnCase(web(), holder.accountId)).toMatchObject({ side: "holder", status: "open", evidence: [] });
  await giveEvidence(world, holder.accountId);
  expect((await findOwnCase(web(), holder.accountId))?.evidence).toHaveLength(2);

  await expect(confirm(caseId)).rejects.toMatchObject({ code: "nik_case_changed" });
  await expect(propose(caseId, "move", holder.accountId)).rejects.toMatchObject({ status: 403 });
  const foreign = { actorId: rina, institutions: [], caseId, proposal: "keep", reason: "Contoh" } as const;
  await expect(proposeVerdict(desk(), foreign)).rejects.toMatchObject({ status: 404 });
  expect(await propose(caseId, "keep")).toBe("proposed");
  await expect(confirm(caseId, rina)).rejects.toMatchObject({ status: 403 });
  await answerProposal(desk(), { ...officer(agus), caseId, answer: "refused", remark: "Lihat swafotonya lagi." });
  expect(await propose(caseId, "move")).toBe("proposed");
  // Nothing of the reason is told before it is decided.
  expect((await findOwnCase(web(), claimant.accountId))?.reason).toBeUndefined();
  const answers = await Promise.allSettled([confirm(caseId), confirm(caseId)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);

  expect(await elsewhere(nik, holder.accountId)).toBe("taken");
  expect(await elsewhere(nik, claimant.accountId)).toBeUndefined();
  expect(await findOwnCase(web(), claimant.accountId)).toMatchObject({
    status: "moved",
    reason: "Swafoto sesuai dengan KTP.",
  });
  await settle(caseId);
  expect(await submitted(claimant)).toBe("submitted");
  const { owner } = world.database;
  const letters = await owner.sql<{ kind: string; mine: boolean }[]>`
    select kind, account_id = ${claimant.accountId} as mine from notices where kind like 'nik%'
    and account_id in (${claimant.accountId}, ${holder.accountId})`;
  expect(letters.map(({ kind, mine }) => `${kind} ${mine ? "claimant" : "holder"}`).toSorted()).toEqual([
    "nik_case_opened claimant",
    "nik_case_told holder",
    "nik_not_yours holder",
    "nik_yours claimant",
  ]);
  const acts = await owner.sql<{ action: string }[]>`
    select action from audit_records where subject_id = ${caseId} order by at, id`;
  expect(acts.map(({ action }) => action.replace("nik_case.", ""))).toEqual([
    "begin",
    "open",
    "propose",
    "refuse",
    "propose",
    "confirm",
  ]);
  await expect(owner.sql`update nik_cases set answered_by = proposed_by where id = ${caseId}`).rejects.toThrow(
    /two_officers/,
  );
});

test("a NIK that stays is the holder's from then on, and nobody's before two have looked", async () => {
  const nik = "3171015705900702";
  const { claimant, holder } = await twoWithOneNik(world, nik);
  const caseId = await anOpenCase(world, claimant.accountId, nik);
  await propose(caseId, "keep");
  expect(await elsewhere(nik, claimant.accountId)).toBe("shared");
  await confirm(caseId);
  expect(await elsewhere(nik, claimant.accountId)).toBe("taken");
  expect(await elsewhere(nik, holder.accountId)).toBeUndefined();
  await settle(caseId);
  expect(await submitted(claimant)).toBe("incomplete");
  // The matter is closed: it cannot be begun for a NIK that no other account has.
  expect(await beginCase(world, holder.accountId, nik)).toBe("proven");
});

test("of two cases about one NIK that are sent at once one is open, and the other waits", async () => {
  const nik = "3171015705900703";
  const { claimant } = await twoWithOneNik(world, nik);
  const third = await anApplication(world, { nik }).complete();
  for (const { accountId } of [claimant, third]) {
    expect(await beginCase(world, accountId, nik)).toBe("begun");
    await giveEvidence(world, accountId);
  }
  const opened = await Promise.all([claimant, third].map(({ accountId }) => openNikCase(web(), accountId)));
  expect(opened.toSorted()).toEqual(["busy", "opened"]);
});

test("a deadline stands still exactly as long as the case is open, past the closing and for both sides", async () => {
  const nik = "3171015705900704";
  const { claimant } = await twoWithOneNik(world, nik);
  const bystander = await anApplication(world).complete();
  const { owner } = world.database;
  const [program] = await owner.sql<{ id: string }[]>`
    update programs set closes_at = now() + interval '2 hours', grace_seconds = 0
    where slug = 'npwp-pribadi' returning id`;
  const close = (hours: number) => hoursLater("daftar_worker", hours, (db) => closeProgram(db, program?.id ?? ""));
  const statusOf = async ({ id }: { id: string }) =>
    (await owner.sql<{ status: string }[]>`select status from applications where id = ${id}`)[0]?.status;

  expect(await beginCase(world, claimant.accountId, nik)).toBe("begun");
  const caseId = await giveEvidence(world, claimant.accountId);
  await hoursLater("daftar_web", 1, (db) => openNikCase({ ...web(), db }, claimant.accountId));
  const paused = await loadApplication({ ...web(), catalog: world.catalog }, { applicationId: claimant.id });
  expect(paused).toMatchObject({ paused: true, closesAt: null, windowOpen: true });

  await close(3);
  expect([await statusOf(claimant), await statusOf(bystander)]).toEqual(["draft", "locked"]);
  await propose(caseId, "move");
  await hoursLater("daftar_staff", 6, (db) => confirm(caseId, agus, db));
  const [times] = await owner.sql<{ later: string; open: string }[]>`
    select extract(epoch from a.extended_until - p.closes_at) as later, extract(epoch from c.closed_at - c.opened_at) as open
    from nik_cases c, applications a join programs p on p.id = a.program_id
    where c.id = ${caseId} and a.id = ${claimant.id}`;
  expect(times?.later).toBe(times?.open);
  expect(Math.round(Number(times?.later) / 3600)).toBe(5);
  await settle(caseId);

  // It closes seven hours from now: two as everybody's, and five for which the case was open.
  await close(6.5);
  expect(await statusOf(claimant)).toBe("draft");
  expect(await hoursLater("daftar_web", 7.5, (db) => submitted(claimant, db))).toBe("closed");
  expect(await hoursLater("daftar_web", 6.5, (db) => submitted(claimant, db))).toBe("submitted");
  await owner.sql`update programs set closes_at = null where slug = 'npwp-pribadi'`;
});

test("a draft that a side begins while the case is open stands still from then on; withdrawing lets it go on", async () => {
  const nik = "3171015705900705";
  const { claimant, holder } = await twoWithOneNik(world, nik);
  const { owner } = world.database;
  await owner.sql`update programs set closes_at = now() + interval '2 days' where slug = 'npwp-pribadi'`;
  const caseId = await anOpenCase(world, claimant.accountId, nik);
  await owner.sql`update applications set status = 'withdrawn', once_key = null where id = ${holder.id}`;
  const begun = await anApplication(world, { accountId: holder.accountId }).complete();
  const extended = async () =>
    (
      await owner.sql<{ until: string; resumed: boolean }[]>`
      select a.extended_until::text as until, d.resumed_at is not null as resumed
      from paused_deadlines d join applications a on a.id = d.application_id
      where d.case_id = ${caseId} and a.id = ${begun.id}`
    )[0];
  expect(await extended()).toEqual({ until: "infinity", resumed: false });
  expect(await withdrawNikCase(web(), claimant.accountId)).toBe(true);
  expect(await withdrawNikCase(web(), claimant.accountId)).toBe(false);
  const after = await extended();
  expect(after?.resumed).toBe(true);
  expect(Date.parse(after?.until ?? "")).toBeGreaterThan(Date.now() + 47 * 3_600_000);
  expect(await elsewhere(nik, claimant.accountId)).toBe("shared");
  await owner.sql`update programs set closes_at = null where slug = 'npwp-pribadi'`;
});

test("a case that was sent and withdrawn is begun again twice, and then not before thirty days are over", async () => {
  const nik = "3171015705900707";
  const { claimant } = await twoWithOneNik(world, nik);
  const { owner, web: db } = world.database;
  for (let time = 0; time < 3; time++) {
    await anOpenCase(world, claimant.accountId, nik);
    await withdrawNikCase(web(), claimant.accountId);
    // One that was never sent has bound nobody, and counts for nothing.
    if (time === 0) await beginCase(world, claimant.accountId, nik);
    if (time === 0) await withdrawNikCase(web(), claimant.accountId);
  }
  expect(await beginCase(world, claimant.accountId, nik)).toBe("often");
  await owner.sql`update nik_cases set begun_at = begun_at - interval '31 days', opened_at = opened_at - interval '31 days',
    closed_at = closed_at - interval '31 days' where claimant_id = ${claimant.accountId}`;
  await limitsOn(db.sql, world.keyring).forget(statedNumbers, claimant.accountId);
  expect(await beginCase(world, claimant.accountId, nik)).toBe("begun");
});

test("evidence stays as it is from when an officer has proposed until it is sent back; what is missing may still come", async () => {
  const nik = "3171015705900708";
  const { claimant, holder } = await twoWithOneNik(world, nik);
  const caseId = await anOpenCase(world, claimant.accountId, nik);
  const replace = ({ accountId }: { accountId: string }) =>
    world.database.web.kysely
      .transaction()
      .execute((trx) => checkReplaceable(trx, { nikCaseId: caseId, accountId, slot: "selfie" }));
  await replace(claimant);
  await propose(caseId, "move");
  await expect(replace(claimant)).rejects.toMatchObject({ code: "nik_case_changed" });
  await replace(holder);
  await answerProposal(desk(), { ...officer(agus), caseId, answer: "refused", remark: "Swafotonya kabur." });
  await replace(claimant);
});

test("evidence is in the copy of one's data, holds up erasing while the case is open, and goes with its owner afterwards", async () => {
  const nik = "3171015705900706";
  const { claimant } = await twoWithOneNik(world, nik);
  const caseId = await anOpenCase(world, claimant.accountId, nik);
  const { owner, worker } = world.database;
  const inReview = async () =>
    (
      await owner.sql<{ held: boolean }[]>`
      select is_in_review(${claimant.accountId}, ${world.institutionId}) as held`
    )[0]?.held;
  expect(await inReview()).toBe(true);
  await propose(caseId, "move");
  await confirm(caseId);
  expect(await inReview()).toBe(false);
  const copied = await gatherAccount({ ...web(), db: worker.kysely }, claimant.accountId);
  expect(copied.cases_about_nik).toMatchObject([
    { side: "claimant", status: "moved", reason: "Swafoto sesuai dengan KTP." },
  ]);
  const [erased] = await worker.sql<{ blobs: string[] }[]>`
    select erase_evidence(${claimant.accountId}, ${world.institutionId}) as blobs`;
  expect(erased?.blobs).toHaveLength(4);
  expect(await owner.sql`select id from documents where nik_case_id = ${caseId}`).toEqual([]);
  expect(await owner.sql`select status, blind_index, reason_sealed from nik_cases where id = ${caseId}`).toEqual([
    { status: "moved", blind_index: null, reason_sealed: null },
  ]);
});
