import { createHmac, randomBytes, randomInt } from "node:crypto";
import { sameToken } from "../../platform/http/tokens.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import { rules } from "./rules.ts";

/** A question that anyone can answer by reading it aloud, in both languages. */
export interface HumanQuestion {
  readonly text: Readonly<Record<"id" | "en", string>>;
  /** Goes into the form hidden, signed, and comes back with the answer. */
  readonly ticket: string;
  /** When the ticket dies, in milliseconds. */
  readonly until: number;
}

/** Each has a text under `human.<problem>`. */
export type HumanProblem = "missing" | "wrong" | "expired";

/** Longer than it takes to fill the form with help. */
const LIFETIME_MS = 60 * 60_000;

/** A fresh question. Nothing is stored; the ticket holds what was asked, until when, and our signature. */
export function askHuman(keyring: Keyring, now = Date.now()): HumanQuestion {
  const kind = kinds[randomInt(kinds.length)] ?? "plus";
  const [a, b] = [randomInt(2, 10), randomInt(1, 9)];
  const until = now + LIFETIME_MS;
  const body = [kind, a, b, until.toString(36), randomBytes(9).toString("base64url")].join("~");
  return { text: questions[kind](a, b).text, ticket: `${body}~${sign(keyring, body)}`, until };
}

/** The question of a ticket that is still good, so that a form with other errors need not ask anew. */
export function repeatQuestion(keyring: Keyring, ticket: string, now = Date.now()): HumanQuestion | undefined {
  const asked = readTicket(keyring, ticket);
  if (!asked || asked.until <= now) return undefined;
  return { text: questions[asked.kind](asked.a, asked.b).text, ticket, until: asked.until };
}

/** Why the answer does not count, or undefined when it does. Does not use the ticket up. */
export function humanProblem(
  keyring: Keyring,
  ticket: string,
  answer: string,
  now = Date.now(),
): HumanProblem | undefined {
  const asked = readTicket(keyring, ticket);
  if (!asked || asked.until <= now) return "expired";
  const plain = answer.slice(0, 40).trim().toLowerCase();
  if (plain === "") return "missing";
  return questions[asked.kind](asked.a, asked.b).answers.includes(plain) ? undefined : "wrong";
}

/** Uses a ticket up: one answer, one registration. False when it was used before. */
export async function spendQuestion(limits: Limits, ticket: string): Promise<boolean> {
  try {
    await limits.spend(rules.question, ticket);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "too_many") return false;
    throw error;
  }
}

/** Makes a used answer good again: what it was given for came to nothing. A second press has counted as well. */
export async function giveBackQuestion(limits: Limits, ticket: string): Promise<void> {
  await limits.forget(rules.question, ticket);
}

const kinds = ["plus", "minus", "larger", "days", "letter"] as const;
type Kind = (typeof kinds)[number];

interface Asked {
  readonly kind: Kind;
  readonly a: number;
  readonly b: number;
  readonly until: number;
}

function readTicket(keyring: Keyring, ticket: string): Asked | undefined {
  const end = ticket.lastIndexOf("~");
  if (ticket.length > 200 || end < 0) return undefined;
  if (!sameToken(ticket.slice(end + 1), sign(keyring, ticket.slice(0, end)))) return undefined;
  const [kind = "", a, b, until = ""] = ticket.split("~");
  const known = kinds.find((one) => one === kind);
  return known && { kind: known, a: Number(a), b: Number(b), until: parseInt(until, 36) };
}

function sign(keyring: Keyring, body: string): string {
  return createHmac("sha256", keyring.signing).update(`human|${body}`).digest("base64url");
}

const idNumbers = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ");
const enNumbers = "zero one two three four five six seven eight nine ten eleven".split(" ");
const idTens = ["dua belas", "tiga belas", "empat belas", "lima belas", "enam belas", "tujuh belas", "delapan belas"];
const enTens = ["twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"];

function inWords(number: number): { id: string; en: string } {
  return { id: idNumbers[number] ?? idTens[number - 12] ?? "", en: enNumbers[number] ?? enTens[number - 12] ?? "" };
}

function numberAnswers(number: number): string[] {
  const words = inWords(number);
  return [String(number), words.id, words.id.replace(" ", ""), words.en];
}

const weekdays = {
  id: ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"],
  en: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
} as const;

const words = {
  id: ["buku", "meja", "jalan", "pintu", "rumah"],
  en: ["book", "table", "road", "door", "house"],
} as const;

interface Wording {
  readonly text: Readonly<Record<"id" | "en", string>>;
  readonly answers: readonly string[];
}

const questions: Record<Kind, (a: number, b: number) => Wording> = {
  plus: (a, b) => {
    const [x, y] = [inWords(a), inWords(b)];
    return {
      text: { id: `Berapa ${x.id} ditambah ${y.id}?`, en: `What is ${x.en} plus ${y.en}?` },
      answers: numberAnswers(a + b),
    };
  },
  minus: (a, b) => {
    const [x, y] = [inWords(a + b), inWords(b)];
    return {
      text: { id: `Berapa ${x.id} dikurangi ${y.id}?`, en: `What is ${x.en} minus ${y.en}?` },
      answers: numberAnswers(a),
    };
  },
  larger: (a, b) => {
    const other = a === b ? b + 9 : b;
    const [x, y] = [inWords(a), inWords(other)];
    return {
      text: { id: `Mana yang lebih besar, ${x.id} atau ${y.id}?`, en: `Which is larger, ${x.en} or ${y.en}?` },
      answers: numberAnswers(Math.max(a, other)),
    };
  },
  days: (a) => {
    const today = a % 7;
    const next = (today + 1) % 7;
    return {
      text: {
        id: `Hari apa sesudah hari ${capital(weekdays.id[today])}?`,
        en: `Which day comes after ${capital(weekdays.en[today])}?`,
      },
      answers: [
        weekdays.id[next] ?? "",
        `hari ${weekdays.id[next] ?? ""}`,
        weekdays.en[next] ?? "",
        ...(next === 4 ? ["jum'at"] : []),
        ...(next === 6 ? ["ahad"] : []),
      ],
    };
  },
  letter: (a) => {
    const [id, en] = [words.id[a % 5] ?? "", words.en[a % 5] ?? ""];
    return {
      text: { id: `Apa huruf pertama kata "${id}"?`, en: `What is the first letter of the word "${en}"?` },
      answers: [id[0] ?? "", en[0] ?? ""],
    };
  },
};

function capital(word = ""): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
