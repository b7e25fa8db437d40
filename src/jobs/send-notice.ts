import * as z from "zod";
import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import { sendMail, type MailTransport } from "../platform/mail/mail.ts";
import type { Places } from "../platform/places/places.ts";
import type { Job } from "../platform/queue/worker.ts";
import { enqueue } from "../platform/queue/enqueue.ts";
import { sendNoticeJob as job } from "../registry/notices/notify.ts";
import { markRefused, markSent, takeNotice } from "../registry/notices/outgoing.ts";
import { contentOf, textPart } from "./letters/content.ts";
import { htmlPart } from "./letters/html-part.tsx";

export interface SendNoticeServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly mail: MailTransport;
  /** Address under which people reach the service; no slash at its end. */
  readonly publicUrl: string;
  /** Where addresses are; without it the letter about a new device names the address alone. */
  readonly places?: Places;
}

const Payload = z.object({ noticeId: z.uuid() });

/**
 * Sends one letter. Should the worker die between the mail server's answer and our note of it, the
 * letter goes out again under the same Message-ID, by which a mailbox tells the double.
 */
export function sendNoticeJob(services: SendNoticeServices): Job {
  const host = new URL(services.publicUrl).hostname;
  return async (payload) => {
    const { noticeId } = Payload.parse(payload);
    const notice = await takeNotice(services.db, services.keyring, noticeId);
    if (!notice) return;
    if (notice.waitSeconds !== undefined) {
      // The same job again, so that there is never more than one for a letter.
      await enqueue(services.db, job, { noticeId }, { runAt: new Date(Date.now() + notice.waitSeconds * 1_000) });
      return;
    }
    const letter = contentOf(notice, services.publicUrl, services.places);
    await sendMail(services.mail, {
      to: notice.to,
      subject: letter.subject,
      text: textPart(letter),
      html: htmlPart(letter),
      headers: { "Message-ID": `<${noticeId}@${host}>` },
    }).catch((error: unknown) => markRefused(services.db, noticeId, error));
    await markSent(services.db, noticeId);
  };
}
