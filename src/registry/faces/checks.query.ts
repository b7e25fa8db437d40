import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** What came of a comparison of two pictures; `unclear` asks for a better one. */
export const faceOutcomes = ["same", "different", "unclear"] as const;
export type FaceOutcome = (typeof faceOutcomes)[number];

export interface FaceCheck {
  readonly by: "staff" | "service";
  readonly outcome: FaceOutcome;
  readonly at: Date;
}

/** What an officer and a service found of this round's pictures. `db` sees only the institutions of the visit. */
export async function listFaceChecks(
  db: Kysely<DB>,
  { applicationId, round }: { readonly applicationId: string; readonly round: number },
): Promise<FaceCheck[]> {
  const rows = await db
    .selectFrom("face_checks")
    .select(["compared_by", "outcome", "checked_at"])
    .where("application_id", "=", applicationId)
    .where("round", "=", round)
    .orderBy("compared_by")
    .execute();
  return rows.map(({ compared_by: by, outcome, checked_at: at }) => ({ by, outcome, at }));
}
