import { sql, type Kysely, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isUuid } from "../applications/load.query.ts";
import type { ReviewAct, RoundAct } from "./act.ts";
import { whyRefused } from "./refuse.ts";
import { withStaff } from "./with-staff.ts";

/** A claim on which nobody worked for so many hours goes back to the queue by itself; work renews it (`renewClaim`). */
export const staleAfterHours = 24;

const BATCH = 500;

/** Gives everything back that this person holds; says how many that was. What was judged stays. */
export async function releaseMine(db: Kysely<DB>, act: Omit<ReviewAct, "applicationId">): Promise<number> {
  return withStaff(db, act.institutions, async (trx) => {
    const held = await trx
      .selectFrom("applications")
      .select(["id", "institution_id", "round", "claimed_by"])
      .where("status", "=", "in_review")
      .where("claimed_by", "=", act.actorId)
      .orderBy("id")
      .forUpdate()
      .execute();
    await release(trx, held, { id: act.actorId, kind: "staff" });
    return held.length;
  });
}

/**
 * Gives back what a colleague holds, so that their illness stops nobody's application. `institutions`
 * are those whose staff the actor manages. Refuses (409) what is held no longer, or in another round.
 */
export async function releaseClaim(db: Kysely<DB>, act: RoundAct): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const held = isUuid(act.applicationId)
      ? await trx
          .selectFrom("applications")
          .select(["id", "institution_id", "round", "claimed_by"])
          .where("id", "=", act.applicationId)
          .where("status", "=", "in_review")
          .where("round", "=", act.round)
          .forUpdate()
          .executeTakeFirst()
      : undefined;
    if (!held) throw await whyRefused(trx, act);
    await release(trx, [held], { id: act.actorId, kind: "staff" });
  });
}

/** Releases what has been held too long, on whatever connection may see it; says how many. */
export async function releaseStale(db: Kysely<DB>): Promise<number> {
  let released = 0;
  for (;;) {
    const count = await db.transaction().execute(async (trx) => {
      const held = await trx
        .selectFrom("applications")
        .select(["id", "institution_id", "round", "claimed_by"])
        .where("status", "=", "in_review")
        .where("claimed_at", "<", sql<Date>`app_now() - make_interval(hours => ${staleAfterHours})`)
        .orderBy("id")
        .limit(BATCH)
        .forUpdate()
        .skipLocked()
        .execute();
      await release(trx, held, { id: null, kind: "system" });
      return held.length;
    });
    released += count;
    if (count < BATCH) return released;
  }
}

interface HeldClaim {
  readonly id: string;
  readonly institution_id: string;
  readonly round: number;
  readonly claimed_by: string | null;
}

/** Puts locked rows back into the queue, with an event and an audit record for each. */
async function release(
  trx: Transaction<DB>,
  held: readonly HeldClaim[],
  actor: { readonly id: string | null; readonly kind: "staff" | "system" },
): Promise<void> {
  if (held.length === 0) return;
  await trx
    .updateTable("applications")
    .set({ status: "submitted", claimed_by: null, claimed_at: null, version: sql`version + 1` })
    .where(
      "id",
      "in",
      held.map(({ id }) => id),
    )
    .execute();
  await trx
    .insertInto("application_events")
    .values(
      held.map(({ id, institution_id, round }) => ({
        id: uuidv7(),
        application_id: id,
        institution_id,
        kind: "released" as const,
        round,
        actor_id: actor.id,
        actor_kind: actor.kind,
      })),
    )
    .execute();
  await trx
    .insertInto("audit_records")
    .values(
      held.map(({ id, institution_id, round, claimed_by }) => ({
        id: uuidv7(),
        actor_id: actor.id,
        actor_kind: actor.kind,
        action: "application.release",
        institution_id,
        subject_kind: "application" as const,
        subject_id: id,
        // Whose claim it was, where it is not the actor's own.
        data: { round, ...(claimed_by === actor.id ? {} : { claimed_by }) },
      })),
    )
    .execute();
}
