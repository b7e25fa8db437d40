import * as z from "zod";
import { blindIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";

/** Longest address that mail servers carry (RFC 5321). */
export const longestEmail = 254;

const Email = z.email().max(longestEmail);

/** The address as it is written to: its domain in small letters; undefined when it is no address. */
export function readEmail(text: string): string | undefined {
  // Composing a megabyte of stacked marks takes minutes; an address is short however it is composed.
  if (text.length > 8 * longestEmail) return undefined;
  const parsed = Email.safeParse(text.normalize("NFC").trim());
  if (!parsed.success) return undefined;
  const at = parsed.data.lastIndexOf("@");
  return at > 64 ? undefined : parsed.data.slice(0, at) + parsed.data.slice(at).toLowerCase();
}

/**
 * By what an address is found again. Small letters throughout: no provider in use tells "Siti@"
 * from "siti@", and people do not either.
 */
export function emailIndex(keyring: Keyring, email: string): Buffer {
  return blindIndex(keyring, "email", email.toLowerCase());
}

/** An address of which its owner, but nobody who looks over the shoulder, knows the rest. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = "", ...rest] = email.slice(0, at);
  return `${first}${"•".repeat(Math.max(rest.length - 1, 2))}${rest.at(-1) ?? ""}${email.slice(at)}`;
}
