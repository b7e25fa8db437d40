import { createHash, timingSafeEqual } from "node:crypto";
import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { GuessRule, Limits, Rule } from "../../platform/limits.ts";
import { atLeast } from "../accounts/even-time.ts";
import { remembersTicket } from "./browser-marks.ts";
import { numberIndex, openContent, openTicketKey } from "./ticket.ts";
import { readTicketNumber } from "./ticket-number.ts";

/** Looks from one network: a helper at a school desk looks up many, a machine many more. */
const network: Rule = { name: "ticket-look-network", most: 60, seconds: 900 };
const WEEK = 7 * 86_400;
/** Wrong facts about one number from one network, counted for numbers that do not exist as well: at most 176 in a week. */
const near: GuessRule = { name: "ticket-look", free: 5, waits: [60, 300, 900, 3600], seconds: WEEK };
/**
 * The same from all networks together, for each kind of fact, so that one network alone makes nobody wait elsewhere, and
 * many try less than two birth dates an hour. An address still opens where birth dates are guessed at.
 */
const far: GuessRule = { name: "ticket-look-all", free: 200, waits: [3600], seconds: WEEK };
/** Longer than a look takes without a crowd, so that the clock does not tell which part was wrong. */
const EVEN_MS = 150;

interface Looked {
  readonly number: string;
  /** As 1990-05-17; "" where it was not given. */
  readonly birthDate: string;
  /** "" where it was not given. */
  readonly email: string;
  readonly network: string;
  /** The browser's cookie of `browser-marks.ts`. */
  readonly marks?: string | undefined;
}

/**
 * The id of the ticket with this number whose person has this birth date or proven e-mail address; undefined in the same time
 * whether the number or the fact was wrong. Refuses (429) guessing, alike for numbers that exist and others; a browser in
 * which the ticket was open before has tries of its own, whatever others do.
 */
export async function lookUpTicket(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly limits: Limits },
  looked: Looked,
): Promise<string | undefined> {
  const { limits, keyring } = services;
  const number = readTicketNumber(looked.number);
  const isKnown = number !== undefined && remembersTicket(keyring, number, looked.marks);
  if (!isKnown) await limits.spend(network, looked.network);
  if (number === undefined) return atLeast(EVEN_MS, () => Promise.resolve(undefined));
  const here = `${number}|${isKnown ? "known browser" : looked.network}`;
  const kinds = (["birthDate", "email"] as const)
    .filter((kind) => looked[kind] !== "" && !isKnown)
    .map((kind) => `${number}|${kind}`);
  await limits.guess(near, here);
  for (const kind of kinds) await limits.guess(far, kind);
  const found = await atLeast(EVEN_MS, () => compare(services, number, looked));
  if (found !== undefined) {
    await limits.forget(near, here);
    // What others guessed wrongly stays counted.
    for (const kind of kinds) await limits.giveBack(far, kind);
  }
  return found;
}

async function compare(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  number: string,
  { birthDate, email }: Looked,
): Promise<string | undefined> {
  const row = await services.db
    .selectFrom("tickets")
    .select(["id", "institution_id", "key_wrapped", "content_sealed", "email_proved_at"])
    .where(isIndex("tickets", numberIndex(services.keyring, number)))
    .executeTakeFirst();
  if (!row) return undefined;
  const content = openContent(await openTicketKey(services, row), row.id, row.content_sealed);
  const byDate = birthDate !== "" && same(birthDate, content.birthDate);
  const byEmail = email !== "" && same(email.toLowerCase(), content.email?.toLowerCase() ?? "");
  // A letter to an address that is somebody else's brings them the number.
  return byDate || (byEmail && row.email_proved_at !== null) ? row.id : undefined;
}

function same(given: string, kept: string): boolean {
  const of = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(of(given), of(kept));
}
