import { createTransport } from "nodemailer";
import { DeliveryRefused } from "../delivery-refused.ts";

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A pool of SMTP connections. */
export type MailTransport = {
  readonly from: string;
  readonly pool: ReturnType<typeof createPool>;
  close(): void;
};

/** Opens no connection before the first letter. */
export function openMail(options: { readonly url: string; readonly from: string }): MailTransport {
  const pool = createPool(options.url);
  return { from: options.from, pool, close: () => pool.close() };
}

/** nodemailer's own timeouts are minutes long, which would hold a worker for as long. */
function createPool(url: string) {
  const address = new URL(url);
  address.searchParams.set("pool", "true");
  for (const timeout of ["connectionTimeout", "greetingTimeout", "dnsTimeout"])
    address.searchParams.set(timeout, "10000");
  address.searchParams.set("socketTimeout", "30000");
  return createTransport(address.href);
}

/** The server will not have this addressee or this letter; a password that it does not know, say, is our fault. */
const refusals: ReadonlySet<string> = new Set(["EENVELOPE", "EMESSAGE"]);

/**
 * Hands a letter to the mail server and returns when it has taken it; throws otherwise, `DeliveryRefused`
 * where it refuses this letter, so call it from a job. Errors
 * carry neither the address nor the password of the server's account.
 */
export async function sendMail(transport: MailTransport, letter: Letter): Promise<void> {
  try {
    await transport.pool.sendMail({
      from: transport.from,
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      headers: { "Auto-Submitted": "auto-generated", ...letter.headers },
      // A letter never reads a file or an address of this machine, whatever is in it.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    const { code = "unknown", responseCode = 0 } = error as { code?: string; responseCode?: number };
    const problem = `The mail server did not take the letter (${code}${responseCode ? ` ${responseCode}` : ""}).`;
    throw refusals.has(code) ? new DeliveryRefused(problem) : new Error(problem);
  }
}
