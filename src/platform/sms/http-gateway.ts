import { ExponentialBackoff, handleWhen, retry, timeout, TimeoutStrategy, wrap } from "cockatiel";
import { DeliveryRefused } from "../delivery-refused.ts";
import type { SmsGateway, TextMessage } from "./sms.ts";

/** How a carrier is reached over HTTP. Times are milliseconds. */
export interface SmsSettings {
  readonly url: string;
  /** Goes as a bearer token. */
  readonly token: string;
  /** The name that telephones show as the sender, where the carrier lets us choose. */
  readonly sender: string | undefined;
  /** How long one try may take; 5 seconds when not said. */
  readonly timeoutMs?: number;
  /** How often a message is offered before the job gives up and comes back later; 3 when not said. */
  readonly tries?: number;
  /** The longest pause between two tries; 2 seconds when not said. */
  readonly pauseMs?: number;
}

/** The carrier answered, and will not take this message: offering it at once again is of no use. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}

/**
 * A carrier that takes `POST {"to", "text", "reference", "sender"?}` as JSON and answers 2xx. Tries that fail on the way
 * are repeated with growing pauses of random length under the same reference; what the carrier refuses is not.
 */
export function httpGateway(settings: SmsSettings): SmsGateway {
  const { timeoutMs = 5_000, tries = 3, pauseMs = 2_000 } = settings;
  const policy = wrap(
    retry(
      handleWhen((error) => !(error instanceof Refused)),
      {
        maxAttempts: tries - 1,
        backoff: new ExponentialBackoff({ initialDelay: Math.min(200, pauseMs), maxDelay: pauseMs }),
      },
    ),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );
  return {
    async send(message) {
      try {
        await policy.execute(({ signal }) => offer(settings, message, signal));
      } catch (error) {
        const problem = `The SMS gateway did not take the message (${problemOf(error)}).`;
        throw isOfMessage(error) ? new DeliveryRefused(problem) : new Error(problem);
      }
    },
  };
}

/** Whether it is about the message; a token that the carrier does not take is our fault. */
function isOfMessage(error: unknown): boolean {
  return error instanceof Refused && error.status !== 401 && error.status !== 403;
}

async function offer({ url, token, sender }: SmsSettings, message: TextMessage, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ ...message, ...(sender === undefined ? {} : { sender }) }),
    // A redirect would carry the message and the token to an address that nobody named.
    redirect: "error",
    signal,
  });
  await response.body?.cancel();
  if (response.ok) return;
  const again = response.status === 429 || response.status >= 500;
  throw again ? new Error(`status ${response.status}`) : new Refused(response.status);
}

/** Never the message of an unknown error: it may hold the address with its parts. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (/^status \d+$/.test(error.message)) return error.message;
  const cause: unknown = error.cause;
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : error.name;
}
