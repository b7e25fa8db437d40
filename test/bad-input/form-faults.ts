import { sql } from "kysely";
import { paths } from "../../src/paths.ts";
import { hashToken } from "../../src/platform/http/tokens.ts";
import { cookies } from "../../src/platform/http/cookies.ts";
import type { Browser } from "../app.ts";
import { fieldsOf, type Place, type Post, type World } from "./place.ts";
import { encode, send, urlencoded, type Answered, type Raw } from "./send.ts";

/** Something that is wrong with a form as a whole. */
export interface Fault {
  readonly name: string;
  /** The answers there may be; any below 500 where it says nothing. */
  readonly status?: readonly number[];
  readonly language?: "en";
  readonly run: (world: World, place: Place) => Promise<readonly Answered[]>;
}

type Pair = readonly [name: string, encoded: string];

/** The pairs of a form as a browser sends it, token first. */
export function pairsOf({ csrf, valid }: Place): Pair[] {
  return [["csrf", csrf], ...pairsIn(valid)];
}

function pairsIn(valid: Place["valid"]): Pair[] {
  return Object.entries(valid).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one): Pair => [name, encodeURIComponent(one)]),
  );
}

function fault(name: string, body: (place: Place) => Raw, status?: readonly number[]): Fault {
  return {
    name,
    ...(status ? { status } : {}),
    run: async (_, place) => [await send(place.browser, place.action, body(place))],
  };
}

function form(body: string): Raw {
  return { body, headers: urlencoded };
}

/** The other answers a form may give once it was refused for where it comes from. */
const strange = [403] as const;

const prototypes = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then", "length"];

/**
 * Faults of any form whose body is urlencoded. `door` adds what is decided before any handler sees the form, the same
 * for all: one form of each table stands for the others.
 */
export function formFaults(post: Post, door: boolean): Fault[] {
  return [
    ...tokenFaults,
    ...(door ? doorFaults : []),
    fault("nothing at all", () => form(""), strange),
    fault("nothing but the token", ({ csrf }) => form(`csrf=${csrf}`)),
    fault("names and bytes that no browser sends", (place) => form(`${encode(pairsOf(place))}&${noise}`)),
    fault("a form that ends in the middle", (place) => {
      const whole = encode(pairsOf(place));
      return form(whole.slice(0, Math.max(whole.length - 4, whole.indexOf("&") + 1)));
    }),
    fault("thousands of fields", (place) => form(`${encode(pairsOf(place))}${"&a=1".repeat(5000)}`), [413]),
    fault("JSON", ({ csrf, valid }) => json(JSON.stringify({ csrf, ...valid })), [400]),
    twice("the same again", async (browser, action, raw) => [
      await send(browser, action, raw),
      await send(browser, action, raw),
    ]),
    twice("the same three times at once", (browser, action, raw) =>
      Promise.all([0, 1, 2].map(() => send(copyOf(browser), action, raw))),
    ),
    ...fieldFaults(post),
    ...addressFaults(post, (place) => form(encode(pairsOf(place)))),
    ...sessionFaults(post, (place) => form(encode(pairsOf(place)))),
  ];
}

/** Names that objects have already, empty ones, escapes that are none, and bytes beyond ASCII. */
const noise = [
  ...prototypes.map((name) => `${name}=1&${name}[x]=2`),
  "=&=1&&&==",
  "lain=%zz&%=%&%E0%A4%A=1",
  "lain=\xff\xfe\xed\xa0\x80",
  "%",
].join("&");

/** What the reading of a body refuses or forgives, whoever asked for it. */
const doorFaults: readonly Fault[] = [
  fault("an empty token", (place) => form(encode([["csrf", ""], ...pairsOf(place).slice(1)])), strange),
  fault(
    "a megabyte of token",
    (place) => form(encode([["csrf", "A".repeat(1_000_000)], ...pairsOf(place).slice(1)])),
    strange,
  ),
  fault("a second token before it", (place) => form(encode([["csrf", "lain"], ...pairsOf(place)])), strange),
  fault(
    "the token under the name of a list",
    (place) => form(encode([["csrf[]", place.csrf], ...pairsOf(place).slice(1)])),
    strange,
  ),
  fault("names without end", (place) => form(`${encode(pairsOf(place))}&${"n".repeat(500_000)}=1`)),
  fault("more than four megabytes", (place) => form(`${encode(pairsOf(place))}&lain=${"x".repeat(4_300_000)}`), [413]),
  fault("JSON under the name of a form", ({ csrf, valid }) => form(JSON.stringify({ csrf, ...valid })), strange),
  fault("plain text", (place) => ({ body: encode(pairsOf(place)), headers: { "content-type": "text/plain" } }), [400]),
  fault("XML", () => ({ body: '<?xml version="1.0"?><a/>', headers: { "content-type": "application/xml" } }), [400]),
  fault("a type of nothing", () => ({ body: "csrf=1", headers: { "content-type": "" } }), [400]),
  fault("an unknown alphabet", (place) => ({
    body: encode(pairsOf(place)),
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-16" },
  })),
  fault("a body that says it is packed", (place) => ({
    body: encode(pairsOf(place)),
    headers: { ...urlencoded, "content-encoding": "gzip" },
  })),
  fault("many parts instead of one form", multipart, [400]),
];

function json(body: string): Raw {
  return { body, headers: { "content-type": "application/json" } };
}

function multipart(place: Place): Raw {
  const parts = pairsOf(place).map(
    ([name, value]) =>
      `--batas\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${decodeURIComponent(value)}\r\n`,
  );
  const body = Buffer.from(`${parts.join("")}--batas--\r\n`);
  return { body, headers: { "content-type": "multipart/form-data; boundary=batas" } };
}

/** What every form must refuse for itself: it has to come from this browser and from our own page. */
const tokenFaults: readonly Fault[] = [
  fault("no token", ({ valid }) => form(encode(pairsIn(valid))), strange),
  fault("a forged token", (place) => form(encode([["csrf", "A".repeat(43)], ...pairsOf(place).slice(1)])), strange),
  {
    name: "the token of another browser",
    status: strange,
    run: async ({ app }, place) => {
      const other = app.browser();
      await other.get("/account/login");
      const body = encode([["csrf", other.csrf()], ...pairsOf(place).slice(1)]);
      return [await send(place.browser, place.action, form(body))];
    },
  },
  fault(
    "a form from another site",
    (place) => ({
      body: encode(pairsOf(place)),
      headers: { ...urlencoded, origin: "https://contoh.invalid", "sec-fetch-site": "cross-site" },
    }),
    strange,
  ),
];

/**
 * What can be wrong with how often a field comes and with its value: for all fields that somebody fills in at once, and
 * for each alone that the page fills in by itself, since a page has no message for these and may end at the first.
 */
function fieldFaults(post: Post): Fault[] {
  const filled = fieldsOf(post).map(({ name }) => name);
  const change = (what: string, names: readonly string[], make: (pair: Pair) => Pair[]) =>
    fault(`${names.join(", ")} ${what}`, (place) =>
      form(encode(pairsOf(place).flatMap((pair) => (names.includes(pair[0]) ? make(pair) : [pair])))),
    );
  const together = [...(filled.length > 0 ? [filled] : []), ...(post.hidden ?? []).map((name) => [name])];
  const leftOut = [...together, ...(filled.length > 1 ? filled.map((name) => [name]) : [])];
  const changed = together.flatMap((names) => [
    change("empty", names, ([name]) => [[name, ""]]),
    change("twice", names, ([name, value]) => [
      [name, value],
      [name, "lain"],
    ]),
    change("twice the other way", names, ([name, value]) => [
      [name, "lain"],
      [name, value],
    ]),
    change("hundreds of times", names, ([name, value]) =>
      Array.from({ length: Math.floor(900 / names.length) }, (): Pair => [name, value]),
    ),
    change("as a list and as an object", names, ([name, value]) => [
      [`${name}[]`, value],
      [`${name}[0]`, value],
      [`${name}[x][y]`, value],
      [`${name}.__proto__.x`, value],
    ]),
    change("with NUL and worse", names, ([name]) => [[name, "%00%ED%A0%80%C0%AF"]]),
    change("as somebody else's", names, ([name]) => [[name, "018f0000-0000-7000-8000-000000000000"]]),
    change("as a number without end", names, ([name]) => [[name, "9".repeat(400)]]),
  ]);
  return [...leftOut.map((names) => change("left out", names, () => [])), ...changed];
}

/** What somebody might put where an id stands in an address. */
export const strangeIds = [
  "0",
  "00000000-0000-0000-0000-000000000000",
  "018f0000-0000-7000-8000-00000000000g",
  "constructor",
  "__proto__",
  "..%2f..%2fetc%2fpasswd",
  "%00",
  "%ED%A0%80",
  "%zz",
  "%25%32%30",
  "'%20or%201=1--",
  "9".repeat(300),
  "a".repeat(5000),
];

/** Other things where a name stands in the address; each is as unknown as a thing that does not exist. */
export function addressFaults(post: Post, raw: (place: Place) => Raw): Fault[] {
  const [, pattern = ""] = post.route.split(" ");
  return pattern.split("/").flatMap((part, at) =>
    part.startsWith(":")
      ? strangeIds.map((id): Fault => ({
          name: `${part} as ${id.slice(0, 40)}`,
          status: [400, 404],
          run: async (_, place) => {
            const parts = place.action.split("/");
            // The address begins with a scheme and a host, which the pattern has not.
            parts[at + 2] = id;
            return [await send(place.browser, parts.join("/"), raw(place))];
          },
        }))
      : [],
  );
}

/** Sent by nobody, by somebody whose session has ended, and by one who reads English. */
export function sessionFaults(post: Post, raw: (place: Place) => Raw): Fault[] {
  // The form of an upload comes after its person, so nobody is sent to the login page first.
  const status = post.file === undefined || post.fileOfAnyone ? strange : [200];
  return [
    {
      name: "sent by nobody",
      status,
      run: async ({ app }, place) => [await send(app.browser(), place.action, raw(place))],
    },
    {
      name: "sent after the session has ended",
      run: async ({ app }, place) => {
        const token = place.browser.cookies.get(cookies.session);
        if (token === undefined) return [];
        const db = app.database.owner.kysely;
        const own = db.updateTable("sessions").where("token_hash", "=", hashToken(token));
        await own.set({ idle_until: sql`app_now() - interval '1 minute'` }).execute();
        const page = await send(copyOf(place.browser), place.action, raw(place));
        await own.set({ idle_until: sql`app_now() + interval '1 hour'` }).execute();
        const isLogin = new URL(page.url).pathname === paths.account.login;
        return [isLogin ? page : { ...page, status: 599 }];
      },
    },
    {
      name: "sent with cookies of nonsense",
      status,
      run: async ({ app }, place) => {
        const browser = app.browser();
        for (const name of [...Object.values(cookies), "__Host-daftar-device", "__Host-daftar-sent"]) {
          browser.cookies.set(name, "%00'\"\xff=;.~");
        }
        return [await send(browser, place.action, raw(place))];
      },
    },
    {
      name: "sent by one who reads English",
      language: "en",
      run: async (_, place) => {
        const browser = copyOf(place.browser);
        browser.cookies.set(cookies.language, "en");
        const refused = await send(browser, place.action, { body: "csrf=x", headers: urlencoded });
        return [refused, await send(browser, place.action, raw(place))];
      },
    },
  ];
}

function twice(name: string, run: (browser: Browser, action: string, raw: Raw) => Promise<Answered[]>): Fault {
  return { name, run: (_, place) => run(place.browser, place.action, form(encode(pairsOf(place)))) };
}

/** Another tab: the same cookies, kept apart from here on. */
export function copyOf(browser: Browser): Browser {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(browser) as object) as Browser, browser);
  return Object.assign(copy, { cookies: new Map(browser.cookies) });
}
