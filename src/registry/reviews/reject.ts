import { holdVerdict, isVerdictHeld } from "../announcements/hold-verdict.ts";
import { notify } from "../notices/notify.ts";
import { recordAct, type ReviewServices, type RoundAct } from "./act.ts";
import { decideHeld, holdClaimed } from "./hold.ts";
import { ownWords, reasonLine } from "./lines.ts";
import { withStaff } from "./with-staff.ts";

/**
 * Rejects an application for at least one reason that its program names. Twice is refused (409). Where the program
 * announces its verdicts together, nobody is told before that.
 */
export async function rejectApplication(
  services: ReviewServices,
  act: RoundAct & { readonly reasons: readonly string[]; readonly note: string },
): Promise<{ readonly rejected: true } | { readonly problem: "no_reason" }> {
  return withStaff(services.db, act.institutions, async (trx) => {
    const isHeld = await isVerdictHeld(trx, act.applicationId);
    const held = await holdClaimed(trx, services, act, "reject");
    const reasons = held.stage.reasons.filter((reason) => act.reasons.includes(reason));
    if (reasons.length === 0) return { problem: "no_reason" as const };
    if (isHeld) {
      await holdVerdict(trx, { act, held, decided: { verdict: "rejected", reasons, note: act.note } });
      return { rejected: true as const };
    }
    await decideHeld(trx, act, { status: "rejected" });
    await recordAct(trx, {
      act,
      institutionId: held.institutionId,
      round: act.round,
      kind: "rejected",
      data: { reasons },
      note: { text: act.note, key: held.key },
    });
    await notify(trx, services.keyring, {
      accountId: held.accountId,
      kind: "rejected",
      applicationId: act.applicationId,
      data: {
        programTitle: held.compiled.program.title,
        ...(held.number === null ? {} : { number: held.number }),
        lines: [
          ...reasons.map((code) => reasonLine(held.compiled, code)),
          ...(act.note === "" ? [] : [ownWords(act.note)]),
        ],
      },
    });
    return { rejected: true as const };
  });
}
