import { sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isUuid } from "../applications/load.query.ts";
import { recordAct, type RoundAct } from "../reviews/act.ts";
import { decideHeld, type Held } from "../reviews/hold.ts";
import { sealEventNote } from "../reviews/notes.ts";

/** What an officer decided, before anybody is told. */
export type HeldVerdict =
  | { readonly verdict: "accepted"; readonly number: string | null }
  | { readonly verdict: "rejected"; readonly reasons: readonly string[]; readonly note: string };

/**
 * Whether what this transaction decides waits for the announcement of its program. Ask before the application is
 * locked: an extension locks the program first, and would wait crosswise.
 */
export async function isVerdictHeld(trx: Transaction<DB>, applicationId: string): Promise<boolean> {
  if (!isUuid(applicationId)) return false;
  const { rows } = await sql<{ held: boolean }>`select verdict_is_held(${applicationId}::uuid) as held`.execute(trx);
  return rows[0]?.held ?? false;
}

/**
 * Decides a held application without telling: its row and history say no more than that it was decided. No letter goes
 * out before `announceVerdicts`. The audit record, which applicants' pages cannot read, says what was decided.
 */
export async function holdVerdict(
  trx: Transaction<DB>,
  input: { readonly act: RoundAct; readonly held: Held; readonly decided: HeldVerdict },
): Promise<void> {
  const { act, held, decided } = input;
  await decideHeld(trx, act, { status: "decided" });
  const eventId = uuidv7();
  const told =
    decided.verdict === "accepted"
      ? { number: decided.number }
      : {
          reasons: sql<string>`${[...decided.reasons] as never}::jsonb`,
          note_sealed: decided.note === "" ? null : sealEventNote(held.key, eventId, decided.note),
        };
  await trx
    .insertInto("held_verdicts")
    .values({
      application_id: act.applicationId,
      institution_id: held.institutionId,
      verdict: decided.verdict,
      event_id: eventId,
      decided_by: act.actorId,
      ...told,
    })
    .execute();
  await recordAct(trx, {
    act,
    institutionId: held.institutionId,
    round: act.round,
    kind: "decided",
    unseen: { verdict: decided.verdict },
  });
}
