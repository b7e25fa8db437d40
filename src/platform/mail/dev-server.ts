import { SMTPServer } from "smtp-server";
import type { Mailbox } from "./mailbox.ts";

const largestLetter = 2 * 1024 * 1024;

/**
 * A real SMTP server on loopback that keeps every letter in the mailbox and delivers none: development then sends
 * letters on the same path as production.
 */
export async function startMailServer(mailbox: Mailbox): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: largestLetter,
    logger: false,
    onData: (stream, _session, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on("end", () => {
        if (stream.sizeExceeded)
          return answer(Object.assign(new Error("The letter is too large"), { responseCode: 552 }));
        mailbox.keep(Buffer.concat(chunks)).then(() => answer(null), answer);
      });
    },
  });
  // A client that hangs up in the middle is its own trouble, not the server's.
  server.on("error", () => undefined);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  const address = server.server.address();
  if (!address || typeof address === "string") throw new Error("The built-in mail server has no port.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
