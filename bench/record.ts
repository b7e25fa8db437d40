import { isDeepStrictEqual } from "node:util";
import { Kysely } from "kysely";
import type * as Compose from "../src/compose.ts";
import type * as Config from "../src/config.ts";
import type * as Open from "../src/open.ts";
import type { DB } from "../src/platform/db/generated/schema.ts";
import { closing } from "../src/platform/closing.ts";
import { pooledDialect } from "../src/platform/db/pooled-dialect.ts";
import { projectRoot } from "../src/platform/project-root.ts";
import type { FloorPlan, Parameter, Target } from "./floor-plan.ts";
import type { LoadRequest } from "./load.ts";
import type { Stage } from "./stage.ts";

export type Recorded = Pick<FloorPlan, "statements" | "answer">;

/**
 * Sends a request through the built application in this process and notes which statements it sends to the database and
 * what it answers: that is the floor's plan, so that the two can never drift apart. `first` is sent beforehand and not
 * noted, so that what the application reads once and keeps is no part of it.
 */
export async function record(
  stage: Stage,
  first: LoadRequest,
  request: LoadRequest,
  target: Target,
): Promise<Recorded> {
  const noted: { sql: string; parameters: readonly unknown[] }[] = [];
  const { fetch, close } = await composeNoting(stage, (query) => noted.push(query));
  try {
    await (await fetch(asRequest(stage, first))).text();
    noted.length = 0;
    const response = await fetch(asRequest(stage, request));
    const body = await response.text();
    return {
      statements: noted.map(({ sql, parameters }) => ({
        text: sql,
        parameters: parameters.map((value) => parameterOf(value, target)),
      })),
      answer: { status: response.status, headers: answerHeaders(response, body), body },
    };
  } finally {
    await close();
  }
}

type Built = typeof Open & typeof Compose & typeof Config;

async function composeNoting(stage: Stage, note: (query: { sql: string; parameters: readonly unknown[] }) => void) {
  const load = (file: string) => import(`${projectRoot}/dist/server/${file}.js`) as Promise<Built>;
  const [{ open }, { compose }, { readConfig }] = await Promise.all([load("open"), load("compose"), load("config")]);
  const { createLog } = await import("../src/platform/log.ts");
  const ends = closing((name, error) => console.error(`${name} did not end well:`, error));
  const backing = { databaseUrl: stage.databaseUrl, smtpUrl: stage.environment["SMTP_URL"] ?? "" };
  const opened = await open(readConfig(stage.environment), backing, createLog({ level: "error" }), ends);
  const kysely = new Kysely<DB>({
    dialect: pooledDialect(opened.db.web.sql, 10),
    log: ({ query }) => note(query),
  });
  const { app } = compose({ ...opened, db: { ...opened.db, web: { ...opened.db.web, kysely, reads: kysely } } });
  return { fetch: (request: Request) => Promise.resolve(app.fetch(request, {})), close: () => ends.close() };
}

function asRequest(stage: Stage, { path, cookie, body }: LoadRequest): Request {
  const url = `${stage.environment["PUBLIC_URL"]}${path}`;
  if (body === undefined) return new Request(url, { headers: { cookie } });
  const length = String(Buffer.byteLength(body));
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded", "content-length": length };
  return new Request(url, { method: "POST", body, headers });
}

/** The length is said as Node would say it for the application's answer. */
function answerHeaders(response: Response, body: string): Record<string, string> {
  return { ...Object.fromEntries(response.headers), "content-length": String(Buffer.byteLength(body)) };
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const own = ["tokenHash", "accountId", "applicationId", "version"] as const;

function parameterOf(value: unknown, target: Target): Parameter {
  const name = own.find((key) => isDeepStrictEqual(value, target[key]));
  if (name) return { is: name };
  // An id that belongs to nobody yet was made for this request.
  return typeof value === "string" && uuidForm.test(value) ? { is: "fresh" } : { is: "constant", value };
}
