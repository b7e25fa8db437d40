import * as z from "zod";
import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import { sendMail, type MailTransport } from "../platform/mail/mail.ts";
import type { Job } from "../platform/queue/worker.ts";
import type { SmsGateway } from "../platform/sms/sms.ts";
import {
  markTicketLetterRefused,
  markTicketLetterSent,
  takeTicketLetter,
  type TicketLetter,
} from "../registry/tickets/letter.ts";
import { say } from "../texts/texts.ts";
import { textPart } from "./letters/content.ts";
import { htmlPart } from "./letters/html-part.tsx";
import { ticketContent } from "./letters/ticket-content.ts";

interface TicketLetterServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly mail: MailTransport;
  /** Without it, whoever gave only a telephone hears nothing. */
  readonly sms: SmsGateway | undefined;
  readonly publicUrl: string;
}

const Payload = z.object({ letterId: z.uuid() });

/** Tells whoever asked of one step of their ticket: by letter, or by a short message where they gave no address. */
export function sendTicketLetterJobOf(services: TicketLetterServices): Job {
  return async (payload) => {
    const { letterId } = Payload.parse(payload);
    const letter = await takeTicketLetter(services, letterId);
    if (!letter) return;
    await send(services, letterId, letter).catch((error: unknown) =>
      markTicketLetterRefused(services.db, letterId, error),
    );
    await markTicketLetterSent(services.db, letterId);
  };
}

async function send(services: TicketLetterServices, letterId: string, letter: TicketLetter): Promise<void> {
  const { mail, sms, publicUrl } = services;
  const { kind, language, number, email, phone } = letter;
  if (email !== undefined) {
    const content = ticketContent(letter, publicUrl);
    await sendMail(mail, {
      to: email,
      subject: content.subject,
      text: textPart(content),
      html: htmlPart(content),
      headers: { "Message-ID": `<${letterId}@${new URL(publicUrl).hostname}>` },
    });
  } else if (phone !== undefined) {
    await sms?.send({ to: phone, text: say(language, `ticket_sms.${kind}`, { number }), reference: letterId });
  }
}
