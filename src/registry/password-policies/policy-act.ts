import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";

/** Who changes what an institution asks of its staff's passwords, and where they may. */
export interface PolicyAct {
  readonly actorId: string;
  /** Institutions in which the actor may manage passwords. */
  readonly institutions: readonly string[];
  readonly institutionId: string;
}

/** Refuses (403) another institution. */
export function allowPolicyAct(act: PolicyAct): void {
  if (!act.institutions.includes(act.institutionId)) throw notAllowed();
}

/** Writes the audit record of a change; the reason stands beside the rule, since words may be about people. */
export function recordPolicy(
  trx: Kysely<DB>,
  act: PolicyAct,
  action: string,
  data: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  return recordAudit(trx, {
    actorId: act.actorId,
    actorKind: "staff",
    action,
    institutionId: act.institutionId,
    subjectKind: "institution",
    subjectId: act.institutionId,
    data,
  });
}
