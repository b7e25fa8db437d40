import { walk, type Walk } from "../../program/journey.ts";
import { identityStep } from "../../registry/applications/identity.ts";
import { journeyState, loadApplication, type Application } from "../../registry/applications/load.query.ts";
import { feeOf } from "../../registry/fees/fee-of.ts";
import { progressOf, type Progress } from "../../registry/applications/progress.ts";
import type { PersonVisit } from "../route.ts";
import type { DeadlineFacts } from "./deadline-box.tsx";
import type { ApplyServices } from "./services.ts";

/** An application opened for a page of its owner, with the walk over what was typed. */
export interface Work {
  readonly application: Application;
  readonly walked: Walk;
  readonly progress: Progress;
  readonly facts: DeadlineFacts;
}

/** Opens the visitor's own application named in the address; 404 for anybody else's. */
export async function openWork(services: ApplyServices, visit: PersonVisit): Promise<Work> {
  const { reads: db, keyring, catalog } = services;
  const application = await loadApplication(
    { db, keyring, catalog },
    {
      applicationId: visit.params["application"] ?? "",
      owner: visit.session.accountId,
    },
  );
  return workOn(application, walk(application.compiled, journeyState(application)));
}

/** The same for an application that was loaded and walked already. */
export function workOn(application: Application, walked: Walk): Work {
  const taken = application.identityTaken ? identityStep(application.compiled) : undefined;
  const progress = progressOf(
    walked,
    taken ? [taken.id] : [],
    feeOf(application.compiled, walked, application.feePaid),
  );
  return {
    application,
    walked,
    progress,
    facts: {
      id: application.id,
      status: application.status,
      closes_at: application.closesAt,
      paused: application.paused,
      agreed_at: application.agreedAt,
      zone: application.zone,
      updated_at: application.updatedAt,
      now: application.now,
      progress,
    },
  };
}
