import type { Program } from "../../program/definition.ts";
import { rupiah } from "../../texts/rupiah.ts";
import type { Visit } from "../route.ts";

/** What a program costs, in a word or two, before anything is answered. */
export function priceWords({ fee }: Program, { say, language }: Visit): string {
  if (fee === undefined) return say("window.free");
  const amount = typeof fee.amount === "number" ? rupiah(fee.amount, language) : say("fee.program_formula");
  return fee.due === "after_acceptance" ? say("fee.program_after", { amount }) : amount;
}
