import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import type { Key } from "../../platform/keys/seal.ts";
import type { Catalog } from "../programs/catalog.ts";
import { sealEventNote } from "./notes.ts";

/** What every act of a reviewer works with; `db` is a connection of `daftar_staff`. */
export interface ReviewServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly catalog: Catalog;
}

/** Who acts on what. `institutions` are those in which the actor may review. */
export interface ReviewAct {
  readonly applicationId: string;
  readonly institutions: readonly string[];
  readonly actorId: string;
}

/** An act on the submission that the reviewer has seen: one on another round is refused. */
export interface RoundAct extends ReviewAct {
  readonly round: number;
}

export interface ActRecord {
  readonly act: ReviewAct;
  readonly institutionId: string;
  readonly round: number;
  readonly kind:
    | "claimed"
    | "released"
    | "returned"
    | "decided"
    | "accepted"
    | "rejected"
    | "appeal_denied"
    | "appeal_granted";
  /** Codes and the number only, never personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** The same, for the audit record alone: the applicant may not know it yet. */
  readonly unseen?: Readonly<Record<string, unknown>>;
  readonly note?: { readonly text: string; readonly key: Key } | undefined;
}

const actions = {
  claimed: "application.claim",
  released: "application.release",
  returned: "application.return",
  decided: "application.decide",
  accepted: "application.accept",
  rejected: "application.reject",
  appeal_denied: "application.deny_appeal",
  appeal_granted: "application.grant_appeal",
} as const satisfies Record<ActRecord["kind"], string>;

/** Writes the event and the audit record of an act; the status must change in the same transaction. */
export async function recordAct(trx: Kysely<DB>, record: ActRecord): Promise<void> {
  const { act, note } = record;
  const id = uuidv7();
  await trx
    .insertInto("application_events")
    .values({
      id,
      application_id: act.applicationId,
      institution_id: record.institutionId,
      kind: record.kind,
      round: record.round,
      actor_id: act.actorId,
      actor_kind: "staff",
      data: record.data ?? {},
      note_sealed: note && note.text !== "" ? sealEventNote(note.key, id, note.text) : null,
    })
    .execute();
  await recordAudit(trx, {
    actorId: act.actorId,
    actorKind: "staff",
    action: actions[record.kind],
    institutionId: record.institutionId,
    subjectKind: "application",
    subjectId: act.applicationId,
    data: { round: record.round, ...record.data, ...record.unseen },
  });
}
