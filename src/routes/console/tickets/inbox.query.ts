import { type Kysely, type RawBuilder, sql, type SqlBool } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import { openContent, openTicketKey, type TicketStatus } from "../../../registry/tickets/ticket.ts";
import { ticketDrawers, type InboxFilter, type TicketDrawer } from "./inbox-filter.ts";

/** The line of a ticket in the inbox. */
export interface InboxRow {
  readonly id: string;
  readonly category: string;
  readonly status: TicketStatus;
  readonly agentId: string | null;
  readonly askedAt: Date;
  /** Until when the answer is promised; null for what is answered or promised nothing. */
  readonly due: Date | null;
  readonly zone: string;
  readonly number: string;
  readonly name: string;
}

export interface Inbox {
  readonly rows: readonly InboxRow[];
  /** How many there are in each drawer under the same category, program and institution; those answered are not counted. */
  readonly counts: Readonly<Record<Exclude<TicketDrawer, "answered">, number>>;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  readonly now: Date;
}

export const ticketsPerPage = 25;

interface InboxWanted {
  readonly filter: InboxFilter;
  readonly actorId: string;
  /** How many there are on a page. */
  readonly limit?: number;
}

/**
 * One page of the inbox. What is open comes by its due time, so that what is overdue stands on top, and what is promised
 * nothing last; what is answered or was searched for, the newest first. `db` must come from `withStaff`; only the tickets
 * of the page are opened.
 */
export async function listInbox(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  { filter, actorId, limit = ticketsPerPage }: InboxWanted,
): Promise<Inbox> {
  const { db } = services;
  const { from } = filter;
  const newestFirst = filter.drawer === "answered" || filter.found.length > 0;
  const backwards = from?.side === "before";
  const ascending = newestFirst === backwards;
  const rows = await db
    .selectFrom("tickets as t")
    .innerJoin("institutions as i", "i.id", "t.institution_id")
    .select(["t.id", "t.institution_id", "t.category", "t.status", "t.agent_id", "t.asked_at", "t.due_at", "i.zone"])
    .select(["t.key_wrapped", "t.content_sealed"])
    .where(narrowed(filter))
    .where(filter.found.length > 0 ? sql<SqlBool>`true` : inDrawer(filter.drawer, actorId))
    .where(from === undefined ? sql<SqlBool>`true` : beyond(from.id, { newestFirst, ascending }))
    .orderBy(newestFirst ? sql`t.id` : byDue("t"), ascending ? "asc" : "desc")
    .orderBy("t.id", ascending ? "asc" : "desc")
    .limit(limit + 1)
    .execute();
  const isMore = rows.length > limit;
  const page = rows.slice(0, limit);
  const opened = await Promise.all(
    page.map(async (row): Promise<InboxRow> => {
      const { number, name } = openContent(await openTicketKey(services, row), row.id, row.content_sealed);
      const { id, category, status, agent_id: agentId, asked_at: askedAt, zone } = row;
      const due = status === "answered" ? null : row.due_at;
      return { id, category, status, agentId, askedAt, due, zone, number, name };
    }),
  );
  return {
    rows: backwards ? opened.toReversed() : opened,
    hasEarlier: backwards ? isMore : from !== undefined,
    hasLater: backwards || isMore,
    ...(await countDrawers(db, filter, actorId)),
  };
}

/**
 * The ticket that an agent may answer after this one in the order of a list, or else the first of the list; undefined where
 * there is no other. `db` must come from `withStaff`; nothing is opened.
 */
export async function findNext(
  db: Kysely<DB>,
  { filter, actorId, after }: { readonly filter: InboxFilter; readonly actorId: string; readonly after: string },
): Promise<string | undefined> {
  const newestFirst = filter.drawer === "answered" || filter.found.length > 0;
  const direction = newestFirst ? "desc" : "asc";
  const first = (where: RawBuilder<SqlBool>) =>
    db
      .selectFrom("tickets as t")
      .select("t.id")
      .where(narrowed(filter))
      .where(filter.found.length > 0 ? sql<SqlBool>`true` : inDrawer(filter.drawer, actorId))
      .where("t.status", "<>", "answered")
      .where((eb) => eb.or([eb("t.agent_id", "is", null), eb("t.agent_id", "=", actorId)]))
      .where("t.id", "<>", after)
      .where(where)
      .orderBy(newestFirst ? sql`t.id` : byDue("t"), direction)
      .orderBy("t.id", direction)
      .limit(1)
      .executeTakeFirst();
  const next = (await first(beyond(after, { newestFirst, ascending: !newestFirst }))) ?? (await first(sql`true`));
  return next?.id;
}

/** Whether this agent may answer it now. */
export function isAnswerable({ status, agentId }: InboxRow, actorId: string): boolean {
  return status !== "answered" && (agentId === null || agentId === actorId);
}

async function countDrawers(db: Kysely<DB>, filter: InboxFilter, actorId: string) {
  const { now, ...counts } = await db
    .selectFrom("tickets as t")
    .where(narrowed({ ...filter, found: [] }))
    .where("t.status", "<>", "answered")
    .select(sql<Date>`app_now()`.as("now"))
    .select(({ fn }) =>
      ticketDrawers
        .filter((drawer) => drawer !== "answered")
        .map((drawer) => fn.countAll<number>().filterWhere(inDrawer(drawer, actorId)).as(drawer)),
    )
    .executeTakeFirstOrThrow();
  return { counts, now };
}

/** The order of what is open, as its index has it. */
function byDue(table: "t" | "c"): RawBuilder<Date> {
  return sql<Date>`coalesce(${sql.ref(`${table}.due_at`)}, 'infinity'::timestamptz)`;
}

/** Beyond the ticket where the last page ended, in the direction of the list. */
function beyond(id: string, { newestFirst, ascending }: { newestFirst: boolean; ascending: boolean }) {
  const sign = ascending ? sql`>` : sql`<`;
  return newestFirst
    ? sql<SqlBool>`t.id ${sign} ${id}::uuid`
    : sql<SqlBool>`(${byDue("t")}, t.id) ${sign} (select ${byDue("c")}, c.id from tickets c where c.id = ${id}::uuid)`;
}

function narrowed({ category, program, institution, found }: InboxFilter): RawBuilder<SqlBool> {
  const wanted = [
    ...(category === "" ? [] : [sql`t.category = ${category}`]),
    ...(program === "" ? [] : [sql`t.program_slug = ${program}`]),
    ...(institution === "" ? [] : [sql`t.institution_id = ${institution}::uuid`]),
    ...(found.length === 0 ? [] : [sql`t.id = any (${[...found]}::uuid[])`]),
  ];
  return wanted.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(wanted, sql` and `)}`;
}

function inDrawer(drawer: TicketDrawer, actorId: string): RawBuilder<SqlBool> {
  const open = sql`t.status <> 'answered'`;
  switch (drawer) {
    case "open":
      return sql<SqlBool>`${open}`;
    case "waiting":
      return sql<SqlBool>`(${open} and t.agent_id is null)`;
    case "mine":
      return sql<SqlBool>`(${open} and t.agent_id = ${actorId}::uuid)`;
    case "colleagues":
      return sql<SqlBool>`(${open} and t.agent_id <> ${actorId}::uuid)`;
    case "overdue":
      return sql<SqlBool>`(${open} and t.due_at < app_now())`;
    case "answered":
      return sql<SqlBool>`t.status = 'answered'`;
  }
}
