import { Refusal } from "../refusals.ts";
import { readShort } from "./read-short.ts";

/** A posted form: every name with every value in order of arrival. Has no prototype, so names cannot clash with methods. */
export type Form = Readonly<Record<string, readonly string[]>>;

const MOST_BYTES = 4 * 1024 * 1024;
const MOST_PARAMETERS = 1000;

/**
 * Reads an urlencoded body of at most 4 MiB and 1 000 parameters (413 beyond, 400 for another
 * type). Bytes that are no UTF-8 arrive as U+FFFD; the fields refuse them with a message.
 */
export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Refusal(400, "wrong_form");
  return parseForm(await readLimited(request));
}

async function readLimited(request: Request): Promise<string> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > MOST_BYTES) throw new Refusal(413, "form_too_large");
  if (declared > 0) return request.text();
  // Without a declared length the body may be endless, so it is counted while it comes.
  const text = await readShort(request.body, MOST_BYTES);
  if (text === undefined) throw new Refusal(413, "form_too_large");
  return text;
}

/** Parses an urlencoded text. */
export function parseForm(text: string): Form {
  const form: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    if (++count > MOST_PARAMETERS) throw new Refusal(413, "form_too_large");
    (form[name] ??= []).push(value);
  }
  return form;
}

/** The first value of a name, or "" when the form has none. */
export function first(form: Form, name: string): string {
  return form[name]?.[0] ?? "";
}
