import * as z from "zod";
import { sendMail } from "../platform/mail/mail.ts";
import type { Job } from "../platform/queue/worker.ts";
import { markLetterSent, takeLetter, type SubscriptionLetter } from "../registry/subscriptions/letter.ts";
import { textPart } from "./letters/content.ts";
import { htmlPart } from "./letters/html-part.tsx";
import { leaveAddresses, subscriptionContent } from "./letters/subscription-content.ts";
import type { SendNoticeServices } from "./send-notice.ts";

const Payload = z.object({ letterId: z.uuid() });

/** Sends one letter about a subscription; as with notices, a double has the same Message-ID. */
export function sendSubscriptionLetterJob(services: SendNoticeServices): Job {
  const host = new URL(services.publicUrl).hostname;
  return async (payload) => {
    const { letterId } = Payload.parse(payload);
    const letter = await takeLetter(services.db, services.keyring, letterId);
    if (!letter) return;
    const content = subscriptionContent(letter, services.keyring, services.publicUrl);
    await sendMail(services.mail, {
      to: letter.email,
      subject: content.subject,
      text: textPart(content),
      html: htmlPart(content),
      headers: { "Message-ID": `<${letterId}@${host}>`, ...leaveHeaders(services, letter) },
    });
    await markLetterSent(services.db, letterId);
  };
}

/** By which mail readers show a button of their own (RFC 2369), and press it without a page (RFC 8058). */
function leaveHeaders({ keyring, publicUrl }: SendNoticeServices, letter: SubscriptionLetter): Record<string, string> {
  if (letter.kind === "confirm") return {};
  const { oneClick } = leaveAddresses(keyring, letter.subscriptionId, publicUrl);
  return { "List-Unsubscribe": `<${oneClick}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
