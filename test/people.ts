import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { cookies } from "../src/platform/http/cookies.ts";
import { newInstitutionKey } from "../src/registry/accounts/keys.ts";
import { createActiveAccount, createStaff, type Hashed } from "../src/registry/accounts/create.ts";
import { hashPassword } from "../src/registry/accounts/passwords.ts";
import type { Keyring } from "../src/platform/keys/keyring.ts";
import { emailIndex } from "../src/registry/identifiers/email.ts";
import { takeNotice, type OutgoingNotice } from "../src/registry/notices/outgoing.ts";
import { takeText } from "../src/registry/notices/send-text.ts";
import type { Role } from "../src/registry/accounts/permissions.ts";
import { startSession } from "../src/registry/sessions/session.ts";
import { paths } from "../src/paths.ts";
import type { Browser, Page, TestApp } from "./app.ts";

/** Everybody's password in tests: long enough, and nothing that guessing finds. */
export const testPassword = "kucing terbang di atas atap";

const hashed = new WeakMap<Keyring, Promise<Hashed>>();

/** Everybody's password, hashed once for all the people whose keys are these. */
export function hashedPassword(keyring: Keyring): Promise<Hashed> {
  const known = hashed.get(keyring) ?? hashPassword(keyring, testPassword).then((hash) => ({ hash }));
  hashed.set(keyring, known);
  return known;
}

/** Everybody's authenticator in tests, in base32. */
export const testTotpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** A person in a test: an account, and a browser in which they are signed in. */
export interface TestPerson {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly browser: Browser;
}

let met = 0;

/** People for tests, each call another account: `const siti = await people.siti(app)`. */
export const people = {
  siti: (app: TestApp) => applicant(app, "Siti Contoh"),
  budi: (app: TestApp) => applicant(app, "Budi Contoh"),
  rina: (app: TestApp, institutionId: string) => member(app, "Rina Contoh", institutionId, "reviewer"),
  dewi: (app: TestApp, institutionId: string) => member(app, "Dewi Contoh", institutionId, "secretariat"),
  wati: (app: TestApp, institutionId: string) => member(app, "Wati Contoh", institutionId, "treasurer"),
  agus: (app: TestApp, institutionId: string) => member(app, "Agus Contoh", institutionId, "institution_admin"),
};

async function applicant(app: TestApp, name: string): Promise<TestPerson> {
  const email = addressOf(name);
  const accountId = await createActiveAccount(app.database.owner.kysely, app.keyring, {
    email,
    name,
    password: await hashedPassword(app.keyring),
  });
  return { accountId, email, name, browser: await signIn(app, accountId, "applicant") };
}

async function member(app: TestApp, name: string, institutionId: string, role: Role): Promise<TestPerson> {
  const email = addressOf(name);
  const accountId = await createStaff(app.database.owner.kysely, app.keyring, {
    email,
    name,
    password: await hashedPassword(app.keyring),
    roles: [{ institutionId, role }],
    totpSecret: testTotpSecret,
  });
  return { accountId, email, name, browser: await signIn(app, accountId, "staff") };
}

/** A browser in which the account is signed in, staff with their second factor. */
export async function signIn(app: TestApp, accountId: string, kind: "applicant" | "staff"): Promise<Browser> {
  const browser = app.browser();
  const token = await startSession(app.database.web.kysely, { accountId, kind, factor: kind === "staff" });
  browser.cookies.set(cookies.session, token);
  return browser;
}

/** An institution for tests; returns its id. */
export async function anInstitution(app: TestApp, slug = `instansi-${++met}`): Promise<string> {
  const id = uuidv7();
  await app.database.owner.kysely
    .insertInto("institutions")
    .values({
      id,
      slug,
      name: sql`${{ id: "Instansi Contoh", en: "Sample Institution" }}::jsonb`,
      key_wrapped: newInstitutionKey(app.keyring, id).wrapped,
    })
    .execute();
  return id;
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", ".")}.${++met}@contoh.example`;
}

/** Answers the registration form's question as somebody who reads it would. */
export function answerAsHuman(question: string): string {
  const numbers =
    question
      .match(/[a-z]+(?: belas)?/gi)
      ?.map(numberOf)
      .filter((number) => number !== undefined) ?? [];
  const [a = 0, b = 0] = numbers;
  if (/ditambah|plus/.test(question)) return String(a + b);
  if (/dikurangi|minus/.test(question)) return String(a - b);
  if (/lebih besar|larger/.test(question)) return String(Math.max(a, b));
  const first = question.match(/"(.)/)?.[1];
  if (first) return first;
  const days = question.startsWith("Hari")
    ? ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    : ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  const today = days.findIndex((day) => question.includes(`${day}?`));
  return days[(today + 1) % 7] ?? "";
}

const idNumbers = [
  "nol",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
  "sebelas",
];
const enNumbers =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen".split(
    " ",
  );

function numberOf(word: string): number | undefined {
  const plain = word.toLowerCase();
  if (plain.endsWith(" belas")) return 10 + idNumbers.indexOf(plain.slice(0, -6));
  const at = Math.max(idNumbers.indexOf(plain), enNumbers.indexOf(plain));
  return at < 0 ? undefined : at;
}

/** The newest letter to an address, opened as the worker would; undefined when there is none that waits. */
export async function lastLetter(app: TestApp, email: string): Promise<OutgoingNotice | undefined> {
  const db = app.database.owner.kysely;
  const row = await db
    .selectFrom("notices as n")
    .innerJoin("account_identifiers as i", "i.account_id", "n.account_id")
    .select("n.id")
    .where("i.blind_index", "=", emailIndex(app.keyring, email))
    .orderBy("n.id", "desc")
    .executeTakeFirst();
  return row && takeNotice(db, app.keyring, row.id);
}

/** The token of the link in the newest letter to an address. */
export async function lastLink(app: TestApp, email: string): Promise<string> {
  const letter = await lastLetter(app, email);
  return letter && "token" in letter.data ? letter.data.token : "";
}

/** The newest code that was sent to an account by letter or by SMS; "" when none waits. */
export function lastCode(app: TestApp, accountId: string): Promise<string> {
  return waitingSecret(app, accountId, ["login_code", "sms_%"]);
}

/**
 * What the newest letter or message of these kinds holds for its addressee alone, opened as the worker would: a code, or
 * the token of a link; "" when none waits. A kind may end with %.
 */
export async function waitingSecret(app: TestApp, accountId: string, kinds: readonly string[]): Promise<string> {
  const db = app.database.owner.kysely;
  const row = await db
    .selectFrom("notices")
    .select(["id", "kind"])
    .where("account_id", "=", accountId)
    .where(sql<boolean>`kind like any(${[...kinds]}::text[])`)
    .where("sent_at", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (!row) return "";
  const open = row.kind.startsWith("sms_") ? takeText : takeNotice;
  const data = (await open(db, app.keyring, row.id))?.data;
  if (data && "code" in data) return data.code;
  return data && "token" in data ? data.token : "";
}

/** Types name and password into the form; gives the browser, and the page to which that leads. */
export async function signInByForm(
  app: TestApp,
  who: { readonly email: string; readonly password?: string },
  browser = app.browser(),
): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const { email: identifier, password = testPassword } = who;
  await browser.get(paths.account.login);
  return { browser, page: await browser.post(paths.account.login, { identifier, password }) };
}
