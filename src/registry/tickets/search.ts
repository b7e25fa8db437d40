import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits, Rule } from "../../platform/limits.ts";
import { recordAudit } from "../audit/record.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { type Fact, factIndex, readFact } from "./facts.ts";
import { numberIndex } from "./ticket.ts";
import { readTicketNumber } from "./ticket-number.ts";

/** What an agent may search for. */
export const searchPurposes = ["answer", "duplicate", "check"] as const;
export type SearchPurpose = (typeof searchPurposes)[number];

/** Searches of one agent: a helpdesk looks up whoever calls, and not a list of names. */
const searches: Rule = { name: "ticket-searches", most: 60, seconds: 3600 };

/** What is looked for: the number of a ticket, or a fact of whoever asked. */
export type Sought = Fact | { readonly kind: "number"; readonly value: string };

/** Reads what an agent typed; undefined where it can be neither a number nor a fact. */
export function readSought(typed: string): Sought | undefined {
  const number = readTicketNumber(typed);
  return number === undefined ? readFact(typed) : { kind: "number", value: number };
}

interface Searched {
  readonly actorId: string;
  /** Where the actor may answer tickets. */
  readonly institutions: readonly string[];
  readonly sought: Sought;
  readonly purpose: SearchPurpose;
  readonly most: number;
}

/**
 * The ids of the tickets with this number or of people with this fact, whole and exactly, the newest first. What was typed
 * is compared as an index and kept nowhere; that somebody searched, by what kind of fact and what for, is written down,
 * found or not. Refuses (429) too many in an hour. `db` is a connection of `daftar_staff`.
 */
export async function searchTickets(
  { db, keyring, limits }: { readonly db: Kysely<DB>; readonly keyring: Keyring; readonly limits: Limits },
  { actorId, institutions, sought, purpose, most }: Searched,
): Promise<readonly string[]> {
  await limits.spend(searches, actorId);
  return withStaff(db, institutions, async (trx) => {
    const found = await listFound(trx, keyring, sought, most);
    const [only, ...more] = found;
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "ticket.search",
      institutionId: institutions.length === 1 ? (institutions[0] ?? null) : null,
      subjectKind: "ticket",
      subjectId: more.length > 0 ? null : (only ?? null),
      data: { purpose, by: sought.kind, found: found.length },
    });
    return found;
  });
}

async function listFound(trx: Kysely<DB>, keyring: Keyring, sought: Sought, most: number): Promise<string[]> {
  if (sought.kind === "number") {
    const index = isIndex("tickets", numberIndex(keyring, sought.value));
    return (await trx.selectFrom("tickets").select("id").where(index).execute()).map(({ id }) => id);
  }
  const rows = await trx
    .selectFrom("ticket_facts")
    .select("ticket_id")
    .where("kind", "=", sought.kind)
    .where(isIndex("ticket_facts", factIndex(keyring, sought)))
    .orderBy("ticket_id", "desc")
    .limit(most)
    .execute();
  return rows.map(({ ticket_id }) => ticket_id);
}
