import type { AccountServices } from "../accounts/services.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import type { Session } from "../sessions/session.ts";
import { plainAnswer } from "./answers.ts";
import { keepFacts, type Facts } from "./facts.ts";
import type { Question } from "./question-list.ts";

interface Chosen {
  readonly answers: readonly { readonly question: Question; readonly answer: string }[];
  readonly facts: Facts;
}

/** Keeps the two questions with their answers in place of earlier ones; the owner is told by letter. */
export async function chooseQuestions(services: AccountServices, session: Session, chosen: Chosen): Promise<void> {
  const { accountId } = session;
  const rows: { account_id: string; question: Question; answer_password_hash: string }[] = [];
  for (const { question, answer } of chosen.answers) {
    const hash = await services.passwords.hash(plainAnswer(answer));
    rows.push({ account_id: accountId, question, answer_password_hash: hash });
  }
  await services.db.transaction().execute(async (trx) => {
    // Two posts at once come one after the other, or each would delete nothing and add the same.
    await trx.selectFrom("accounts").select("id").where("id", "=", accountId).forUpdate().execute();
    await trx.deleteFrom("security_questions").where("account_id", "=", accountId).execute();
    await trx.insertInto("security_questions").values(rows).execute();
    await keepFacts(trx, services.keyring, accountId, chosen.facts);
    await audit(trx, session, "account.choose_questions");
    await notify(trx, services.keyring, { accountId, kind: "questions_changed", data: {} });
  });
}

/** Takes them away; the owner is told by letter. */
export async function removeQuestions(services: AccountServices, session: Session): Promise<void> {
  const { accountId } = session;
  await services.db.transaction().execute(async (trx) => {
    const gone = await trx.deleteFrom("security_questions").where("account_id", "=", accountId).executeTakeFirst();
    await trx.deleteFrom("security_facts").where("account_id", "=", accountId).execute();
    if (gone.numDeletedRows === 0n) return;
    await audit(trx, session, "account.remove_questions");
    await notify(trx, services.keyring, { accountId, kind: "questions_changed", data: {} });
  });
}

async function audit(trx: AccountServices["db"], session: Session, action: string): Promise<void> {
  await recordAudit(trx, {
    actorId: session.accountId,
    actorKind: session.staff ? "staff" : "applicant",
    action,
    subjectKind: "account",
    subjectId: session.accountId,
  });
}
