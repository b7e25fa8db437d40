import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { personKey } from "../accounts/keys.ts";
import { isUuid } from "../applications/load.query.ts";
import { notify } from "../notices/notify.ts";
import { recordAct, type ReviewAct, type ReviewServices } from "../reviews/act.ts";
import { ownWords } from "../reviews/lines.ts";
import { withStaff } from "../reviews/with-staff.ts";

/** An answer to an appeal; `institutions` are those in which the actor may answer appeals. */
export interface AppealAnswer extends ReviewAct {
  readonly answer: "granted" | "denied";
  /** What the applicant reads; never empty. */
  readonly words: string;
}

/**
 * Answers an appeal. Denied, the rejection stands; granted, the application is under examination again, by who granted
 * it. Refuses whoever rejected it (409), and an appeal that was answered meanwhile (409).
 */
export async function answerAppeal(services: ReviewServices, act: AppealAnswer): Promise<void> {
  await withStaff(services.db, act.institutions, async (trx) => {
    const row = isUuid(act.applicationId)
      ? await trx
          .selectFrom("applications")
          .select(["account_id", "institution_id", "version_id", "number", "round", "status"])
          .select(sql<boolean>`is_restricted(account_id, institution_id)`.as("restricted"))
          .where("id", "=", act.applicationId)
          .where("round", ">", 0)
          .forUpdate()
          .executeTakeFirst()
      : undefined;
    if (!row) throw notFound();
    if (row.restricted) throw conflict("restricted");
    if (row.status !== "appealed") throw conflict("appeal_answered");
    if ((await findRejecter(trx, act.applicationId)) === act.actorId) throw conflict("own_decision");
    await trx
      .updateTable("application_appeals")
      .set({ answer: act.answer, answered_by: act.actorId, answered_at: sql<Date>`app_now()` })
      .where("application_id", "=", act.applicationId)
      .where("answer", "is", null)
      .execute();
    await trx
      .updateTable("applications")
      .set({
        version: sql`version + 1`,
        ...(act.answer === "denied"
          ? { status: "rejected" as const }
          : {
              status: "in_review" as const,
              claimed_by: act.actorId,
              claimed_at: sql<Date>`app_now()`,
              decided_at: null,
              verdict_changed_at: sql<Date | null>`case when announced_at is not null then app_now() end`,
            }),
      })
      .where("id", "=", act.applicationId)
      .execute();
    const person = { accountId: row.account_id, institutionId: row.institution_id };
    await recordAct(trx, {
      act,
      institutionId: row.institution_id,
      round: row.round,
      kind: `appeal_${act.answer}`,
      note: { text: act.words, key: await personKey(trx, services.keyring, person) },
    });
    const { program } = await services.catalog.version(row.version_id);
    await notify(trx, services.keyring, {
      accountId: row.account_id,
      kind: `appeal_${act.answer}`,
      applicationId: act.applicationId,
      data: {
        programTitle: program.title,
        ...(row.number === null ? {} : { number: row.number }),
        lines: [ownWords(act.words)],
      },
    });
  });
}

/** Who rejected an application last; where that was announced, who had decided it. `trx` must come from `withStaff`. */
export async function findRejecter(trx: Transaction<DB>, applicationId: string): Promise<string | undefined> {
  const event = await trx
    .selectFrom("application_events")
    .select("actor_id")
    .where("application_id", "=", applicationId)
    .where("kind", "in", ["decided", "rejected"])
    .where("actor_kind", "=", "staff")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return event?.actor_id ?? undefined;
}
