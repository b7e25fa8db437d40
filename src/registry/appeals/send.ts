import { sql, type Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { CompiledProgram } from "../../program/compile.ts";
import { appealPage } from "../../program/appeal.ts";
import { checkPage, readPage, type TypedPage } from "../../program/journey.ts";
import type { FieldError } from "../../program/answers.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Form } from "../../platform/http/form.ts";
import type { Application } from "../applications/load.query.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { sealAppeal } from "./appeal.query.ts";

/** What was typed in the form of an appeal, and what is wrong with it. */
export interface ReadAppeal {
  readonly typed: TypedPage;
  readonly errors: readonly FieldError[];
}

/** Reads the form of an appeal as it was typed. `form` is that of the program: `compiled.appeal`. */
export function readAppealForm(form: CompiledProgram, posted: Form, now: Date): ReadAppeal {
  const typed = readPage(form, appealPage, posted);
  return { typed, errors: checkPage(form, appealPage, typed, { now, others: {} }).errors };
}

/**
 * Sends an appeal that was found right: status, event, audit record and letter together. False, and nothing, when there
 * is nothing to appeal against: the time is over, it was appealed already, or the rejection is gone.
 */
export async function sendAppeal(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  application: Pick<Application, "id" | "accountId" | "institutionId" | "round" | "compiled" | "key">,
  typed: TypedPage,
): Promise<boolean> {
  const { id: applicationId, accountId, institutionId, compiled } = application;
  return services.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ rejection_id: string; round: number }>`
      update applications a set status = 'appealed', version = a.version + 1
        from program_versions v, institutions i, lateral (select e.id from application_events e
          where e.application_id = ${applicationId}::uuid and e.kind = 'rejected' order by e.at desc, e.id desc limit 1) r
        where a.id = ${applicationId}::uuid and a.account_id = ${accountId}::uuid and a.status = 'rejected'
          and v.id = a.version_id and i.id = a.institution_id
          and app_now() < appeal_closes_at(a.decided_at, (v.definition #>> '{review,appeal,within,days}')::integer, i.zone)
          and not exists (select from application_appeals p where p.rejection_id = r.id)
        returning r.id as rejection_id, a.round`.execute(trx);
    const [row] = rows;
    if (!row) return false;
    const id = uuidv7();
    await trx
      .insertInto("application_appeals")
      .values({
        id,
        application_id: applicationId,
        institution_id: institutionId,
        rejection_id: row.rejection_id,
        form_sealed: sealAppeal(application.key, id, typed),
      })
      .execute();
    await trx
      .insertInto("application_events")
      .values({
        id: uuidv7(),
        application_id: applicationId,
        institution_id: institutionId,
        kind: "appealed",
        round: row.round,
        actor_id: accountId,
        actor_kind: "applicant",
      })
      .execute();
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: "applicant",
      action: "application.appeal",
      institutionId,
      subjectKind: "application",
      subjectId: applicationId,
      data: { round: row.round, appeal: id },
    });
    await notify(trx, services.keyring, {
      accountId,
      kind: "appealed",
      applicationId,
      data: { programTitle: compiled.program.title },
    });
    return true;
  });
}
