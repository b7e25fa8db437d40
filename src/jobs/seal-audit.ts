import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import type { Log } from "../platform/log.ts";
import { HeadFile } from "../registry/audit/head-file.ts";
import { sealAudit } from "../registry/audit/seal.ts";
import { giveGaplessNumbers } from "../registry/numbers/give-gapless.ts";

export interface Sealing {
  readonly db: Kysely<DB>;
  readonly keyring: Pick<Keyring, "audit">;
  readonly log: Pick<Log, "error">;
  /** Where heads are copied to; without it they stay in the database. */
  readonly headsFile: string | undefined;
  /** The pause between two looks, a second without it. */
  readonly everyMs?: number;
}

/**
 * Seals new audit records every second, until stopped, and gives the numbers that follow the order of the record. It is a loop and not a job of the queue, which would write and
 * delete a row for each look. However many workers run, one seals at a time; each copies the heads to its own file.
 */
export function startSealing({ db, keyring, log, headsFile, everyMs = 1_000 }: Sealing): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const file = headsFile === undefined ? undefined : new HeadFile(headsFile);
  const report = (what: string) => (error: unknown) => log.error({ err: error }, what);
  const round = async () => {
    await sealAudit({ db, keyring }).catch(report("the audit trail could not be sealed"));
    await giveGaplessNumbers(db).catch(report("numbers without gaps could not be given"));
    await file?.copy(db).catch(report("the heads of the audit trail could not be copied out"));
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round();
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      // What was written while everything ended is sealed now rather than at the next start.
      await round();
    },
  };
}
