import { setTimeout as sleep } from "node:timers/promises";
import { connect, type Db } from "../../src/platform/db/connect.ts";
import { extendWindow } from "../../src/registry/windows/extend.ts";
import { begunDraft, completeDraft, type Ground } from "../ground.ts";
import { type Person, seedPeople } from "../seed.ts";
import type { Stage } from "../stage.ts";
import { type Hands, submitByHand } from "./hands.ts";
import type { Expected } from "./ledger.ts";
import { killPostgres, type Role, startRole } from "./processes.ts";

/** What is killed in a round: a process of ours, PostgreSQL whole, or its postmaster alone. */
export type Victim = "worker" | "web" | "postgres" | "postmaster";

export interface RoundOrder {
  readonly victim: Victim;
  /** Complete and agreed drafts that nobody sends by hand. */
  readonly drafts: number;
  /** Drafts that are sent by hand at the closing; every second one was agreed to. */
  readonly submits: number;
  /** Whether the kill falls while buttons are pressed, and not while the system submits. */
  readonly amongHands: boolean;
  /** Whether the window is extended for all as well as for one while it closes. */
  readonly extendAll: boolean;
}

export interface Round extends Expected {
  readonly hands: Hands;
  /** From the kill until nothing was left to close. */
  readonly recoveredMs: number;
}

/** Drafts that a second closes, and buttons that a second answers, roughly: the kill falls at random within that time. */
const [closedPerSecond, answeredPerSecond] = [10_000, 1_000];
/** How long the last drafts may take to be closed after everything: the minute's clock comes by twice. */
const patienceMs = 150_000;

/** One closing with a kill in its middle, thousands of hands and an extension; gives what must be found afterwards. */
export async function playRound(
  stage: Stage,
  ground: Ground,
  web: Role,
  order: RoundOrder,
): Promise<Round & { readonly workerEndedByItself: number }> {
  const people = await seedRound(stage, ground, order);
  const worker = startRole(stage, "worker");
  await until("a worker", async () => (await activity(stage.owner, "application_name = 'daftar_worker_slot'")) > 0);
  const closesAt = Date.now() + 1_000;
  await closeAt(stage.owner, ground.programId, new Date(closesAt));
  await sleep(250);
  const officer = extendMeanwhile(stage, ground, people, { ...order, closesAt });
  const pressing = submitByHand(stage.environment["PUBLIC_URL"] ?? "", people.byHand);
  await untilItsMoment(stage.owner, order);
  kill(stage, order.victim, { web, worker });
  const killedAt = Date.now();
  const [hands, extensions] = await Promise.all([pressing, officer]);
  await until("the end of the closing", async () => (await countDrafts(stage.owner, ground.programId)) === 0);
  const recoveredMs = Date.now() - killedAt;
  await worker.stop();
  const ids = (list: readonly Person[]) => list.map(({ applicationId }) => applicationId);
  return {
    all: ids(people.all),
    ready: ids(people.ready),
    incomplete: ids(people.incomplete),
    acknowledged: [...hands.acknowledged],
    extensions,
    hands,
    recoveredMs,
    workerEndedByItself: worker.endedByItself(),
  };
}

async function seedRound(stage: Stage, ground: Ground, { drafts, submits }: RoundOrder) {
  const agreed = await seedPeople(stage, ground, completeDraft(ground), drafts + Math.ceil(submits / 2));
  const silent = await seedPeople(stage, ground, completeDraft(ground), Math.floor(submits / 2));
  const incomplete = await seedPeople(stage, ground, begunDraft(ground, 2), Math.ceil(drafts / 20));
  await stage.owner.sql`
    update applications set agreed_at = app_now(), declared_at = app_now()
    where id = any (${agreed.map(({ applicationId }) => applicationId)}::uuid[])`;
  await stage.owner.sql`analyze applications`;
  const byHand = [...agreed.slice(drafts), ...silent].toSorted(() => Math.random() - 0.5);
  return { all: [...agreed, ...silent, ...incomplete], ready: agreed, incomplete, byHand };
}

async function closeAt(owner: Db, programId: string, moment: Date): Promise<void> {
  await owner.sql`update programs set closes_at = ${moment} where id = ${programId}`;
  await owner.sql`select schedule_closing(${programId}::uuid)`;
}

/** An officer extends the window for one application, and for all where the round says so; gives how many were answered. */
async function extendMeanwhile(
  stage: Stage,
  ground: Ground,
  people: { readonly incomplete: readonly Person[]; readonly ready: readonly Person[] },
  { closesAt, extendAll, drafts }: RoundOrder & { readonly closesAt: number },
): Promise<number> {
  const staff = connect({ url: stage.databaseUrl, role: "daftar_staff", max: 1 });
  const [one, officer] = [people.incomplete[0], people.ready[0]];
  let answered = 0;
  for (const applicationId of [one?.applicationId ?? null, ...(extendAll ? [null] : [])]) {
    await sleep(Math.max(0, closesAt - Date.now()) + (Math.random() * 1000 * drafts) / closedPerSecond);
    const extended = await extendWindow(staff.kysely, {
      actorId: officer?.accountId ?? "",
      institutions: [ground.institutionId],
      programId: ground.programId,
      applicationId,
      closesAt: new Date(Date.now() + 3_000),
      reason: "Gangguan layanan.",
    }).catch(() => undefined);
    if (extended?.outcome === "extended") answered++;
  }
  await staff.sql.end({ timeout: 0 });
  return answered;
}

/** At random while buttons are pressed, or from the moment at which the worker begins to close drafts. */
async function untilItsMoment(owner: Db, { amongHands, drafts, submits }: RoundOrder): Promise<void> {
  if (amongHands) return sleep(Math.random() * 1000 * (submits / answeredPerSecond));
  await until(
    "the closing",
    async () => (await activity(owner, "query ~ 'close_program_batch\\(' and state = 'active'")) > 0,
  );
  return sleep(Math.random() * 1000 * (drafts / closedPerSecond));
}

function kill(stage: Stage, victim: Victim, roles: { readonly web: Role; readonly worker: Role }): void {
  if (victim === "web" || victim === "worker") roles[victim].kill();
  else killPostgres(stage, victim === "postgres");
}

async function activity(owner: Db, condition: string): Promise<number> {
  const rows = await owner.sql.unsafe(`select from pg_stat_activity where pid <> pg_backend_pid() and ${condition}`);
  return rows.length;
}

async function countDrafts(owner: Db, programId: string): Promise<number> {
  const [row] = await owner.sql<{ drafts: number }[]>`
    select count(*)::int as drafts from applications where program_id = ${programId} and status = 'draft'`;
  return row?.drafts ?? -1;
}

/** Asks until it is so; a database that does not answer meanwhile is asked again. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await sleep(5);
  }
}
