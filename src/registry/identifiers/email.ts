import { email as emailField } from "../../program/fields/email.ts";

/** A checked e-mail address: as it is written to, and as it is compared. */
export interface EmailAddress {
  readonly address: string;
  /** In small letters throughout: no provider in use tells "Siti@" from "siti@", and people do not either. */
  readonly compared: string;
}

/** Reads an address as typed, by the same rules as the programs' own e-mail fields; undefined when it is none. */
export function readEmail(typed: string): EmailAddress | undefined {
  const outcome = emailField.check(emailDefinition, { email: typed }, emailContext);
  return undefined;
}
