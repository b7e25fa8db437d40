import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { institutionKey } from "../accounts/keys.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { openMember, type Member } from "./member.ts";

/** Who proved whose number, and by what. */
interface Proven {
  readonly memberId: string;
  readonly accountId: string;
  readonly institutionId: string;
  /** Slug. */
  readonly program: string;
  readonly by: "code" | "secretariat";
  readonly actorId: string;
  /** Makes the number a name of the account; throws where it is somebody's already. */
  name(number: string): Promise<void>;
}

/**
 * Makes a number of before its owner's: a name to log in with, and as good as an acceptance in its program. What was known
 * of the person is erased with it, and given back to the caller. Undefined where somebody was faster. In a transaction.
 */
export async function ownNumber(trx: Kysely<DB>, keyring: Keyring, proven: Proven): Promise<Member | undefined> {
  const { memberId, accountId, institutionId, program, by } = proven;
  const row = await trx
    .selectFrom("members")
    .select("person_sealed")
    .where("id", "=", memberId)
    .where("account_id", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row?.person_sealed) return undefined;
  const member = openMember(await institutionKey(trx, keyring, institutionId), memberId, row.person_sealed);
  await trx
    .updateTable("members")
    .set({
      account_id: accountId,
      proved_at: sql`app_now()`,
      person_sealed: null,
      nik_index: null,
      nik_index_b: null,
      email_index: null,
      email_index_b: null,
    })
    .where("id", "=", memberId)
    .execute();
  await proven.name(member.number);
  await recordAudit(trx, {
    actorId: proven.actorId,
    actorKind: by === "code" ? "applicant" : "staff",
    action: "number.prove",
    institutionId,
    subjectKind: "account",
    subjectId: accountId,
    data: { program, member: memberId, by },
  });
  await notify(trx, keyring, { accountId, kind: "number_proved", data: { number: member.number } });
  return member;
}
