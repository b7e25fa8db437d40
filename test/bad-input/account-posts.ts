import { randomInt } from "node:crypto";
import { paths } from "../../src/paths.ts";
import { newAccountKey } from "../../src/registry/accounts/keys.ts";
import { issueLink } from "../../src/registry/accounts/link-tokens.ts";
import { createActiveAccount, createStaff } from "../../src/registry/accounts/create.ts";
import { startSession } from "../../src/registry/sessions/session.ts";
import { cookies } from "../../src/platform/http/cookies.ts";
import { seal } from "../../src/platform/keys/seal.ts";
import { nameContext } from "../../src/registry/accounts/account.query.ts";
import { addEmail } from "../../src/registry/identifiers/identifier.ts";
import { v7 as uuidv7 } from "uuid";
import { aTold } from "../desk.ts";
import {
  answerAsHuman,
  hashedPassword,
  people,
  signIn,
  testPassword,
  testTotpSecret,
  type TestPerson,
} from "../people.ts";
import { aPasskey } from "../passkeys.ts";
import type { Fields, Place, Post, World } from "./place.ts";

const { account } = paths;
const activatePath = withoutToken(account.activate(""));
const resetPath = account.reset("").split("?")[0] ?? "";

let met = 0;
const newEmail = () => `baru.${++met}@contoh.example`;

/** What a world made once and uses again. */
const siti = once((world) => people.siti(world.app));
function withoutToken(link: string): string {
  return link.split("?")[0] ?? "";
}

const half = once(async ({ app, institutionId }) => staffWith(app, institutionId, testTotpSecret));
const bare = once(async ({ app, institutionId }) => staffWith(app, institutionId));

/** The forms below `/account`. */
export const accountPosts: readonly Post[] = [
  {
    route: `POST ${account.register}`,
    typed: [{ name: "name" }, { name: "email" }, { name: "human" }],
    secret: [{ name: "password" }],
    chosen: [{ name: "agree" }],
    hidden: ["ticket"],
    open: (world) =>
      stand(world, world.app.browser(), account.register, account.register, (html, hidden) => ({
        ticket: hidden("ticket"),
        name: "Siti Contoh",
        email: newEmail(),
        password: testPassword,
        human: answerAsHuman(unescape(/(?:Berapa|Mana|Apa|Hari)[^<]*\?/.exec(html)?.[0] ?? "")),
        agree: "yes",
      })),
  },
  {
    route: `POST ${activatePath}`,
    typed: [],
    hidden: ["token"],
    open: async (world) => {
      const token = await pendingLink(world);
      return stand(world, world.app.browser(), account.activate(token), activatePath, () => ({ token }));
    },
  },
  ...(["proof", "objection", "code"] as const).map((form): Post => {
    const [link, side] = form === "objection" ? [account.objection, form] : ([account.newAddress, "proof"] as const);
    const action = form === "code" ? account.newNumberCode : withoutToken(link(""));
    return {
      route: `POST ${action}`,
      typed: [],
      hidden: ["token"],
      open: async (world) => {
        const [asker, second] = [await people.rina(world.app, world.institutionId), await half(world)];
        const { accountId } = await people.siti(world.app);
        const asked = { accountId, institutionId: world.institutionId, askedBy: asker.accountId };
        const change = form === "code" ? { kind: "phone" as const } : { value: newEmail() };
        const told = await aTold(world.app, { ...asked, ...change, answeredBy: second.accountId });
        return stand(world, world.app.browser(), link(told[side]), action, () => ({ token: told[side] }));
      },
    };
  }),
  {
    route: `POST ${account.login}`,
    typed: [{ name: "identifier" }],
    secret: [{ name: "password" }],
    open: async (world) => {
      const { email } = await siti(world);
      const valid = () => ({ identifier: email, password: testPassword });
      return stand(world, world.app.browser(), account.login, account.login, valid);
    },
  },
  {
    route: `POST ${account.forgotNames}`,
    typed: [{ name: "reach" }],
    open: (world) =>
      stand(world, world.app.browser(), account.forgotNames, account.forgotNames, () => ({
        reach: "tak.dikenal@contoh.example",
      })),
  },
  {
    route: `POST ${account.forgot}`,
    typed: [{ name: "identifier" }],
    open: (world) =>
      stand(world, world.app.browser(), account.forgot, account.forgot, () => ({
        identifier: "tak.dikenal@contoh.example",
      })),
  },
  {
    route: `POST ${resetPath}`,
    typed: [],
    secret: [{ name: "next" }],
    // The person's own password is right in form, and refused because it is not new.
    refusesValid: true,
    hidden: ["token"],
    open: async (world) => {
      const token = await issueLink(world.app.database.web.kysely, (await reset(world)).accountId, "reset");
      const valid = () => ({ token, next: testPassword });
      return stand(world, world.app.browser(), account.reset(token), resetPath, valid);
    },
  },
  {
    route: `POST ${account.factor}`,
    typed: [{ name: "code" }],
    refusesValid: true,
    open: async (world) => {
      const browser = await halfSession(world, (await half(world)).accountId);
      return stand(world, browser, account.factor, account.factor, () => ({ code: "000000" }));
    },
  },
  {
    route: `POST ${account.askForPasskeyLogin}`,
    typed: [],
    open: (world) => stand(world, world.app.browser(), account.login, account.askForPasskeyLogin, () => ({})),
  },
  {
    route: `POST ${account.passkeyLogin}`,
    typed: [],
    open: (world) => stand(world, world.app.browser(), account.login, account.passkeyLogin, () => ({})),
  },
  {
    route: `POST ${account.askForPasskey}`,
    typed: [],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.passkeys, account.askForPasskey, () => ({})),
  },
  {
    route: `POST ${account.addPasskey}`,
    typed: [],
    open: async (world) => stand(world, (await siti(world)).browser, account.passkeys, account.addPasskey, () => ({})),
  },
  {
    route: `POST ${account.removePasskey}`,
    hidden: ["passkey"],
    typed: [],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.passkeys, account.removePasskey, () => ({
        passkey: "01a1fc94-1890-703f-b18b-bffb1c1ceeeb",
      })),
  },
  {
    route: `POST ${account.recoveryCode}`,
    typed: [{ name: "recovery" }],
    refusesValid: true,
    open: async (world) => {
      const browser = await halfSession(world, (await half(world)).accountId);
      return stand(world, browser, account.recoveryCode, account.recoveryCode, () => ({
        recovery: "0000-0000-0000-0000",
      }));
    },
  },
  {
    route: `POST ${account.sendCode}`,
    typed: [],
    hidden: ["kind"],
    open: async (world) => {
      const browser = await halfApplicant(world);
      return stand(world, browser, account.factor, account.sendCode, () => ({ kind: "email" }));
    },
  },
  {
    route: `POST ${account.sentCode}`,
    typed: [{ name: "sent_code" }],
    refusesValid: true,
    open: async (world) => {
      const browser = await halfApplicant(world);
      return stand(world, browser, account.factor, account.sentCode, () => ({ sent_code: "000000" }));
    },
  },
  {
    route: `POST ${account.sendCodeToAdd}`,
    typed: [],
    hidden: ["kind"],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.codesOf("email"), account.sendCodeToAdd, () => ({
        kind: "email",
      })),
  },
  {
    route: `POST ${account.codes}`,
    typed: [{ name: "sent_code" }],
    hidden: ["kind"],
    refusesValid: true,
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.codesOf("email"), account.codes, () => ({
        kind: "email",
        sent_code: "000000",
      })),
  },
  {
    route: `POST ${account.nik}`,
    typed: [{ name: "nik" }],
    open: async (world) =>
      stand(world, (await anApplicant(world)).browser, account.nik, account.nik, () => ({ nik: "3171015705900001" })),
  },
  {
    route: `POST ${account.familyCard}`,
    typed: [{ name: "kk" }],
    open: async (world) => {
      const { browser } = await anApplicant(world);
      return stand(world, browser, account.familyCard, account.familyCard, () => ({ kk: "3171010101150001" }));
    },
  },
  {
    route: `POST ${account.passport}`,
    typed: [{ name: "passport" }],
    chosen: [{ name: "country" }],
    open: async (world) => {
      // A passport is one account's.
      const passport = `X${randomInt(1_000_000, 9_999_999)}`;
      const { browser } = await anApplicant(world);
      return stand(world, browser, account.passport, account.passport, () => ({ country: "GB", passport }));
    },
  },
  {
    route: `POST ${account.words}`,
    typed: [{ name: "words" }],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.words, account.words, () => ({ words: "perahu biru" })),
  },
  {
    route: `POST ${account.removeWords}`,
    typed: [],
    open: async (world) => stand(world, (await siti(world)).browser, account.words, account.removeWords, () => ({})),
  },
  {
    route: `POST ${account.erase}`,
    typed: [],
    chosen: [{ name: "scope" }, { name: "sure" }],
    open: async (world) =>
      stand(world, (await anApplicant(world)).browser, account.erase, account.erase, () => ({
        scope: "account",
        sure: "yes",
      })),
  },
  {
    route: `POST ${account.undoErasure}`,
    typed: [],
    open: async (world) => {
      const { browser } = await anApplicant(world);
      await browser.get(account.erase);
      await browser.post(account.erase, { scope: "account", sure: "yes" });
      return stand(world, browser, account.erase, account.undoErasure, () => ({}));
    },
  },
  {
    route: `POST ${account.copy}`,
    typed: [],
    open: async (world) => stand(world, (await siti(world)).browser, account.data, account.copy, () => ({})),
  },
  {
    route: `POST ${account.phone}`,
    typed: [{ name: "phone" }],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.phone, account.phone, () => ({ phone: freshPhone() })),
  },
  {
    route: `POST ${account.provePhone}`,
    typed: [{ name: "sent_code" }],
    refusesValid: true,
    open: async (world) => {
      const { browser } = await siti(world);
      await browser.get(account.phone);
      await browser.post(account.phone, { phone: freshPhone() });
      return stand(world, browser, account.phone, account.provePhone, () => ({ sent_code: "000000" }));
    },
  },
  {
    route: `POST ${account.email}`,
    typed: [{ name: "new_email" }],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.email, account.email, () => ({ new_email: newEmail() })),
  },
  {
    route: `POST ${account.proveEmail}`,
    typed: [{ name: "old_code" }, { name: "sent_code" }],
    refusesValid: true,
    open: async (world) => {
      const { browser } = await siti(world);
      await browser.get(account.email);
      await browser.post(account.email, { new_email: newEmail() });
      return stand(world, browser, account.email, account.proveEmail, () => ({
        old_code: "000000",
        sent_code: "000000",
      }));
    },
  },
  {
    route: `POST ${account.removeCodes}`,
    typed: [],
    hidden: ["kind"],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.codesOf("email"), account.removeCodes, () => ({
        kind: "email",
      })),
  },
  {
    route: `POST ${account.renamePasskey}`,
    typed: [{ name: "passkey" }],
    hidden: ["id"],
    open: async (world) => {
      const [{ browser }, id] = [await withPasskey(world), await renamed(world)];
      return stand(world, browser, account.renamePasskeyOf(id), account.renamePasskey, () => ({
        id,
        passkey: "Ponsel saya",
      }));
    },
  },
  {
    route: `POST ${account.forgetDevice}`,
    typed: [],
    hidden: ["device"],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.sessions, account.forgetDevice, () => ({
        device: "01a1fc94-1890-703f-b18b-bffb1c1ceeeb",
      })),
  },
  {
    route: `POST ${account.confirm}`,
    typed: [],
    secret: [{ name: "present" }],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.confirm, account.confirm, () => ({ present: testPassword })),
  },
  {
    route: `POST ${account.removeAuthenticator}`,
    typed: [],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.profile, account.removeAuthenticator, () => ({})),
  },
  {
    route: `POST ${account.recoveryCodes}`,
    typed: [],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.profile, account.recoveryCodes, () => ({})),
  },
  {
    route: `POST ${account.authenticator}`,
    typed: [{ name: "code" }],
    refusesValid: true,
    open: async (world) => {
      const browser = await halfSession(world, (await bare(world)).accountId);
      return stand(world, browser, account.authenticator, account.authenticator, () => ({ code: "000000" }));
    },
  },
  {
    route: `POST ${account.logout}`,
    typed: [],
    open: async (world) => {
      const browser = await signIn(world.app, (await siti(world)).accountId, "applicant");
      return stand(world, browser, account.home, account.logout, () => ({}));
    },
  },
  {
    route: `POST ${account.password}`,
    typed: [],
    secret: [{ name: "present" }, { name: "next" }],
    refusesValid: true,
    open: async (world) => {
      const browser = await signIn(world.app, (await changing(world)).accountId, "applicant");
      return stand(world, browser, account.password, account.password, () => ({
        present: testPassword,
        next: testPassword,
      }));
    },
  },
  {
    route: `POST ${account.profile}`,
    typed: [{ name: "name" }],
    chosen: [{ name: "language" }],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.profile, account.profile, () => ({
        name: "Siti Contoh",
        language: "id",
      })),
  },
  {
    route: `POST ${account.endSession}`,
    hidden: ["session"],
    typed: [],
    open: async (world) =>
      stand(world, (await siti(world)).browser, account.sessions, account.endSession, () => ({
        session: "01a1fc94-1890-703f-b18b-bffb1c1ceeeb",
      })),
  },
  {
    route: `POST ${account.photo}`,
    typed: [],
    file: "photo",
    open: async (world) => stand(world, (await siti(world)).browser, account.profile, account.photo, () => ({})),
  },
  {
    route: `POST ${account.photoRemove}`,
    typed: [],
    open: async (world) => stand(world, (await siti(world)).browser, account.profile, account.photoRemove, () => ({})),
  },
];

const reset = once((world) => people.budi(world.app));
const withPasskey = once((world) => people.siti(world.app));
const renamed = once(async (world) => {
  const { database, keyring } = world.app;
  const { accountId } = await withPasskey(world);
  return aPasskey(database.owner.kysely, keyring, { accountId, name: "Ponsel" });
});
const coded = once(async (world) => {
  const person = await people.budi(world.app);
  await world.app.database.owner.kysely
    .insertInto("code_factors")
    .values({ account_id: person.accountId, kind: "email" })
    .execute();
  return person;
});
const changing = once((world) => people.budi(world.app));

/** Opens a page in a browser and takes its form as it is there. */
export async function stand(
  world: World,
  browser: Place["browser"],
  page: string,
  action: string,
  valid: (html: string, hidden: (name: string) => string) => Fields,
): Promise<Place> {
  const { html, status } = await browser.get(page);
  if (status !== 200 || !browser.csrf()) throw new Error(`The page ${page} has no form (${status}).`);
  return {
    browser,
    action: new URL(action, world.app.origin).href,
    valid: valid(html, (name) => browser.hidden(name)),
    csrf: browser.csrf(),
  };
}

/** Makes something once for each world. */
export function once<T>(make: (world: World) => Promise<T>): (world: World) => Promise<T> {
  const made = new WeakMap<World, Promise<T>>();
  return (world) => {
    const known = made.get(world) ?? make(world);
    made.set(world, known);
    return known;
  };
}

async function staffWith(
  app: World["app"],
  institutionId: string,
  totpSecret?: string,
): Promise<{ accountId: string }> {
  const accountId = await createStaff(app.database.owner.kysely, app.keyring, {
    email: newEmail(),
    name: "Rina Contoh",
    password: await hashedPassword(app.keyring),
    roles: [{ institutionId, role: "reviewer" }],
    ...(totpSecret === undefined ? {} : { totpSecret }),
  });
  return { accountId };
}

/** Staff who have given their password and not yet their code. */
async function halfSession({ app }: World, accountId: string): Promise<Place["browser"]> {
  const browser = app.browser();
  const token = await startSession(app.database.web.kysely, { accountId, kind: "staff", factor: false });
  browser.cookies.set(cookies.session, token);
  return browser;
}

/** An applicant who has given the password and not yet the code that is sent. */
async function halfApplicant(world: World): Promise<Place["browser"]> {
  return signIn(world.app, (await coded(world)).accountId, "applicant");
}

/** The link in the letter of somebody who has just registered. */
async function pendingLink({ app }: World): Promise<string> {
  const id = uuidv7();
  const db = app.database.owner.kysely;
  const { key, wrapped } = newAccountKey(app.keyring, id);
  const name_sealed = seal(key, "Siti Contoh", nameContext(id));
  await db.insertInto("accounts").values({ id, status: "pending", key_wrapped: wrapped, name_sealed }).execute();
  await addEmail(db, app.keyring, { accountId: id, key, email: newEmail(), verified: false });
  return issueLink(db, id, "activate");
}

function unescape(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}

/** An applicant of one's own, where the form uses something up. */
export async function anApplicant(world: World): Promise<TestPerson> {
  const { app } = world;
  const email = newEmail();
  const name = "Siti Contoh";
  const accountId = await createActiveAccount(app.database.owner.kysely, app.keyring, {
    email,
    name,
    password: await hashedPassword(app.keyring),
  });
  return { accountId, email, name, browser: await signIn(app, accountId, "applicant") };
}

let phones = 0;

/** A number for every try: each telephone is sent a few codes a day and no more. */
function freshPhone(): string {
  return `0813${String(++phones).padStart(8, "0")}`;
}
