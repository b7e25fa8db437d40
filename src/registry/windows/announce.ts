import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

const batch = 5_000;

/** Writes to everybody whom an extension concerns, once each however often it runs; gives how many letters were new. */
export async function announceExtension(db: Kysely<DB>, extensionId: string): Promise<number> {
  return untilNone(async () => {
    const { rows } = await sql<{
      count: number;
    }>`select announce_extension(${extensionId}::uuid, ${batch}) as count`.execute(db);
    return rows[0]?.count ?? 0;
  });
}

/** The reminders of a draft, each from so long before the closing until the next one takes over. */
const reminders = [
  { kind: "7d", ahead: "7 days", nextAhead: "2 days" },
  { kind: "2d", ahead: "2 days", nextAhead: "6 hours" },
  { kind: "6h", ahead: "6 hours", nextAhead: "0 hours" },
] as const;

/** Reminds whoever has a draft that closes soon, once per kind and closing; gives how many letters were new. */
export async function remindDrafts(db: Kysely<DB>): Promise<number> {
  let sum = 0;
  for (const { kind, ahead, nextAhead } of reminders) {
    sum += await untilNone(async () => {
      const { rows } = await sql<{ count: number }>`
        select remind_drafts(${kind}, ${ahead}::interval, ${nextAhead}::interval, ${batch}) as count`.execute(db);
      return rows[0]?.count ?? 0;
    });
  }
  return sum;
}

async function untilNone(step: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (;;) {
    const count = await step();
    if (count === 0) return sum;
    sum += count;
  }
}
