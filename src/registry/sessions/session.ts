import { CompiledQuery, sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { isToken, hashToken, newToken } from "../../platform/http/tokens.ts";
import type { DB } from "../../platform/db/generated/schema.ts";

/** A signed-in browser. */
export interface Session {
  readonly accountId: string;
  readonly language: "id" | "en";
  readonly tokenHash: Buffer;
  /** Whether the second factor was given in this session. */
  readonly factor: boolean;
  /** Whether it is still owed: then the session opens nothing but the page that asks for it. */
  readonly awaitsFactor: boolean;
  /** Whether it began with a password that has expired: then it opens nothing but the page that changes it. */
  readonly owesPassword: boolean;
  /** Whether the password or the factor was given within the last ten minutes: what is sensitive asks again otherwise. */
  readonly fresh: boolean;
  readonly staff: boolean;
}

/**
 * How long a session lives (security.md 2.1 and 2.6): applicants 30 days, idle 7 days, so that a
 * million people need not log in on the last evening; staff 12 hours, idle one hour.
 */
export const sessionLimits = {
  applicant: { idle: "7 days", absolute: "30 days" },
  staff: { idle: "1 hour", absolute: "12 hours" },
} as const;

const SEEN_EVERY_MS = 5 * 60_000;

/** What the owner is shown of a login. */
interface LoginFacts {
  /** From where, sealed by `sealVisitor`. */
  readonly visitor?: Buffer | null;
  /** Wrong passwords since the login before. */
  readonly failedBefore?: number;
}

/** Who begins a session, and how. */
export interface NewSession extends LoginFacts {
  readonly accountId: string;
  readonly kind: keyof typeof sessionLimits;
  /** The second factor has just been given; an account that has one owes it otherwise. */
  readonly factor: boolean;
  /** The browser was remembered after an earlier second factor, and owes none now. */
  readonly remembered?: boolean;
  /** It begins with a password, so it owes another where this one has expired. Only staff's do. */
  readonly byPassword?: boolean;
}

/** Begins a session with a new token, which is returned once for the cookie and never stored. */
export async function startSession(db: Kysely<DB>, input: NewSession): Promise<string> {
  return (await startSessionWith(db, input, {})).token;
}

/** What is written together with a session. */
export interface WithSession {
  /** Another session, which ends. */
  readonly ends?: Buffer | undefined;
  /** Keys of counters that begin anew (`Limits.keysOf`). */
  readonly forgets?: readonly string[] | undefined;
  /** What the audit record of the login says; without it there is none. */
  readonly audit?: Readonly<Record<string, unknown>>;
}

/** A session that has just begun: its token, for the cookie, and whether it owes the second factor. */
export interface BegunSession {
  readonly token: string;
  readonly awaitsFactor: boolean;
}

// A text from the start, and all in one function: a crowd that logs in pays for each statement.
const beginSession = `
  select begin_session($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as "awaitsFactor"`;

/** The same in one way to the database with what belongs to a login. */
export async function startSessionWith(db: Kysely<DB>, input: NewSession, beside: WithSession): Promise<BegunSession> {
  const token = newToken();
  const { idle, absolute } = sessionLimits[input.kind];
  const values = [
    hashToken(token),
    input.accountId,
    idle,
    absolute,
    input.factor,
    !input.factor && input.remembered !== true,
    input.byPassword === true && input.kind === "staff",
    input.visitor ?? null,
    input.failedBefore ?? 0,
    beside.ends ?? null,
    beside.forgets ?? null,
    ...(beside.audit ? [uuidv7(), input.kind, beside.audit] : [null, null, null]),
  ];
  const { rows } = await db.executeQuery<Pick<BegunSession, "awaitsFactor">>(CompiledQuery.raw(beginSession, values));
  return { token, awaitsFactor: rows[0]?.awaitsFactor ?? true };
}

interface SessionRow {
  readonly account_id: string;
  readonly seen_at: Date;
  readonly factor_at: Date | null;
  readonly awaits_factor: boolean;
  readonly owes_password: boolean;
  readonly fresh: boolean;
  readonly language: "id" | "en";
  readonly now: Date;
  readonly staff: boolean;
}

// Every request asks this. Building the statement anew each time cost more than all else that a session needs here.
const livingSession = `
  select s.account_id, s.seen_at, s.factor_at, s.awaits_factor,
    case when s.owes_password then password_overdue(s.account_id) else false end as owes_password,
    s.proved_at > app_now() - interval '10 minutes' as fresh, a.language, app_now() as now,
    exists (select from staff_roles r where r.account_id = s.account_id) as staff
  from sessions s
  join accounts a on a.id = s.account_id
  where s.token_hash = $1 and s.ended_at is null and s.idle_until > app_now() and s.expires_at > app_now()
    and a.status = 'active'`;

/** The living session of a cookie value, or undefined. One read; a write only every five minutes. */
export async function findSession(
  { db, reads }: { readonly db: Kysely<DB>; readonly reads: Kysely<DB> },
  token: string,
): Promise<Session | undefined> {
  if (!isToken(token)) return undefined;
  const tokenHash = hashToken(token);
  const { rows } = await reads.executeQuery<SessionRow>(CompiledQuery.raw(livingSession, [tokenHash]));
  const [row] = rows;
  if (!row) return undefined;
  if (row.now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS) await touch(db, tokenHash, row.staff);
  return {
    accountId: row.account_id,
    language: row.language,
    tokenHash,
    factor: row.factor_at !== null,
    awaitsFactor: row.awaits_factor,
    owesPassword: row.owes_password,
    fresh: row.fresh,
    staff: row.staff,
  };
}

/** Ends a session and begins another with the second factor in its place, which the owner sees as the same login. */
export async function renewWithFactor(db: Kysely<DB>, session: Session): Promise<string> {
  await endSession(db, session.tokenHash);
  const before = await db
    .selectFrom("sessions")
    .select(["visitor_sealed", "failed_before", "owes_password"])
    .where("token_hash", "=", session.tokenHash)
    .executeTakeFirstOrThrow();
  const { accountId, staff } = session;
  return startSession(db, {
    accountId,
    kind: staff ? "staff" : "applicant",
    factor: true,
    byPassword: before.owes_password,
    visitor: before.visitor_sealed,
    failedBefore: before.failed_before,
  });
}

/** Notes that the person has just proved once more who they are. */
export async function refreshProof(db: Kysely<DB>, tokenHash: Buffer): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ proved_at: sql`app_now()` })
    .where("token_hash", "=", tokenHash)
    .execute();
}

async function touch(db: Kysely<DB>, tokenHash: Buffer, staff: boolean): Promise<void> {
  const idle = sessionLimits[staff ? "staff" : "applicant"].idle;
  await db
    .updateTable("sessions")
    .set({ seen_at: sql`app_now()`, idle_until: sql`app_now() + ${idle}::interval` })
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** Ends one session. */
export async function endSession(db: Kysely<DB>, tokenHash: Buffer): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ ended_at: sql`app_now()` })
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .execute();
}

/** Ends every session of an account, except one when `keep` is given: after a new password. */
export async function endSessions(db: Kysely<DB>, accountId: string, keep?: Buffer): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ ended_at: sql`app_now()` })
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .$if(keep !== undefined, (query) => query.where("token_hash", "!=", keep as Buffer))
    .execute();
}
