import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** A copy as its owner's page shows it. */
export interface OwnCopy {
  readonly number: string;
  readonly askedAt: Date;
  /** When it was made; null while it waits. */
  readonly readyAt: Date | null;
  readonly expiresAt: Date | null;
  readonly size: number | null;
  /** Whether it can be fetched now. */
  readonly here: boolean;
}

/** The latest copy that a person asked for, or undefined. */
export async function findCopy(db: Kysely<DB>, accountId: string): Promise<OwnCopy | undefined> {
  return db
    .selectFrom("data_copies")
    .select(["number", "asked_at as askedAt", "ready_at as readyAt", "expires_at as expiresAt"])
    .select(sql<number | null>`size::float8`.as("size"))
    .select(sql<boolean>`blob is not null and expires_at > app_now()`.as("here"))
    .where("account_id", "=", accountId)
    .orderBy("asked_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}
