import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import { blindIndex, blindIndexes, nameWords } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { readLoginName } from "../identifiers/login-name.ts";
import type { TicketContent } from "./ticket.ts";

/** By what a ticket is found again besides its number. */
export const factKinds = ["nik", "email", "phone", "name", "person"] as const;
export type FactKind = (typeof factKinds)[number];

export interface Fact {
  readonly kind: FactKind;
  /** As it is compared; see `readFact`. */
  readonly value: string;
}

/** What an agent typed, as the fact that it can be: an address, a NIK, a telephone, or else a name in full. */
export function readFact(typed: string): Fact | undefined {
  const name = readLoginName(typed);
  if (name?.kind === "email") return { kind: "email", value: name.value.toLowerCase() };
  if (name?.kind === "nik" || name?.kind === "phone") return { kind: name.kind, value: name.value };
  const words = nameWords(typed).join(" ");
  return words === "" ? undefined : { kind: "name", value: words };
}

/** The index by which tickets with this fact are found. */
export function factIndex(keyring: Keyring, { kind, value }: Fact): Buffer {
  return blindIndex(keyring, `ticket ${kind}`, value);
}

/** Whoever has this name and birth date: what tells one person's tickets from another's when there is no NIK. */
export function personFact({ name, birthDate }: Pick<TicketContent, "name" | "birthDate">): Fact {
  return { kind: "person", value: `${nameWords(name).join(" ")}|${birthDate}` };
}

/** Keeps by what a new ticket is found. Call it with the transaction that makes it. */
export async function writeFacts(
  trx: Kysely<DB>,
  keyring: Keyring,
  ticket: {
    readonly id: string;
    readonly institutionId: string;
    readonly nik?: string | undefined;
    readonly content: Pick<TicketContent, "name" | "birthDate" | "email" | "phone">;
  },
): Promise<void> {
  const { name, email = "", phone = "" } = ticket.content;
  const kept = [ticket.nik ?? "", email, phone, name].flatMap((typed) => readFact(typed) ?? []);
  const facts = new Map([...kept, personFact(ticket.content)].map(({ kind, value }) => [kind, value]));
  await trx
    .insertInto("ticket_facts")
    .values(
      [...facts].map(([kind, value]) => ({
        id: uuidv7(),
        ticket_id: ticket.id,
        institution_id: ticket.institutionId,
        kind,
        ...blindIndexes(keyring, `ticket ${kind}`, value),
      })),
    )
    .execute();
}
