import * as z from "zod";
import { officeEndings, personalDomains } from "./personal-domains.ts";

const Domain = z
  .string()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain in small letters, as contoh.id");

/** Which addresses are taken for personal, beyond the list of providers that everybody shares. */
export const PersonalRule = z.strictObject({
  allow: z.array(Domain).max(500).default([]).describe("Domains that this institution takes for personal."),
  deny: z
    .array(Domain)
    .max(500)
    .default([])
    .describe("Domains of offices, with all below them; they win over every other list."),
});
export type PersonalRule = z.output<typeof PersonalRule>;

/** The part of an address after its last @, in small letters. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** Whose mailboxes a domain has: private people's, an office's, or one cannot tell and somebody has to look. */
export function judgeDomain(domain: string, { allow, deny }: PersonalRule): "personal" | "office" | "unknown" {
  if (deny.some((one) => isWithin(domain, one))) return "office";
  if (allow.includes(domain) || personalDomains.has(domain)) return "personal";
  return officeEndings.some((ending) => isWithin(domain, ending)) ? "office" : "unknown";
}

function isWithin(domain: string, other: string): boolean {
  return domain === other || domain.endsWith(`.${other}`);
}
