import { commonStems, keyboardRuns } from "./common-passwords.ts";

/** Why a password is refused; each has a text under `account.password.<problem>`. */
export const passwordProblems = [
  "missing",
  "characters",
  "too_short",
  "too_long",
  "common",
  "personal",
  "repeated",
  "few_kinds",
] as const;
export type PasswordProblem = (typeof passwordProblems)[number];

export interface PasswordContext {
  /** Fewest characters for this person (`password-context.ts`); what a password alone needs when not given. */
  readonly least?: number;
  /** Fewest kinds of characters (`kindsIn`); 1, which is no rule, when not given. */
  readonly kinds?: number;
  readonly email?: string;
  readonly name?: string;
}

/** Fewest characters (code points) of a password that stands alone, and of one beside a second factor. */
export interface PasswordLengths {
  readonly alone: number;
  readonly withFactor: number;
}

/** No setting goes below these: NIST SP 800-63B-4, 3.1.1.2. */
export const shortestPassword: PasswordLengths = { alone: 15, withFactor: 12 };
export const longestPassword = 128;

/** So many characters of one's own must remain when everything guessable is taken out. */
const OWN = 5;

/** Why this password may not be chosen, or undefined. About kinds of characters there is a rule only where an institution made one. */
export function passwordProblem(password: string, context: PasswordContext = {}): PasswordProblem | undefined {
  if (password === "") return "missing";
  // What does not come back the same from every keyboard could lock its owner out.
  if (/[\u0000-\u001f\u007f-\u009f\ufffd]|\p{Cs}/u.test(password)) return "characters";
  // Composing a megabyte of stacked marks takes minutes, so what is too long however it is composed ends here.
  if (password.length > 8 * longestPassword) return "too_long";
  const normal = password.normalize("NFC");
  if (countOf(normal) > longestPassword) return "too_long";
  if (countOf(normal) < leastLength(context)) return "too_short";
  const plain = plainForm(normal);
  if (isRepetition(plain)) return "repeated";
  if (ownPart(withoutRuns(withoutStems(plain, commonStems))) < OWN) return "common";
  if (ownPart(withoutStems(plain, personalStems(context))) < OWN) return "personal";
  if (kindsIn(normal) < (context.kinds ?? 1)) return "few_kinds";
  return undefined;
}

/** How long the password of such a person must be at least. */
export function leastLength({ least = shortestPassword.alone }: Pick<PasswordContext, "least">): number {
  return Math.max(least, shortestPassword.withFactor);
}

const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{M}\p{N}\s]/u];

/** How many of four kinds of characters a password has: small letters, capitals, digits, signs. */
export function kindsIn(password: string): number {
  return kinds.filter((kind) => kind.test(password)).length;
}

function countOf(text: string): number {
  return [...text].length;
}

const lookAlikes: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  "5": "s",
  $: "s",
  "7": "t",
};

function plainForm(password: string): string {
  return password.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
}

/** Takes stems out of the password and of its form with "p@ssw0rd" read as it is meant, and keeps the shorter rest. */
function withoutStems(plain: string, stems: readonly string[]): string {
  const read = plain.replace(/[@431!05$7]/g, (sign) => lookAlikes[sign] ?? sign);
  const rest = (text: string) => stems.reduce((left, stem) => left.replaceAll(stem, " "), text);
  const [a, b] = [rest(plain), rest(read)];
  return ownPart(b) < ownPart(a) ? b : a;
}

/** Takes out pieces of four or more that run along the keyboard, the alphabet or the digits, either way. */
function withoutRuns(text: string): string {
  let rest = text;
  for (const run of keyboardRuns) {
    for (const line of [run, [...run].reverse().join("")]) {
      for (let size = Math.min(line.length, rest.length); size >= 4; size -= 1) {
        for (let at = 0; at + size <= line.length; at += 1) rest = rest.replaceAll(line.slice(at, at + size), " ");
      }
    }
  }
  return rest;
}

/** A stretch of digits or signs alone adds little, so it counts as much as its different characters, at most four. */
function ownPart(text: string): number {
  const letters = text.replace(/[^\p{L}]/gu, "");
  const others = new Set(text.replace(/[\p{L}\s]/gu, ""));
  return new Set(letters).size + (letters === "" ? 0 : Math.min(others.size, 4));
}

function isRepetition(plain: string): boolean {
  const packed = plain.replace(/\s+/g, "");
  for (let size = 1; size <= Math.min(8, packed.length / 2); size += 1) {
    const unit = packed.slice(0, size);
    if (unit.repeat(Math.ceil(packed.length / size)).slice(0, packed.length) === packed) return true;
  }
  return false;
}

function personalStems(context: PasswordContext): string[] {
  const words = `${context.email ?? ""} ${context.name ?? ""}`.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return words
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
    .sort((a, b) => b.length - a.length);
}
