import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { anAccount, aReviewer } from "../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld } from "../../../test/console.ts";
import { anAccountRequest, somePapers } from "../../../test/desk.ts";
import { DeliveryRefused } from "../../platform/delivery-refused.ts";
import { limitsOn } from "../../platform/limits.ts";
import { findChannel } from "../accounts/code-channels.ts";
import { accountKey } from "../accounts/keys.ts";
import { addIdentifier } from "../identifiers/identifier.ts";
import { markRefused, takeNotice } from "../notices/outgoing.ts";
import { takeText } from "../notices/send-text.ts";
import { findAddressChange, objectToAddress, proveNewAddress } from "./address-change.ts";
import { answerRequest } from "./answer.ts";
import { carryOutRequest } from "./carry-out.ts";
import { moveAddress } from "./move-address.ts";
import { sendNumberCode } from "./number-code.ts";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld();
});
afterAll(() => world.close());
beforeEach(() => world.database.owner.sql`delete from rate_limits`);

const OLD = "+628111000";
const NEW = "+628222000";
let met = 100;

const ofWeb = () => ({
  db: world.database.web.kysely,
  keyring: world.keyring,
  limits: limitsOn(world.database.web.sql, world.keyring),
});
const ofWorker = () => ({ ...ofWeb(), db: world.database.worker.kysely });

async function hasPhone(accountId: string, value: string): Promise<void> {
  const db = world.database.owner.kysely;
  const key = await accountKey(db, world.keyring, accountId);
  await addIdentifier(db, world.keyring, { accountId, key, name: { kind: "phone", value }, verified: true });
}

/** Everything of these kinds that waits to be sent, opened as the worker does. */
async function waiting(accountId: string) {
  const rows = await world.database.owner.sql<{ id: string; kind: string }[]>`
    select id, kind from notices where account_id = ${accountId} and sent_at is null
      and kind like any (array['phone\_%', 'sms\_phone\_%']) order by id`;
  const { db, keyring } = ofWorker();
  const found: { id: string; kind: string; to: string; secret: string }[] = [];
  for (const { id, kind } of rows) {
    const text = kind.startsWith("sms_") ? await takeText(db, keyring, id) : undefined;
    const letter = text ? undefined : await takeNotice(db, keyring, id);
    const data: Readonly<Record<string, unknown>> = { ...text?.data, ...letter?.data };
    const secret = z
      .string()
      .catch("")
      .parse(data["code"] ?? data["token"]);
    found.push({ id, kind, to: text?.to ?? letter?.to ?? "", secret });
  }
  return found;
}

/** Another telephone that two officers agreed on, and whom it was told to. */
async function agreed() {
  const { institutionId } = world;
  const owner = await somePapers(world);
  const [from, to] = [`${OLD}${++met}`, `${NEW}${met}`];
  await hasPhone(owner.accountId, from);
  const askedBy = await aReviewer(world, institutionId, ["secretariat"]);
  const asked = { accountId: owner.accountId, institutionId, askedBy, kind: "phone" as const, value: to };
  const requestId = await anAccountRequest(world, asked);
  const actorId = await aReviewer(world, institutionId, ["institution_admin"]);
  const staff = { ...ofWeb(), db: world.database.staff.kysely };
  await answerRequest(staff, { actorId, institutions: [institutionId], requestId, answer: "confirmed" });
  await carryOutRequest(ofWorker(), requestId);
  const told = await waiting(owner.accountId);
  const [moving, claim, text] = ["phone_moving", "phone_claim", "sms_phone_moving"].map((kind) => {
    const one = told.find((each) => each.kind === kind);
    if (!one) throw new Error(`nothing of the kind ${kind} was written`);
    return one;
  });
  if (!moving || !claim || !text) throw new Error("address and old number are told");
  return { ...owner, from, to, requestId, moving, claim, text };
}

type Agreed = Awaited<ReturnType<typeof agreed>>;

/** Has the code sent, and gives it. */
async function codeFor({ claim, accountId }: Agreed): Promise<string> {
  const change = await findAddressChange(ofWeb(), "proof", claim.secret);
  if (!change) throw new Error("there is no such change");
  await sendNumberCode(ofWeb(), change);
  const text = (await waiting(accountId)).findLast(({ kind }) => kind === "sms_phone_code");
  expect(text?.to).toBe(change.to.value);
  return text?.secret ?? "";
}

const wentOut = (ids: readonly string[], hours: number) => world.database.owner.sql`
  update notices set sent_at = app_now() - make_interval(hours => ${hours}) where id = any(${[...ids]}::uuid[])`;
const phoneOf = (accountId: string) => findChannel(ofWeb(), accountId, "sms");
const move = ({ requestId }: Agreed) => moveAddress(ofWorker(), requestId);

describe("another telephone by the secretariat", () => {
  test("is told to the address and to the old number, proved by its code, and holds 72 hours after both were told", async () => {
    const change = await agreed();
    expect(change.moving.to).toBe(change.email);
    expect(change.claim.to).toBe(change.email);
    expect(change.text.to).toBe(change.from);
    expect(await proveNewAddress(ofWeb(), change.claim.secret, "")).toBe("wrong");
    const code = await codeFor(change);
    const other = code === "000000" ? "111111" : "000000";
    expect(await proveNewAddress(ofWeb(), change.claim.secret, other)).toBe("wrong");
    expect(await proveNewAddress(ofWeb(), change.claim.secret, code)).toBe("proved");
    expect(await proveNewAddress(ofWeb(), change.claim.secret, code)).toBe("dead");

    await wentOut([change.moving.id], 100);
    await move(change);
    expect(await phoneOf(change.accountId)).toBe(change.from);
    await wentOut([change.text.id], 71);
    await move(change);
    expect(await phoneOf(change.accountId)).toBe(change.from);
    await wentOut([change.text.id], 72);
    await move(change);
    expect(await phoneOf(change.accountId)).toBe(change.to);
    expect((await waiting(change.accountId)).map(({ kind }) => kind)).toContain("phone_changed");
    expect(await objectToAddress(ofWeb(), change.moving.secret)).toBe(false);
  });

  test("ends for good by the code of the message, as people copy it, or by the letter", async () => {
    for (const way of ["text", "moving"] as const) {
      const change = await agreed();
      await proveNewAddress(ofWeb(), change.claim.secret, await codeFor(change));
      const typed = ` ${change[way].secret.toUpperCase()} `;
      expect(await findAddressChange(ofWeb(), "objection", typed)).toMatchObject({ state: "proved" });
      expect(await objectToAddress(ofWeb(), typed)).toBe(true);
      await wentOut([change.moving.id, change.text.id], 100);
      await move(change);
      expect(await phoneOf(change.accountId)).toBe(change.from);
    }
  });

  test("takes five tries of a code, right or wrong", async () => {
    const change = await agreed();
    const code = await codeFor(change);
    const other = code === "000000" ? "111111" : "000000";
    for (let tries = 0; tries < 5; tries++) await proveNewAddress(ofWeb(), change.claim.secret, other);
    expect(await proveNewAddress(ofWeb(), change.claim.secret, code)).toBe("wrong");
    expect(await proveNewAddress(ofWeb(), change.claim.secret, await codeFor(change))).toBe("proved");
  });

  test("is void, and says so, when the number has become another account's meanwhile", async () => {
    const change = await agreed();
    await proveNewAddress(ofWeb(), change.claim.secret, await codeFor(change));
    await hasPhone(await anAccount(world, "Budi Contoh"), change.to);
    await wentOut([change.moving.id, change.text.id], 72);
    await move(change);
    expect(await phoneOf(change.accountId)).toBe(change.from);
    expect(await findAddressChange(ofWeb(), "proof", change.claim.secret)).toMatchObject({ state: "void" });
    expect(await objectToAddress(ofWeb(), change.moving.secret)).toBe(false);
  });

  test("is not held up by a mail server that refuses for a week: the last try counts", async () => {
    const change = await agreed();
    await proveNewAddress(ofWeb(), change.claim.secret, await codeFor(change));
    await wentOut([change.text.id], 200);
    const { db } = ofWorker();
    await expect(markRefused(db, change.moving.id, new Error("nobody answered"))).rejects.toThrow("nobody");
    await expect(markRefused(db, change.moving.id, new DeliveryRefused("550"))).rejects.toThrow("550");
    const { sql } = world.database.owner;
    const aged = async (days: number, hours: number) => {
      await sql`update account_requests set answered_at = app_now() - interval '9 days' where id = ${change.requestId}`;
      await sql`update notices set created_at = app_now() - make_interval(days => ${days}),
        refused_at = refused_at - make_interval(hours => ${hours}) where id = ${change.moving.id}`;
      await move(change);
      return phoneOf(change.accountId);
    };
    expect(await aged(6, 100)).toBe(change.from);
    expect(await aged(7, -40)).toBe(change.from);
    expect(await aged(8, 12)).toBe(change.to);
  });
});
