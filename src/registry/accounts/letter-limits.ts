import { rules } from "./rules.ts";
import type { AccountServices } from "./services.ts";

/**
 * Refuses (429) when too many letters were asked for to one address or from one network. Counted by
 * what was typed, known or not, so that the limit tells nothing either.
 */
export async function allowLetter(
  services: Pick<AccountServices, "limits">,
  asked: { readonly email: string; readonly network: string },
): Promise<void> {
  await services.limits.spend(rules.letterNetwork, asked.network);
  await services.limits.spend(rules.letters, asked.email.toLowerCase());
}
