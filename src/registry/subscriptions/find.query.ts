import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { institutionKey } from "../accounts/keys.ts";
import { readLink } from "./link.ts";
import { openSubscriber, type Subscriber } from "./subscriber.ts";

/** A subscription as the pages behind its links show it. */
export interface FoundSubscription {
  readonly id: string;
  readonly status: "pending" | "confirmed" | "ended" | "expired";
  readonly program: { readonly slug: string; readonly title: { readonly id: string; readonly en: string } };
  /** Undefined once it has ended and the person is erased. */
  readonly subscriber: Subscriber | undefined;
}

type Services = { readonly db: Kysely<DB>; readonly keyring: Keyring };

/** The subscription that a link to leave names; undefined for a link that we never sent. */
export async function findLeaving(services: Services, token: string): Promise<FoundSubscription | undefined> {
  const id = readLink(services.keyring, "leave", token);
  return id === undefined ? undefined : findSubscription(services, id);
}

/** The subscription that a link to confirm asks about, and whether the link still works; undefined for one never sent. */
export async function findConfirming(
  services: Services,
  token: string,
): Promise<(FoundSubscription & { readonly works: boolean }) | undefined> {
  const letterId = readLink(services.keyring, "confirm", token);
  if (letterId === undefined) return undefined;
  const letter = await services.db
    .selectFrom("subscription_letters")
    .select(["subscription_id", sql<boolean>`used_at is null and expires_at > app_now()`.as("works")])
    .where("id", "=", letterId)
    .where("kind", "=", "confirm")
    .executeTakeFirst();
  const found = letter && (await findSubscription(services, letter.subscription_id));
  return found && { ...found, works: letter.works && found.status === "pending" };
}

async function findSubscription({ db, keyring }: Services, id: string): Promise<FoundSubscription | undefined> {
  const row = await db
    .selectFrom("subscriptions as s")
    .innerJoin("programs as p", "p.id", "s.program_id")
    .innerJoin("program_versions as v", "v.id", "s.version_id")
    .select(["s.status", "s.institution_id", "s.person_sealed", "p.slug"])
    .select(sql<FoundSubscription["program"]["title"]>`v.definition -> 'title'`.as("title"))
    .where("s.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const subscriber =
    row.person_sealed === null
      ? undefined
      : openSubscriber(await institutionKey(db, keyring, row.institution_id), id, row.person_sealed);
  return { id, status: row.status, program: { slug: row.slug, title: row.title }, subscriber };
}
