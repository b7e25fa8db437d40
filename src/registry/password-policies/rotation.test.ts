import { sql } from "kysely";
import { generateSync } from "otplib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browser, type TestApp } from "../../../test/app.ts";
import {
  anInstitution,
  lastLetter,
  people,
  signIn,
  testPassword,
  testTotpSecret,
  type TestPerson,
} from "../../../test/people.ts";
import { daysFromNow, publishFrom } from "../../../test/seed.ts";
import { paths } from "../../paths.ts";
import { remindPasswords } from "./remind.ts";
import { turnRotationOn } from "./rotation.ts";

let app: TestApp;
let institutionId: string;
let agus: TestPerson;
let rina: TestPerson;
beforeAll(async () => {
  app = await testApp();
  institutionId = await anInstitution(app);
  agus = await people.agus(app, institutionId);
});
afterAll(() => app.close());

beforeEach(async () => {
  await app.database.owner.sql`delete from rate_limits`;
  await app.database.owner.sql`delete from password_rotations`;
  await app.database.owner.sql`delete from staff_roles where role = 'reviewer'`;
  rina = await people.rina(app, institutionId);
  await turnRotationOn(app.database.staff.kysely, reviewers());
  // The rule and the role are old, so that only the age of the password counts.
  await app.database.owner.sql`update password_rotations set set_at = app_now() - interval '1 year'`;
  await app.database.owner.sql`update staff_roles set granted_at = app_now() - interval '1 year'`;
});

/** That passwords of reviewers last 90 days. */
function reviewers() {
  return {
    actorId: agus.accountId,
    institutions: [institutionId],
    institutionId,
    role: "reviewer" as const,
    maxDays: 90,
    rule: "BSSN 4/2021",
    reason: "Diminta auditor.",
  };
}

/** Makes the password so old, as an interval of PostgreSQL. */
async function age(person: TestPerson, old: string): Promise<void> {
  await app.database.owner
    .sql`update accounts set password_changed_at = app_now() - ${old}::interval where id = ${person.accountId}`;
}

/** Logs in with the password and the code, and ends where that leads. */
async function logIn(person: TestPerson, password = testPassword): Promise<Browser> {
  const browser = app.browser();
  await app.database.owner.sql`update account_factors set last_step = 0`;
  await browser.get(paths.account.login);
  await browser.post(paths.account.login, { identifier: person.email, password });
  await browser.post(paths.account.factor, { code: generateSync({ secret: testTotpSecret }) });
  return browser;
}

function isAtChange(browser: Browser): boolean {
  return new URL(browser.page?.url ?? "").pathname === paths.account.password;
}

describe("the moment at which a password expires", () => {
  // The time of a transaction stands still, so that the last second before and the first after can be told apart.
  test.each([
    ["one second before its age", "89 days 23:59:59", false],
    ["at its age", "90 days", true],
    ["one second after its age", "90 days 00:00:01", true],
  ])("%s", async (_when, old, overdue) => {
    const found = await app.database.owner.sql.begin(async (trx) => {
      await trx`update accounts set password_changed_at = app_now() - ${old}::interval where id = ${rina.accountId}`;
      return trx<{ overdue: boolean }[]>`select password_overdue(${rina.accountId}) as overdue`;
    });
    expect(found[0]?.overdue).toBe(overdue);
  });

  test("is never within 14 days of the rule, nor of the role", async () => {
    const owner = app.database.owner.sql;
    const due = async () =>
      (
        await owner<{ days: number }[]>`
        select round(extract(epoch from password_due(${rina.accountId}) - app_now()) / 86400)::integer as days`
      )[0]?.days;
    await age(rina, "2 years");
    expect(await due()).toBeLessThan(0);
    await owner`update staff_roles set granted_at = app_now() where account_id = ${rina.accountId}`;
    expect(await due()).toBe(14);
    await owner`update staff_roles set granted_at = app_now() - interval '1 year'`;
    await owner`update password_rotations set set_at = app_now() - interval '4 days'`;
    expect(await due()).toBe(10);
  });

  test("is put off neither by the same rule set anew nor by one that is a day shorter, again and again", async () => {
    const owner = app.database.owner.sql;
    const overdue = async () =>
      (await owner<{ overdue: boolean }[]>`select password_overdue(${rina.accountId}) as overdue`)[0]?.overdue;
    const set = (maxDays: number) =>
      turnRotationOn(app.database.staff.kysely, { ...reviewers(), maxDays, reason: "Sekali lagi." });
    await age(rina, "370 days");
    await set(90);
    expect(await overdue()).toBe(true);
    await set(365);
    expect(await overdue()).toBe(true);
    for (const days of [364, 363, 362]) {
      await owner`update password_rotations set set_at = set_at - interval '14 days', ended_at = ended_at - interval '14 days'`;
      await set(days);
      expect(await overdue()).toBe(true);
    }
    // Whoever was not near an expiry before has the notices of the stricter rule first.
    await age(rina, "200 days");
    await set(90);
    expect(await overdue()).toBe(false);
  });

  test("does not come for other roles, nor for applicants", async () => {
    const siti = await people.siti(app);
    const dewi = await people.dewi(app, institutionId);
    for (const person of [siti, dewi, agus]) {
      await age(person, "3 years");
      const rows = await app.database.owner.sql`select password_due(${person.accountId}) as due`;
      expect(rows).toEqual([{ due: null }]);
    }
  });
});

describe("the deadline window", () => {
  async function closing(days: number): Promise<void> {
    await app.database.owner.sql`
      update programs set opens_at = app_now() - interval '60 days', institution_id = ${institutionId},
        closes_at = ${daysFromNow(days)}, file_closes_at = ${daysFromNow(days)}`;
  }

  beforeAll(() => publishFrom(app, "programs/npwp-pribadi"));
  afterAll(() => app.database.owner.sql`update programs set closes_at = null, file_closes_at = null`);

  test.each([
    ["8 days before a closing", 7.1, true],
    ["7 days before", 6.9, false],
    ["on the day", 0, false],
    ["within a day after", -0.9, false],
    ["later than that", -1.1, true],
  ])("%s", async (_when, days, asked) => {
    await closing(days);
    await age(rina, "100 days");
    expect(isAtChange(await logIn(rina))).toBe(asked);
  });

  test("frees whoever logged in before it began, and does not ask anew before it ends", async () => {
    await closing(8);
    await age(rina, "100 days");
    const browser = await logIn(rina);
    expect(isAtChange(browser)).toBe(true);
    await closing(6);
    expect(new URL((await browser.get(paths.console.queue)).url).pathname).toBe(paths.console.queue);
  });
});

describe("an expired password", () => {
  test("logs in and opens only the page that changes it, and no other factor is skipped", async () => {
    await age(rina, "91 days");
    const browser = app.browser();
    await browser.get(paths.account.login);
    await browser.post(paths.account.login, { identifier: rina.email, password: testPassword });
    expect(new URL(browser.page?.url ?? "").pathname).toBe(paths.account.factor);
    await browser.get(paths.account.password);
    expect(new URL(browser.page?.url ?? "").pathname).toBe(paths.account.factor);

    const inside = await logIn(rina);
    expect(isAtChange(inside)).toBe(true);
    expect(inside.page?.html).toContain("melewati masa berlaku");
    for (const path of [paths.console.queue, paths.account.home, paths.account.security, paths.account.profile]) {
      await inside.get(path);
      expect(isAtChange(inside)).toBe(true);
    }
    // To pages for everybody it is nobody yet, and leaving is always possible.
    expect((await inside.get(paths.portal)).html).not.toContain("Rina Contoh");
  });

  test("is changed, leads on to where the person wanted to go, and asks no more", async () => {
    await age(rina, "91 days");
    const browser = await logIn(rina);
    await browser.get(paths.console.figures);
    expect(browser.hidden("to")).toBe(paths.console.figures);
    const next = "perahu jingga di danau toba";
    const same = await browser.post(paths.account.password, {
      present: testPassword,
      next: `${testPassword} 2027!`,
      to: paths.console.figures,
    });
    expect(same.html).toContain("hanya berbeda angka atau tanda");
    expect(browser.hidden("to")).toBe(paths.console.figures);
    await browser.post(paths.account.password, { present: testPassword, next, to: paths.console.figures });
    expect(new URL(browser.page?.url ?? "").pathname).toBe(paths.console.figures);
    await age(rina, "0 days");
    expect(isAtChange(await logIn(rina, next))).toBe(false);
  });

  test("does not lead to another site afterwards", async () => {
    await age(rina, "91 days");
    const browser = await logIn(rina);
    const next = "gunung biru di atas awan pagi";
    await browser.post(paths.account.password, { present: testPassword, next, to: "//contoh.invalid/x" });
    expect(browser.page?.url).toBe(`${app.origin}${paths.account.password}?done=1`);
  });

  test("keeps the form that was being sent", async () => {
    await age(rina, "91 days");
    const browser = await logIn(rina);
    const sent = await browser.post(paths.account.profile, { name: "Rina Baru Contoh", language: "id" });
    expect(new URL(sent.url).searchParams.get("to")).toBe(paths.account.held);
    const next = "kereta senja lewat sawah hijau";
    const held = await browser.post(paths.account.password, {
      present: testPassword,
      next,
      to: browser.hidden("to"),
    });
    expect(held.html).toContain("Isian Anda masih ada");
  });

  test("is no matter for a session that did not begin with it, such as one by passkey", async () => {
    await age(rina, "91 days");
    const browser = await signIn(app, rina.accountId, "staff");
    expect(new URL((await browser.get(paths.console.queue)).url).pathname).toBe(paths.console.queue);
  });

  test("asks no more once two people have turned the rule off", async () => {
    await age(rina, "91 days");
    const browser = await logIn(rina);
    expect(isAtChange(browser)).toBe(true);
    await app.database.owner.sql`delete from password_rotations`;
    expect(new URL((await browser.get(paths.console.queue)).url).pathname).toBe(paths.console.queue);
  });
});

describe("notices", () => {
  /** Reminds as the worker would after so long; its clock stands with the database. */
  const remindAfter = (passed: string) =>
    app.database.worker.kysely.connection().execute(async (db) => {
      await sql`select set_config('daftar.clock_offset', ${passed}, false)`.execute(db);
      const sent = await remindPasswords({ db, keyring: app.keyring });
      await sql`select set_config('daftar.clock_offset', '', false)`.execute(db);
      return sent;
    });

  test("go out 14, 7 and 1 days before, once each, and none afterwards", async () => {
    await age(rina, "0 days");
    const sent: number[] = [];
    for (const days of [75, 76.5, 76.6, 82.5, 83.5, 88.5, 89.5, 89.9, 90.5])
      sent.push(await remindAfter(`${days * 24} hours`));
    expect(sent).toEqual([0, 1, 0, 0, 1, 0, 1, 0, 0]);
    const rows = await app.database.owner.sql`
      select days from password_reminders where account_id = ${rina.accountId} order by days desc`;
    expect(rows).toMatchObject([{ days: 14 }, { days: 7 }, { days: 1 }]);
    expect((await lastLetter(app, rina.email))?.kind).toBe("password_due");
  });

  test("begin anew with the next password, and say only the nearest to whoever comes late", async () => {
    await age(rina, "85 days");
    expect(await remindAfter("0 days")).toBe(1);
    expect(await remindAfter("0 days")).toBe(0);
    await age(rina, "0 days");
    expect(await remindAfter("80 days")).toBe(1);
  });
});
