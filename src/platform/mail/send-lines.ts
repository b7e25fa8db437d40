import { type MailTransport, sendMail } from "./mail.ts";

/** Sends paragraphs to an address that is no account's: what the operator of the platform is to know. */
export async function sendLines(
  mail: MailTransport,
  { to, subject, lines }: { readonly to: string; readonly subject: string; readonly lines: readonly string[] },
): Promise<void> {
  const html = lines.map((line) => `<p style="overflow-wrap:anywhere">${escape(line)}</p>`).join("");
  await sendMail(mail, { to, subject, text: `${lines.join("\n\n")}\n`, html });
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
