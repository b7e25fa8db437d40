import type { Transaction } from "kysely";
import { walk } from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { holdVerdict, isVerdictHeld } from "../announcements/hold-verdict.ts";
import { listFaceChecks } from "../faces/checks.query.ts";
import { nameByNumber } from "../identifiers/name-by-number.ts";
import { notify } from "../notices/notify.ts";
import { isGapless } from "../numbers/gapless.query.ts";
import { giveNumber } from "../numbers/give-number.ts";
import { recordAct, type ReviewServices, type RoundAct } from "./act.ts";
import { decideHeld, holdClaimed, type Held } from "./hold.ts";
import { loadSubmitted } from "./submitted.query.ts";
import { listVerdicts } from "./verdicts.ts";
import { withStaff } from "./with-staff.ts";

/** Why an application cannot be accepted as it stands. */
export type AcceptProblem = "marked_wrong" | "documents_unready" | "face_not_same";

/**
 * Accepts an application and gives its registration number, unless it has one from its submission.
 * Where the program announces its verdicts together, nobody is told before that, and the number waits as well. Not while something is marked wrong, nor while a document has not passed its check. Twice is
 * refused (409), so there is never a second number. Where numbers have no gaps it follows, and is null.
 */
export async function acceptApplication(
  services: ReviewServices,
  act: RoundAct,
): Promise<{ readonly number: string | null } | { readonly problem: AcceptProblem }> {
  return withStaff(services.db, act.institutions, async (trx) => {
    const isHeld = await isVerdictHeld(trx, act.applicationId);
    const held = await holdClaimed(trx, services, act, "accept");
    const problem = await findProblem(trx, act, held);
    if (problem) return { problem };
    const number = held.number ?? (await newNumber(trx, services, act, held));
    if (isHeld) {
      await holdVerdict(trx, { act, held, decided: { verdict: "accepted", number } });
      return { number };
    }
    await decideHeld(trx, act, { status: "accepted", number });
    if (number !== null && held.compiled.program.number?.username === true) {
      await nameByNumber(trx, services.keyring, { ...held, applicationId: act.applicationId, number });
    }
    await recordAct(trx, {
      act,
      institutionId: held.institutionId,
      round: act.round,
      kind: "accepted",
      data: number === null ? {} : { number },
    });
    await notify(trx, services.keyring, {
      accountId: held.accountId,
      kind: "accepted",
      applicationId: act.applicationId,
      data: { programTitle: held.compiled.program.title, ...(number === null ? {} : { number }) },
    });
    return { number };
  });
}

async function findProblem(trx: Transaction<DB>, act: RoundAct, held: Held): Promise<AcceptProblem | undefined> {
  const verdicts = await listVerdicts(trx, { ...act, key: held.key });
  if (verdicts.some(({ verdict }) => verdict === "wrong")) return "marked_wrong";
  const unready = await trx
    .selectFrom("documents")
    .select("id")
    .where("application_id", "=", act.applicationId)
    .where("status", "in", ["quarantined", "refused"])
    .executeTakeFirst();
  if (unready) return "documents_unready";
  return (await isFaceSame(trx, act, held)) ? undefined : "face_not_same";
}

/** Whether an officer saw the same person in both pictures, where the program compares any; a service only advises. */
async function isFaceSame(trx: Transaction<DB>, act: RoundAct, held: Held): Promise<boolean> {
  if (!held.compiled.program.face) return true;
  const checks = await listFaceChecks(trx, act);
  return checks.some(({ by, outcome }) => by === "staff" && outcome === "same");
}

async function newNumber(
  trx: Transaction<DB>,
  services: ReviewServices,
  act: RoundAct,
  held: Held,
): Promise<string | null> {
  if (await isGapless(trx, held.programId)) return null;
  const { compiled, current } = await loadSubmitted(trx, services, act.applicationId);
  const documents = Object.fromEntries(Object.keys(current.documents).map((slot) => [slot, "present" as const]));
  const { answers } = walk(compiled, { typed: current.typed, documents, now: current.submittedAt });
  return giveNumber(trx, {
    compiled: held.compiled,
    programId: held.programId,
    institutionId: held.institutionId,
    answers,
  });
}
