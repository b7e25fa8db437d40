import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { cookies } from "../src/platform/http/cookies.ts";
import { formToken } from "../src/platform/http/tokens.ts";
import { shortestPassword } from "../src/registry/accounts/password-rules.ts";
import { startSession } from "../src/registry/sessions/session.ts";
import { consoleRoutes } from "../src/routes/console/console.ts";
import { drawWith, refusalPageWith } from "../src/routes/draw.tsx";
import { limitsOn } from "../src/platform/limits.ts";
import { mount } from "../src/routes/mount.ts";
import type { Route } from "../src/routes/route.ts";
import { reviewWorld, type ReviewWorld } from "./applications.ts";

/** The console mounted on a database of its own. */
export interface ConsoleWorld extends ReviewWorld {
  readonly routes: readonly Route[];
  /** Signs an account in, staff with their second factor given unless said otherwise. */
  signIn(accountId: string, session?: { readonly factor?: boolean; readonly language?: "id" | "en" }): Promise<Desk>;
}

/** A page as it was answered, not followed further. */
export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  readonly headers: Headers;
}

/** A browser at which somebody is signed in; it sends the form token that its pages would carry, unless given another as `csrf`. */
export interface Desk {
  get(path: string): Promise<Answer>;
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Answer>;
  /** Posts a file with fields before it, as a form with a chooser does. */
  upload(path: string, fields: Readonly<Record<string, string>>, file: { name: string; text: string }): Promise<Answer>;
}

/** Makes a `ConsoleWorld`; close it in `afterAll`. */
export async function consoleWorld(): Promise<ConsoleWorld> {
  const world = await reviewWorld();
  const { keyring, catalog, blobs, database } = world;
  const draw = drawWith({ href: (logical) => `/assets/${logical}` });
  const routes = consoleRoutes({
    db: database.staff.kysely,
    keyring,
    catalog,
    blobs,
    draw,
    limits: limitsOn(database.web.sql, keyring),
    quarantine: join(tmpdir(), "daftar-console"),
    sendsTexts: true,
    passwordLengths: shortestPassword,
  });
  const app = mount(routes, {
    db: database.web.kysely,
    reads: database.web.reads,
    signing: keyring.signing,
    proxyHops: 0,
    log: pino({ level: process.env["TEST_LOG"] ?? "silent" }),
    holdForm: () => Promise.resolve(undefined),
    refusalPage: refusalPageWith(draw),
  });
  return {
    ...world,
    routes,
    signIn: async (accountId, { factor = true, language = "id" } = {}) => {
      const token = await startSession(database.web.kysely, { accountId, kind: "staff", factor });
      const cookie = `${cookies.session}=${token}; ${cookies.language}=${language}`;
      const send = async (path: string, init: RequestInit): Promise<Answer> => {
        const response = await app.request(path, { ...init, headers: { cookie, ...init.headers } }, {});
        const { status, headers } = response;
        return { status, headers, location: headers.get("location"), html: await response.text() };
      };
      return {
        get: (path) => send(path, {}),
        upload: (path, fields, { name, text }) => {
          const body = new FormData();
          body.append("csrf", formToken(keyring.signing, token));
          for (const [field, value] of Object.entries(fields)) body.append(field, value);
          body.append(name, new File([text], `${name}.csv`, { type: "text/csv" }));
          return send(path, { method: "POST", body });
        },
        post: (path, fields = {}) => {
          const body = new URLSearchParams("csrf" in fields ? {} : { csrf: formToken(keyring.signing, token) });
          for (const [name, value] of Object.entries(fields)) {
            for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
          }
          const headers = { "content-type": "application/x-www-form-urlencoded" };
          return send(path, { method: "POST", body: body.toString(), headers });
        },
      };
    },
  };
}
