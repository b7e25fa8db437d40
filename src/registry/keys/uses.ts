import type { Keys } from "../../platform/keys/keyring.ts";
import { open, seal } from "../../platform/keys/seal.ts";
import { personContext, institutionContext, accountContext } from "../accounts/keys.ts";
import { openHash, sealHash } from "../accounts/sealed-hash.ts";
import { memberContext } from "../members/member.ts";
import { sourceContext } from "../sources/people.ts";
import { subscriberContext } from "../subscriptions/subscriber.ts";
import { caseKeyContext } from "../nik-cases/case.ts";
import { ticketKeyContext } from "../tickets/ticket.ts";
import { purposeContext } from "../reviews/export.ts";

/** A column whose values one key seals, and how a value is sealed anew. A test finds columns that are missing here. */
export interface Use {
  readonly table: string;
  readonly column: string;
  /** Column by which all rows are gone through; it need not be unique. */
  readonly along: string;
  /** The type of `along`; uuid when nothing is said. */
  readonly alongType?: "text";
  /** What the context of a seal is made of, beside `along`. */
  readonly also?: readonly string[];
  /** The value as the first key seals it. */
  reseal(keys: Keys, value: unknown, row: Readonly<Record<string, string>>): Buffer | string;
  /** Whether the values are text that begins with the key's id in hexadecimal; otherwise they are sealed bytes. */
  readonly text?: boolean;
}

export type SealingKey = "platform" | "pepper" | "institution";

/** Everything that a key seals directly. What an institution's key seals is looked at for that institution alone. */
export const usesOf: Readonly<Record<SealingKey, readonly Use[]>> = {
  platform: [
    wrapped("accounts", "key_wrapped", "id", (row) => accountContext(row["id"] ?? "")),
    wrapped("institutions", "key_wrapped", "id", (row) => institutionContext(row["id"] ?? "")),
    wrapped("institutions", "former_key_wrapped", "id", (row) => institutionContext(row["id"] ?? "")),
    { ...wrapped("sources", "key_wrapped", "source", (row) => sourceContext(row["source"] ?? "")), alongType: "text" },
  ],
  institution: [
    {
      ...wrapped("person_keys", "key_wrapped", "account_id", (row) =>
        personContext({ accountId: row["account_id"] ?? "", institutionId: row["institution_id"] ?? "" }),
      ),
      also: ["institution_id"],
    },
    wrapped("subscriptions", "person_sealed", "id", (row) => subscriberContext(row["id"] ?? "")),
    wrapped("tickets", "key_wrapped", "id", (row) => ticketKeyContext(row["id"] ?? "")),
    wrapped("nik_cases", "key_wrapped", "id", (row) => caseKeyContext(row["id"] ?? "")),
    wrapped("members", "person_sealed", "id", (row) => memberContext(row["id"] ?? "")),
    wrapped("application_exports", "purpose_sealed", "id", (row) => purposeContext(row["id"] ?? "")),
  ],
  pepper: [
    hashed("accounts", "id"),
    hashed("former_passwords", "account_id"),
    { ...hashed("security_questions", "account_id"), column: "answer_password_hash" },
  ],
};

function wrapped(
  table: string,
  column: string,
  along: string,
  context: (row: Readonly<Record<string, string>>) => string,
): Use {
  return {
    table,
    column,
    along,
    reseal(keys, value, row) {
      if (!(value instanceof Uint8Array)) throw new TypeError(`${table}.${column} holds no bytes`);
      return seal(keys[0], open(keys, value, context(row)), context(row));
    },
  };
}

function hashed(table: string, along: string): Use {
  return {
    table,
    column: "password_hash",
    along,
    text: true,
    reseal: (keys, value) => sealHash(keys, openHash(keys, String(value))),
  };
}
