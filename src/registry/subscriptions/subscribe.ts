import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Key } from "../../platform/keys/seal.ts";
import type { Limits } from "../../platform/limits.ts";
import { conflict } from "../../platform/refusals.ts";
import { atLeast } from "../accounts/even-time.ts";
import { institutionKey } from "../accounts/keys.ts";
import { allowLetter } from "../accounts/letter-limits.ts";
import { recordAudit } from "../audit/record.ts";
import type { ListedProgram } from "../programs/catalog.ts";
import { oweLetter } from "./letter.ts";
import { sealSubscriber, subscriberIndex, subscriberIndexes, type Subscriber } from "./subscriber.ts";

export interface SubscriptionServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly limits: Limits;
}

interface Asked extends Subscriber {
  readonly program: Pick<ListedProgram, "id" | "institutionId" | "versionId" | "state">;
  readonly language: "id" | "en";
  /** The network it comes from, for limits. */
  readonly network: string;
}

/** Longer than asking takes without a crowd, so that the clock does not tell who is known. */
const EVEN_MS = 200;

/**
 * Takes a name and an address and sends a letter. The answer is the same whoever asks: a new address gets a link to
 * confirm, a confirmed one is told so by letter only. Refuses (429) what is asked too often, before anything is sent,
 * and (409) a program that is not open.
 */
export async function subscribe(services: SubscriptionServices, asked: Asked): Promise<void> {
  if (asked.program.state !== "open") throw conflict("window_closed");
  await allowLetter(services, asked);
  await atLeast(EVEN_MS, async () => {
    const key = await institutionKey(services.db, services.keyring, asked.program.institutionId);
    await services.db.transaction().execute((trx) => place(trx, services.keyring, key, asked));
  });
}

async function place(trx: Kysely<DB>, keyring: Keyring, key: Key, asked: Asked): Promise<void> {
  const { program, language } = asked;
  const id = uuidv7();
  // Of two posts at once the second waits here, and then finds the row of the first.
  const made = await trx
    .insertInto("subscriptions")
    .values({
      id,
      institution_id: program.institutionId,
      program_id: program.id,
      version_id: program.versionId,
      language,
      ...subscriberIndexes(keyring, program.id, asked.email),
      person_sealed: sealSubscriber(key, id, asked),
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return begin(trx, asked, id);
  const known = await trx
    .selectFrom("subscriptions")
    .select(["id", "status"])
    .where("program_id", "=", program.id)
    .where(isIndex("subscriptions", subscriberIndex(keyring, program.id, asked.email)))
    .forUpdate()
    .executeTakeFirst();
  // Its owner left in this very moment; whoever asks once more begins anew.
  if (!known) return;
  if (known.status === "confirmed") return oweLetter(trx, known.id, "known");
  await renew(trx, key, asked, known.id);
}

/** Nobody has proved the address yet, so what was typed last counts. */
async function renew(trx: Kysely<DB>, key: Key, asked: Asked, id: string): Promise<void> {
  await trx
    .updateTable("subscriptions")
    .set({
      language: asked.language,
      version_id: asked.program.versionId,
      person_sealed: sealSubscriber(key, id, asked),
    })
    .where("id", "=", id)
    .execute();
  await begin(trx, asked, id, { again: true });
}

async function begin(
  trx: Kysely<DB>,
  { program }: Asked,
  id: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await oweLetter(trx, id, "confirm");
  await recordAudit(trx, {
    actorId: null,
    actorKind: "visitor",
    action: "subscription.ask",
    institutionId: program.institutionId,
    subjectKind: "subscription",
    subjectId: id,
    data,
  });
}
