import { paths } from "../../paths.ts";
import type { TicketLetter } from "../../registry/tickets/letter.ts";
import { sayIn } from "../../texts/texts.ts";
import { wordsLine, type LetterContent } from "./content.ts";

/** Writes a letter about a ticket in the ticket's language: its number and where it is found, nothing of what it says. */
export function ticketContent(
  { kind, language, name, number, code, owner }: TicketLetter,
  publicUrl: string,
): LetterContent {
  const say = sayIn(language);
  const subject = say(`ticket_letter.${kind}.subject`);
  return {
    language,
    subject: `${subject} – ${number}`,
    heading: subject,
    greeting: say("letter.greeting", { name }),
    ...(owner ? wordsLine(owner.words, language) : {}),
    text: say(`ticket_letter.${kind}.text`),
    facts: [
      say("tickets.title", { number }),
      ...(code === undefined ? [] : [say("ticket_email.code", { code: `${code.slice(0, 3)} ${code.slice(3)}` })]),
    ],
    lines: [],
    button: { text: say("ticket_letter.button"), href: publicUrl + paths.helpdesk.tickets },
    plainLink: say("letter.plain_link"),
    note: say("ticket_letter.note"),
    warning: undefined,
    footer: say("letter.footer"),
  };
}
