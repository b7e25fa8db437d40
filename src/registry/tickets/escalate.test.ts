import { afterAll, beforeAll, expect, test } from "vitest";
import { aReviewer, foreignProgram, publish, reviewWorld, type ReviewWorld } from "../../../test/applications.ts";
import { aTicket, anAgent } from "../../../test/tickets.ts";
import { mailSentBy } from "../../../test/sent-mail.ts";
import { tellOperatorOfTicketsJobOf } from "../../jobs/tell-operator-of-tickets.ts";
import { limitsOn } from "../../platform/limits.ts";
import { actOnTicket } from "./act.ts";
import { escalateTickets, tellOfTicketsJob } from "./escalate.ts";
import { replyToTicket } from "./reply.ts";

let world: ReviewWorld;
let foreign: string;
beforeAll(async () => {
  world = await reviewWorld();
  foreign = await publish(world, foreignProgram());
});
afterAll(() => world.close());

const escalate = () => escalateTickets({ db: world.database.worker.kysely, keyring: world.keyring });

async function lettersTo(accountId: string): Promise<number> {
  const rows = await world.database.owner.sql`
    select 1 from notices where account_id = ${accountId} and kind = 'tickets_overdue'`;
  return rows.length;
}

async function makeLate(ids: readonly string[]) {
  await world.database.owner
    .sql`update tickets set due_at = app_now() - interval '1 minute' where id = any (${[...ids]})`;
}

test("a complaint is due five working days later, holidays and weekends not counted, and nothing where nothing is promised", async () => {
  const { sql } = world.database.owner;
  await sql`insert into holidays (day, name) select (app_now() at time zone 'Asia/Jakarta')::date + n, 'Cuti bersama'
    from generate_series(1, 9) n on conflict do nothing`;
  const id = await aTicket(world, world.institutionId);
  const [due] =
    await sql`select due_at > asked_at + interval '13 days' as late, due_at < asked_at + interval '24 days' as soon
    from tickets where id = ${id}`;
  expect(due).toEqual({ late: true, soon: true });
  const other = await aTicket(world, world.institutionId, { category: "kategori-lama" });
  expect(await sql`select due_at from tickets where id = ${other}`).toEqual([{ due_at: null }]);
});

test("administrators are told once of each overdue ticket of their institution, and again when it was opened again", async () => {
  const { database, keyring, institutionId } = world;
  const admin = await aReviewer(world, institutionId, ["institution_admin"]);
  const stranger = await aReviewer(world, foreign, ["institution_admin"]);
  const agent = await anAgent(world, institutionId);
  const late = await aTicket(world, institutionId);
  const answered = await aTicket(world, institutionId);
  await aTicket(world, institutionId);
  await aTicket(world, foreign);
  const acting = { actorId: agent, institutions: [institutionId], act: "answer", text: "Sudah." } as const;
  const staff = { db: database.staff.kysely, keyring };
  await actOnTicket(staff, { ...acting, ticketId: answered });
  await makeLate([late, answered]);

  // Two workers at once do no more than one.
  const counts = await Promise.all([escalate(), escalate()]);
  expect(counts[0] + counts[1]).toBe(1);
  expect(await escalate()).toBe(0);
  expect([await lettersTo(admin), await lettersTo(stranger), await lettersTo(agent)]).toEqual([1, 0, 0]);
  const records = await database.owner.sql`
    select actor_kind, subject_id from audit_records where action = 'ticket.escalate'`;
  expect(records).toEqual([{ actor_kind: "system", subject_id: late }]);

  await actOnTicket(staff, { ...acting, ticketId: late });
  const limits = limitsOn(database.web.sql, keyring);
  await replyToTicket({ db: database.web.kysely, keyring, limits }, { ticketId: late, text: "Masih belum." });
  const [again] = await database.owner.sql`
    select escalated_at, due_at > app_now() as later from tickets where id = ${late}`;
  expect(again).toEqual({ escalated_at: null, later: true });
  await makeLate([late]);
  expect(await escalate()).toBe(1);
  expect(await lettersTo(admin)).toBe(2);
});

test("of tickets of an institution without administrators the operator of the platform is told, by number and nothing else", async () => {
  const alone = await publish(world, { ...foreignProgram(), program: "npwp-sendiri", institution: "instansi-sendiri" });
  await makeLate([await aTicket(world, alone), await aTicket(world, alone)]);
  expect(await escalate()).toBe(2);
  const [job] = await world.database.owner.sql<{ payload: unknown }[]>`
    select p.payload from graphile_worker._private_jobs p
    join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = ${tellOfTicketsJob}`;
  expect(job?.payload).toEqual({ institutionId: alone, count: 2 });
  const services = { db: world.database.worker.kysely, to: "operator@contoh.example", log: undefined };
  const [letter] = await mailSentBy((mail) =>
    tellOperatorOfTicketsJobOf({ ...services, mail })(job?.payload, {} as never),
  );
  expect(letter?.to).toEqual(["operator@contoh.example"]);
  expect(letter?.text).toContain("2 tickets of the institution instansi-sendiri are overdue");
});
