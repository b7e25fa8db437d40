import { first } from "../../../platform/http/form.ts";
import { fillCanned } from "../../../registry/canned/fill.ts";
import type { Ticket } from "../../../registry/tickets/ticket.ts";
import type { StaffVisit } from "../../route.ts";
import type { CategoryNames } from "./category-names.ts";
import type { Further } from "./further.query.ts";

/**
 * What was typed with the chosen canned answer below it, in the language of whoever asked and with its fields filled in;
 * undefined where none of those that fit was chosen. Nothing is sent: the agent reads it first.
 */
export function insertCanned(
  { form }: StaffVisit,
  ticket: Ticket,
  { further, names }: { readonly further: Further; readonly names: CategoryNames },
): string | undefined {
  const chosen = further.canned.find(({ id }) => id === first(form, "canned"));
  if (!chosen) return undefined;
  const { language } = ticket;
  const filled = fillCanned(chosen.answer[language], {
    nama: ticket.content.name,
    nomor_tiket: ticket.content.number,
    kategori: names.get(ticket.category)?.[language] ?? ticket.category,
    instansi: further.institution[language],
  });
  const typed = first(form, "words").trimEnd();
  return typed === "" ? filled : `${typed}\n\n${filled}`;
}
