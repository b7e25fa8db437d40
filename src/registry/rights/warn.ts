import { type Kysely, sql, type SqlBool, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";

/** So many are told of at once; further ones come with the next letter. */
const PER_LETTER = 50;

/** Name of the job that tells the operator of the platform. */
export const tellOperatorJob = "tell-operator";

/** Of what officers are told, each once: when twelve hours are left, and when the 72 are over. */
const stages = {
  rights_pressing: {
    told: "warned_at",
    action: "right.warn",
    due: sql<SqlBool>`due_at >= app_now() and due_at <= app_now() + interval '12 hours'`,
  },
  rights_overdue: { told: "escalated_at", action: "right.escalate", due: sql<SqlBool>`due_at < app_now()` },
} as const;

export type RightsStage = keyof typeof stages;

interface WarnServices {
  /** A connection that sees requests of all institutions. */
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/**
 * Tells of every request that is pressing or overdue: the data protection officers of its institution, where there is
 * none its administrators, and where there is nobody the operator of the platform; never whoever asked. Gives how many
 * requests that were. Each is noted in the transaction that writes the letters, so a worker that dies in between loses
 * and repeats none.
 */
export async function warnOfRights({ db, keyring }: WarnServices): Promise<number> {
  let all = 0;
  for (const stage of ["rights_pressing", "rights_overdue"] as const) {
    for (let count = PER_LETTER; count === PER_LETTER; all += count) {
      count = await db.transaction().execute((trx) => tell(trx, keyring, stage));
    }
  }
  return all;
}

async function tell(trx: Transaction<DB>, keyring: Keyring, stage: RightsStage): Promise<number> {
  const { told, action, due } = stages[stage];
  const rows = await trx
    .selectFrom("rights_requests")
    .select(["id", "number", "kind", "account_id as accountId"])
    .select(sql<string>`institution_id`.as("institutionId"))
    .where("institution_id", "is not", null)
    .where("answer", "is", null)
    .where("void_at", "is", null)
    .where("lifted_at", "is", null)
    .where(told, "is", null)
    .where(due)
    .orderBy("due_at")
    .limit(PER_LETTER)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await trx
    .updateTable("rights_requests")
    .set({ [told]: sql`app_now()` })
    .where("id", "in", ids)
    .execute();
  for (const { id, kind, accountId, institutionId } of rows) {
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action,
      institutionId,
      subjectKind: "account",
      subjectId: accountId,
      data: { request: id, kind },
    });
  }
  const { letters, unheard } = await sortByReader(trx, rows);
  for (const { accountId, officer, numbers } of letters) {
    await notify(trx, keyring, { accountId, kind: stage, data: { numbers, officer } });
  }
  if (unheard.length > 0) await enqueue(trx, tellOperatorJob, { stage, requests: unheard });
  return rows.length;
}

interface Unanswered {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly institutionId: string;
}

/** Who is to read of which requests, and the ids of those that nobody at their institution can be told of. */
async function sortByReader(trx: Transaction<DB>, rows: readonly Unanswered[]) {
  const staff = await trx
    .selectFrom("staff_roles")
    .select(["account_id as accountId", "institution_id as institutionId", "role"])
    .where("institution_id", "in", [...new Set(rows.map(({ institutionId }) => institutionId))])
    .where("role", "in", ["data_protection_officer", "institution_admin"])
    .execute();
  const letters = new Map<string, { accountId: string; officer: boolean; numbers: string[] }>();
  const unheard: string[] = [];
  for (const row of rows) {
    const others = staff.filter(
      ({ accountId, institutionId }) => institutionId === row.institutionId && accountId !== row.accountId,
    );
    const officers = others.filter(({ role }) => role === "data_protection_officer");
    const officer = officers.length > 0;
    for (const { accountId } of officer ? officers : others) {
      const key = `${accountId} ${officer}`;
      const letter = letters.get(key) ?? { accountId, officer, numbers: [] };
      letters.set(key, letter);
      letter.numbers.push(row.number);
    }
    if (others.length === 0) unheard.push(row.id);
  }
  return { letters: [...letters.values()], unheard };
}
