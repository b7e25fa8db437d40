import * as z from "zod";
import { domainOf, judgeDomain, PersonalRule } from "../personal-email.ts";
import { cleanText } from "./plain-text.ts";
import { defineField, fieldBase, finding, right, wrong } from "./field.ts";
import { single } from "./single.ts";

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const email = defineField({
  ...single,
  definition: z
    .strictObject({
      ...fieldBase,
      type: z.literal("email"),
      personal: PersonalRule.optional().describe(
        "Addresses of offices are refused, and officers see those that are neither known as personal nor as an office's; `why` is then needed. With `from: account.email` nobody begins with an office address either. `{}` follows the list of providers that comes with Daftar and the lists that the institution keeps in the console; `allow` and `deny` add domains for this program alone.",
      ),
    })
    .describe("An e-mail address; its domain is kept in small letters."),
  codes: ["required", "repeated", "characters", "too_long", "email", "email_office", "email_unknown"],
  condition: "string",
  check(definition, typed, { emailLists }) {
    const cleaned = cleanText(typed, definition.id, { max: 254 });
    if ("outcome" in cleaned) return cleaned.outcome;
    const address = normalAddress(cleaned.text);
    if (address === undefined) return wrong(definition.id, "email");
    const { id, personal } = definition;
    if (personal === undefined) return right(address);
    const domain = domainOf(address);
    const kind = judgeDomain(domain, personal, emailLists);
    if (kind === "office") return wrong(id, "email_office", { domain });
    return kind === "personal"
      ? right(address)
      : { answer: address, errors: [], warnings: [finding(id, "email_unknown", { domain })] };
  },
  sample: (definition, _context, person) => ({ [definition.id]: `contoh${person}@example.com` }),
});

function normalAddress(text: string): string | undefined {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1).toLowerCase();
  const labels = domain.split(".");
  if (local.length > 64 || !localPart.test(local) || labels.length < 2) return undefined;
  if (!labels.every((label) => domainLabel.test(label)) || /^[0-9]+$/.test(labels.at(-1) ?? "")) return undefined;
  return `${local}@${domain}`;
}
