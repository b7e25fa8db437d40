import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { notAllowed } from "../../platform/refusals.ts";
import { listStaffRoles } from "../accounts/staff.query.ts";
import { isUuid } from "../applications/load.query.ts";
import type { Catalog } from "../programs/catalog.ts";
import { unrestricted } from "../rights/restricted.query.ts";
import { recordAct, type ReviewAct, type ReviewServices, type RoundAct } from "./act.ts";
import { whyRefused } from "./refuse.ts";
import { mayReview, stageOf } from "./stage.ts";
import { withStaff } from "./with-staff.ts";

/** Takes a waiting application to review. Of two who try at once one has it and the other is refused (409). */
export async function claimApplication(services: ReviewServices, act: ReviewAct): Promise<void> {
  await withStaff(services.db, act.institutions, async (trx) => {
    if (await claim(trx, services.catalog, act)) return;
    const { applicationId, institutions, actorId } = act;
    throw await whyRefused(trx, { applicationId, institutions, actorId });
  });
}

/**
 * Whoever works on an application holds it on: its time until it is stale begins anew. Written at most every ten
 * minutes, and only for who holds it. `trx` must come from `withStaff`.
 */
export async function renewClaim(
  trx: Transaction<DB>,
  { applicationId, actorId }: Pick<ReviewAct, "applicationId" | "actorId">,
): Promise<void> {
  await trx
    .updateTable("applications")
    .set({ claimed_at: sql`app_now()` })
    .where("id", "=", applicationId)
    .where("status", "=", "in_review")
    .where("claimed_by", "=", actorId)
    .where("claimed_at", "<", sql<Date>`app_now() - interval '10 minutes'`)
    .execute();
}

async function claim(trx: Transaction<DB>, catalog: Catalog, act: ReviewAct): Promise<boolean> {
  if (!isUuid(act.applicationId)) return false;
  const row = await trx
    .updateTable("applications")
    .set({ status: "in_review", claimed_by: act.actorId, claimed_at: sql`app_now()`, version: sql`version + 1` })
    .where("id", "=", act.applicationId)
    .where("status", "=", "submitted")
    .where("claimed_by", "is", null)
    .where(unrestricted("applications"))
    .returning(["institution_id", "round", "version_id"])
    .executeTakeFirst();
  if (!row) return false;
  const roles = await listStaffRoles(trx, act.actorId);
  const stage = stageOf(await catalog.version(row.version_id));
  if (!mayReview(roles.get(row.institution_id) ?? [], stage)) throw notAllowed();
  await recordAct(trx, { act, institutionId: row.institution_id, round: row.round, kind: "claimed" });
  return true;
}

/**
 * Takes whatever has waited longest and this person may review; gives its id, or undefined when
 * nothing waits. Many may ask at once: each gets another one and nobody waits.
 */
export async function claimNext(
  services: ReviewServices,
  who: Omit<ReviewAct, "applicationId">,
): Promise<string | undefined> {
  return withStaff(services.db, who.institutions, async (trx) => {
    const roles = await listStaffRoles(trx, who.actorId);
    const waiting = await trx
      .selectFrom("applications")
      .select(["version_id", "institution_id"])
      .distinct()
      .where("status", "=", "submitted")
      .execute();
    const stages = await Promise.all(
      waiting.map(async (row) => ({ ...row, stage: stageOf(await services.catalog.version(row.version_id)) })),
    );
    const mine = stages.filter(({ institution_id, stage }) => mayReview(roles.get(institution_id) ?? [], stage));
    if (mine.length === 0) return undefined;
    const next = await trx
      .selectFrom("applications")
      .select("id")
      .where("status", "=", "submitted")
      .where("claimed_by", "is", null)
      .where(unrestricted("applications"))
      .where(
        "version_id",
        "in",
        mine.map(({ version_id }) => version_id),
      )
      .orderBy("submitted_at")
      .orderBy("id")
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!next || !(await claim(trx, services.catalog, { ...who, applicationId: next.id }))) return undefined;
    return next.id;
  });
}

/** Gives an application back to the queue, where others may take it. What was judged stays for them. */
export async function releaseApplication(services: ReviewServices, act: RoundAct): Promise<void> {
  await withStaff(services.db, act.institutions, async (trx) => {
    const row = isUuid(act.applicationId)
      ? await trx
          .updateTable("applications")
          .set({ status: "submitted", claimed_by: null, claimed_at: null, version: sql`version + 1` })
          .where("id", "=", act.applicationId)
          .where("status", "=", "in_review")
          .where("claimed_by", "=", act.actorId)
          .where("round", "=", act.round)
          .returning("institution_id")
          .executeTakeFirst()
      : undefined;
    if (!row) throw await whyRefused(trx, act);
    await recordAct(trx, { act, institutionId: row.institution_id, round: act.round, kind: "released" });
  });
}
