import type { Kysely } from "kysely";
import * as z from "zod";
import { paths } from "../paths.ts";
import type { DB } from "../platform/db/generated/schema.ts";
import type { Log } from "../platform/log.ts";
import type { MailTransport } from "../platform/mail/mail.ts";
import { sendLines } from "../platform/mail/send-lines.ts";
import type { Job } from "../platform/queue/worker.ts";

const Payload = z.object({ stage: z.enum(["rights_pressing", "rights_overdue"]), requests: z.array(z.uuid()).min(1) });

/** Tells the operator of the platform, or the log where no address is set, of requests that an institution has nobody to answer. */
export function tellOperatorJobOf(services: {
  readonly db: Kysely<DB>;
  readonly mail: MailTransport | undefined;
  readonly to: string | undefined;
  readonly publicUrl: string;
  readonly log: Log | undefined;
}): Job {
  const { db, mail, to, publicUrl, log } = services;
  return async (payload) => {
    const { stage, requests } = Payload.parse(payload);
    const rows = await db
      .selectFrom("rights_requests as r")
      .innerJoin("institutions as i", "i.id", "r.institution_id")
      .select(["r.number", "i.slug"])
      .where("r.id", "in", requests)
      .orderBy("r.due_at")
      .execute();
    if (!mail || to === undefined) {
      log?.warn({ stage, requests }, "an institution has nobody to answer requests about data");
      return;
    }
    const late = stage === "rights_overdue";
    await sendLines(mail, {
      to,
      subject: `${late ? "Lewat 3 × 24 jam" : "Tersisa 12 jam"}: ${publicUrl + paths.console.rights}`,
      lines: [
        `Permintaan hak atas data berikut ${late ? "sudah lewat 3 × 24 jam" : "lewat 3 × 24 jam dalam 12 jam"}, dan instansinya tidak punya pejabat pelindungan data maupun admin.`,
        `These requests about personal data ${late ? "have passed their 72 hours" : "pass their 72 hours within twelve"}, and their institution has neither a data protection officer nor an administrator.`,
        ...rows.map(({ slug, number }) => `${slug}: ${number}`),
        "npm start -- staff EMAIL NAME INSTITUTION data_protection_officer",
      ],
    });
  };
}
