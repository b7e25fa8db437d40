import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import type { ReviewServices, RoundAct } from "../reviews/act.ts";
import { holdClaimed } from "../reviews/hold.ts";
import { withStaff } from "../reviews/with-staff.ts";

/**
 * `held` where another account was faster; `already` where the applicant's account has a proven NIK; `disputed` while two
 * officers decide whose the NIK is.
 */
export type Proof = "proven" | "already" | "held" | "disputed" | "none";

/** Makes the NIK of a submission its account's own, since a source found the person and nothing differed. As the worker. */
export async function proveNikBySource(
  trx: Kysely<DB>,
  submission: { readonly id: string; readonly accountId: string; readonly institutionId: string },
  source: string,
): Promise<void> {
  const { id, accountId, institutionId } = submission;
  const { rows } = await sql<{ proof: Proof }>`select prove_nik(${id}::uuid) as proof`.execute(trx);
  if (rows[0]?.proof !== "proven") return;
  await recordAudit(trx, {
    actorId: null,
    actorKind: "system",
    action: "account.prove_nik",
    institutionId,
    subjectKind: "account",
    subjectId: accountId,
    data: { application: id, source },
  });
}

/**
 * Makes the NIK of an application its account's own, since the officer who has claimed the application saw it on the
 * KTP. Refuses (409) rounds and claims that are another's.
 */
export async function proveSeenNik(services: ReviewServices, act: RoundAct): Promise<Proof> {
  return withStaff(services.db, act.institutions, async (trx) => {
    const { accountId, institutionId } = await holdClaimed(trx, services, act);
    const { rows } = await sql<{ proof: Proof }>`
      select prove_seen_nik(${act.applicationId}::uuid) as proof`.execute(trx);
    const proof = rows[0]?.proof ?? "none";
    await recordAudit(trx, {
      actorId: act.actorId,
      actorKind: "staff",
      action: "account.prove_nik",
      institutionId,
      subjectKind: "account",
      subjectId: accountId,
      data: { application: act.applicationId, outcome: proof },
    });
    return proof;
  });
}
