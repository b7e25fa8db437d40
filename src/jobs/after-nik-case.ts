import * as z from "zod";
import type { Job } from "../platform/queue/worker.ts";
import type { SaveServices } from "../registry/applications/save-page.ts";
import { refreshProgress } from "../registry/applications/refresh.ts";

const Payload = z.object({ caseId: z.uuid() });

/** Reckons the drafts of both sides of a case anew: the NIK of one of them is another account's now, or no longer. */
export function afterNikCaseJob(services: SaveServices): Job {
  return async (payload) => {
    const { caseId } = Payload.parse(payload);
    const rows = await services.db
      .selectFrom("nik_cases as c")
      .innerJoin("applications as a", (join) =>
        join.on((eb) =>
          eb.or([eb("a.account_id", "=", eb.ref("c.claimant_id")), eb("a.account_id", "=", eb.ref("c.holder_id"))]),
        ),
      )
      .select("a.id")
      .where("c.id", "=", caseId)
      .where("a.status", "in", ["draft", "returned"])
      .execute();
    for (const { id } of rows) await refreshProgress(services, id);
  };
}
