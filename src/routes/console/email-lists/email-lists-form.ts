import { first, type Form } from "../../../platform/http/form.ts";
import { Domain, type PersonalRule } from "../../../program/personal-email.ts";
import type { Say } from "../../../texts/texts.ts";

/** What somebody typed, as it goes back into the form. */
export interface TypedLists {
  readonly institution: string;
  readonly seen: string;
  readonly allow: string;
  readonly deny: string;
}

export type ListErrors = Partial<Readonly<Record<"allow" | "deny", string>>>;

/** As many as the database takes. */
const MOST = 500;

export function typedLists(form: Form): TypedLists {
  return {
    institution: first(form, "institution"),
    seen: first(form, "seen"),
    allow: first(form, "allow"),
    deny: first(form, "deny"),
  };
}

/** The two lists, a domain on each line; or what is wrong with them. */
export function readLists(
  typed: TypedLists,
  say: Say,
): { readonly lists: PersonalRule } | { readonly errors: ListErrors } {
  const [allow, deny] = [readDomains(typed.allow, say), readDomains(typed.deny, say)];
  if ("domains" in allow && "domains" in deny) {
    const both = deny.domains.find((domain) => allow.domains.includes(domain));
    if (both === undefined) return { lists: { allow: allow.domains, deny: deny.domains } };
    return { errors: { deny: say("email_lists.error_both", { domain: both }) } };
  }
  return {
    errors: {
      ...("error" in allow ? { allow: allow.error } : {}),
      ...("error" in deny ? { deny: deny.error } : {}),
    },
  };
}

function readDomains(typed: string, say: Say): { readonly domains: string[] } | { readonly error: string } {
  const lines = typed.split(/[\n,;]/).map((line) => line.trim().toLowerCase().replace(/^@/, ""));
  const domains = [...new Set(lines.filter((line) => line !== ""))];
  if (domains.length > MOST) return { error: say("email_lists.error_many", { most: MOST }) };
  const wrong = domains.find((domain) => !Domain.safeParse(domain).success);
  if (wrong === undefined) return { domains };
  return { error: say("email_lists.error_domain", { line: lines.indexOf(wrong) + 1, domain: wrong.slice(0, 80) }) };
}
