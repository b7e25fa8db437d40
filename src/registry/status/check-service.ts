import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type BlobStore, newBlobName } from "../../platform/files/blob-store.ts";
import type { MailTransport } from "../../platform/mail/mail.ts";
import type { Part } from "./status.query.ts";

/** What the checks need; `db` is a connection of `daftar_worker`. */
export interface CheckServices {
  readonly db: Kysely<DB>;
  readonly blobs: BlobStore;
  readonly mail?: MailTransport | undefined;
  /** The page that must answer for people to be able to log in. */
  readonly loginUrl: string;
}

/** A page that takes longer than this is as good as none. */
const PATIENCE_MS = 10_000;

/**
 * Tries each part of the service as people use it, and keeps what it found: a new row where the state changed, another
 * time of checking where it did not. Asks nothing outside but our own address and the mail server of the settings.
 */
export async function checkService(services: CheckServices): Promise<void> {
  const { mail } = services;
  const checks = [
    ["login", () => answers(services.loginUrl)],
    ["uploads", () => keepsFiles(services.blobs)],
    ["sources", () => sourcesAnswer(services.db)],
    ...(mail ? [["letters", () => mail.pool.verify()] as const] : []),
  ] as const;
  for (const [part, check] of checks) await keepState(services.db, part, await check().catch(() => false));
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

/** Whether some source was silent within the last hour, and none has answered since. */
async function sourcesAnswer(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ silent: boolean }>`
    select coalesce(max(checked_at) filter (where outcome = 'not_available')
        > coalesce(max(checked_at) filter (where outcome <> 'not_available'), '-infinity'), false) as silent
      from source_checks where checked_at > app_now() - interval '1 hour'`.execute(db);
  return rows[0]?.silent === false;
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
