import type { Kysely, Transaction } from "kysely";
import { walk } from "../../program/journey.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { identityIndex } from "../applications/identity.ts";
import type { Catalog } from "../programs/catalog.ts";
import { memberIndex } from "../members/member.ts";
import { hasNik } from "../questions/questions.query.ts";
import { loadSubmitted } from "../reviews/submitted.query.ts";
import { readTicketNumber } from "../tickets/ticket-number.ts";
import { numberIndex } from "../tickets/ticket.ts";

/** By what a person's papers are compared with the account: programs that ask for no NIK give it none. */
export type PaperFact = "nik" | "birth_date";

/** What a person tells the officer from their papers. */
export interface Facts {
  /** Sixteen digits, or a date as `1990-05-17`. */
  readonly paper: { readonly fact: PaperFact; readonly value: string };
  /** Receipt or registration number of one of their applications, a number of before or of a ticket, in capitals. */
  readonly number: string;
}

/** So many submissions are looked through for a date of birth, the latest first. */
const LOOKED_THROUGH = 5;

/** Which fact an account is asked for: the NIK wherever it has one. */
export async function paperFactOf(db: Kysely<DB>, accountId: string): Promise<PaperFact> {
  return (await hasNik(db, accountId)) ? "nik" : "birth_date";
}

/**
 * Whether both facts fit an account: the NIK is the one it applied with, or, where it has none, the date of birth is the
 * one that it submitted, and the number is its own; all at institutions that the transaction sees.
 * Never says which one differs.
 */
export async function factsFit(
  trx: Transaction<DB>,
  services: { readonly keyring: Keyring; readonly catalog: Catalog },
  accountId: string,
  { paper, number }: Facts,
): Promise<boolean> {
  const own = await isOwnNumber(trx, services.keyring, { accountId, number });
  if (paper.fact !== (await paperFactOf(trx, accountId))) return false;
  const isPerson =
    paper.fact === "nik"
      ? await appliedWith(trx, services.keyring, accountId, paper.value)
      : await submittedBirthDate(trx, services, accountId, paper.value);
  return isPerson && own;
}

/** Whether a number is of an application of the account, of a ticket that it sent itself, or one of before that it proved. */
async function isOwnNumber(
  trx: Kysely<DB>,
  keyring: Keyring,
  { accountId, number }: { readonly accountId: string; readonly number: string },
): Promise<boolean> {
  const application = await trx
    .selectFrom("applications")
    .select("id")
    .where("account_id", "=", accountId)
    .where((one) => one.or([one("receipt", "=", number), one("number", "=", number)]))
    .executeTakeFirst();
  const ticket = await trx
    .selectFrom("tickets")
    .select("id")
    .where("account_id", "=", accountId)
    .where("linked_account_id", "is", null)
    .where(isIndex("tickets", numberIndex(keyring, readTicketNumber(number) ?? number)))
    .executeTakeFirst();
  const members = await trx
    .selectFrom("members")
    .select(["program_id", "number_index", "number_index_b"])
    .where("account_id", "=", accountId)
    .execute();
  const member = members.some(({ program_id, number_index, number_index_b }) => {
    const index = memberIndex(keyring, program_id, "number", number);
    return number_index?.equals(index) === true || number_index_b?.equals(index) === true;
  });
  return application !== undefined || ticket !== undefined || member;
}

async function appliedWith(trx: Kysely<DB>, keyring: Keyring, accountId: string, nik: string): Promise<boolean> {
  const identity = await trx
    .selectFrom("account_identifiers")
    .select("id")
    .where("account_id", "=", accountId)
    .where("kind", "=", "nik")
    .where(isIndex("account_identifiers", identityIndex(keyring, nik)))
    .executeTakeFirst();
  return identity !== undefined;
}

async function submittedBirthDate(
  trx: Transaction<DB>,
  services: { readonly keyring: Keyring; readonly catalog: Catalog },
  accountId: string,
  birthDate: string,
): Promise<boolean> {
  const submitted = await trx
    .selectFrom("applications")
    .select("id")
    .where("account_id", "=", accountId)
    .where("round", ">", 0)
    .orderBy("submitted_at", "desc")
    .limit(LOOKED_THROUGH)
    .execute();
  for (const { id } of submitted) {
    const { compiled, current } = await loadSubmitted(trx, services, id);
    const { answers } = walk(compiled, { typed: current.typed, documents: {}, now: current.submittedAt });
    for (const { definition } of compiled.fieldsById.values()) {
      const isBirthDate = definition.type === "date" && definition.from === "account.birth_date";
      if (isBirthDate && answers[definition.id] === birthDate) return true;
    }
  }
  return false;
}
