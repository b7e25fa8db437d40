import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { accountKey } from "../accounts/keys.ts";
import { dataContext } from "./notify.ts";
import { textKinds, type TextData, type TextKind } from "./text-kinds.ts";

/** Name of the job that sends one short message. */
export const sendTextJob = "send-text";

/** Kinds of short messages stand among those of letters under this beginning. */
const beginning = "sms_";

/** Codes live ten minutes; a message that comes later only confuses. What an owner must hear is tried for a week. */
const USEFUL_FOR = "10 minutes";
const HEARD_WITHIN = "7 days";
const mustHear: readonly TextKind[] = ["phone_moving", "factor_leaving"];

interface NewText<K extends TextKind> {
  readonly accountId: string;
  readonly kind: K;
  /** Number with its country, as `+628…`; it need not be proven yet. */
  readonly to: string;
  readonly data: TextData<K>;
}

/**
 * Sends a short message to a telephone in the person's language. Call it with the transaction of the deed, as `notify`:
 * the message goes out exactly when that commits. Count what it costs first.
 */
export async function sendText<K extends TextKind>(db: Kysely<DB>, keyring: Keyring, text: NewText<K>): Promise<void> {
  const id = uuidv7();
  const key = await accountKey(db, keyring, text.accountId);
  const { language } = await db
    .selectFrom("accounts")
    .select("language")
    .where("id", "=", text.accountId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("notices")
    .values({
      id,
      account_id: text.accountId,
      kind: `${beginning}${text.kind}`,
      language,
      data_sealed: seal(key, JSON.stringify({ to: text.to, data: text.data }), dataContext(id)),
    })
    .execute();
  await enqueue(db, sendTextJob, { noticeId: id });
}

/** A short message ready to be written. */
export type OutgoingText = {
  readonly [K in TextKind]: {
    readonly kind: K;
    readonly to: string;
    readonly language: "id" | "en";
    readonly data: TextData<K>;
  };
}[TextKind];

const Sealed = z.object({ to: z.string(), data: z.unknown() });

/** Opens a message that was not sent yet and counts the try; undefined when it went out before or comes too late to be of use. */
export async function takeText(db: Kysely<DB>, keyring: Keyring, noticeId: string): Promise<OutgoingText | undefined> {
  const row = await db
    .updateTable("notices")
    .set((build) => ({ attempts: build("attempts", "+", 1) }))
    .where("id", "=", noticeId)
    .where("sent_at", "is", null)
    .where("data_sealed", "is not", null)
    .returning(["account_id", "kind", "language", "data_sealed"])
    .returning(
      sql<boolean>`created_at < app_now() - (case when kind = any(${mustHear.map((kind) => beginning + kind)})
        then ${HEARD_WITHIN} else ${USEFUL_FOR} end)::interval`.as("late"),
    )
    .executeTakeFirst();
  if (!row?.data_sealed) return undefined;
  if (row.late) {
    await forget(db, noticeId);
    return undefined;
  }
  const key = await accountKey(db, keyring, row.account_id);
  const { to, data } = Sealed.parse(JSON.parse(open(key, row.data_sealed, dataContext(noticeId)).toString("utf8")));
  const kind = row.kind.slice(beginning.length);
  if (!row.kind.startsWith(beginning) || !isTextKind(kind)) throw new Error(`There is no message of the kind ${kind}.`);
  // Its data were read by the schema of this very kind, which the compiler cannot follow.
  return { kind, to, language: row.language === "en" ? "en" : "id", data: textKinds[kind].parse(data) } as OutgoingText;
}

function isTextKind(kind: string): kind is TextKind {
  return Object.hasOwn(textKinds, kind);
}

/** Destroys what only the message may know. */
async function forget(db: Kysely<DB>, noticeId: string): Promise<void> {
  await db.updateTable("notices").set({ data_sealed: null }).where("id", "=", noticeId).execute();
}
