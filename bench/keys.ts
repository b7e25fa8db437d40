import { readdirSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hash } from "@node-rs/argon2";
import { v7 as uuidv7 } from "uuid";
import { paths } from "../src/paths.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { formToken, newToken } from "../src/platform/http/tokens.ts";
import { readKeyring } from "../src/platform/keys/keyring.ts";
import { seal } from "../src/platform/keys/seal.ts";
import { getName } from "../src/registry/accounts/name.query.ts";
import { rememberDevice } from "../src/registry/accounts/devices.ts";
import { openAccountKey, personKey } from "../src/registry/accounts/keys.ts";
import { passwordCost } from "../src/registry/accounts/passwords.ts";
import { sealHash } from "../src/registry/accounts/sealed-hash.ts";
import { loginIndexes } from "../src/registry/identifiers/login-name.ts";
import { retireIndexKey, rotateIndexKey } from "../src/registry/keys/rotate-index.ts";
import { retireInstitutionKey, rotateInstitutionKey } from "../src/registry/keys/rotate-institution.ts";
import { type KeyServices, retireFileKey, rotateFileKey } from "../src/registry/keys/rotate.ts";
import { deviceCookieName } from "../src/routes/account/device-cookie.ts";
import { formBody } from "./figure.ts";
import { begunDraft, completeDraft, type Ground, prepareGround } from "./ground.ts";
import { insert, type Rows } from "./insert.ts";
import type { LoadRequest } from "./load.ts";
import type { Options } from "./options.ts";
import { percentile, type Result } from "./result.ts";
import { type Person, seedPeople } from "./seed.ts";
import { openStage, type Stage, startApp } from "./stage.ts";

const password = "kucing terbang di atas atap";
const WRITES_PER_SECOND = 50;
const SAMPLES = 1_000;
/** Half of the writes submit a draft, and each can be sent once; afterwards all of them are logins. */
const DRAFTS = 7_500;
/** Who logs in meanwhile; the others are only carried over. */
const WRITERS = 500;

/**
 * Replaces every key while people log in and submit fifty times a second, destroys the old ones, starts the application
 * anew, and looks whether a thousand samples open and log in. `app_per_s` is values carried over per second of all
 * commands together, which mostly wait; `p50_ms` and `p99_ms` are the writes meanwhile. There is no floor to compare with.
 */
export async function benchKeys(options: Options, tell: (line: string) => void): Promise<Result> {
  const stage = await openStage();
  try {
    const app = await startApp(stage, undefined);
    tell(`keys: making ${options.people} people …`);
    const ground = await prepareGround(stage);
    const drafts = await seedPeople(stage, ground, completeDraft(ground), Math.min(DRAFTS, options.people));
    const people = [
      ...drafts,
      ...(await seedPeople(stage, ground, begunDraft(ground, 3), options.people - drafts.length)),
    ];
    await giveLogins(stage, people);
    await stage.owner.sql`vacuum analyze`;
    const before = keysOf(stage);
    const writing = keepWriting(stage, app.origin, { drafts, people });
    const begun = performance.now();
    const values = await rotateAll(stage, tell);
    const seconds = (performance.now() - begun) / 1000;
    const written = await writing.stop();
    const kept = keysOf(stage).filter((key) => before.includes(key)).length;
    if (kept > 0) tell(`${kept} old keys are still there`);
    await app.stop();
    const again = await startApp(stage, undefined);
    const broken = await trySamples(stage, ground, again.origin, people);
    tell(`${broken} of ${SAMPLES} samples do not open or log in after a restart`);
    tell(JSON.stringify(written.answers));
    tell(`${written.times.length} writes, ${written.errors} errors; load average ${loadavg()[0]?.toFixed(1) ?? "?"}`);
    const times = written.times.toSorted((a, b) => a - b);
    return {
      name: "keys",
      app_per_s: Math.round(values / seconds),
      floor_per_s: 0,
      share: 0,
      p50_ms: Number(percentile(times, 50).toFixed(2)),
      p99_ms: Number(percentile(times, 99).toFixed(2)),
      errors: written.errors + broken + kept,
      seconds: Number(seconds.toFixed(1)),
      connections: 1,
    };
  } finally {
    await stage.ends.close();
  }
}

async function rotateAll(stage: Stage, tell: (line: string) => void): Promise<number> {
  const services: KeyServices = {
    owner: stage.owner.kysely,
    keyring: stage.keyring,
    folder: stage.environment["KEY_DIR"] ?? "",
  };
  const institution = await stage.owner.kysely.selectFrom("institutions").select("slug").executeTakeFirstOrThrow();
  let values = 0;
  const timed = async (what: string, work: () => Promise<number | void>) => {
    const begun = performance.now();
    const count = (await work()) ?? 0;
    values += count;
    tell(
      `${what.padEnd(20)} ${String(count).padStart(8)} values, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
  };
  for (const name of ["platform", "pepper"] as const) {
    await timed(`rotate ${name}`, () => rotateFileKey(services, name));
    await timed(`retire ${name}`, () => retireFileKey(services, name));
  }
  await timed("rotate index", () => rotateIndexKey(services));
  await timed("retire index", () => retireIndexKey(services));
  await timed("rotate institution", () => rotateInstitutionKey(services, institution.slug));
  await timed("retire institution", () => retireInstitutionKey(services, institution.slug));
  return values;
}

/** The keys that stand in the files that a rotation changes. */
function keysOf(stage: Stage): string[] {
  const folder = stage.environment["KEY_DIR"] ?? "";
  return readdirSync(folder)
    .filter((file) => /^(?:platform|pepper|index)\.key/.test(file))
    .flatMap((file) => readFileSync(join(folder, file), "utf8").trim().split("\n"));
}

function emailOf(at: number): string {
  return `orang.${at}@contoh.example`;
}

/** Gives everybody an address and one password; its hash is reckoned once and sealed for each. */
async function giveLogins(stage: Stage, people: readonly Person[]): Promise<void> {
  const { owner, keyring } = stage;
  const hashed = await hash(password, passwordCost);
  for (let from = 0; from < people.length; from += 2_000) {
    const some = people.slice(from, from + 2_000);
    const ids = some.map(({ accountId }) => accountId);
    const keys = await owner.sql<{ id: string; key_wrapped: Buffer }[]>`
      select id, key_wrapped from accounts where id = any (${ids}::uuid[])`;
    const wrapped = new Map(keys.map(({ id, key_wrapped }) => [id, key_wrapped]));
    const identifiers = some.map(({ accountId }, at) => {
      const id = uuidv7();
      const key = openAccountKey(keyring, accountId, wrapped.get(accountId) ?? Buffer.alloc(0));
      const email = emailOf(from + at);
      const sealed = seal(key, email, `account_identifiers|email|${id}`);
      const verified_at = new Date().toISOString();
      return {
        id,
        account_id: accountId,
        kind: "email",
        ...loginIndexes(keyring, { kind: "email", value: email }),
        sealed,
        verified_at,
      };
    });
    await insert(owner.sql, { account_identifiers: identifiers } satisfies Rows);
    const hashes = some.map(() => sealHash(keyring.pepper, hashed));
    await owner.sql`update accounts a set password_hash = given.hash
      from unnest(${ids}::uuid[], ${hashes}::text[]) as given(id, hash) where a.id = given.id`;
  }
}

/** A right password from a browser that was there before. */
function login({ keyring }: Stage, accountId: string, email: string): LoadRequest {
  const visitor = newToken();
  return {
    path: paths.account.login,
    cookie: `${cookies.visitor}=${visitor}; ${deviceCookieName}=${rememberDevice(keyring, { accountId, epoch: 0 }, undefined)}`,
    body: new URLSearchParams({ csrf: formToken(keyring.signing, visitor), identifier: email, password }).toString(),
  };
}

/** What came back: 303 to somewhere else than the login is right. */
async function send(origin: string, { path, cookie, body = "" }: LoadRequest): Promise<string> {
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
  const answer = await fetch(origin + path, { method: "POST", headers, body, redirect: "manual" });
  await answer.arrayBuffer();
  const back = (answer.headers.get("location") ?? "").startsWith(paths.account.login);
  return `${answer.status}${back ? " to the login" : ""}`;
}

/** Sends a write fifty times a second, whether or not the ones before it were answered. */
function keepWriting(
  stage: Stage,
  origin: string,
  { drafts, people }: { readonly drafts: readonly Person[]; readonly people: readonly Person[] },
) {
  const told = new AbortController();
  const times: number[] = [];
  const answers: Record<string, number> = {};
  let errors = 0;
  const open = new Set<Promise<void>>();
  const one = async (turn: number) => {
    const person = turn % 2 === 0 ? drafts[turn / 2] : undefined;
    const at = turn % WRITERS;
    const request = person
      ? {
          path: paths.apply.submit(person.applicationId),
          cookie: person.cookie,
          body: formBody(person, { declaration: "yes" }),
        }
      : login(stage, people[at]?.accountId ?? "", emailOf(at));
    const begun = performance.now();
    const answer = await send(origin, request).catch(() => "no answer");
    times.push(performance.now() - begun);
    const what = `${person ? "submission" : "login"}: ${answer}`;
    answers[what] = (answers[what] ?? 0) + 1;
    if (answer !== "303") errors++;
  };
  const done = (async () => {
    const begun = performance.now();
    for (let turn = 0; !told.signal.aborted; turn++) {
      const sent = one(turn);
      open.add(sent);
      void sent.then(() => open.delete(sent));
      await sleep(Math.max(0, begun + ((turn + 1) * 1_000) / WRITES_PER_SECOND - performance.now()));
    }
    await Promise.all(open);
  })();
  return {
    stop: async () => {
      told.abort();
      await done;
      return { times, errors, answers };
    },
  };
}

/** How many of the samples do not open with the keys as they stand now, or do not log in. */
async function trySamples(stage: Stage, ground: Ground, origin: string, people: readonly Person[]): Promise<number> {
  const keyring = readKeyring(stage.environment["KEY_DIR"] ?? "", { create: false });
  const db = stage.owner.kysely;
  let broken = 0;
  const every = Math.max(1, Math.floor(people.length / SAMPLES));
  for (let at = 0; at < people.length && at < every * SAMPLES; at += every) {
    const accountId = people[at]?.accountId ?? "";
    try {
      await getName(db, keyring, accountId);
      await personKey(db, keyring, { accountId, institutionId: ground.institutionId });
      if ((await send(origin, login({ ...stage, keyring }, accountId, emailOf(at)))) !== "303") broken++;
    } catch {
      broken++;
    }
  }
  return broken;
}
