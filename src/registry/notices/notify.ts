import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { seal } from "../../platform/keys/seal.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { accountKey } from "../accounts/keys.ts";
import type { NoticeData, NoticeKind } from "./notice-kinds.ts";

/** Name of the job that sends one letter. */
export const sendNoticeJob = "send-notice";

export interface NewNotice<K extends NoticeKind> {
  readonly accountId: string;
  readonly kind: K;
  readonly applicationId?: string;
  readonly data: NoticeData<K>;
}

/**
 * Sends a letter to a person, in the language they chose. Call it with the transaction of the deed:
 * the letter goes out exactly when that commits. Works for all three database roles that may write.
 */
export async function notify<K extends NoticeKind>(
  db: Kysely<DB>,
  keyring: Keyring,
  notice: NewNotice<K>,
): Promise<void> {
  const id = uuidv7();
  const key = await accountKey(db, keyring, notice.accountId);
  const { language } = await db
    .selectFrom("accounts")
    .select("language")
    .where("id", "=", notice.accountId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("notices")
    .values({
      id,
      account_id: notice.accountId,
      application_id: notice.applicationId ?? null,
      kind: notice.kind,
      language,
      data_sealed: seal(key, JSON.stringify(notice.data), dataContext(id)),
    })
    .execute();
  await enqueue(db, sendNoticeJob, { noticeId: id });
}

/** Context under which the data of a notice are sealed. */
export function dataContext(noticeId: string): string {
  return `notices|data|${noticeId}`;
}
