import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailServer } from "../src/platform/mail/dev-server.ts";
import { type MailTransport, openMail } from "../src/platform/mail/mail.ts";
import { type KeptLetter, openMailbox } from "../src/platform/mail/mailbox.ts";

/** The letters that arrive while `send` has a mail server. */
export async function mailSentBy(send: (mail: MailTransport) => Promise<void>): Promise<readonly KeptLetter[]> {
  const folder = await mkdtemp(join(tmpdir(), "sent-mail-"));
  const mailbox = openMailbox(folder);
  const server = await startMailServer(mailbox);
  const mail = openMail({ url: server.url, from: "Daftar <daftar@contoh.example>" });
  try {
    await send(mail);
    return await mailbox.list();
  } finally {
    mail.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}
