import { sql } from "kysely";
import { paths } from "../../src/paths.ts";
import { hashToken } from "../../src/platform/http/tokens.ts";
import { cookies } from "../../src/platform/http/cookies.ts";
import type { Browser } from "../app.ts";
import type { Place, Post, World } from "./place.ts";
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
  return [["csrf", csrf], ...fieldsOf(valid)];
}

function fieldsOf(valid: Place["valid"]): Pair[] {
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

/** Faults of any form whose body is urlencoded. */
export function formFaults(post: Post): Fault[] {
  return [
    ...tokenFaults,
    fault("nothing at all", () => form(""), strange),
    fault("nothing but the token", ({ csrf }) => form(`csrf=${csrf}`)),
    fault("names that objects have already", (place) =>
      form(
        encode([
          ...pairsOf(place),
          ...prototypes.flatMap((name): Pair[] => [
            [name, "1"],
            [`${name}[x]`, "2"],
          ]),
        ]),
      ),
    ),
    fault("names without end", (place) => form(`${encode(pairsOf(place))}&${"n".repeat(500_000)}=1`)),
    fault("an empty name", (place) => form(`=&=1&&&${encode(pairsOf(place))}&==`)),
    fault("a cut-off escape", (place) => form(`${encode(pairsOf(place))}%`)),
    fault("an escape that is none", (place) => form(`${encode(pairsOf(place))}&lain=%zz&%=%&%E0%A4%A=1`)),
    fault("a form that ends in the middle", (place) => {
      const whole = encode(pairsOf(place));
      return form(whole.slice(0, Math.max(whole.length - 4, whole.indexOf("&") + 1)));
    }),
    fault("bytes beyond ASCII", (place) => form(`${encode(pairsOf(place))}&lain=\xff\xfe\xed\xa0\x80`)),
    fault(
      "more than four megabytes",
      (place) => form(`${encode(pairsOf(place))}&lain=${"x".repeat(4_300_000)}`),
      [413],
    ),
    fault("thousands of fields", (place) => form(`${encode(pairsOf(place))}${"&a=1".repeat(5000)}`), [413]),
    fault("JSON", ({ csrf, valid }) => json(JSON.stringify({ csrf, ...valid })), [400]),
    fault("JSON under the name of a form", ({ csrf, valid }) => form(JSON.stringify({ csrf, ...valid })), strange),
    fault(
      "plain text",
      (place) => ({ body: encode(pairsOf(place)), headers: { "content-type": "text/plain" } }),
      [400],
    ),
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

const tokenFaults: readonly Fault[] = [
  fault("no token", ({ valid }) => form(encode(fieldsOf(valid))), strange),
  fault("an empty token", (place) => form(encode([["csrf", ""], ...pairsOf(place).slice(1)])), strange),
  fault("a forged token", (place) => form(encode([["csrf", "A".repeat(43)], ...pairsOf(place).slice(1)])), strange),
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

/** What can be wrong with the number of a field, for each field of the form. */
function fieldFaults(post: Post): Fault[] {
  const fields = [...post.typed, ...(post.secret ?? []), ...(post.chosen ?? [])].map(({ name }) => name);
  const change = (what: string, name: string, make: (pair: Pair) => Pair[]) =>
    fault(`${name} ${what}`, (place) =>
      form(encode(pairsOf(place).flatMap((pair) => (pair[0] === name ? make(pair) : [pair])))),
    );
  return [...fields, ...(post.hidden ?? [])].flatMap((name) => [
    change("left out", name, () => []),
    change("empty", name, () => [[name, ""]]),
    change("twice", name, ([, value]) => [
      [name, value],
      [name, "lain"],
    ]),
    change("twice the other way", name, ([, value]) => [
      [name, "lain"],
      [name, value],
    ]),
    change("a thousand times", name, ([, value]) => Array.from({ length: 900 }, (): Pair => [name, value])),
    change("as a list", name, ([, value]) => [
      [`${name}[]`, value],
      [`${name}[0]`, value],
    ]),
    change("as an object", name, ([, value]) => [
      [`${name}[x][y]`, value],
      [`${name}.__proto__.x`, value],
    ]),
    change("with NUL and worse", name, () => [[name, "%00%ED%A0%80%C0%AF"]]),
    change("as somebody else's", name, () => [[name, "018f0000-0000-7000-8000-000000000000"]]),
    change("as a number without end", name, () => [[name, "9".repeat(400)]]),
  ]);
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
