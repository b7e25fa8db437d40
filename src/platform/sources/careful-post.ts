import type * as z from "zod";
import { askJson } from "../services/ask-json.ts";
import { type Care, carefully, problemOf } from "../services/carefully.ts";
import { SourceSilent } from "./source.ts";

/** How a service is reached over HTTP. */
export interface ServiceSettings extends Care {
  readonly url: string;
  /** Goes as a bearer token. */
  readonly secret: string;
}

/** What a service is asked with, beside its settings. */
export interface Around {
  /** Called before every try; throws `SourceSilent` when the budget is spent. */
  readonly spend: () => Promise<void>;
  /** Told what went wrong, without anything about a person. */
  readonly report: (problem: string) => void;
}

/** Posts JSON to a service with care. Throws `SourceSilent` when there is no answer of the form agreed. */
export function carefulPost<T>(
  name: string,
  settings: ServiceSettings,
  { answer, spend, report }: Around & { readonly answer: z.ZodType<T> },
): (question: object) => Promise<T> {
  const { url, secret } = settings;
  const ask = carefully(settings, { beforeTry: spend, isOurs: isSpent });
  const post = { url, method: "POST", authorization: `Bearer ${secret}`, statuses: [200] } as const;
  return async (question) => {
    try {
      return await ask((signal) => askJson({ ...post, body: question }, answer, signal));
    } catch (error) {
      if (isSpent(error)) throw error;
      report(problemOf(error));
      throw new SourceSilent(name, { cause: error });
    }
  };
}

function isSpent(error: unknown): boolean {
  return error instanceof SourceSilent;
}
