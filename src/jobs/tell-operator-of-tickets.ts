import type { Kysely } from "kysely";
import * as z from "zod";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Log } from "../platform/log.ts";
import type { MailTransport } from "../platform/mail/mail.ts";
import { sendLines } from "../platform/mail/send-lines.ts";
import type { Job } from "../platform/queue/worker.ts";

const Payload = z.object({ institutionId: z.uuid(), count: z.int().min(1) });

/** Tells the operator of the platform, or the log where no address is set, that tickets are overdue where nobody administers. */
export function tellOperatorOfTicketsJobOf(services: {
  readonly db: Kysely<DB>;
  readonly mail: MailTransport | undefined;
  readonly to: string | undefined;
  readonly log: Log | undefined;
}): Job {
  const { db, mail, to, log } = services;
  return async (payload) => {
    const { institutionId, count } = Payload.parse(payload);
    if (!mail || to === undefined) {
      log?.warn({ institutionId, count }, "tickets are overdue at an institution without administrators");
      return;
    }
    const { slug } = await db
      .selectFrom("institutions")
      .select("slug")
      .where("id", "=", institutionId)
      .executeTakeFirstOrThrow();
    await sendLines(mail, {
      to,
      subject: `Tiket terlambat: ${slug}`,
      lines: [
        `${count} tiket instansi ${slug} terlambat dijawab, dan instansi itu tidak punya admin yang dapat diberi tahu.`,
        `${count} tickets of the institution ${slug} are overdue, and it has no administrator who could be told.`,
        `npm start -- staff EMAIL NAME ${slug} institution_admin`,
      ],
    });
  };
}
