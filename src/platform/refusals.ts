/**
 * What the service refuses. The handler of `routes/mount.ts` turns each into a page in the
 * person's language; `code` is the text that says what to do now.
 */
export class Refusal extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413 | 429 | 503;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: Refusal["status"], code: string, options?: { cause?: unknown; retryAfterSeconds?: number }) {
    super(code, { cause: options?.cause });
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}

/** No such thing, or not this person's: the two look the same from outside. */
export function notFound(): Refusal {
  return new Refusal(404, "not_found");
}

/** Signed in, but without the right. */
export function notAllowed(): Refusal {
  return new Refusal(403, "not_allowed");
}

/** The form's token does not belong to this browser: a stale tab or another site. */
export function forged(): Refusal {
  return new Refusal(403, "forged");
}

/** Somebody or something else was faster. */
export function conflict(code: string): Refusal {
  return new Refusal(409, code);
}

/** Too many tries; says when to come back. */
export function tooMany(retryAfterSeconds: number): Refusal {
  return new Refusal(429, "too_many", { retryAfterSeconds });
}
