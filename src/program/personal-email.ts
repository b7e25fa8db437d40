import * as z from "zod";
import { officeEndings, personalDomains } from "./personal-domains.ts";

export const Domain = z
  .string()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain in small letters, as contoh.id");

/** Which addresses a program takes for personal, beyond the list of providers that everybody shares and its institution's own. */
export const PersonalRule = z.strictObject({
  allow: z
    .array(Domain)
    .max(500)
    .default([])
    .describe("Domains that this program takes for personal, besides its institution's."),
  deny: z
    .array(Domain)
    .max(500)
    .default([])
    .describe("Domains of offices, with all below them, besides its institution's; they win over every other list."),
});
export type PersonalRule = z.output<typeof PersonalRule>;

/** The part of an address after its last @, in small letters. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/**
 * Whose mailboxes a domain has: private people's, an office's, or one cannot tell and somebody has to look. `lists` are
 * the institution's: of several, as they were when an application began and as they are now, whatever one lets in is in.
 */
export function judgeDomain(
  domain: string,
  { allow, deny }: PersonalRule,
  lists: readonly PersonalRule[] = [],
): "personal" | "office" | "unknown" {
  const denies = (denied: readonly string[]) => denied.some((one) => isWithin(domain, one));
  if (denies(deny) || (lists.length > 0 && lists.every((list) => denies(list.deny)))) return "office";
  const letIn = [...lists.filter((list) => !denies(list.deny)), { allow }];
  if (letIn.some((list) => list.allow.includes(domain)) || personalDomains.has(domain)) return "personal";
  return officeEndings.some((ending) => isWithin(domain, ending)) ? "office" : "unknown";
}

function isWithin(domain: string, other: string): boolean {
  return domain === other || domain.endsWith(`.${other}`);
}
