import { sql } from "kysely";
import { feeDue } from "../../program/fee-due.ts";
import { walk } from "../../program/journey.ts";
import { feeOf } from "../fees/fee-of.ts";
import { identityStep } from "./identity.ts";
import { journeyState, loadApplication } from "./load.query.ts";
import { isComplete, progressOf } from "./progress.ts";
import type { SaveServices } from "./save-page.ts";

/**
 * Reckons progress and completeness of an application anew from what is stored: after a document
 * came, went or was refused. Repeats when a page was saved meanwhile.
 */
export async function refreshProgress(services: SaveServices, applicationId: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const application = await loadApplication(services, { applicationId });
    if (application.status !== "draft" && application.status !== "returned") return;
    const { compiled, feePaid } = application;
    const walked = walk(compiled, journeyState(application));
    const taken = application.identityTaken ? identityStep(compiled) : undefined;
    const progress = progressOf(walked, taken ? [taken.id] : [], feeOf(compiled, walked, feePaid));
    const done = await sql`
      update applications set version = version + 1, progress = ${progress}::jsonb, complete = ${isComplete(progress)},
        fee_due = ${feeDue(compiled, walked) ?? null}::bigint
      where id = ${applicationId}::uuid and version = ${application.version}`.execute(services.db);
    if (Number(done.numAffectedRows ?? 0n) > 0) return;
  }
}
