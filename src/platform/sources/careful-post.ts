import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
} from "cockatiel";
import type * as z from "zod";
import { SourceSilent } from "./source.ts";

/** How a service is reached over HTTP. Times are milliseconds. */
export interface ServiceSettings {
  readonly url: string;
  /** Goes as a bearer token. */
  readonly secret: string;
  /** How long one try may take. */
  readonly timeoutMs: number;
  /** How often a question is asked before the service counts as silent. */
  readonly tries: number;
  /** After so many failures in a row nothing is asked for a while. */
  readonly breakAfter: number;
  readonly breakMs: number;
  /** The longest pause between two tries. */
  readonly pauseMs: number;
}

/** What a service is asked with, beside its settings. */
export interface Around {
  /** Called before every try; throws `SourceSilent` when the budget is spent. */
  readonly spend: () => Promise<void>;
  /** Told what went wrong, without anything about a person. */
  readonly report: (problem: string) => void;
}

/** An answer is a person or a word, not a file. */
const LONGEST_ANSWER = 64 * 1024;

/** A service that answers in another way than agreed; asking at once again is of no use. */
class Refused extends Error {}

/**
 * Posts JSON to a service with a limit of time for each try, pauses of chance length between tries, and none at all for a
 * while after many failures. Throws `SourceSilent` when there is no answer of the form agreed.
 */
export function carefulPost<T>(
  name: string,
  settings: ServiceSettings,
  { answer, spend, report }: Around & { readonly answer: z.ZodType<T> },
): (question: object) => Promise<T> {
  const worth = handleWhen(
    (error) => !(error instanceof Refused || error instanceof BrokenCircuitError || isSpent(error)),
  );
  const policy = wrap(
    retry(worth, {
      maxAttempts: settings.tries - 1,
      backoff: new ExponentialBackoff({ initialDelay: Math.min(200, settings.pauseMs), maxDelay: settings.pauseMs }),
    }),
    circuitBreaker(
      handleWhen((error) => !isSpent(error)),
      { halfOpenAfter: settings.breakMs, breaker: new ConsecutiveBreaker(settings.breakAfter) },
    ),
  );
  const limit = timeout(settings.timeoutMs, TimeoutStrategy.Aggressive);
  return async (question) => {
    try {
      return await policy.execute(async () => {
        await spend();
        return limit.execute(({ signal }) => ask({ ...settings, answer }, question, signal));
      });
    } catch (error) {
      if (isSpent(error)) throw error;
      report(problemOf(error));
      throw new SourceSilent(name, { cause: error });
    }
  };
}

async function ask<T>(
  { url, secret, answer }: ServiceSettings & { readonly answer: z.ZodType<T> },
  question: object,
  signal: AbortSignal,
): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(question),
    // A redirect would carry the question, and perhaps the secret, to an address that nobody named.
    redirect: "error",
    signal,
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    const again = response.status === 429 || response.status >= 500;
    throw again ? new Error(`status ${response.status}`) : new Refused(`status ${response.status}`);
  }
  const read = answer.safeParse(readJson(await readShort(response)));
  if (!read.success) throw new Refused("an answer of another form");
  return read.data;
}

async function readShort(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array> | Uint8Array[]) {
    length += piece.byteLength;
    if (length > LONGEST_ANSWER) throw new Refused("an answer that is too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("an answer that is not JSON");
  }
}

function isSpent(error: unknown): boolean {
  return error instanceof SourceSilent;
}

/** In few words and without the answer, which may name a person. */
function problemOf(error: unknown): string {
  if (error instanceof BrokenCircuitError) return "not asked: it failed several times in a row";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "unknown";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
