import { sql } from "kysely";

/**
 * The canonical form of the audit record `r`, whose hash is its leaf: written by PostgreSQL, since reading moments and
 * numbers into JavaScript would round them. It stands here and not in a function of the database, because whoever
 * rewrites records there could make a function lie about them. `sealed_submission` says the same for receipts.
 */
export const recordText = sql<string>`jsonb_build_array('daftar-audit-record/1', r.id, r.transaction::text,
  to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor_kind, r.actor_id, r.action,
  r.institution_id, r.subject_kind, r.subject_id, r.data)::text`;
