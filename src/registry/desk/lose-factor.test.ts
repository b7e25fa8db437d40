import { afterAll, beforeAll, expect, test } from "vitest";
import { aReviewer } from "../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../test/console.ts";
import { aLookup, somePapers } from "../../../test/desk.ts";
import { limitsOn } from "../../platform/limits.ts";
import { takeNotice } from "../notices/outgoing.ts";
import { beginRemoval } from "../recovery/lost-factor.ts";
import { removeFactors } from "../recovery/remove-factors.ts";
import { answerRequest } from "./answer.ts";
import { askForAccount } from "./ask.ts";
import { carryOutRequest } from "./carry-out.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.close());

/** Two officers agree for somebody whose papers fit; returns what the audit trail and the letters say of it. */
async function agreedFor(owner: Awaited<ReturnType<typeof somePapers>>) {
  const { database, keyring, catalog, institutionId } = world;
  const services = { db: database.staff.kysely, keyring, catalog, limits: limitsOn(database.web.sql, keyring) };
  const actorId = await aReviewer(world, institutionId, ["agent"]);
  const { accountId, nik, number } = owner;
  const lookupId = await aLookup(world, { accountId, institutionId, officerId: actorId });
  const asked = {
    actorId,
    institutions: [institutionId],
    lookupId,
    reason: "Ponselnya dicuri.",
    kind: "factor" as const,
  };
  const factsOf = (value: string) => ({ paper: { fact: "nik" as const, value }, number });
  expect(await askForAccount(services, { ...asked, facts: factsOf("3171011705900099") })).toBe("differs");
  expect(await askForAccount(services, { ...asked, facts: factsOf(nik) })).toBe("asked");
  const [row] = await database.owner.sql<{ id: string }[]>`
    select id from account_requests where account_id = ${accountId}`;
  const requestId = row?.id ?? "";
  const second = await aReviewer(world, institutionId, ["secretariat"]);
  await answerRequest(services, { actorId: second, institutions: [institutionId], requestId, answer: "confirmed" });
  await carryOutRequest({ ...services, db: database.worker.kysely }, requestId);
  await carryOutRequest({ ...services, db: database.worker.kysely }, requestId);
  const [act] = await database.owner.sql`
    select action from audit_records where subject_id = ${accountId} and actor_kind = 'system' order by id desc limit 1`;
  const letters = await database.owner.sql<{ id: string }[]>`
    select id from notices where account_id = ${accountId} and kind = 'factor_leaving'`;
  const told = letters.map(({ id }) => takeNotice(database.worker.kysely, keyring, id));
  return { act: String(act?.["action"]), letters: await Promise.all(told), requestId };
}

test("two officers have a lost authenticator removed: its owner is told at once, with a way to object", async () => {
  const owner = await somePapers(world);
  const { sql } = world.database.owner;
  await sql`insert into account_factors (id, account_id, kind, sealed, confirmed_at)
    values (gen_random_uuid(), ${owner.accountId}, 'totp', '', app_now())`;
  const { act, letters, requestId } = await agreedFor(owner);
  expect(act).toBe("account.begin_removal");
  expect(letters).toMatchObject([{ to: owner.email }]);
  expect(letters[0]?.data).toHaveProperty("institution");
  expect(await sql`select request_id from factor_removals where account_id = ${owner.accountId}`).toEqual([
    { request_id: requestId },
  ]);
  await sql`update accounts set status = 'closed' where id = ${owner.accountId}`;
  expect(await sql`select from factor_removals where account_id = ${owner.accountId}`).toEqual([]);
});

test("a removal of which nobody could be told for a month came to nothing, and can be asked for anew", async () => {
  const owner = await somePapers(world);
  const { sql } = world.database.owner;
  await sql`insert into account_factors (id, account_id, kind, sealed, confirmed_at)
    values (gen_random_uuid(), ${owner.accountId}, 'totp', '', app_now())`;
  await agreedFor(owner);
  const [{ id } = { id: "" }] = await sql<{ id: string }[]>`
    select id from factor_removals where account_id = ${owner.accountId}`;
  const after = async (days: string) => {
    await sql`update factor_removals set told_at = app_now() - ${days}::interval where id = ${id}`;
    await removeFactors({ db: world.database.worker.kysely, keyring: world.keyring }, id);
    const [row] = await sql<{ void: boolean }[]>`
      select void_at is not null as void from factor_removals where id = ${id} and done_at is null`;
    return row?.void;
  };
  expect(await after("29 days")).toBe(false);
  expect(await after("30 days")).toBe(true);
  const { keyring, database } = world;
  const begun = database.worker.kysely
    .transaction()
    .execute((trx) => beginRemoval(trx, keyring, { accountId: owner.accountId }));
  expect(await begun).toBe(true);
});

test("who has no such factor loses none", async () => {
  const { act, letters } = await agreedFor(await somePapers(world));
  expect(act).toBe("account.help_void");
  expect(letters).toEqual([]);
});
