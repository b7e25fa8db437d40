import type * as z from "zod";
import { readShort } from "../http/read-short.ts";
import { Refused } from "./carefully.ts";

/** An answer is a fact or a word, not a file. */
const LONGEST_ANSWER = 64 * 1024;

/** A question to a service: JSON in the body where it has one. */
export interface Question {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly authorization: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses whose answers are read. */
  readonly statuses: readonly number[];
}

/** Asks once. Throws `Refused` for what asking again does not change, and anything else for what it may. */
export async function askJson<T>(question: Question, answer: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  const response = await fetch(question.url, {
    method: question.method,
    headers: {
      ...question.headers,
      authorization: question.authorization,
      accept: "application/json",
      ...(question.body ? { "content-type": "application/json" } : {}),
    },
    ...(question.body ? { body: JSON.stringify(question.body) } : {}),
    // A redirect would carry the question, and perhaps the secret, to an address that nobody named.
    redirect: "error",
    signal,
  });
  if (!question.statuses.includes(response.status)) {
    await response.body?.cancel();
    const again = response.status === 429 || response.status >= 500;
    throw again ? new Error(`status ${response.status}`) : new Refused(`status ${response.status}`);
  }
  const text = await readShort(response.body, LONGEST_ANSWER);
  if (text === undefined) throw new Refused("an answer that is too long");
  const read = answer.safeParse(readJson(text));
  if (!read.success) throw new Refused("an answer of another form");
  return read.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("an answer that is not JSON");
  }
}
