import { notify } from "../notices/notify.ts";
import type { Mark } from "../applications/load.query.ts";
import { recordAct, type ReviewServices, type RoundAct } from "./act.ts";
import { decideHeld, holdClaimed, type Held } from "./hold.ts";
import { markLine, ownWords, targetLabel } from "./lines.ts";
import { listVerdicts, type Verdict } from "./verdicts.ts";
import { withStaff } from "./with-staff.ts";

/**
 * Returns an application for correction of exactly what was marked wrong in this round. Without a
 * mark nothing happens, since the applicant would have nothing to correct. Twice is refused (409).
 */
export async function returnApplication(
  services: ReviewServices,
  act: RoundAct & { readonly note: string },
): Promise<{ readonly marks: readonly Mark[] } | { readonly problem: "nothing_marked" }> {
  return withStaff(services.db, act.institutions, async (trx) => {
    const held = await holdClaimed(trx, services, act, "return");
    const verdicts = await listVerdicts(trx, { ...act, key: held.key });
    const wrong = verdicts.filter(({ verdict }) => verdict === "wrong");
    if (wrong.length === 0) return { problem: "nothing_marked" as const };
    const marks = wrong.map(({ id, kind, reason }): Mark => ({ id, kind, reason: reason ?? "" }));
    await decideHeld(trx, act, { status: "returned", marks });
    await recordAct(trx, {
      act,
      institutionId: held.institutionId,
      round: act.round,
      kind: "returned",
      data: { marks },
      note: {
        text: [...wrong.filter(({ note }) => note !== "").map((mark) => ownNote(held, mark)), act.note]
          .join("\n")
          .trim(),
        key: held.key,
      },
    });
    await notify(trx, services.keyring, {
      accountId: held.accountId,
      kind: "returned",
      applicationId: act.applicationId,
      data: {
        programTitle: held.compiled.program.title,
        ...(held.number === null ? {} : { number: held.number }),
        lines: [
          ...wrong.map((mark) => markLine(held.compiled, mark)),
          ...(act.note === "" ? [] : [ownWords(act.note)]),
        ],
      },
    });
    return { marks };
  });
}

/** The words on a mark, with what they are about: in the history they stand by themselves. */
function ownNote({ compiled, language }: Held, mark: Verdict): string {
  return `${targetLabel(compiled, mark, language)}: ${mark.note}`;
}
