import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Keyring } from "../../src/platform/keys/keyring.ts";
import { recordAudit } from "../../src/registry/audit/record.ts";
import { sealAudit } from "../../src/registry/audit/seal.ts";
import type { TestDatabase } from "../database.ts";

/** Writes audit records, ten to a transaction. */
export async function addRecords({ web }: Pick<TestDatabase, "web">, count: number): Promise<void> {
  for (let written = 0; written < count; written += 10) {
    await web.kysely.transaction().execute(async (trx) => {
      for (let one = written; one < Math.min(written + 10, count); one += 1) {
        await recordAudit(trx, {
          actorId: uuidv7(),
          actorKind: "applicant",
          action: "test.act",
          subjectKind: "account",
          subjectId: uuidv7(),
          data: { nth: one, "key with, comma": [1.5, "é"] },
        });
      }
    });
  }
}

/** Seals until so many records are; other tests' transactions on the same cluster may hold it up. */
export async function sealUpTo(
  { worker, owner }: Pick<TestDatabase, "worker" | "owner">,
  keyring: Pick<Keyring, "audit">,
  size: number,
): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    await sealAudit({ db: worker.kysely, keyring });
    const { rows } = await sql<{ size: number }>`select count(*) as size from audit_leaves`.execute(owner.kysely);
    const sealed = rows[0]?.size ?? 0;
    if (sealed === size) return;
    if (sealed > size) throw new Error(`${sealed} records are sealed where ${size} were written`);
    await sleep(20);
  }
  throw new Error(`The record never came to ${size} entries`);
}
