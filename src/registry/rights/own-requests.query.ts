import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { RightsKind } from "./kinds.ts";

/** How a request stands, for the person who asked. */
export type OwnState = "waiting" | "in_work" | "fulfilled" | "in_force" | "lifted" | "refused" | "undone" | "void";

/** Something that a person asked about their data, as their own page lists it. */
export interface OwnRequest {
  readonly number: string;
  readonly kind: RightsKind | "copy" | "erasure" | "closing";
  /** Null for what concerns the account itself. */
  readonly institution: { readonly id: string; readonly en: string } | null;
  readonly askedAt: Date;
  /** When it must be answered at the latest. */
  readonly dueAt: Date;
  readonly state: OwnState;
}

/** Everything that a person ever asked about their data, the newest first: one list, one clock. */
export async function listOwnRequests(db: Kysely<DB>, accountId: string): Promise<readonly OwnRequest[]> {
  const { rows } = await sql<OwnRequest>`
    select q.number, q.kind, i.name as institution, q.asked_at as "askedAt", q.due_at as "dueAt", q.state
    from (
      select r.number, r.kind, r.institution_id, r.asked_at, r.due_at, ${ownState} as state
      from rights_requests r where r.account_id = ${accountId}::uuid
      union all
      select e.number, case when e.institution_id is null then 'closing' else 'erasure' end, e.institution_id,
        e.asked_at, e.due_at, case when e.done_at is not null then 'fulfilled' when e.undone_at is not null then 'undone'
          when e.void_at is not null then 'void' else 'waiting' end
      from erasures e where e.account_id = ${accountId}::uuid
      union all
      select c.number, 'copy', null, c.asked_at, c.asked_at + interval '72 hours',
        case when c.ready_at is null then 'waiting' else 'fulfilled' end
      from data_copies c where c.account_id = ${accountId}::uuid
    ) q
    left join institutions i on i.id = q.institution_id
    order by q.asked_at desc, q.number`.execute(db);
  return rows;
}

/** How a row `r` of `rights_requests` stands. */
export const ownState = sql<OwnState>`case
  when r.answer = 'refused' then 'refused'
  when r.lifted_at is not null then 'lifted'
  when r.void_at is not null then 'void'
  when r.kind = 'restriction' then 'in_force'
  when r.answer = 'fulfilled' then 'fulfilled'
  when r.taken_at is not null then 'in_work'
  else 'waiting' end`;
