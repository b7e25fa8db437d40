import { afterAll, beforeAll, expect, test } from "vitest";
import {
  anAccount,
  anApplication,
  aReviewer,
  publish,
  reviewWorld,
  type ReviewWorld,
} from "../../../test/applications.ts";
import { npwpPribadi, readProgram } from "../../../test/programs/compiled.ts";
import { accountKey } from "../accounts/keys.ts";
import { addIdentifier } from "../identifiers/identifier.ts";
import { findAccount } from "../accounts/account.query.ts";
import { readLoginName } from "../identifiers/login-name.ts";
import { acceptApplication } from "./accept.ts";

const members = "npwp-anggota";
let world: ReviewWorld;
let rina: string;
beforeAll(async () => {
  world = await reviewWorld();
  await publish(world, {
    ...readProgram(npwpPribadi),
    program: members,
    number: { pattern: "ANG/{year}/{sequence:4}", given: "accept", kind: "fast", username: true },
  });
  rina = await aReviewer(world, world.institutionId);
});
afterAll(() => world.close());

async function accept(program?: string) {
  const application = await anApplication(world, program === undefined ? {} : { program }).claimedBy(rina);
  const services = { db: world.database.staff.kysely, keyring: world.keyring, catalog: world.catalog };
  const act = { applicationId: application.id, institutions: [world.institutionId], actorId: rina, round: 1 };
  const accepted = await acceptApplication(services, act);
  return { ...application, number: "number" in accepted ? (accepted.number ?? "") : "" };
}

async function ownerOf(typed: string): Promise<string | undefined> {
  const name = readLoginName(typed);
  return name && (await findAccount(world.database.web.kysely, world.keyring, name))?.id;
}

test("a number is its owner's name at the login where the program says so, and elsewhere not", async () => {
  const member = await accept(members);
  expect(member.number).toMatch(/^ANG\/\d{4}\/\d{4}$/);
  expect(await ownerOf(` ${member.number.toLowerCase()} `)).toBe(member.accountId);
  const other = await accept();
  expect(other.number).not.toBe("");
  expect(await ownerOf(other.number)).toBeUndefined();
});

test("a number that is somebody's name already stays with them, and the acceptance holds", async () => {
  const { number } = await accept(members);
  const next = number.replace(/\d+$/, (sequence) => String(Number(sequence) + 1).padStart(4, "0"));
  const db = world.database.owner.kysely;
  const accountId = await anAccount(world, "Budi Contoh");
  const key = await accountKey(db, world.keyring, accountId);
  await addIdentifier(db, world.keyring, { accountId, key, name: { kind: "number", value: next }, verified: true });
  expect((await accept(members)).number).toBe(next);
  expect(await ownerOf(next)).toBe(accountId);
});

test("nobody names the owner of another institution's application", async () => {
  const { id } = await accept();
  const rows = await world.database.staff.sql`
    select name_by_number(${id}::uuid, gen_random_uuid(), ${Buffer.alloc(32)}, null, ${Buffer.alloc(32)}) as named`;
  expect(rows[0]).toEqual({ named: false });
});
