import type { Kysely } from "kysely";
import type { DB } from "../platform/db/generated/schema.ts";
import type { MailTransport } from "../platform/mail/mail.ts";
import { sendLines } from "../platform/mail/send-lines.ts";
import { writeHead } from "../registry/audit/heads.ts";

/** Sends the newest head of the sealed record to an address of the institution's own, if one is set; due once a day. */
export function sendAuditHeadJob(services: {
  readonly db: Kysely<DB>;
  readonly mail: MailTransport | undefined;
  readonly to: string | undefined;
  readonly publicUrl: string;
}): () => Promise<void> {
  const { db, mail, to, publicUrl } = services;
  return async () => {
    if (!mail || to === undefined) return;
    const head = await db.selectFrom("audit_heads").selectAll().orderBy("size", "desc").limit(1).executeTakeFirst();
    if (!head) return;
    const line = writeHead(head);
    const lines = [
      `Catatan audit ${publicUrl} berisi ${head.size} baris pada ${head.at.toISOString()}.`,
      `The audit record of ${publicUrl} held ${head.size} entries then.`,
      "Simpan surat ini: dengan baris berikut, perubahan catatan dapat dibuktikan.",
      "Keep this letter: with the following line a change of the record can be proved (npm run audit -- verify --head FILE).",
      line,
    ];
    await sendLines(mail, { to, subject: `Audit: ${head.size} · ${publicUrl}`, lines });
  };
}
