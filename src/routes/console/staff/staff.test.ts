import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, aReviewer, foreignProgram, publish } from "../../../../test/applications.ts";
import { consoleWorld, type ConsoleWorld, type Desk } from "../../../../test/console.ts";
import { paths } from "../../../paths.ts";
import { getProfile } from "../../../registry/accounts/account.query.ts";
import { findSession, startSession } from "../../../registry/sessions/session.ts";

const { console: at } = paths;

let world: ConsoleWorld;
let agus: string;
let desk: Desk;
beforeAll(async () => {
  world = await consoleWorld();
  agus = await aReviewer(world, world.institutionId, ["institution_admin"], "Agus Contoh");
  desk = await world.signIn(agus);
});
afterAll(() => world.close());

async function emailOf(accountId: string): Promise<string> {
  return (await getProfile(world.database.owner.kysely, world.keyring, accountId)).email;
}

async function rolesOf(accountId: string): Promise<string[]> {
  const rows = await world.database.owner.kysely
    .selectFrom("staff_roles")
    .select("role")
    .where("account_id", "=", accountId)
    .execute();
  return rows.map(({ role }) => role);
}

function grant(email: string, role = "reviewer") {
  return desk.post(at.grantRole, { institution: world.institutionId, email, role });
}

function revoke(by: Desk, account: string, role: string) {
  return by.post(at.revokeRole, { institution: world.institutionId, account, role });
}

test("lists the staff with their roles, their addresses masked, and no button at one's own", async () => {
  const rina = await aReviewer(world, world.institutionId, ["reviewer"], "Rina Daftarwati Contoh");
  const page = await desk.get(at.staff);
  expect(page.status).toBe(200);
  expect(page.html).toContain("Rina Daftarwati Contoh");
  expect(page.html).toContain("Agus Contoh (Anda)");
  expect(page.html).not.toContain(await emailOf(rina));
  expect(page.html).toContain(`value="${rina}"`);
  expect(page.html).not.toContain(`value="${agus}"`);
});

test("a role is granted to an active account by its address, and both are written down", async () => {
  const wayan = await anAccount(world, "Wayan Contoh");
  const done = await grant((await emailOf(wayan)).toUpperCase());
  expect(done.location).toBe(`${at.staff}?done=granted`);
  expect(await rolesOf(wayan)).toEqual(["reviewer"]);
  await grant(await emailOf(wayan));
  const audit = await world.database.owner.kysely
    .selectFrom("audit_records")
    .select(["action", "actor_id", "data"])
    .where("subject_id", "=", wayan)
    .execute();
  expect(audit).toEqual([{ action: "staff.grant", actor_id: agus, data: { role: "reviewer" } }]);
});

test("who becomes staff must log in anew", async () => {
  const wayan = await anAccount(world, "Wayan Contoh");
  const token = await startSession(world.database.web.kysely, { accountId: wayan, kind: "applicant", factor: false });
  await grant(await emailOf(wayan));
  expect(await findSession({ db: world.database.web.kysely, reads: world.database.web.reads }, token)).toBeUndefined();
});

test("known and unknown addresses get the same answer", async () => {
  const pending = await anAccount(world, "Belum Aktif");
  await world.database.owner.sql`update accounts set status = 'pending' where id = ${pending}`;
  const active = await anAccount(world, "Sudah Aktif");
  const answers = [];
  for (const email of ["tidak.ada@contoh.example", await emailOf(pending), await emailOf(active)]) {
    const { status, location, html } = await grant(email);
    answers.push({ status, location, html });
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await rolesOf(pending)).toEqual([]);
});

test("what is no address or no role is said at the field, and kept", async () => {
  for (const email of ["", "bukan alamat", "a\u0000@contoh.example", `${"x".repeat(300)}@contoh.example`]) {
    const page = await grant(email, "raja");
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#email"');
    expect(page.html).toContain("Pilih satu peran.");
  }
  expect((await grant("bukan alamat")).html).toContain('value="bukan alamat"');
});

test("nobody changes their own roles", async () => {
  expect((await grant(await emailOf(agus))).status).toBe(409);
  const answer = await revoke(desk, agus, "institution_admin");
  expect(answer.status).toBe(409);
  expect(answer.html).toContain("Peran sendiri tidak dapat diubah");
  expect(await rolesOf(agus)).toEqual(["institution_admin"]);
});

test("a role that is taken away stops working at once", async () => {
  const rina = await aReviewer(world, world.institutionId);
  const hers = await world.signIn(rina);
  expect((await hers.get(at.queue)).status).toBe(200);
  expect((await revoke(desk, rina, "reviewer")).location).toBe(`${at.staff}?done=revoked`);
  expect((await hers.get(at.queue)).status).toBe(403);
  expect((await revoke(desk, rina, "reviewer")).status).toBe(303);
});

test("two administrators who revoke each other at the same moment do not leave none", async () => {
  for (let round = 0; round < 5; round++) {
    const dian = await aReviewer(world, world.institutionId, ["institution_admin"], "Dian Contoh");
    const answers = await Promise.all([
      revoke(desk, dian, "institution_admin"),
      revoke(await world.signIn(dian), agus, "institution_admin"),
    ]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    const left = [...(await rolesOf(agus)), ...(await rolesOf(dian))];
    expect(left).toEqual(["institution_admin"]);
    // Whoever was left, the next round begins with the first administrator again.
    await world.database.owner.sql`delete from staff_roles where role = 'institution_admin' and account_id = ${dian}`;
    await world.database.owner.sql`insert into staff_roles (account_id, institution_id, role)
      values (${agus}, ${world.institutionId}, 'institution_admin') on conflict do nothing`;
  }
});

test("the staff of another institution are neither shown nor changed", async () => {
  const foreign = await publish(world, foreignProgram());
  const stranger = await aReviewer(world, foreign, ["institution_admin"], "Orang Asing");
  expect((await desk.get(at.staff)).html).not.toContain("Orang Asing");
  const fields = { institution: foreign, account: stranger, role: "institution_admin" };
  expect((await desk.post(at.revokeRole, fields)).status).toBe(403);
  expect(
    (await desk.post(at.grantRole, { institution: foreign, email: await emailOf(stranger), role: "reviewer" })).status,
  ).toBe(403);
  expect(await rolesOf(stranger)).toEqual(["institution_admin"]);
});
