import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { institutionKey } from "../accounts/keys.ts";
import { openSubscriber, type Subscriber } from "./subscriber.ts";

/** Name of the job that sends one letter about a subscription. */
export const sendSubscriptionLetterJob = "send-subscription-letter";

/** How long the link to confirm works. */
const LINK_LIVES = "48 hours";

type Text = { readonly id: string; readonly en: string };

/** A letter ready to be written. */
export interface SubscriptionLetter extends Subscriber {
  readonly id: string;
  readonly subscriptionId: string;
  readonly kind: "confirm" | "welcome" | "known";
  readonly language: "id" | "en";
  readonly program: { readonly slug: string; readonly title: Text };
}

/** Owes a subscriber a letter. Call it with the transaction of the deed. */
export async function oweLetter(
  trx: Kysely<DB>,
  subscriptionId: string,
  kind: SubscriptionLetter["kind"],
): Promise<void> {
  const id = uuidv7();
  const expires_at = kind === "confirm" ? sql<Date>`app_now() + ${LINK_LIVES}::interval` : null;
  await trx
    .insertInto("subscription_letters")
    .values({ id, subscription_id: subscriptionId, kind, expires_at })
    .execute();
  await enqueue(trx, sendSubscriptionLetterJob, { letterId: id });
}

/** Opens a letter that was not sent yet and counts the try; undefined when it went out, or when its person is erased. */
export async function takeLetter(
  db: Kysely<DB>,
  keyring: Keyring,
  letterId: string,
): Promise<SubscriptionLetter | undefined> {
  const letter = await db
    .updateTable("subscription_letters")
    .set((build) => ({ attempts: build("attempts", "+", 1) }))
    .where("id", "=", letterId)
    .where("sent_at", "is", null)
    .returning(["subscription_id", "kind"])
    .executeTakeFirst();
  if (!letter) return undefined;
  const row = await db
    .selectFrom("subscriptions as s")
    .innerJoin("programs as p", "p.id", "s.program_id")
    .innerJoin("program_versions as v", "v.id", "s.version_id")
    .select(["s.institution_id", "s.language", "s.person_sealed", "p.slug"])
    .select(sql<Text>`v.definition -> 'title'`.as("title"))
    .where("s.id", "=", letter.subscription_id)
    .executeTakeFirstOrThrow();
  if (row.person_sealed === null) return undefined;
  const key = await institutionKey(db, keyring, row.institution_id);
  return {
    ...openSubscriber(key, letter.subscription_id, row.person_sealed),
    id: letterId,
    subscriptionId: letter.subscription_id,
    kind: letter.kind,
    language: row.language,
    program: { slug: row.slug, title: row.title },
  };
}

/** Notes that the mail server took the letter. */
export async function markLetterSent(db: Kysely<DB>, letterId: string): Promise<void> {
  await db
    .updateTable("subscription_letters")
    .set({ sent_at: sql`app_now()` })
    .where("id", "=", letterId)
    .execute();
}
