import * as z from "zod";
import type { Job } from "../platform/queue/worker.ts";
import { checkTicket, type CheckFinding, type CheckTicketServices } from "../registry/tickets/check.ts";
import { sourceName } from "../texts/sources.ts";
import { sayIn, type Language } from "../texts/texts.ts";

const Payload = z.object({ ticketId: z.uuid() });

/** Asks the sources of a ticket's category; ordered with the ticket. */
export function checkTicketJobOf(services: Omit<CheckTicketServices, "words">): Job {
  return (payload) => checkTicket({ ...services, words: findingWords }, Payload.parse(payload).ticketId);
}

/** Which facts agree or differ, and never what either side says. */
function findingWords({ source, outcome, facts }: CheckFinding, language: Language): string {
  const say = sayIn(language);
  const names = facts.map((fact) => say(`source.fact.${fact}`));
  return say(`tickets.check_${outcome}`, { source: sourceName(source), facts: names.join(", ") });
}
