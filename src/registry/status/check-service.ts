import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type BlobStore, newBlobName } from "../../platform/files/blob-store.ts";
import type { MailTransport } from "../../platform/mail/mail.ts";
import { answeredLast } from "../sources/answers.ts";
import type { Part } from "./status.query.ts";

/** What the checks need; `db` is a connection of `daftar_worker`. */
export interface CheckServices {
  readonly db: Kysely<DB>;
  readonly blobs: BlobStore;
  readonly mail?: MailTransport | undefined;
  /** Address of the carrier of short messages, where there is one. */
  readonly smsUrl?: string | undefined;
  /** Addresses of the payment gateways, where there are any. */
  readonly gatewayUrls?: readonly string[] | undefined;
  /** The page that must answer for people to be able to log in. */
  readonly loginUrl: string;
  /** Addresses of the sources that are asked over HTTP, by their names. */
  readonly sourceUrls?: Readonly<Record<string, string>> | undefined;
}

/** A page that takes longer than this is as good as none. */
const PATIENCE_MS = 10_000;

/**
 * Tries each part of the service as people use it, and keeps what it found: a new row where the state changed, another
 * time of checking where it did not. Asks nothing outside but our own address, and the mail server, the carrier of messages, the payment gateways and the sources of the settings.
 */
export async function checkService(services: CheckServices): Promise<void> {
  const { mail, smsUrl, gatewayUrls = [] } = services;
  const checks = [
    ["login", () => answers(services.loginUrl)],
    ["uploads", () => keepsFiles(services.blobs)],
    ...(mail ? [["letters", () => mail.pool.verify()] as const] : []),
    ...(smsUrl === undefined ? [] : [["messages", () => isThere(smsUrl)] as const]),
    ...(gatewayUrls.length === 0 ? [] : [["payments", () => areThere(gatewayUrls)] as const]),
  ] as const;
  const sources = await sourceChecks(services);
  for (const [part, check] of [...checks, ...sources])
    await keepState(services.db, part, await check().catch(() => false));
}

/** A check of each source: those over HTTP, and those whose people were loaded. */
async function sourceChecks({ db, sourceUrls = {} }: CheckServices) {
  const loaded = await db.selectFrom("sources").select("source").where("loaded_at", "is not", null).execute();
  const overTable = loaded.filter(({ source }) => !Object.hasOwn(sourceUrls, source));
  return [
    ...Object.entries(sourceUrls).map(([source, url]) => [source, () => sourceAnswers(db, source, url)] as const),
    ...overTable.map(({ source }) => [source, () => hasPeople(db, source)] as const),
  ].map(([source, check]): readonly [Part, () => Promise<boolean>] => [`source:${source}`, check]);
}

/** What came of the last question; where nobody asked lately, whether anything answers there. No question is spent on it. */
async function sourceAnswers(db: Kysely<DB>, source: string, url: string): Promise<boolean> {
  const last = await answeredLast(db, source);
  return last ?? isThere(url);
}

/** Whether a service of somebody else answers at its address; what it does is not asked for. */
async function isThere(url: string): Promise<boolean> {
  const response = await fetch(url, {
    method: "HEAD",
    redirect: "manual",
    headers: { connection: "close" },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return response.status < 500;
}

async function areThere(urls: readonly string[]): Promise<boolean> {
  return (await Promise.all(urls.map(isThere))).every(Boolean);
}

async function hasPeople(db: Kysely<DB>, source: string): Promise<boolean> {
  const one = await db.selectFrom("source_people").select("source").where("source", "=", source).limit(1).execute();
  return one.length > 0;
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { headers: { connection: "close" }, signal: AbortSignal.timeout(PATIENCE_MS) });
  await response.arrayBuffer();
  return response.ok;
}

/** Keeps a few bytes that mean nothing, reads them and removes them. */
async function keepsFiles(blobs: BlobStore): Promise<boolean> {
  const name = newBlobName();
  const bytes = Buffer.from("check");
  try {
    await blobs.put(name, bytes);
    return (await blobs.get(name)).equals(bytes);
  } finally {
    await blobs.remove(name);
  }
}

async function keepState(db: Kysely<DB>, part: Part, up: boolean): Promise<void> {
  const state = up ? "up" : "down";
  await db.transaction().execute(async (trx) => {
    const same = await trx
      .updateTable("service_states")
      .set({ checked_at: sql<Date>`app_now()` })
      .where("part", "=", part)
      .where("until", "is", null)
      .where("state", "=", state)
      .executeTakeFirst();
    if (same.numUpdatedRows > 0n) return;
    await trx
      .updateTable("service_states")
      .set({ until: sql<Date>`app_now()` })
      .where("part", "=", part)
      .where("until", "is", null)
      .execute();
    await trx
      .insertInto("service_states")
      .values({ part, state })
      .onConflict((clash) => clash.doNothing())
      .execute();
  });
}
