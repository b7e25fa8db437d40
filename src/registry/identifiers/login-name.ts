import { readPhone } from "../../program/fields/phone.ts";
import { blindIndex, blindIndexes } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { identityIndex } from "../applications/identity.ts";
import { emailIndex, readEmail } from "./email.ts";

/** What a person may log in with; `number` is a registration number. */
export type LoginKind = "email" | "nik" | "phone" | "number";

/** What a person may be known by. */
export type IdentifierKind = LoginKind | "passport";

/** A value by which an account is known, in the form in which it is looked up. */
export interface Identified {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** What somebody calls themselves at the login, in the form in which it is looked up. */
export interface LoginName extends Identified {
  readonly kind: LoginKind;
}

/** Spaces, dots and the like between digits, as people group them. */
const between = /[\s().-]/g;

/**
 * Reads what was typed into the one field of the login. Its shape says what it is: an address has an @, a NIK sixteen
 * digits, a telephone begins with 0, 8 or 62, and anything else in letters and digits may be a registration number.
 * Undefined for what is none of them. Whether a NIK can exist is not looked at: one that cannot is simply nobody's.
 */
export function readLoginName(text: string): LoginName | undefined {
  if (text.includes("@")) return named("email", readEmail(text));
  const digits = text.replace(between, "");
  if (/^[0-9]{16}$/.test(digits)) return { kind: "nik", value: digits };
  if (/^(?:\+62|62|0|8)/.test(digits)) {
    const phone = readPhone(text);
    if (phone !== undefined) return { kind: "phone", value: phone };
  }
  return named("number", readNumber(text));
}

/** A registration number as it is looked up: capitals, and no spaces. */
export function readNumber(text: string): string | undefined {
  const number = text.replaceAll(/\s/g, "").toUpperCase();
  return /^[A-Z0-9][A-Z0-9./-]{2,59}$/.test(number) ? number : undefined;
}

/** By what the name is found again. */
export function loginIndex(keyring: Keyring, { kind, value }: LoginName): Buffer {
  if (kind === "email") return emailIndex(keyring, value);
  return kind === "nik" ? identityIndex(keyring, value) : blindIndex(keyring, kind, value);
}

/** The index of a name as it is written. */
export function loginIndexes(keyring: Keyring, { kind, value }: Identified): ReturnType<typeof blindIndexes> {
  return blindIndexes(keyring, kind, kind === "email" ? value.toLowerCase() : value);
}

function named(kind: LoginKind, value: string | undefined): LoginName | undefined {
  return value === undefined ? undefined : { kind, value };
}
