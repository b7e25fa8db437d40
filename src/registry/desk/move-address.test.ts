import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anAccount, aReviewer } from "../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../test/console.ts";
import { aLookup, somePapers } from "../../../test/desk.ts";
import { limitsOn } from "../../platform/limits.ts";
import { getProfile } from "../accounts/account.query.ts";
import { accountKey } from "../accounts/keys.ts";
import { issueLink, spendLink } from "../accounts/link-tokens.ts";
import { addEmail } from "../identifiers/identifier.ts";
import { takeNotice } from "../notices/outgoing.ts";
import { findAddressChange, objectToAddress, proveNewAddress } from "./address-change.ts";
import { answerRequest } from "./answer.ts";
import { askForAccount } from "./ask.ts";
import { carryOutRequest } from "./carry-out.ts";
import { moveAddress } from "./move-address.ts";

let world: ConsoleWorld;
let services: Parameters<typeof askForAccount>[0];
beforeAll(async () => {
  world = await consoleWorld();
  const { database, keyring, catalog } = world;
  services = { db: database.staff.kysely, keyring, catalog, limits: limitsOn(database.web.sql, keyring) };
});
afterAll(() => world.close());
beforeEach(() => world.database.owner.sql`delete from rate_limits`);

let met = 0;
const ofWeb = () => ({ db: world.database.web.kysely, keyring: world.keyring });
const ofWorker = () => ({ ...services, db: world.database.worker.kysely });

interface Letter {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly name: string;
  readonly words: string | undefined;
  readonly token: string;
}

/** The letters about the change, opened as the worker does; the first one to the old address. */
async function letters(accountId: string): Promise<Letter[]> {
  const rows = await world.database.owner.sql<{ id: string }[]>`
    select id from notices where account_id = ${accountId} and kind in ('email_moving', 'email_claim')
      order by kind desc`;
  const opened: Letter[] = [];
  for (const { id } of rows) {
    const letter = await takeNotice(world.database.worker.kysely, world.keyring, id);
    if (!letter) throw new Error("the letter is gone");
    const token = "token" in letter.data ? letter.data.token : "";
    opened.push({ id, kind: letter.kind, to: letter.to, name: letter.name, words: letter.words, token });
  }
  return opened;
}

/** A change that two officers agreed on, told to both addresses so many hours ago. */
async function agreed(email = `baru.${++met}@contoh.example`) {
  const owner = await somePapers(world);
  const { institutionId } = world;
  const asker = await aReviewer(world, institutionId, ["secretariat"]);
  const lookupId = await aLookup(world, { accountId: owner.accountId, institutionId, officerId: asker });
  const facts = { paper: { fact: "nik" as const, value: owner.nik }, number: owner.number };
  const institutions = [institutionId];
  const asked = { actorId: asker, institutions, lookupId, reason: "Alamat lamanya hilang.", kind: "email" as const };
  expect(await askForAccount(services, { ...asked, facts, value: email })).toBe("asked");
  const [row] = await world.database.owner.sql<{ id: string }[]>`
    select id from account_requests where account_id = ${owner.accountId}`;
  const requestId = row?.id ?? "";
  const second = await aReviewer(world, institutionId, ["institution_admin"]);
  await answerRequest(services, { actorId: second, institutions, requestId, answer: "confirmed" });
  await carryOutRequest(ofWorker(), requestId);
  const [old, fresh] = await letters(owner.accountId);
  if (!old || !fresh) throw new Error("both addresses are told");
  return { ...owner, requestId, old, fresh, newEmail: email };
}

/** The letter to the old address went out so many hours ago. */
async function sent(letter: Letter, hours: number): Promise<void> {
  await world.database.owner
    .sql`update notices set sent_at = app_now() - make_interval(hours => ${hours}) where id = ${letter.id}`;
}

const emailOf = async (accountId: string) =>
  (await getProfile(world.database.owner.kysely, world.keyring, accountId)).email;

const move = (requestId: string) => moveAddress(ofWorker(), requestId);

describe("another address by the secretariat", () => {
  test("is told to both addresses, and to the new one nothing of the owner", async () => {
    const change = await agreed();
    expect(change.old).toMatchObject({ kind: "email_moving", to: change.email, name: "Siti Contoh" });
    expect(change.fresh).toMatchObject({ kind: "email_claim", to: change.newEmail, name: "", words: undefined });
    await carryOutRequest(ofWorker(), change.requestId);
    expect(await letters(change.accountId)).toHaveLength(2);
  });

  test("holds once it is proved and 72 hours are over; the old address hears it, and its links are dead", async () => {
    const change = await agreed();
    await sent(change.old, 73);
    await move(change.requestId);
    expect(await emailOf(change.accountId)).toBe(change.email);

    expect(await proveNewAddress(ofWeb(), change.fresh.token)).toBe("proved");
    expect(await proveNewAddress(ofWeb(), change.fresh.token)).toBe("dead");
    const link = await issueLink(world.database.web.kysely, change.accountId, "reset");
    await world.database.owner.sql`insert into recoveries (token_hash, account_id, counted_as, way, proved, expires_at)
      values ('x', ${change.accountId}, 'x', 'email', array['email'], app_now() + interval '30 minutes')`;
    await sent(change.old, 71);
    await move(change.requestId);
    expect(await emailOf(change.accountId)).toBe(change.email);
    await sent(change.old, 72);
    await move(change.requestId);
    await move(change.requestId);
    expect(await emailOf(change.accountId)).toBe(change.newEmail);
    expect(await spendLink(world.database.web.kysely, "reset", link)).toBeUndefined();
    expect(await world.database.owner.sql`select from recoveries where account_id = ${change.accountId}`).toEqual([]);
    const [told] = await world.database.owner.sql`
      select count(*)::int as letters from notices where account_id = ${change.accountId} and kind = 'email_changed'`;
    expect(told).toEqual({ letters: 1 });
    expect(await objectToAddress(ofWeb(), change.old.token)).toBe(false);
  });

  test("waits for as long as the letter to the old address has not gone out, and after a month is void", async () => {
    const change = await agreed();
    await proveNewAddress(ofWeb(), change.fresh.token);
    await world.database.owner
      .sql`update account_identifiers set created_at = app_now() - interval '1 year' where account_id = ${change.accountId}`;
    await world.database.owner
      .sql`update account_requests set told_at = app_now() - interval '9 days' where id = ${change.requestId}`;
    await move(change.requestId);
    expect(await emailOf(change.accountId)).toBe(change.email);
    expect((await findAddressChange(ofWeb(), "objection", change.old.token))?.state).toBe("proved");
    await world.database.owner
      .sql`update account_requests set told_at = app_now() - interval '30 days' where id = ${change.requestId}`;
    await move(change.requestId);
    expect(await emailOf(change.accountId)).toBe(change.email);
    expect((await findAddressChange(ofWeb(), "objection", change.old.token))?.state).toBe("void");
  });

  test("ends for good when the old address objects, before or after the proof", async () => {
    for (const proves of [false, true]) {
      const change = await agreed();
      if (proves) await proveNewAddress(ofWeb(), change.fresh.token);
      expect(await objectToAddress(ofWeb(), change.old.token)).toBe(true);
      await sent(change.old, 100);
      expect(await proveNewAddress(ofWeb(), change.fresh.token)).toBe("dead");
      await move(change.requestId);
      expect(await emailOf(change.accountId)).toBe(change.email);
      expect(await findAddressChange(ofWeb(), "proof", change.fresh.token)).toMatchObject({ state: "objected" });
    }
  });

  test("gives way to the owner, who is in the account and has proved another address meanwhile", async () => {
    const change = await agreed();
    await proveNewAddress(ofWeb(), change.fresh.token);
    const { owner } = world.database;
    const key = await accountKey(owner.kysely, world.keyring, change.accountId);
    await owner.sql`delete from account_identifiers where account_id = ${change.accountId} and kind = 'email'`;
    const own = { accountId: change.accountId, key, email: "pilihan.sendiri@contoh.example", verified: true };
    await addEmail(owner.kysely, world.keyring, own);
    await sent(change.old, 72);
    await move(change.requestId);
    expect(await emailOf(change.accountId)).toBe(own.email);
  });

  test("is refused at the proof where the address is another account's, also when that came later", async () => {
    const change = await agreed("sudah.ada@contoh.example");
    await anAccount(world, "Budi Contoh", "sudah.ada@contoh.example");
    expect(await proveNewAddress(ofWeb(), change.fresh.token)).toBe("taken");
    const late = await agreed("nanti.ada@contoh.example");
    expect(await proveNewAddress(ofWeb(), late.fresh.token)).toBe("proved");
    await anAccount(world, "Budi Contoh", "nanti.ada@contoh.example");
    await sent(late.old, 72);
    await move(late.requestId);
    expect(await emailOf(late.accountId)).toBe(late.email);
  });

  test("ends with the account", async () => {
    const change = await agreed();
    await proveNewAddress(ofWeb(), change.fresh.token);
    await sent(change.old, 72);
    await world.database.owner.sql`update accounts set status = 'closed' where id = ${change.accountId}`;
    await move(change.requestId);
    expect(await emailOf(change.accountId)).toBe(change.email);
    expect(await findAddressChange(ofWeb(), "objection", change.old.token)).toBeUndefined();
  });

  test("is proved within seven days, and by a link of ours only", async () => {
    const change = await agreed();
    await world.database.owner
      .sql`update account_requests set told_at = app_now() - interval '7 days' where id = ${change.requestId}`;
    expect(await proveNewAddress(ofWeb(), change.fresh.token)).toBe("dead");
    expect(await findAddressChange(ofWeb(), "proof", change.old.token)).toBeUndefined();
    for (const token of ["", "x", "x".repeat(43)]) {
      expect(await proveNewAddress(ofWeb(), token)).toBe("dead");
      expect(await objectToAddress(ofWeb(), token)).toBe(false);
    }
  });
});
