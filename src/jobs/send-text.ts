import * as z from "zod";
import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Keyring } from "../platform/keys/keyring.ts";
import type { SmsGateway } from "../platform/sms/sms.ts";
import type { Job } from "../platform/queue/worker.ts";
import { markRefused, markSent } from "../registry/notices/outgoing.ts";
import { takeText } from "../registry/notices/send-text.ts";
import { say } from "../texts/texts.ts";

const Payload = z.object({ noticeId: z.uuid() });

/** Sends one short message. Should the worker die before its note, it is offered again under the same reference. */
export function sendTextJob(services: {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly sms: SmsGateway;
}): Job {
  return async (payload) => {
    const { noticeId } = Payload.parse(payload);
    const text = await takeText(services.db, services.keyring, noticeId);
    if (!text) return;
    const message = { to: text.to, text: say(text.language, `sms.${text.kind}`, text.data), reference: noticeId };
    await services.sms.send(message).catch((error: unknown) => markRefused(services.db, noticeId, error));
    await markSent(services.db, noticeId);
  };
}
