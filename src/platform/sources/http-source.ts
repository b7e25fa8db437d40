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
import * as z from "zod";
import { SourceSilent, type Source } from "./source.ts";

/** How a source is reached over HTTP. Times are milliseconds. */
export interface HttpSourceSettings {
  readonly url: string;
  /** Goes as a bearer token. */
  readonly secret: string;
  /** How long one try may take. */
  readonly timeoutMs: number;
  /** How often a question is asked before the source counts as silent. */
  readonly tries: number;
  /** After so many failures in a row nothing is asked for a while. */
  readonly breakAfter: number;
  readonly breakMs: number;
  /** The longest pause between two tries. */
  readonly pauseMs: number;
}

const Answer = z.union([
  z.object({ found: z.literal(false) }),
  z.object({
    found: z.literal(true),
    person: z.object({
      kk: z.string().max(20).optional(),
      name: z.string().max(200).optional(),
      birth_place: z.string().max(100).optional(),
      birth_date: z.literal("").or(z.iso.date()).optional(),
    }),
  }),
]);

/** An answer is a person, not a file. */
const LONGEST_ANSWER = 64 * 1024;

/** A source that answers in another way than agreed; asking at once again is of no use. */
class Refused extends Error {}

/**
 * A source that is asked over HTTP: `POST {"nik": …}`, answered by `{"found": false}` or `{"found": true, "person": {…}}`.
 * The NIK stands in the body, because addresses end up in logs. `spend` is called before every try and throws
 * `SourceSilent` when the budget is spent. What went wrong goes to `report`, without anything about a person.
 */
export function httpSource(
  name: string,
  settings: HttpSourceSettings,
  around: { spend(): Promise<void>; report(problem: string): void },
): Source {
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
  return {
    async find(nik) {
      try {
        return await policy.execute(async () => {
          await around.spend();
          return limit.execute(({ signal }) => ask(settings, nik, signal));
        });
      } catch (error) {
        if (isSpent(error)) throw error;
        around.report(problemOf(error));
        throw new SourceSilent(name, { cause: error });
      }
    },
  };
}

async function ask({ url, secret }: HttpSourceSettings, nik: string, signal: AbortSignal) {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ nik }),
    // A redirect would carry the question, and perhaps the secret, to an address that nobody named.
    redirect: "error",
    signal,
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    const again = response.status === 429 || response.status >= 500;
    throw again ? new Error(`status ${response.status}`) : new Refused(`status ${response.status}`);
  }
  const answer = Answer.safeParse(readJson(await readShort(response)));
  if (!answer.success) throw new Refused("an answer of another form");
  return answer.data.found ? answer.data.person : undefined;
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
