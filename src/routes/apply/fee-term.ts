import { secondsOf } from "../../program/fee.ts";
import type { Application } from "../../registry/applications/load.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { rupiah } from "../../texts/rupiah.ts";
import type { Visit } from "../route.ts";

/** What whoever was accepted still owes, until when it is wanted, and whether that is over; undefined where nothing is. */
export function owedAfterAcceptance(
  { say, language }: Visit,
  { compiled, status, feeDue, feePaid, announcedAt, decidedAt, now, zone }: Application,
): { readonly text: string; readonly until: string; readonly isLate: boolean } | undefined {
  const { fee } = compiled.program;
  const since = announcedAt ?? decidedAt;
  const rest = (feeDue ?? 0) - feePaid;
  if (fee?.due !== "after_acceptance" || status !== "accepted" || rest <= 0 || since === null) return undefined;
  const until = new Date(since.getTime() + secondsOf(fee.pay_within) * 1000);
  const isLate = until < now;
  const words = { amount: rupiah(rest, language), moment: momentWords(until, zone, language) };
  return { text: say(isLate ? "fee.overdue" : "fee.next_step", words), until: words.moment, isLate };
}
