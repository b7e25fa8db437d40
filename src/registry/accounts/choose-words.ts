import { seal } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import type { Session } from "../sessions/session.ts";
import { accountKey } from "./keys.ts";
import type { AccountServices } from "./services.ts";
import { wordsContext } from "./words.query.ts";

/** Sets the words that every letter to the person shows, or removes them (undefined). The audit log never holds them. */
export async function chooseWords(
  services: AccountServices,
  session: Session,
  words: string | undefined,
): Promise<void> {
  const { accountId } = session;
  await services.db.transaction().execute(async (trx) => {
    const key = await accountKey(trx, services.keyring, accountId);
    await trx
      .updateTable("accounts")
      .set({ words_sealed: words === undefined ? null : seal(key, words, wordsContext(accountId)) })
      .where("id", "=", accountId)
      .execute();
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: words === undefined ? "account.remove_words" : "account.choose_words",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
}
