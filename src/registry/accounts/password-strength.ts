import { kindsIn, passwordProblem, type PasswordContext, type PasswordProblem } from "./password-rules.ts";

/** How well an allowed password stands, from "will do" upwards. */
export const strengths = ["enough", "strong", "very_strong"] as const;
export type Strength = (typeof strengths)[number];

/** What the meter says of a password: why it is refused, or how well it stands. */
export type Estimate = { readonly problem: PasswordProblem } | { readonly strength: Strength };

/**
 * Estimates a password by the rules that the server applies when it is sent, so that the meter never praises what is
 * refused. Kinds of characters only raise the estimate: they are advice (security.md 2.2). Runs in the browser as well,
 * so this and what it imports may import nothing else.
 */
export function estimatePassword(password: string, context: PasswordContext): Estimate {
  const problem = passwordProblem(password, context);
  if (problem !== undefined) return { problem };
  // A fourth kind counts as much as a random word of four letters.
  const points = [...password.normalize("NFC")].length + 4 * (kindsIn(password) - 1);
  if (points >= 32) return { strength: "very_strong" };
  return { strength: points >= 24 ? "strong" : "enough" };
}
