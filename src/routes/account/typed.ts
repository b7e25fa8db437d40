import * as z from "zod";
import { readDate } from "../../program/fields/calendar.ts";
import { readPhone } from "../../program/fields/phone.ts";
import { cleanText } from "../../program/fields/plain-text.ts";
import { type Form } from "../../platform/http/form.ts";
import { longestEmail, readEmail } from "../../registry/identifiers/email.ts";
import { readPassportNumber } from "../../registry/identifiers/passport.ts";
import { readLoginName } from "../../registry/identifiers/login-name.ts";
import { isQuestion, type Question } from "../../registry/questions/question-list.ts";
import { firstProofs, type FirstProof } from "../../registry/recovery/recovery.query.ts";
import type { TextKey, TextParams } from "../../texts/texts.ts";

/** What is wrong with one field: a text, and what stands in it. */
export interface FieldProblem {
  readonly key: TextKey;
  readonly params?: TextParams;
}

/** What is wrong with a form, field by field, in the order of the page. */
export type Problems = Readonly<Record<string, FieldProblem>>;

/** Reads a posted form: the values when all is well, otherwise what is wrong with each field. */
export function readTyped<S extends z.ZodObject>(
  schema: S,
  form: Form,
): { value: z.output<S> } | { problems: Problems } {
  const names = Object.keys(schema.shape);
  const parsed = schema.safeParse(Object.fromEntries(names.map((name) => [name, form[name] ?? []])));
  if (parsed.success) return { value: parsed.data };
  const problems: Record<string, FieldProblem> = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0]);
    const problem = issue.code === "custom" ? (issue.params as FieldProblem | undefined) : undefined;
    problems[name] ??= problem ?? { key: "account.error.repeated" };
  }
  return { problems };
}

const Values = z.array(z.string());

type Read<T> = { readonly value: T } | { readonly problem: FieldProblem };

/** A form field as a Zod schema, from a function that reads the posted values. */
function field<T>(read: (values: readonly string[]) => Read<T>) {
  return Values.transform((values, context): T => {
    const outcome = read(values);
    if ("value" in outcome) return outcome.value;
    context.addIssue({ code: "custom", params: outcome.problem, message: outcome.problem.key });
    return z.NEVER;
  });
}

function wrong(key: TextKey, params?: TextParams): { readonly problem: FieldProblem } {
  return { problem: params ? { key, params } : { key } };
}

/** One line of text, cleaned by the same rules as the programs' fields. */
function line<T>(max: number, read: (text: string) => Read<T>) {
  return field<T>((values) => {
    const cleaned = cleanText({ typed: values }, "typed", { max });
    if ("text" in cleaned) return cleaned.text === "" ? wrong("account.error.missing") : read(cleaned.text);
    const code = cleaned.outcome.errors[0]?.code;
    if (code === "too_long") return wrong("account.error.too_long", { max });
    return wrong(code === "repeated" ? "account.error.repeated" : "account.error.characters");
  });
}

export const emailTyped = line(longestEmail, (text) => {
  const value = readEmail(text);
  return value === undefined ? wrong("account.error.email") : { value };
});

/** What somebody calls themselves at the login. */
export const identifierTyped = line(longestEmail, (text) => {
  const value = readLoginName(text);
  return value === undefined ? wrong("account.error.identifier") : { value };
});

/** Where somebody can be reached: an address or a telephone. */
export const reachTyped = line(longestEmail, (text) => {
  const value = readLoginName(text);
  return value?.kind === "email" || value?.kind === "phone" ? { value } : wrong("account.error.reach");
});

/** A mobile telephone of Indonesia, as +628… */
export const phoneTyped = line(30, (text) => {
  const value = readPhone(text);
  return value?.startsWith("+628") === true ? { value } : wrong("account.error.phone");
});

/** The number of a passport. */
export const passportTyped = line(40, (text) => {
  const value = readPassportNumber(text);
  return value === undefined ? wrong("account.error.passport") : { value };
});

export const nameTyped = line(100, (text) =>
  /^[\p{L}\p{M} .,'’`/-]+$/u.test(text) && /\p{L}/u.test(text) ? { value: text } : wrong("account.error.name"),
);

/** Longest password that is looked at at all; the rules for choosing one are stricter. */
const LONGEST_TYPED = 1000;

/** A password exactly as typed: nothing is trimmed. What may be chosen is for `password-rules.ts`. */
export const passwordTyped = field<string>((values) => {
  const value = values[0] ?? "";
  if (value === "") return wrong("account.error.missing");
  if (values.some((other) => other !== value)) return wrong("account.error.repeated");
  if (value.length > LONGEST_TYPED) return wrong("account.error.too_long", { max: 128 });
  if (/[\u0000-\u001f\u007f-\u009f\ufffd]|\p{Cs}/u.test(value)) return wrong("account.error.characters");
  return { value };
});

/** A code of six digits; the space that apps show in its middle is forgiven. */
export const codeTyped = field<string>((values) => {
  const value = (values[0] ?? "").slice(0, 100).replace(/[\s-]/g, "");
  if (value === "") return wrong("account.error.missing");
  if (values.some((other) => other !== values[0])) return wrong("account.error.repeated");
  return /^[0-9]{6}$/.test(value) ? { value } : wrong("account.error.code");
});

/** A recovery code as it was copied from paper; what is in it is for `recovery-codes.ts`. */
export const recoveryTyped = line(50, (value) =>
  value.replace(/[^A-Za-z0-9]/g, "").length === 16 ? { value } : wrong("account.error.recovery"),
);

/** What somebody can prove first who has forgotten the password. */
export const wayTyped = field<FirstProof>((values) => {
  const value = firstProofs.find((way) => way === values[0]);
  return value === undefined ? wrong("account.error.way") : { value };
});

/** One of the security questions. */
export const questionTyped = field<Question>((values) => {
  const [value = ""] = values;
  return isQuestion(value) && values.length === 1 ? { value } : wrong("account.error.question");
});

/** An answer to one, as typed; what may be chosen is for `registry/questions/answers.ts`. */
export const answerTyped = line(100, (value) => ({ value }));

/** A number of sixteen digits, as NIK and family cards have. */
export const sixteenTyped = line(40, (text) => {
  const value = text.replace(/[\s.-]/g, "");
  return /^[0-9]{16}$/.test(value) ? { value } : wrong("account.error.sixteen");
});

export const birthPlaceTyped = line(100, (value) => ({ value }));

/** A date as 17-05-1990 or 17/5/1990, given as 1990-05-17. */
export const birthDateTyped = line(20, (text) => {
  const value = readDate(text);
  return value === undefined ? wrong("account.error.birth_date") : { value };
});

/** What a person calls one of their passkeys. */
export const passkeyNameTyped = line(60, (value) => ({ value }));

/** Words by which a person knows a true letter. */
export const wordsTyped = line(60, (value) => ({ value }));

export const agreedTyped = field<true>((values) =>
  values[0] === "yes" ? { value: true } : wrong("account.error.agree"),
);

export const languageTyped = field<"id" | "en">((values) => {
  const [value] = values;
  return value === "id" || value === "en" ? { value } : wrong("account.error.language");
});
