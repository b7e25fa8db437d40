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

/** How much patience somebody else's service gets. Times are milliseconds. */
export interface Care {
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

/** A service that answers in another way than agreed; asking at once again is of no use. */
export class Refused extends Error {}

/** Asks once, and is given up by the signal. */
type Ask<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Asks a service with a limit of time for each try, pauses of chance length between tries, and none at all for a while
 * after many failures. Throws what the last try threw. `beforeTry` may forbid a try by throwing: what `isOurs` recognises
 * is no failure of the service.
 */
export function carefully(
  care: Care,
  ours: { readonly beforeTry?: () => Promise<void>; readonly isOurs?: (error: unknown) => boolean } = {},
): <T>(ask: Ask<T>) => Promise<T> {
  const { beforeTry, isOurs = () => false } = ours;
  const worth = handleWhen(
    (error) => !(error instanceof Refused || error instanceof BrokenCircuitError || isOurs(error)),
  );
  const policy = wrap(
    retry(worth, {
      maxAttempts: care.tries - 1,
      backoff: new ExponentialBackoff({ initialDelay: Math.min(200, care.pauseMs), maxDelay: care.pauseMs }),
    }),
    circuitBreaker(
      handleWhen((error) => !isOurs(error)),
      { halfOpenAfter: care.breakMs, breaker: new ConsecutiveBreaker(care.breakAfter) },
    ),
  );
  const limit = timeout(care.timeoutMs, TimeoutStrategy.Aggressive);
  return (ask) =>
    policy.execute(async () => {
      await beforeTry?.();
      return limit.execute(({ signal }) => ask(signal));
    });
}

/** In few words and without the answer, which may name a person. */
export function problemOf(error: unknown): string {
  if (error instanceof BrokenCircuitError) return "not asked: it failed several times in a row";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "unknown";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}
