import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { isIndex } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import type { Limits } from "../../platform/limits.ts";
import { conflict } from "../../platform/refusals.ts";
import { findAccount } from "../accounts/account.query.ts";
import { recordAudit } from "../audit/record.ts";
import { institutionName } from "../desk/institution-name.query.ts";
import { deskRules } from "../desk/rules.ts";
import { loginIndex, type LoginName, readLoginName } from "../identifiers/login-name.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { getHeldContent } from "./held-content.query.ts";
import { type AgentAct, type HeldTicket, holdTicket } from "./hold.ts";
import { leaveCase } from "./leave-case.ts";

/** `db` is a connection of `daftar_staff`. */
interface LinkServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly limits: Limits;
}

/**
 * Puts a ticket beside the account of this exact name, and tells the account's owner. It is in their account from then on
 * where a proven address or telephone of theirs is the ticket's contact, and else once they have opened it by its number
 * and a fact (`keep-in-account.ts`). False for names of nobody, of closed accounts, of the agent, and of people who
 * neither applied to the ticket's institution nor are its contact: all the same to the agent. Every try is written down.
 * Refuses (409) a ticket that has an account already, and (429) more tries in an hour than the desk of accounts allows.
 */
export async function linkAccount(
  { db, keyring, limits }: LinkServices,
  { ticketId, actorId, institutions, name }: AgentAct & { readonly name: LoginName },
): Promise<boolean> {
  await limits.spend(deskRules.lookups, actorId);
  return withStaff(db, institutions, async (trx) => {
    const ticket = await holdTicket(trx, ticketId);
    if (ticket.account_id !== null || ticket.linked_account_id !== null) throw conflict("ticket_changed");
    const { institution_id: institutionId } = ticket;
    const account = await findAccount(trx, keyring, name);
    // Asked whoever it is, and of the agent where it is nobody: the clock tells no stranger from nobody.
    const whose = account?.id ?? actorId;
    const isTheirs = await isContact({ db: trx, keyring }, ticket, whose);
    const applied = await hasApplied(trx, whose, institutionId);
    const isProven = account !== undefined && isTheirs;
    const isKnown = account !== undefined && (isTheirs || applied);
    const linked = isKnown && account.status === "active" && account.id !== actorId ? account.id : undefined;
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "ticket.link",
      institutionId,
      subjectKind: "ticket",
      subjectId: ticket.id,
      data: { account: linked ?? null, by: name.kind, proven: isProven },
    });
    if (linked === undefined) return false;
    await trx
      .updateTable("tickets")
      .set({ linked_account_id: linked, account_id: isProven ? linked : null })
      .where("id", "=", ticket.id)
      .execute();
    const institution = await institutionName(trx, institutionId);
    await notify(trx, keyring, { accountId: linked, kind: "ticket_linked", data: { institution } });
    return true;
  });
}

/**
 * Takes a ticket from the account to which an agent linked it, also where it is in that account; 409 where none did, and
 * while officers decide a case for that account which began with the ticket.
 */
export async function unlinkAccount(db: Kysely<DB>, { ticketId, actorId, institutions }: AgentAct): Promise<void> {
  await withStaff(db, institutions, async (trx) => {
    const ticket = await holdTicket(trx, ticketId);
    if (ticket.linked_account_id === null) throw conflict("ticket_changed");
    await leaveCase(trx, ticket);
    await trx
      .updateTable("tickets")
      .set({ linked_account_id: null, account_id: null })
      .where("id", "=", ticket.id)
      .execute();
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "ticket.unlink",
      institutionId: ticket.institution_id,
      subjectKind: "ticket",
      subjectId: ticket.id,
      data: { account: ticket.linked_account_id },
    });
  });
}

/** Whether a proven address or telephone of an account is what was given with the ticket. */
async function isContact(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  ticket: HeldTicket,
  accountId: string,
): Promise<boolean> {
  const { db, keyring } = services;
  const { email = "", phone = "" } = await getHeldContent(services, ticket);
  const given = [email, phone].flatMap((typed) => readLoginName(typed) ?? []);
  if (given.length === 0) return false;
  const row = await db
    .selectFrom("account_identifiers as i")
    .select("i.id")
    .where("i.account_id", "=", accountId)
    .where("i.verified_at", "is not", null)
    .where((eb) =>
      eb.or(given.map((name) => eb.and([eb("i.kind", "=", name.kind), isIndex("i", loginIndex(keyring, name))]))),
    )
    .executeTakeFirst();
  return row !== undefined;
}

async function hasApplied(trx: Kysely<DB>, accountId: string, institutionId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("applications")
    .select(sql`1`.as("one"))
    .where("account_id", "=", accountId)
    .where("institution_id", "=", institutionId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
