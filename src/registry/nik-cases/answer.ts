import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { conflict, notAllowed } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import type { DeskActor, DeskServices } from "../desk/services.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { answerTicketOfCase, type VerdictWords } from "../tickets/answer-of-case.ts";
import { openCaseKey, wordsContext } from "./case.ts";
import { lockCase } from "./lock-case.ts";

/** Name of the job that reckons the drafts of both sides anew. */
export const afterCaseJob = "after-nik-case";

/**
 * Confirms what another officer proposed: the NIK moves or stays, the deadlines go on, and both sides are told why. Or
 * sends it back with a remark (`refused`). Refuses (404) other institutions' cases, (403) the officer who proposed and the
 * two sides, and (409) what is not proposed any more.
 */
export async function answerProposal(
  services: Pick<DeskServices, "db" | "keyring"> & { readonly words: VerdictWords },
  given: DeskActor & { readonly caseId: string } & (
      | { readonly answer: "confirmed" }
      | { readonly answer: "refused"; readonly remark: string }
    ),
): Promise<void> {
  const { db, keyring, words } = services;
  const { actorId, institutions, caseId } = given;
  await withStaff(db, institutions, async (trx) => {
    const matter = await lockCase(trx, caseId);
    if (matter.status !== "proposed") throw conflict("nik_case_changed");
    if ([matter.proposed_by, matter.claimant_id, matter.holder_id].includes(actorId)) throw notAllowed();
    if (given.answer === "confirmed") await decide({ db: trx, keyring, words }, matter, actorId);
    else {
      const key = await openCaseKey({ db: trx, keyring }, matter);
      const remark = seal(key, given.remark, wordsContext(caseId, "remark"));
      await trx
        .updateTable("nik_cases")
        .set({ status: "open", remark_sealed: remark })
        .where("id", "=", caseId)
        .execute();
    }
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: given.answer === "confirmed" ? "nik_case.confirm" : "nik_case.refuse",
      institutionId: matter.institution_id,
      subjectKind: "nik_case",
      subjectId: caseId,
      data: { proposal: matter.proposal, proposed_by: matter.proposed_by },
    });
  });
}

type Matter = Awaited<ReturnType<typeof lockCase>>;

interface Deciding {
  readonly db: Transaction<DB>;
  readonly keyring: Keyring;
  readonly words: VerdictWords;
}

async function decide(services: Deciding, matter: Matter, actorId: string): Promise<void> {
  const { db: trx } = services;
  const moves = matter.proposal === "move";
  await trx
    .updateTable("nik_cases")
    .set({ status: moves ? "moved" : "kept", answered_by: actorId, closed_at: sql`app_now()` })
    .where("id", "=", matter.id)
    .execute();
  await sql`select settle_nik_case(${matter.id}::uuid)`.execute(trx);
  await enqueue(trx, afterCaseJob, { caseId: matter.id });
  const reason = await tell(services, matter, moves);
  await answerTicketOfCase(services, { caseId: matter.id, actorId, moves, reason });
}

/** Tells both sides; gives the reason. */
async function tell(
  { db: trx, keyring }: Pick<Deciding, "db" | "keyring">,
  matter: Matter,
  moves: boolean,
): Promise<string> {
  const key = await openCaseKey({ db: trx, keyring }, matter);
  const words = matter.reason_sealed
    ? open(key, matter.reason_sealed, wordsContext(matter.id, "reason")).toString("utf8")
    : "";
  const data = { words, institution: await institutionName(trx, matter.institution_id) };
  const { claimant_id: claimant, holder_id: holder } = matter;
  if (holder === null) throw new Error(`the case ${matter.id} has one side`);
  await notify(trx, keyring, { accountId: moves ? claimant : holder, kind: "nik_yours", data });
  await notify(trx, keyring, { accountId: moves ? holder : claimant, kind: "nik_not_yours", data });
  return words;
}
