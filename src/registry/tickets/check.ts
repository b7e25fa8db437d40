import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { type Fact, facts, type Source, SourceSilent } from "../../platform/sources/source.ts";
import { recordAudits } from "../audit/record.ts";
import { match } from "../sources/match.ts";
import { markAnswered } from "./mark-answered.ts";
import { openContent, openTicketKey, type TicketContent } from "./ticket.ts";
import { writeMessage } from "./write-message.ts";

/** Name of the job that asks sources about whoever sent a ticket. */
export const checkTicketJob = "check-ticket";

/** So many facts beside the NIK must agree before a ticket is answered: a NIK alone is known to many. */
const FEWEST = 2;

/** What a source said about what was stated. `facts` are those that agree, or those that differ. */
export interface CheckFinding {
  readonly source: string;
  readonly outcome: "found" | "different" | "not_found" | "too_little" | "not_available";
  readonly facts: readonly Fact[];
}

export interface CheckTicketServices {
  /** A connection of the worker, which alone may read sources. */
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly sourceOf: (name: string) => Source;
  /** The finding in words: for the person where they were found, for agents otherwise. */
  readonly words: (finding: CheckFinding, language: "id" | "en") => string;
}

/**
 * Asks the sources of a ticket's category, side by side. Whom one of them finds with the facts they gave is answered at
 * once, and hears of that source alone; where none does agents are told what each said, and the person nothing, so that
 * nobody learns about somebody else by asking. Doing it twice does no harm.
 */
export async function checkTicket(services: CheckTicketServices, ticketId: string): Promise<void> {
  const { db, words } = services;
  const row = await db
    .selectFrom("tickets")
    .select(["id", "institution_id", "language", "key_wrapped", "content_sealed"])
    .where("id", "=", ticketId)
    .executeTakeFirst();
  // Its person had it erased meanwhile.
  if (!row) return;
  const key = await openTicketKey(services, row);
  const { checks = [] } = openContent(key, row.id, row.content_sealed);
  if (checks.length === 0) return;
  const findings = await Promise.all(checks.map((check) => find(services.sourceOf(check.source), check)));
  const found = findings.filter(({ outcome }) => outcome === "found");
  const isFound = found.length > 0;
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ open: boolean; institution_id: string }>`
      select t.institution_id, status <> 'answered' and not exists (
        select from ticket_messages m where m.ticket_id = t.id and m.author in ('check', 'finding')) as open
      from tickets t where t.id = ${ticketId} for update`.execute(trx);
    if (rows[0]?.open !== true) return;
    // Whose it is now: it may have been passed on while the source was asked.
    const { institution_id: institutionId } = rows[0];
    const told = isFound ? found : findings;
    const text = told.map((finding) => words(finding, row.language)).join("\n");
    const author = isFound ? "check" : "finding";
    await writeMessage(trx, key, { id: ticketId, institutionId }, { author, accountId: null, text });
    if (isFound) await markAnswered(trx, ticketId);
    await recordAudits(
      trx,
      findings.map((finding) => ({
        actorId: null,
        actorKind: "system",
        action: "ticket.check_source",
        institutionId,
        subjectKind: "ticket",
        subjectId: ticketId,
        data: { ...finding },
      })),
    );
  });
}

async function find(source: Source, stated: NonNullable<TicketContent["checks"]>[number]): Promise<CheckFinding> {
  const about = { source: stated.source, facts: [] };
  try {
    const known = await source.find(stated.nik);
    const found = match(stated.person, known);
    if (found.outcome === "different") return { ...about, outcome: "different", facts: found.facts };
    if (found.outcome !== "right") return { ...about, outcome: found.outcome };
    const agreed = facts.filter((fact) => (stated.person[fact] ?? "") !== "" && (known?.[fact] ?? "") !== "");
    return { ...about, outcome: agreed.length < FEWEST ? "too_little" : "found", facts: agreed };
  } catch (error) {
    if (!(error instanceof SourceSilent)) throw error;
    return { ...about, outcome: "not_available" };
  }
}
