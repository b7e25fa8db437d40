import { afterAll, beforeAll, expect, test } from "vitest";
import {
  anApplication,
  aReviewer,
  foreignProgram,
  publish,
  reviewWorld,
  type ReviewWorld,
} from "../../../test/applications.ts";
import { aRight } from "../../../test/rights.ts";
import { mailSentBy } from "../../../test/sent-mail.ts";
import { tellOperatorJobOf } from "../../jobs/tell-operator.ts";
import { contentOf, textPart } from "../../jobs/letters/content.ts";
import { takeNotice } from "../notices/outgoing.ts";
import { liftRestriction } from "./lift.ts";
import { warnOfRights } from "./warn.ts";

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
});
afterAll(() => world.close());

const warn = () => warnOfRights({ db: world.database.worker.kysely, keyring: world.keyring });

/** A request of which so many hours are left. */
async function withLeft(hours: number, program = "npwp-pribadi") {
  const { id: about, accountId } = await anApplication(world, { program }).submitted();
  const right = await aRight(world, { accountId, about, kind: "objection" });
  await leave(right.id, hours);
  return right;
}

function leave(id: string, hours: number) {
  return world.database.owner
    .sql`update rights_requests set due_at = app_now() + ${hours} * interval '1 hour' where id = ${id}`;
}

async function lettersTo(accountId: string): Promise<string[]> {
  const rows = await world.database.owner.sql<{ id: string }[]>`
    select id from notices where account_id = ${accountId} and kind like 'rights_%' order by created_at, id`;
  const letters = [];
  for (const { id } of rows) {
    const notice = await takeNotice(world.database.owner.kysely, world.keyring, id);
    if (notice) letters.push(textPart(contentOf(notice, "https://daftar.contoh.example")));
  }
  return letters;
}

test("officers are told once when twelve hours are left and once when it is late; where there is none, administrators", async () => {
  const { institutionId, database } = world;
  const admin = await aReviewer(world, institutionId, ["institution_admin"]);
  await withLeft(13);
  const soon = await withLeft(12);
  const ended = await withLeft(5);
  const asker = await anApplication(world).submitted();
  const restriction = { accountId: asker.accountId, about: institutionId, kind: "restriction" } as const;
  const lifted = await aRight(world, restriction);
  await leave(lifted.id, -1);
  await liftRestriction({ db: database.web.kysely }, { accountId: asker.accountId, staff: false }, lifted.number);
  await database.owner.sql`update rights_requests set void_at = app_now() where id = ${ended.id}`;

  // Two workers at once tell no more than one.
  const counts = await Promise.all([warn(), warn()]);
  expect(counts[0] + counts[1]).toBe(1);
  expect(await warn()).toBe(0);
  const [alone = ""] = await lettersTo(admin);
  for (const told of [soon.number, "tidak punya pejabat pelindungan data", "/console/staff"])
    expect(alone).toContain(told);

  const officer = await aReviewer(world, institutionId, ["data_protection_officer"]);
  await leave(soon.id, -1);
  expect(await warn()).toBe(1);
  expect(await warn()).toBe(0);
  expect(await lettersTo(admin)).toHaveLength(1);
  const [late = ""] = await lettersTo(officer);
  for (const told of [soon.number, "belum dijawab dalam 3 × 24 jam", "/console/rights"]) expect(late).toContain(told);
  const records = await database.owner.sql`
    select actor_kind, action, data ->> 'request' as request from audit_records
    where action in ('right.warn', 'right.escalate') order by at`;
  expect(records).toEqual([
    { actor_kind: "system", action: "right.warn", request: soon.id },
    { actor_kind: "system", action: "right.escalate", request: soon.id },
  ]);
});

test("nobody is told of their own request, and where nobody is left the operator of the platform is", async () => {
  const elsewhere = await publish(world, foreignProgram());
  const accountId = await aReviewer(world, elsewhere, ["data_protection_officer", "institution_admin"]);
  const { id: about } = await anApplication(world, { program: "npwp-lain", accountId }).submitted();
  const own = await aRight(world, { accountId, about, kind: "objection" });
  await leave(own.id, -1);
  expect(await warn()).toBe(1);
  expect(await lettersTo(accountId)).toEqual([]);
  const [job] = await world.database.owner.sql<{ payload: unknown }[]>`
    select p.payload from graphile_worker._private_jobs p
    join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = 'tell-operator'`;
  const services = { db: world.database.worker.kysely, publicUrl: "https://daftar.contoh.example", log: undefined };
  const to = "operator@contoh.example";
  const [letter] = await mailSentBy((mail) => tellOperatorJobOf({ ...services, mail, to })(job?.payload, {} as never));
  expect(letter?.to).toEqual(["operator@contoh.example"]);
  expect(letter?.text).toContain(`instansi-lain: ${own.number}`);
});
