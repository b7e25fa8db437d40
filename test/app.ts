import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import pino from "pino";
import { compose, type Composed } from "../src/compose.ts";
import { loadDukcapil } from "../src/registry/tickets/dukcapil-file.ts";
import { loadRegions } from "../src/registry/programs/regions.ts";
import { diskBlobStore, type BlobStore } from "../src/platform/files/blob-store.ts";
import { createRebuilder } from "../src/platform/files/rebuild.ts";
import type { PasswordLengths } from "../src/registry/accounts/password-rules.ts";
import { startWorker } from "../src/platform/queue/worker.ts";
import { randomKeyring, type Keyring } from "../src/platform/keys/keyring.ts";
import { openPlaces, type Places } from "../src/platform/places/places.ts";
import type { GatewayOf } from "../src/platform/payments/gateway.ts";
import { keepMessages } from "../src/platform/sms/kept-messages.ts";
import { testDatabase, type TestDatabase } from "./database.ts";

/** The whole application on a database of its own, served on a loopback port, with its worker where asked for. */
export interface TestApp extends Composed {
  readonly database: TestDatabase;
  readonly keyring: Keyring;
  readonly origin: string;
  readonly blobs: BlobStore;
  /** Where the blobs lie. */
  readonly blobFolder: string;
  /** A browser with cookies of its own. */
  browser(): Browser;
  close(): Promise<void>;
}

/** Asset addresses without a build: pages only print them. */
const assets = {
  href: (logical: string) => `/assets/${logical}`,
  respond: () => undefined,
};

let regionsRead: ReturnType<typeof readRegions> | undefined;

/** The regions and the offices in them, which nothing changes: read once for all applications of a process. */
async function readRegions() {
  const regions = await loadRegions();
  return { regions, dukcapil: loadDukcapil(regions) };
}

/**
 * Makes a `TestApp`; close it in `afterAll`. With `worker`, jobs run as they do in the product; with `proxyHops`, the
 * header of so many proxies is believed; with `shortestPassword`, passwords must be longer; with `places`, addresses have places.
 */
export async function testApp(
  options: {
    worker?: boolean;
    proxyHops?: number;
    shortestPassword?: PasswordLengths;
    securityQuestions?: boolean;
    gatewayOf?: GatewayOf;
    places?: Places;
  } = {},
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), "daftar-app-"));
  const rebuild = createRebuilder();
  const log = pino({ level: process.env["TEST_LOG"] ?? "silent" });
  const database = await testDatabase();
  const keyring = randomKeyring();
  const blobFolder = join(folder, "blobs");
  const blobs = diskBlobStore(blobFolder);
  const { regions, dukcapil } = await (regionsRead ??= readRegions());
  // The port is known only once the server listens, and links in letters need it.
  const server = createAdaptorServer({ fetch: (request, env) => composed.app.fetch(request, env) }) as Server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const composed = compose({
    db: { web: database.web, worker: database.worker, staff: database.staff },
    keyring,
    regions,
    dukcapil,
    assets,
    blobs,
    rebuild,
    quarantine: folder,
    log,
    publicUrl: origin,
    config: {
      environment: "production",
      demo: false,
      dataDir: folder,
      proxyHops: options.proxyHops ?? 0,
      ...(options.shortestPassword ? { shortestPassword: options.shortestPassword } : {}),
      securityQuestions: options.securityQuestions ?? false,
    },
    sms: keepMessages(join(folder, "sms")),
    ...(options.gatewayOf ? { gatewayOf: options.gatewayOf } : {}),
    places: options.places ?? openPlaces([]),
  });
  const worker = options.worker
    ? await startWorker({ url: database.url, jobs: composed.jobs, crontab: composed.crontab, log })
    : undefined;
  return {
    ...composed,
    database,
    keyring,
    origin,
    blobs,
    blobFolder,
    browser: () => new Browser(origin),
    close: async () => {
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
      await worker?.stop();
      await rebuild.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What a page answered, read as a person would: status, text and where it went. */
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  readonly headers: Headers;
}

/** Keeps cookies, follows redirects, and posts forms with the token of the page it stands on. */
export class Browser {
  readonly #origin: string;
  readonly cookies = new Map<string, string>();
  page: Page | undefined;

  constructor(origin: string) {
    this.#origin = origin;
  }

  get(path: string): Promise<Page> {
    return this.#go(path, { method: "GET" });
  }

  /** Posts fields to `path` with the form token of the last page; give `csrf` yourself to send another. */
  post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    const body = new URLSearchParams();
    if (!("csrf" in fields)) body.append("csrf", this.csrf());
    for (const [name, value] of Object.entries(fields)) {
      for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
    }
    return this.#go(path, {
      method: "POST",
      body: body.toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  }

  /** Posts a file as a browser's multipart form would. */
  upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: { field: string; name: string; type: string; bytes: Uint8Array },
  ): Promise<Page> {
    const body = new FormData();
    if (!("csrf" in fields)) body.append("csrf", this.csrf());
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append(file.field, new File([new Uint8Array(file.bytes)], file.name, { type: file.type }));
    return this.#go(path, { method: "POST", body });
  }

  /** The form token on the last page. */
  csrf(): string {
    return this.hidden("csrf");
  }

  /** The value of a hidden field on the last page, "" when it has none. */
  hidden(name: string): string {
    return this.page?.html.match(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`))?.[1] ?? "";
  }

  async #go(path: string, init: RequestInit, redirects = 0): Promise<Page> {
    const url = new URL(path, this.page?.url ?? this.#origin);
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) {
      headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const location = response.headers.get("location");
    if (location && redirects < 10) return this.#go(location, { method: "GET" }, redirects + 1);
    this.page = { status: response.status, url: url.href, html: await response.text(), headers: response.headers };
    return this.page;
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    if (attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0")) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }
}
