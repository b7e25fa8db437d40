import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anAccount, anApplication, aReviewer, foreignProgram, publish } from "../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../test/console.ts";
import { aLookup, anAccountRequest, somePapers } from "../../../test/desk.ts";
import { readProgram } from "../../../test/programs/compiled.ts";
import { aTicket } from "../../../test/tickets.ts";
import { paths } from "../../paths.ts";
import { blindIndexes } from "../../platform/keys/blind-index.ts";
import { limitsOn, type Limits } from "../../platform/limits.ts";
import { getProfile } from "../accounts/account.query.ts";
import { accountKey } from "../accounts/keys.ts";
import { rules } from "../accounts/rules.ts";
import { addIdentifier } from "../identifiers/identifier.ts";
import { type Member, memberIndexes } from "../members/member.ts";
import { newTicketNumber } from "../tickets/ticket-number.ts";
import { numberPurpose } from "../tickets/ticket.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { deskAccount } from "./account.query.ts";
import { answerRequest } from "./answer.ts";
import { askForAccount, type NewRequest } from "./ask.ts";
import { carryOutRequest } from "./carry-out.ts";
import { type Facts, factsFit } from "./facts.ts";
import { lookUpAccount } from "./look-up.ts";
import { deskRules } from "./rules.ts";

let world: ConsoleWorld;
let limits: Limits;
let services: Parameters<typeof askForAccount>[0];
let foreign: string;
beforeAll(async () => {
  world = await consoleWorld();
  foreign = await publish(world, foreignProgram());
  limits = limitsOn(world.database.web.sql, world.keyring);
  services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog, limits };
});
afterAll(() => world.close());

const agent = () => aReviewer(world, world.institutionId, ["agent"]);
const secretariat = () => aReviewer(world, world.institutionId, ["secretariat"]);
const anOwner = () => somePapers(world);

async function looked(accountId: string, officerId: string) {
  const lookupId = await aLookup(world, { accountId, officerId, institutionId: world.institutionId });
  return { actorId: officerId, institutions: [world.institutionId], lookupId, reason: "Datang ke loket." };
}

async function requestOf(accountId: string): Promise<string> {
  const [row] = await world.database.owner.sql<{ id: string }[]>`
    select id from account_requests where account_id = ${accountId} and answer is null`;
  return row?.id ?? "";
}

async function acts(accountId: string): Promise<string[]> {
  const rows = await world.database.owner.sql<{ action: string }[]>`
    select action from audit_records where subject_id = ${accountId} and action like 'account.%' order by id`;
  return rows.map(({ action }) => action);
}

async function letters(accountId: string): Promise<string[]> {
  const rows = await world.database.owner.sql<{ kind: string }[]>`
    select kind from notices where account_id = ${accountId} and kind like '%by_staff' order by id`;
  return rows.map(({ kind }) => kind);
}

/** As the worker does it when its job comes. */
function work(requestId: string): Promise<void> {
  const { worker } = world.database;
  const ofWorker = { db: worker.kysely, keyring: world.keyring, limits: limitsOn(worker.sql, world.keyring) };
  return carryOutRequest(ofWorker, requestId);
}

const confirmed = (requestId: string, actorId: string) =>
  answerRequest(services, { actorId, institutions: [world.institutionId], requestId, answer: "confirmed" });

describe("looking up", () => {
  test("finds an applicant of the institution by each exact name, and writes every look down", async () => {
    const owner = await anOwner();
    const actorId = await agent();
    for (const name of [{ kind: "email", value: owner.email } as const, { kind: "nik", value: owner.nik } as const]) {
      const look = { actorId, institutions: [world.institutionId], name, purpose: "unlock" as const };
      expect(await lookUpAccount(services, look)).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(await acts(owner.accountId)).toEqual(expect.arrayContaining(["account.look_up", "account.look_up"]));
    const [row] = await world.database.owner.sql`
      select count(*)::int as looks from account_lookups where account_id = ${owner.accountId}`;
    expect(row).toEqual({ looks: 2 });
  });

  test("finds neither strangers to the institution, nor people without applications, nor staff, nor a closed account", async () => {
    const actorId = await agent();
    const elsewhere = await anApplication(world, { program: "npwp-lain" }).submitted();
    const without = await anAccount(world);
    const [staff, gone] = [await anOwner(), await anOwner()];
    await world.database.owner
      .sql`insert into staff_roles (account_id, institution_id, role) values (${staff.accountId}, ${foreign}, 'auditor')`;
    await world.database.owner.sql`update accounts set status = 'closed' where id = ${gone.accountId}`;
    const found = [];
    for (const accountId of [elsewhere.accountId, without, staff.accountId, gone.accountId]) {
      const { email } = await getProfile(world.database.owner.kysely, world.keyring, accountId);
      const name = { kind: "email", value: email } as const;
      found.push(
        await lookUpAccount(services, { actorId, institutions: [world.institutionId], name, purpose: "unlock" }),
      );
    }
    expect(found).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("finds whoever proved a number of before or waits for an answer, by what they did themselves, and takes that number for a fact", async () => {
    const { sql, kysely } = world.database.owner;
    const actorId = await agent();
    const [{ id: program } = { id: "" }] = await sql<{ id: string }[]>`
      select id from programs where institution_id = ${world.institutionId} limit 1`;
    const known = async (number: string) => {
      const accountId = await anAccount(world);
      const nik = `317102170591${number.slice(-4)}`;
      const key = await accountKey(kysely, world.keyring, accountId);
      await addIdentifier(kysely, world.keyring, { accountId, key, name: { kind: "nik", value: nik }, verified: true });
      const name = { kind: "nik", value: nik } as const;
      const look = { actorId, institutions: [world.institutionId], name, purpose: "reset" as const };
      const fits = (typed: string) =>
        withStaff(services.db, [world.institutionId], (trx) =>
          factsFit(trx, services, accountId, { paper: { fact: "nik", value: nik }, number: typed }),
        );
      return { accountId, found: async () => (await lookUpAccount(services, look)) !== undefined, fits };
    };

    const member = await known("PMJ-2019-0012");
    expect(await member.found()).toBe(false);
    const { number_index, number_index_b } = memberIndexes(world.keyring, program, {
      number: "PMJ-2019-0012",
    } as Member);
    await sql`insert into members (id, institution_id, program_id, number_index, number_index_b, load, account_id, proved_at)
      values (gen_random_uuid(), ${world.institutionId}, ${program}, ${number_index}, ${number_index_b}, gen_random_uuid(),
        ${member.accountId}, app_now())`;
    expect([await member.found(), await member.fits("PMJ-2019-0012"), await member.fits("PMJ-2019-0013")]).toEqual([
      true,
      true,
      false,
    ]);

    const asker = await known("x0099");
    const ticket = await aTicket(world, world.institutionId);
    const number = newTicketNumber();
    const { blind_index, blind_index_b } = blindIndexes(world.keyring, numberPurpose, number);
    const put = (linked: string | null, status: string) => sql`
      update tickets set account_id = ${asker.accountId}, linked_account_id = ${linked}, blind_index = ${blind_index},
        blind_index_b = ${blind_index_b}, status = ${status}, received_at = app_now(), answered_at = app_now() where id = ${ticket}`;
    await put(asker.accountId, "received");
    expect([await asker.found(), await asker.fits(number)]).toEqual([false, false]);
    await put(null, "received");
    expect([await asker.found(), await asker.fits(number), await asker.fits(newTicketNumber())]).toEqual([
      true,
      true,
      false,
    ]);
    await put(null, "answered");
    expect(await asker.found()).toBe(false);
  });

  test("is possible twenty times an hour for one officer, found or not", async () => {
    const look = {
      actorId: await agent(),
      institutions: [world.institutionId],
      name: { kind: "email", value: "tiada@contoh.example" } as const,
      purpose: "reset" as const,
    };
    for (let time = 0; time < deskRules.lookups.most; time++) await lookUpAccount(services, look);
    await expect(lookUpAccount(services, look)).rejects.toMatchObject({ status: 429 });
  });

  test("shows masked facts for half an hour, to the officer who looked and to nobody else", async () => {
    const owner = await anOwner();
    const [mine, theirs] = [await agent(), await agent()];
    const { lookupId } = await looked(owner.accountId, mine);
    const page = await (await world.signIn(mine)).get(`/console/accounts/${lookupId}`);
    expect(page.status).toBe(200);
    for (const secret of [owner.email, owner.nik, "Siti Contoh"]) expect(page.html).not.toContain(secret);
    expect((await (await world.signIn(theirs)).get(`/console/accounts/${lookupId}`)).status).toBe(404);
    await world.database.owner
      .sql`update account_lookups set looked_up_at = app_now() - interval '31 minutes' where id = ${lookupId}`;
    expect((await (await world.signIn(mine)).get(`/console/accounts/${lookupId}`)).status).toBe(404);
  });
});

describe("unlocking", () => {
  test("takes two officers; then the password is heard again, and the owner has a letter", async () => {
    const { accountId } = await anOwner();
    for (let guess = 0; guess < 100; guess++) await limits.spend(rules.loginAccount, accountId);
    const [first, second] = [await agent(), await secretariat()];
    expect(await askForAccount(services, { ...(await looked(accountId, first)), kind: "unlock" })).toBe("asked");
    expect(await askForAccount(services, { ...(await looked(accountId, first)), kind: "unlock" })).toBe("already");
    const request = await requestOf(accountId);
    await work(request);
    expect(await limits.countOf(rules.loginAccount, accountId)).toBe(100);

    await confirmed(request, second);
    expect(await letters(accountId)).toEqual(["unlocked_by_staff"]);
    await work(request);
    expect(await limits.countOf(rules.loginAccount, accountId)).toBe(0);
    await limits.spend(rules.loginAccount, accountId);
    // A job that comes twice does it once.
    await work(request);
    expect(await limits.countOf(rules.loginAccount, accountId)).toBe(1);
    expect(await acts(accountId)).toEqual(["account.ask_help", "account.confirm_help", "account.unlock"]);
    await expect(confirmed(request, await secretariat())).rejects.toMatchObject({ status: 404 });
  });

  test("is not confirmed by the officer who asked, whatever their roles, nor by the database", async () => {
    const { accountId } = await anOwner();
    const both = await aReviewer(world, world.institutionId, ["agent", "secretariat", "institution_admin"]);
    const request = await anAccountRequest(world, { accountId, institutionId: world.institutionId, askedBy: both });
    await expect(confirmed(request, both)).rejects.toMatchObject({ status: 403 });
    await expect(
      withStaff(services.db, [world.institutionId], (trx) =>
        trx
          .updateTable("account_requests")
          .set({ answer: "confirmed", answered_by: both, answered_at: new Date() })
          .where("id", "=", request)
          .execute(),
      ),
    ).rejects.toThrow("account_requests__two_officers");
  });

  test("is rare, cannot wait for long, and is not for who has become staff", async () => {
    const { accountId } = await anOwner();
    const [first, second] = [await agent(), await secretariat()];
    const place = { accountId, institutionId: world.institutionId, askedBy: first };
    for (let time = 0; time < deskRules.unlocks.most; time++)
      await confirmed(await anAccountRequest(world, place), second);
    const often = await anAccountRequest(world, place);
    await expect(confirmed(often, second)).rejects.toMatchObject({ status: 429 });
    expect(await limits.countOf(rules.loginAccount, accountId)).toBe(0);

    const old = await anOwner();
    const late = await anAccountRequest(world, { ...place, accountId: old.accountId });
    await world.database.owner
      .sql`update account_requests set asked_at = app_now() - interval '3 days' where id = ${late}`;
    await expect(confirmed(late, second)).rejects.toMatchObject({ code: "request_stale" });

    const grown = await anOwner();
    const risen = await anAccountRequest(world, { ...place, accountId: grown.accountId });
    await world.database.owner
      .sql`insert into staff_roles (account_id, institution_id, role) values (${grown.accountId}, ${foreign}, 'auditor')`;
    await expect(confirmed(risen, second)).rejects.toMatchObject({ code: "request_of_staff" });
  });

  test("asks the second officer for password or code once more", async () => {
    const { accountId } = await anOwner();
    const askedBy = await agent();
    const request = await anAccountRequest(world, { accountId, institutionId: world.institutionId, askedBy });
    const second = await secretariat();
    const desk = await world.signIn(second);
    await world.database.owner
      .sql`update sessions set proved_at = app_now() - interval '11 minutes' where account_id = ${second}`;
    const page = await desk.get(`/console/account-requests/${request}`);
    expect(page.location).toContain("/account/confirm?next=");
    const sent = await desk.post(`/console/account-requests/${request}`, { answer: "confirmed" });
    expect(sent.location).toContain("/account/confirm?next=");
    expect(await requestOf(accountId)).toBe(request);
  });
});

describe("starting a new password", () => {
  async function ask(owner: Awaited<ReturnType<typeof anOwner>>, facts: { nik?: string; number?: string } = {}) {
    const request: NewRequest = {
      ...(await looked(owner.accountId, await agent())),
      kind: "reset",
      facts: { paper: { fact: "nik", value: facts.nik ?? owner.nik }, number: facts.number ?? owner.number },
    };
    return askForAccount(services, request);
  }

  test("needs two facts from the papers, says never which differs, and counts the tries", async () => {
    const [owner, other] = [await anOwner(), await anOwner()];
    expect(await ask(owner, { nik: other.nik })).toBe("differs");
    expect(await ask(owner, { number: other.number })).toBe("differs");
    expect(await ask(owner)).toBe("asked");
    expect(await acts(owner.accountId)).toEqual(["account.facts_differ", "account.facts_differ", "account.ask_help"]);
    await ask(owner, { nik: other.nik });
    await ask(owner, { nik: other.nik });
    await expect(ask(owner)).rejects.toMatchObject({ status: 429 });
  });

  test("compares the date of birth of the submission where a program asks for no NIK", async () => {
    const folder = "programs/pamjaki-anggota";
    const pamjaki = await publish(world, readProgram(folder));
    const { id, accountId } = await anApplication(world, { folder, program: "pamjaki-anggota" }).submitted();
    const { receipt } = await world.database.owner.kysely
      .selectFrom("applications")
      .select("receipt")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const actorId = await aReviewer(world, pamjaki, ["secretariat"]);
    const lookupId = await aLookup(world, { accountId, officerId: actorId, institutionId: pamjaki });
    const asked = {
      actorId,
      institutions: [pamjaki],
      lookupId,
      reason: "Surel kantornya hilang.",
      kind: "email" as const,
    };
    const page = await (await world.signIn(actorId)).get(paths.console.accountEmail(lookupId));
    expect(page.html).toContain("Tanggal lahir pada KTP");
    expect(page.html).not.toContain("NIK pada KTP");
    const asks = (paper: Facts["paper"], number = receipt) =>
      askForAccount(services, { ...asked, value: "pribadi@contoh.example", facts: { paper, number } });
    expect(await asks({ fact: "birth_date", value: "1990-05-18" })).toBe("differs");
    expect(await asks({ fact: "birth_date", value: "1990-05-17" }, "R-7K3M9-QX2PA")).toBe("differs");
    expect(await asks({ fact: "nik", value: "3171011705900001" })).toBe("differs");
    expect(await asks({ fact: "birth_date", value: "1990-05-17" })).toBe("asked");
    // Whoever has a NIK is compared by it and by nothing that is easier to find.
    const owner = await anOwner();
    const look = { ...(await looked(owner.accountId, await secretariat())), kind: "reset" as const };
    const paper = { fact: "birth_date" as const, value: "1990-05-17" };
    expect(await askForAccount(services, { ...look, facts: { paper, number: owner.number } })).toBe("differs");
  });

  test("sends a link to the address of the account after the second officer, and only to one that is a week old", async () => {
    const owner = await anOwner();
    expect(await ask(owner)).toBe("asked");
    const request = await requestOf(owner.accountId);
    await confirmed(request, await secretariat());
    expect(await letters(owner.accountId)).toEqual([]);
    await work(request);
    await work(request);
    expect(await letters(owner.accountId)).toEqual(["reset_by_staff"]);
    expect(await acts(owner.accountId)).toEqual(["account.ask_help", "account.confirm_help", "account.begin_reset"]);

    const young = await anOwner();
    const renew = () =>
      world.database.owner
        .sql`update account_identifiers set created_at = app_now() where account_id = ${young.accountId}`;
    await renew();
    expect(await ask(young)).toBe("young");
    await world.database.owner
      .sql`update account_identifiers set created_at = app_now() - interval '7 days' where account_id = ${young.accountId}`;
    expect(await ask(young)).toBe("asked");
    // Changed between the two officers and the worker: nothing goes to the new address.
    const second = await requestOf(young.accountId);
    await confirmed(second, await secretariat());
    await renew();
    await work(second);
    expect(await letters(young.accountId)).toEqual([]);
    expect((await acts(young.accountId)).at(-1)).toBe("account.help_void");
  });
});

test("officers of another institution see neither looks nor requests, also not in the database", async () => {
  const { accountId } = await anOwner();
  const askedBy = await agent();
  const request = await anAccountRequest(world, { accountId, institutionId: world.institutionId, askedBy });
  await looked(accountId, askedBy);
  await withStaff(services.db, [foreign], async (trx) => {
    expect(await trx.selectFrom("account_requests").select("id").execute()).toEqual([]);
    expect(await trx.selectFrom("account_lookups").select("id").execute()).toEqual([]);
  });
  const stranger = { actorId: await aReviewer(world, foreign, ["secretariat"]), institutions: [foreign] };
  await expect(answerRequest(services, { ...stranger, requestId: request, answer: "confirmed" })).rejects.toMatchObject(
    { status: 404 },
  );
});

test("a closed account is helped no more, whatever was asked before", async () => {
  const { accountId } = await anOwner();
  const place = { accountId, institutionId: world.institutionId, askedBy: await agent() };
  const [waits, agreed] = [
    await anAccountRequest(world, place),
    await anAccountRequest(world, { ...place, kind: "reset" }),
  ];
  await confirmed(agreed, await secretariat());
  await world.database.owner.sql`update accounts set status = 'closed' where id = ${accountId}`;
  await expect(confirmed(waits, await secretariat())).rejects.toMatchObject({ status: 404 });
  await work(agreed);
  expect(await letters(accountId)).toEqual([]);
});

test("an account at the desk is masked down to what one recognises", async () => {
  const { accountId, email } = await anOwner();
  const shown = await withStaff(services.db, [world.institutionId], (trx) =>
    deskAccount(trx, services, { accountId, institutionId: world.institutionId }),
  );
  expect(shown).toMatchObject({ name: "S••• C•••", emailIsOld: true, phone: undefined, stopped: false, open: [] });
  expect(shown.email).not.toBe(email);
});
