import * as z from "zod";
import { Text } from "./text.ts";

/** The most that a fee may come to, in rupiah. */
export const highestFee = 10_000_000_000;

/** Under which name the fee stands among the steps of an application; no page or document of such a program may have it. */
export const feeStep = "fee";

const spanForm = /^P(?:([0-9]{1,3})D)?(?:T(?:([0-9]{1,3})H)?(?:([0-9]{1,4})M)?)?$/;

const Span = z
  .string()
  .max(20)
  .regex(spanForm, "must be days, hours and minutes as P3D, PT12H or P1DT6H")
  .refine((span) => !spanForm.test(span) || secondsOf(span) >= 900, "must be at least PT15M")
  .describe("Days, hours and minutes as P3D or PT12H.");

/** How the person may pay. */
export const payMethods = ["transfer", "gateway"] as const;
export type PayMethod = (typeof payMethods)[number];

/** The ends of an application that a program may give the fee back for. */
export const refundEndings = ["rejected", "withdrawn", "locked", "expired"] as const;

/** What an application costs. */
export const Fee = z
  .strictObject({
    amount: z
      .union([z.int().min(1).max(highestFee), z.string().min(1).max(500)])
      .describe(
        'Whole rupiah, as 250000; or a formula in CEL over the answers that gives a number, as `penjamin == "sendiri" ? 25000 : 0`. 0 is free.',
      ),
    covers: Text.describe("What the fee pays for, in a few words."),
    due: z
      .enum(["before_submission", "after_acceptance"])
      .describe(
        "before_submission: an application is complete, and may be sent, once it is paid; after_acceptance: it is the next step of whoever was accepted.",
      ),
    pay_within: Span.describe(
      "How long one order to pay stands, as P3D; in a draft never longer than the closing and its grace. When it is over one begins another.",
    ),
    methods: z
      .array(z.enum(payMethods))
      .min(1)
      .describe(
        "transfer: to the bank account below, recorded by the treasurer; gateway: by the payment service of the platform, where there is one.",
      ),
    transfer: z
      .strictObject({
        bank: z.string().trim().min(1).max(60).describe("The name of the bank."),
        account: z
          .string()
          .regex(/^[0-9]{6,20}$/, "must be 6 to 20 digits")
          .describe("The number of the account, digits only, in quotes."),
        name: z.string().trim().min(1).max(100).describe("Whose account it is, as the bank shows it."),
      })
      .optional()
      .describe("The bank account of the institution; needed where `methods` names transfer."),
    refund: z
      .strictObject({
        when: z
          .array(z.enum(refundEndings))
          .max(refundEndings.length)
          .describe(
            "Which ends of an application give the fee back. What was paid too much or too late is given back always.",
          ),
        text: Text.describe("The rule as the person reads it before paying."),
      })
      .describe("When the fee is given back."),
  })
  .describe("What an application costs, how it is paid, and when it is given back.");
export type Fee = z.output<typeof Fee>;

/** Seconds of a span such as `P1DT6H`. */
export function secondsOf(span: string): number {
  const [, days, hours, minutes] = spanForm.exec(span) ?? [];
  return Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60;
}
