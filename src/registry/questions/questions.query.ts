import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isQuestion, type Question } from "./question-list.ts";

/** The questions that an account has chosen. */
export async function listQuestions(db: Kysely<DB>, accountId: string): Promise<readonly Question[]> {
  const rows = await db
    .selectFrom("security_questions")
    .select("question")
    .where("account_id", "=", accountId)
    .orderBy("question")
    .execute();
  return rows.map(({ question }) => question).filter(isQuestion);
}

/** Whether the account has a NIK, which the form then asks for. */
export async function hasNik(db: Kysely<DB>, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("account_identifiers")
    .select("id")
    .where("account_id", "=", accountId)
    .where("kind", "=", "nik")
    .executeTakeFirst();
  return row !== undefined;
}

/** The one that was asked has been answered: the other comes next. */
export async function noteAnswered(trx: Kysely<DB>, accountId: string): Promise<void> {
  const asked = await findQuestion(trx, accountId);
  if (!asked) return;
  await trx
    .updateTable("security_questions")
    .set({ answered_at: sql<Date>`app_now()` })
    .where("account_id", "=", accountId)
    .where("question", "=", asked.question)
    .execute();
}

/** The one that is asked now: the same until it is answered, then the other. */
export async function findQuestion(
  db: Kysely<DB>,
  accountId: string,
): Promise<{ readonly question: Question; readonly hash: string } | undefined> {
  const row = await db
    .selectFrom("security_questions")
    .select(["question", "answer_password_hash"])
    .where("account_id", "=", accountId)
    .orderBy(sql`answered_at nulls first`)
    .orderBy("question")
    .executeTakeFirst();
  return row && isQuestion(row.question) ? { question: row.question, hash: row.answer_password_hash } : undefined;
}
