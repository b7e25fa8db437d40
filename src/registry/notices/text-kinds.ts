import * as z from "zod";
import { CodeData } from "./notice-kinds.ts";

/** Every kind of short message with what it needs beyond the number. Their words are `sms.<kind>`. */
export const textKinds = {
  /** The second factor at a login. */
  login_code: CodeData,
  /** Proof that a number is the person's own. */
  phone_code: CodeData,
  /** By what one may log in, for somebody who has forgotten it: registration numbers, or `none`. */
  your_names: z.object({ names: z.string() }),
  /** Proof by a known number before a password is given anew. */
  recovery_code: CodeData,
  /** Officers were asked to change the number; the code calls that off. */
  phone_moving: z.object({ code: z.string() }),
  /** Somebody asked to remove the second factors; the code calls that off. */
  factor_leaving: z.object({ code: z.string() }),
  /** The password was set anew by a recovery. */
  recovered: z.object({}),
} as const satisfies Record<string, z.ZodObject>;

export type TextKind = keyof typeof textKinds;
export type TextData<K extends TextKind = TextKind> = z.output<(typeof textKinds)[K]>;
